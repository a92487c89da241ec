import {strengthOf} from '../../document/actions/strength.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {itemGroups, placesOf} from './item-groups.ts'

const QUESTION = 'Which step could be removed, blocked or made reversible?'

export default defineRule({
  id: 'action-strength',
  code: 'A09',
  group: 'actions',
  severity: 'information',
  docs: {
    summary: 'Notice sections in which every open item is of the weakest kind: documents, reminders, training, review.',
    why: 'Such items work on what people know and remember. The system stays as it was, and so does the next incident. One item that changes the system outweighs them all.',
    ask: [QUESTION, 'What would make the careful path the easy one?'],
    sources: [
      'VA National Center for Patient Safety, action hierarchy',
      'NPSF, RCA2: Improving Root Cause Analyses and Actions to Prevent Harm (2015)',
    ],
  },
  *check(document) {
    for (const {at, open} of itemGroups(document)) {
      if (open.length < 2 || !open.every((item) => strengthOf(item) === 'weaker')) continue
      yield {
        span: at,
        message: `${open.length === 2 ? 'Both' : `All ${open.length}`} open items work on what people know and remember; none changes the system. ${QUESTION}`,
        related: placesOf(open, 'This item works on what people know and remember.'),
        questions: [QUESTION],
      }
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {text: '⟦## Action items⟧\n\n- Document the fail-over steps\n- Train the support team on the console\n'},
    {
      text: '⟦## Follow-ups⟧\n\n- Send an e-mail about the freeze\n- Discuss the review process\n- Be more careful with pushes\n',
    },
  ],
  good: [
    {text: '## Action items\n\n- Document the fail-over steps\n- Block deletes without a typed name\n'},
    {
      text: '## Action items\n\n- Document the fail-over steps\n- Add an alert for replication lag\n',
      note: 'An alert is of the middle kind.',
    },
    {text: '## Action items\n\n- Document the fail-over steps\n', note: 'A single item is no pattern.'},
  ],
}
