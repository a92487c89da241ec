import {defineRule, type RuleExamples} from '../rule.ts'
import {itemGroups, openItems, placesOf} from './item-groups.ts'

export default defineRule({
  id: 'action-tracking',
  code: 'A03',
  group: 'actions',
  severity: 'hint',
  docs: {
    summary: 'Ask for a ticket or link on open action items.',
    why: 'Documents are read once, trackers every week. An item that stands in the document alone is out of sight when the review is over.',
    ask: ['Where would somebody look to see how far this is?'],
    sources: ['Google, SRE Workbook ch. 10', 'Lunney, Lueder, Beyer: Postmortem Action Items (;login: 2017)'],
  },
  *check(document) {
    for (const {at, open} of itemGroups(document)) {
      const missing = open.filter(({ticket}) => !ticket)
      const all = missing.length === open.length
      if (!missing.length || (all && open.length < 3)) continue
      yield {
        span: at,
        message: all
          ? `None of the ${openItems(open.length)} links to a ticket. Where would somebody look to see how far it is?`
          : `${missing.length} of ${openItems(open.length)} ${missing.length === 1 ? 'links' : 'link'} to no ticket.`,
        related: placesOf(missing, 'This item has no ticket or link.'),
        questions: ['Where would somebody look to see how far this is?'],
      }
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {text: '⟦## Action items⟧\n\n- Add an alert for queue depth (OPS-12)\n- Cap the batch size\n'},
    {text: '⟦## Action items⟧\n\n- Add an alert for queue depth\n- Cap the batch size\n- Move the importer\n'},
  ],
  good: [
    {
      text: '## Action items\n\n- Add an alert for queue depth ([#12](https://github.com/acme/ops/issues/12))\n- Cap the batch size, OPS-14\n- https://github.com/acme/ops/issues/15\n',
    },
    {
      text: '## Action items\n\n- Add an alert for queue depth\n',
      note: 'One or two items are easy to keep in sight.',
    },
    {text: '## Action items\n\n- [x] Add an alert\n- [x] Cap the batch size\n- [x] Move the importer\n'},
  ],
}
