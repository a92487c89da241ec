import {typeOf} from '../../document/actions/type.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {itemGroups} from './item-groups.ts'

const QUESTION = 'What would make the next one smaller, or impossible?'

export default defineRule({
  id: 'action-mix',
  code: 'A10',
  group: 'actions',
  severity: 'information',
  docs: {
    summary: 'Notice sections whose items only repair, investigate or detect: nothing mitigates, nothing prevents.',
    why: 'After these items the same thing can happen again in the same size. It will be seen earlier, or this one will be cleaned up better.',
    ask: [QUESTION, 'If nothing is worth that price, where does the decision stand?'],
    sources: ['Atlassian Incident Management Handbook', 'Wilcox, The blameless post mortem (DjangoCon US 2019)'],
  },
  *check(document) {
    for (const {at, items} of itemGroups(document)) {
      const types = new Set(items.map((item) => typeOf(item)))
      if (items.length < 2 || types.has(undefined) || types.has('prevent') || types.has('mitigate')) continue
      yield {
        span: at,
        message: `The ${items.length} items ${[...types].join(', ').replace(/, (?=[^,]*$)/, ' and ')}; none prevents or mitigates. ${QUESTION}`,
        related: items.slice(0, 20).map((item) => ({span: item.task.span, message: `Read as “${typeOf(item)}”.`})),
        questions: [QUESTION],
      }
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {text: '⟦## Action items⟧\n\n- Add an alert for queue depth\n- Investigate why the pool opens 400 connections\n'},
    {
      text: '⟦## Action items⟧\n\n| Action | Type |\n| --- | --- |\n| Look at the lease | investigate |\n| Refund the orders | repair |\n',
    },
  ],
  good: [
    {text: '## Action items\n\n- Add an alert for queue depth\n- Reject rows without a tenant\n'},
    {
      text: '## Action items\n\n- Add an alert for queue depth\n- Move the importer\n',
      note: 'What the second one is for is not clear from its words.',
    },
    {text: '## Action items\n\n- Add an alert for queue depth\n', note: 'A single item is no mix.'},
  ],
}
