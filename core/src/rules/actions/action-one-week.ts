import {daysBetween, firstStep} from '../../assist/actions.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

const QUESTION = 'What of it could be done within the next seven days?'

export default defineRule({
  id: 'action-one-week',
  code: 'A11',
  group: 'actions',
  severity: 'information',
  docs: {
    summary: 'In the review-meeting template, point at items that are due later than a week after the meeting.',
    why: 'This kind of meeting ends with what fits into a week; everything longer tends to be carried from meeting to meeting. A first step of a week shows whether the long way is worth going.',
    ask: [QUESTION],
    sources: ['Blythe, Trust, Just Culture and Blameless Post-Mortem'],
  },
  *check(document, {template}) {
    if (template.id !== 'review-meeting') return
    const from = meetingDay(document)
    if (from === undefined) return
    for (const [i, item] of document.actionItems.entries()) {
      const days = item.due && daysBetween(from, item.due.value)
      if (
        item.done ||
        days === undefined ||
        days <= 7 ||
        /^first step\b/i.test(document.actionItems[i - 1]?.task.value ?? '')
      )
        continue
      const fix = firstStep(document, item, from)
      yield {
        span: item.due!.span,
        message: `This item is due ${days} days after the meeting. ${QUESTION}`,
        questions: [QUESTION],
        fixes: fix ? [fix] : [],
      }
    }
  },
})

const meetingDay = ({metadata: {dates}}: PostmortemDocument): string | undefined =>
  (dates.review ?? dates.published ?? dates.created ?? dates.incident ?? dates.resolved)?.value.slice(0, 10)

export const examples: RuleExamples = {
  bad: [
    {
      text: '---\ntemplate: review-meeting\ndate: 2026-05-04\n---\n\n## Action items\n\n- Split the importer (due: ⟦2026-06-30⟧)\n',
      fixed:
        '---\ntemplate: review-meeting\ndate: 2026-05-04\n---\n\n## Action items\n\n- [ ] First step: {what can be done this week} (due: 2026-05-11)\n- Split the importer (due: 2026-06-30)\n',
      config: {template: 'review-meeting'},
    },
  ],
  good: [
    {
      text: '---\ntemplate: review-meeting\ndate: 2026-05-04\n---\n\n## Action items\n\n- Cap the batch size (due: 2026-05-08)\n',
      config: {template: 'review-meeting'},
    },
    {
      text: '---\ntemplate: review-meeting\ndate: 2026-05-04\n---\n\n## Action items\n\n- [ ] First step: draw the parts (due: 2026-05-08)\n- Split the importer (due: 2026-06-30)\n',
      config: {template: 'review-meeting'},
      note: 'A first step stands in front of it.',
    },
    {
      text: '---\ndate: 2026-05-04\n---\n\n## Action items\n\n- Split the importer (due: 2026-06-30)\n',
      config: {template: 'blameless'},
      note: 'Other templates allow weeks.',
    },
  ],
}
