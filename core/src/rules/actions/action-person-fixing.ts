import {personFixingSpan} from '../../document/actions/person.ts'
import {shift} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {questionBelow, rewordTask} from './item-fixes.ts'

const QUESTION = 'What would keep the next person in the same place from ending up here?'

export default defineRule({
  id: 'action-person-fixing',
  code: 'A14',
  group: 'actions',
  severity: 'warning',
  docs: {
    summary: 'Point at action items that set out to change one person.',
    why: 'The item says who is to blame, in the plainest way a review can. The person learns to tell less next time, and whoever does the same work tomorrow meets the same conditions.',
    ask: [QUESTION, 'What made that step look right at the time?'],
    sources: ['Google, SRE Workbook ch. 10', 'Dekker, Just Culture', 'NPSF, RCA2 (2015)'],
  },
  *check(document) {
    for (const item of document.actionItems) {
      const found = personFixingSpan(document.textOf(item.task.span))
      if (!found) continue
      const span = shift(found, item.task.span.start)
      yield {
        span,
        severity: item.done ? 'hint' : undefined,
        message: `“${document.textOf(span).replace(/\s+/g, ' ')}” sets out to change one person; a reader takes it as the verdict. ${QUESTION}`,
        questions: [QUESTION],
        fixes: [
          ...(item.done
            ? []
            : [
                rewordTask(
                  item,
                  'Name the change to the tool or step',
                  'Change {tool or step} so that {what happened} {is rejected, needs confirmation, or can be undone}',
                ),
              ]),
          ...questionBelow(document, item, QUESTION),
        ],
      }
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '- ⟦Train Bob⟧ on the console',
      section: 'Action items',
      fixed: '- Change {tool or step} so that {what happened} {is rejected, needs confirmation, or can be undone}',
    },
    {text: '- ⟦Retrain the operator⟧ who ran the script', section: 'Action items'},
    {text: '- ⟦Priya needs to learn how⟧ to escalate', section: 'Action items'},
    {text: '- ⟦Talk to Sam⟧ about following the process', section: 'Action items'},
    {
      text: '| Action | Owner |\n| --- | --- |\n| ⟦Remind the new engineer⟧ of the freeze | lead |\n',
      section: 'Action items',
    },
  ],
  good: [
    {
      text: '- Talk to Sam about the numbers of the load test',
      section: 'Action items',
      note: 'A person as a source.',
    },
    {text: '- Train the ranking model on the new labels', section: 'Action items'},
    {text: '- Dana to add an alert for queue depth', section: 'Action items', note: 'A person as the owner.'},
    {text: '- Add a confirmation to the delete command', section: 'Action items'},
  ],
  limits: [
    {
      text: '- Bob: no more weekend pushes',
      section: 'Action items',
      note: 'Found by nothing: a name in front usually is the owner.',
    },
  ],
}
