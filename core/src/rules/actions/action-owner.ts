import {splitOwners} from '../../document/actions/owner.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {placeFor} from './item-fixes.ts'
import {itemGroups, openItems, placesOf} from './item-groups.ts'

export default defineRule({
  id: 'action-owner',
  code: 'A01',
  group: 'actions',
  severity: 'information',
  docs: {
    summary: 'Ask for one person or team on every open action item.',
    why: 'Work without a name tends to wait for somebody else. A reader who wants to help, or to know how far it is, has nobody to ask.',
    ask: ['Who would notice first if this were never done?', 'Which team can change this by itself?'],
    sources: [
      'Google, SRE Workbook ch. 10',
      'Atlassian Incident Management Handbook',
      'Blythe, Trust, Just Culture and Blameless Post-Mortem',
    ],
  },
  *check(document) {
    for (const {at, open} of itemGroups(document)) {
      for (const {owner} of open) {
        const names = owner ? splitOwners(owner.value) : []
        if (owner && names.length > 2) {
          yield {
            span: owner.span,
            severity: 'hint',
            message: `${names.length} names share this item. Which of them would be asked how far it is?`,
          }
        }
      }
      const missing = open.filter(({owner}) => !owner)
      if (!missing.length) continue
      const all = missing.length === open.length
      yield {
        span: at,
        severity: all ? 'hint' : 'information',
        message: !all
          ? `${missing.length} of ${openItems(open.length)} name${missing.length === 1 ? 's' : ''} no person or team.`
          : open.length === 1
            ? 'The open item names no person or team. Who would notice if it were never done?'
            : `None of the ${openItems(open.length)} names a person or team. Who would notice if they were never done?`,
        related: placesOf(missing, 'This item has no owner.'),
        questions: ['Who would notice first if this were never done?'],
        fixes: placeFor(document, missing, 'owner', 'owner'),
      }
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '⟦## Action items⟧\n\n- Add an alert for queue depth\n- Cap the batch size\n',
      note: 'One finding for the section; a hint where no item has an owner.',
    },
    {
      text: '⟦## Actions⟧\n\n- Add an alert for queue depth (owner: @dana)\n- Cap the batch size\n',
      note: 'Some have one, some have none.',
    },
    {
      text: '⟦## Action items⟧\n\n| Action | Owner |\n| --- | --- |\n| Cap the batch size | ??? |\n| Add an alert | kim |\n',
    },
    {text: '## Action items\n\n- Cap the batch size (owner: ⟦@dana, @kim, @lee⟧)\n', note: 'Three owners.'},
  ],
  good: [
    {text: '## Action items\n\n- Add an alert for queue depth (owner: @platform)\n- [kim] Cap the batch size\n'},
    {
      text: '## Action items\n\n**JP**\n- Add an alert for queue depth\n',
      note: 'A name above the list holds for the list.',
    },
    {text: '## Action items\n\n- [x] Cap the batch size\n', note: 'Done.'},
    {text: '## Action items\n\nNone, because the feature is gone.\n'},
  ],
  limits: [
    {
      text: '## Action items\n\n- Add an alert for queue depth (owner: somebody)\n',
      note: 'A name that names nobody.',
    },
  ],
}
