import {defineRule, type RuleExamples} from '../rule.ts'
import {itemGroups, openItems, placesOf} from './item-groups.ts'

const QUESTION = 'If only one of them were done, which one would it be?'

export default defineRule({
  id: 'action-priority',
  code: 'A12',
  group: 'actions',
  severity: 'hint',
  docs: {
    summary: 'Ask for priorities that set items apart: on all of them, and not all the same.',
    why: 'Where everything is high, or half of the items have no priority, the order is decided by whoever reads the list first.',
    ask: [QUESTION],
    sources: ['Google, SRE Workbook ch. 10'],
  },
  *check(document) {
    for (const {at, open} of itemGroups(document)) {
      const missing = open.filter(({priority}) => !priority)
      const levels = new Set(open.map(({priority}) => priority?.value.toLowerCase()))
      if (missing.length > 0 && missing.length < open.length) {
        yield {
          span: at,
          message: `${missing.length} of ${openItems(open.length)} ${missing.length === 1 ? 'has' : 'have'} no priority.`,
          related: placesOf(missing, 'This item has no priority.'),
          questions: [QUESTION],
        }
      } else if (!missing.length && open.length >= 3 && levels.size === 1) {
        yield {
          span: at,
          message: `All ${openItems(open.length)} have the priority ${open[0]!.priority!.value}. ${QUESTION}`,
          questions: [QUESTION],
        }
      }
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {text: '⟦## Action items⟧\n\n- [P1] Cap the batch size\n- [P1] Add an alert\n- [P1] Move the importer\n'},
    {text: '⟦## Action items⟧\n\n- [P0] Cap the batch size\n- Add an alert\n'},
  ],
  good: [
    {text: '## Action items\n\n- [P0] Cap the batch size\n- [P2] Add an alert\n'},
    {
      text: '## Action items\n\n- Cap the batch size\n- Add an alert\n',
      note: 'A list without priorities makes no claim.',
    },
    {text: '## Action items\n\n- [P1] Cap the batch size\n- [P1] Add an alert\n', note: 'Two items can be equal.'},
  ],
}
