import {isBounded} from '../../document/actions/weakness.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {itemGroups, openItems, placesOf} from './item-groups.ts'

const QUESTION = 'How would somebody see that an item is done?'

export default defineRule({
  id: 'action-done-state',
  code: 'A07',
  group: 'actions',
  severity: 'hint',
  docs: {
    summary:
      'Ask for a done-state where no action item of a section has one: a number, a threshold, an artefact, “so that …”.',
    why: 'An item that ends in a state can be closed, and what was hoped for can be checked. An item that ends in an activity goes on until nobody asks any more.',
    ask: [QUESTION, 'Which number changes, from what to what?'],
    sources: ['Lunney, Lueder, Beyer: Postmortem Action Items (;login: 2017)'],
  },
  *check(document) {
    for (const {at, open} of itemGroups(document)) {
      if (open.length < 3 || open.some(({task, ticket}) => ticket || isBounded(task.value))) continue
      yield {
        span: at,
        message: `None of the ${openItems(open.length)} names a number, a threshold or a state to reach. ${QUESTION}`,
        related: placesOf(open, 'This item names no state to reach.'),
        questions: [QUESTION],
      }
    }
  },
})

export const examples: RuleExamples = {
  bad: [{text: '⟦## Action items⟧\n\n- Add alerts\n- Refactor the importer\n- Migrate the proxies\n'}],
  good: [
    {
      text: '## Action items\n\n- Page when more than 1 % of requests fail\n- Refactor the importer\n- Migrate the proxies\n',
      note: 'One with a threshold shows how.',
    },
    {text: '## Action items\n\n- Add alerts\n- Refactor the importer\n', note: 'Too few to speak of a habit.'},
  ],
}
