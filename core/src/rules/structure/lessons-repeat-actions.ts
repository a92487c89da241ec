import {contentWords, overlap} from '../../document/content-words.ts'
import {itemsIn} from '../../document/section-items.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const lessonsRepeatActions = defineRule({
  id: 'lessons-repeat-actions',
  code: 'D12',
  group: 'structure',
  severity: 'hint',
  docs: {
    summary: 'Find lessons that say the same as an action item.',
    why: 'A lesson is what is known now and was not known before. Where it repeats the work to do, the knowledge behind the work goes missing.',
    ask: ['What did we find out that makes this action a good one?'],
    sources: ['Etsy: learning is not remediation'],
  },
  *check(document) {
    const actions = document.actionItems.slice(0, 60).map((item) => ({item, words: contentWords(item.task.value)}))
    for (const lesson of actions.length ? itemsIn(document, 'lessons') : []) {
      const words = contentWords(lesson.text)
      const same =
        words.size < 4
          ? undefined
          : actions.find(
              ({item, words: own}) =>
                own.size >= 4 &&
                own.size <= words.size * 1.5 &&
                words.size <= own.size * 1.5 &&
                overlap(words, own) >= 0.85 &&
                item.span.start !== lesson.span.start,
            )
      if (!same) continue
      yield {
        span: lesson.span,
        message:
          'This lesson says the same as an action item, so what was found out stays unsaid. What makes the action a good one?',
        related: [{span: same.item.span, message: 'The action item.'}],
        questions: lessonsRepeatActions.docs.ask,
      }
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '## Lessons learned\n\n- ⟦Add an alert on the age of the oldest order.⟧\n- The queue keeps orders for a day.\n\n## Action items\n\n- [ ] Add an alert on the age of the oldest order (@mira)\n',
    },
  ],
  good: [
    {
      text: '## Lessons learned\n\n- An order can be a day old before anything shows it.\n\n## Action items\n\n- [ ] Add an alert on the age of the oldest order (@mira)\n',
    },
  ],
  limits: [
    {
      text: '## Lessons learned\n\n- We have to know how old the oldest order is.\n\n## Action items\n\n- [ ] Add an alert on the age of the oldest order\n',
      note: 'The same in other words.',
    },
  ],
}
