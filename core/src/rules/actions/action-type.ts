import {fillTypes} from '../../assist/action-table.ts'
import {ACTION_TYPES} from '../../document/action-item.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {itemGroups, placesOf} from './item-groups.ts'

export default defineRule({
  id: 'action-type',
  code: 'A04',
  group: 'actions',
  severity: 'hint',
  docs: {
    summary: `Ask for one of the five types where the document types its action items: ${ACTION_TYPES.join(', ')}.`,
    why: 'The types show at a glance what the list leaves out: five alerts and nothing that makes the next incident smaller. A list with types on some of its items shows it only for those.',
    ask: ['Does this tell us more, undo damage, show the next one earlier, make it smaller, or make it impossible?'],
    sources: ['Wilcox, The blameless post mortem (DjangoCon US 2019)', 'Google, SRE Workbook ch. 10'],
  },
  *check(document) {
    for (const {at, items} of itemGroups(document)) {
      const missing = items.filter(({type}) => !type)
      if (!missing.length || missing.length === items.length) continue
      const fix = fillTypes(document, missing[0]!.span.start)
      yield {
        span: at,
        message: `${missing.length} of ${items.length} action items ${missing.length === 1 ? 'has' : 'have'} no type.`,
        related: placesOf(missing, 'This item has no type.'),
        questions: [
          'Does this tell us more, undo damage, show the next one earlier, make it smaller, or make it impossible?',
        ],
        fixes: fix ? [fix] : [],
      }
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '⟦## Action items⟧\n\n| Action | Type |\n| --- | --- |\n| Add an alert for queue depth | detect |\n| Enforce a quota per tenant |  |\n',
      fixed:
        '## Action items\n\n| Action | Type |\n| --- | --- |\n| Add an alert for queue depth | detect |\n| Enforce a quota per tenant | prevent  |\n',
    },
    {
      text: '⟦## Action items⟧\n\n- Page on queue depth above 500 [detect]\n- Reject rows without a tenant\n',
      fixed: '## Action items\n\n- Page on queue depth above 500 [detect]\n- Reject rows without a tenant [prevent]\n',
    },
  ],
  good: [
    {
      text: '## Action items\n\n- Add an alert for queue depth\n- Cap the batch size\n',
      note: 'No types at all; “Fill in the types” is offered, nothing is missed.',
    },
    {
      text: '## Action items\n\n### Detection\n\n- Page on queue depth above 500\n\n### Prevention\n\n- Reject rows without a tenant\n',
      note: 'Headings tell the types.',
    },
  ],
}
