import {contentWords, sharesWord} from '../../document/content-words.ts'
import {blocksOf} from '../../document/blocks.ts'
import type {SectionKind} from '../../document/kinds.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const orphanAction = defineRule({
  id: 'orphan-action',
  code: 'X08',
  group: 'consistency',
  severity: 'hint',
  docs: {
    summary: 'Ask what an action answers where nothing else in the document speaks of its subject.',
    why: 'Work that follows from nothing told here is either a wish from before, or the sign of something that nobody has written down.',
    ask: ['Which condition, difficulty or lucky circumstance does it answer?'],
    sources: ['Etsy: the dashboard trap'],
  },
  *check(document) {
    const {actionItems} = document
    if (actionItems.length < 3 || actionItems.length > 40) return
    if (!CAUSAL.some((kind) => document.sectionsOf(kind).length)) return
    let open = actionItems.filter(
      ({task, done, text}) => !done && contentWords(task.value).size >= 3 && !/https?:|#\d+/.test(text),
    )
    const told = new Set<string>()
    for (const block of blocksOf(document)) {
      if (!block.sectionKind || block.sectionKind === 'actions' || block.sectionKind === 'meta' || block.isHeader)
        continue
      const words = contentWords(block.leaf.source)
      open = open.filter(({task}) => !sharesWord(contentWords(task.value), words))
      // Mostly the first paragraphs speak of them all.
      if (!open.length) return
      for (const word of words) told.add(word)
    }
    const [first, ...rest] = open
    if (told.size < 10 || !first || open.length > actionItems.length / 3) return
    yield {
      span: first.textSpan,
      message: 'Nothing else in the document speaks of what this action is about. What does it answer?',
      related: rest.map(({textSpan}) => ({span: textSpan, message: 'Nor of this one.'})),
      questions: orphanAction.docs.ask,
    }
  },
})

const CAUSAL: readonly SectionKind[] = ['causes', 'trigger', 'poor', 'lucky', 'lessons']

export const examples: RuleExamples = {
  bad: [
    {
      text: '# Checkout down\n\n## Summary\n\nOrders stood still for 40 minutes after the disk of the queue filled up.\n\n## Contributing factors\n\n- The disk of the queue had no alert.\n- Log files are kept for a year.\n\n## Action items\n\n- [ ] Add an alert at 80 % disk usage\n- [ ] Rotate log files daily\n- [ ] ⟦Migrate the billing frontend to Svelte⟧\n',
    },
  ],
  good: [
    {
      text: '# Checkout down\n\n## Summary\n\nOrders stood still for 40 minutes after the disk of the queue filled up.\n\n## Contributing factors\n\n- The disk of the queue had no alert.\n- Log files are kept for a year.\n\n## Action items\n\n- [ ] Add an alert at 80 % disk usage\n- [ ] Rotate log files daily\n',
    },
    {
      text: '## Summary\n\nOrders stood still.\n\n## Action items\n\n- [ ] Migrate the billing frontend to Svelte\n',
      note: 'Too little is told to judge by.',
    },
  ],
}
