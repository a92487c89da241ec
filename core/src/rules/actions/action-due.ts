import {defineRule, type RuleExamples} from '../rule.ts'
import {placeFor} from './item-fixes.ts'
import {itemGroups, openItems, placesOf} from './item-groups.ts'

export default defineRule({
  id: 'action-due',
  code: 'A02',
  group: 'actions',
  severity: 'information',
  docs: {
    summary: 'Ask for a date or a horizon on every open action item.',
    why: 'Without a date, the item competes with all other work and loses quietly. With one, somebody can look on that day and see.',
    ask: ['What of this could be done within seven days?', 'When would it be too late?'],
    sources: [
      'PagerDuty Postmortem Documentation',
      'Atlassian Incident Management Handbook',
      'Blythe, Trust, Just Culture and Blameless Post-Mortem',
    ],
  },
  *check(document) {
    for (const {at, open} of itemGroups(document)) {
      const missing = open.filter(({due}) => !due)
      const all = missing.length === open.length
      if (!missing.length || (all && open.length < 2)) continue
      yield {
        span: at,
        severity: all ? 'hint' : 'information',
        message: all
          ? `None of the ${openItems(open.length)} has a date. Which of them could be done within seven days?`
          : `${missing.length} of ${openItems(open.length)} ${missing.length === 1 ? 'has' : 'have'} no date.`,
        related: placesOf(missing, 'This item has no date.'),
        questions: ['What of this could be done within seven days?'],
        fixes: placeFor(document, missing, 'due', 'date'),
      }
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {text: '⟦## Action items⟧\n\n- Add an alert for queue depth\n- Cap the batch size\n'},
    {text: '⟦## Action items⟧\n\n- Add an alert for queue depth by 12 May 2026\n- Cap the batch size\n'},
    {
      text: '⟦## Action items⟧\n\n| Action | Due |\n| --- | --- |\n| Cap the batch size | TBD |\n| Add an alert | 2026-05-12 |\n',
    },
  ],
  good: [
    {text: '## Action items\n\n- Add an alert for queue depth (due: 2026-05-12)\n- Cap the batch size next week\n'},
    {
      text: '## Action items\n\n### Next sprint\n\n- Cap the batch size\n',
      note: 'A horizon in the heading holds for the items below it.',
    },
    {text: '## Action items\n\n- [x] Cap the batch size\n'},
    {text: '## Action items\n\n- Cap the batch size\n', note: 'A single item: the section is short enough to see.'},
  ],
}
