import {personFixingSpan} from '../../document/actions/person.ts'
import {type Weakness, weaknessOf} from '../../document/actions/weakness.ts'
import type {ActionItem} from '../../document/action-item.ts'
import type {Fix} from '../../lint/finding.ts'
import {shift} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {questionBelow, rewordTask} from './item-fixes.ts'

const QUESTION = 'What in the system makes the careful path the easy one?'

/** What to ask where the general question does not fit. */
const QUESTIONS: Readonly<Record<string, string>> = {
  consider: 'What would have to be known to decide this, who decides, and by when?',
  improve: 'How would somebody notice that this is better than before?',
  sooner: 'What could start this without anybody deciding to?',
  remind: 'What would make the reminder unnecessary?',
  'never-again': 'Which one condition could be removed, and what removes it?',
}

/** Families that leave open what is done, and not who is careful. */
const ABOUT_WORK: ReadonlySet<string> = new Set(['consider', 'improve', 'never-again'])

export default defineRule({
  id: 'weak-action',
  code: 'A08',
  group: 'actions',
  severity: 'warning',
  docs: {
    summary: 'Point at action items that ask people to be different and leave what they work with as it is.',
    why: 'The next person meets the same screen, the same defaults and the same pressure, and does what made sense this time as well. An item that consists of care, attention, reminders, training or good intentions cannot be finished either: nobody can tell when it is done.',
    ask: [
      QUESTION,
      'What would a stranger on call do tomorrow that they could not do before?',
      'How would somebody see that this item is done?',
    ],
    sources: [
      'VA National Center for Patient Safety, action hierarchy (RCA2)',
      'Lunney, Lueder, Beyer: Postmortem Action Items (;login: 2017)',
      'Google, SRE Workbook ch. 10',
    ],
  },
  *check(document) {
    for (const item of document.actionItems) {
      const source = document.textOf(item.task.span)
      // Items about one person have a rule of their own.
      const weakness = personFixingSpan(source) ? undefined : weaknessOf(source)
      if (!weakness) continue
      const question = QUESTIONS[weakness.family] ?? QUESTION
      const words = document.textOf(shift(weakness.span, item.task.span.start)).replace(/\s+/g, ' ')
      yield {
        span: shift(weakness.span, item.task.span.start),
        severity: item.done ? 'hint' : undefined,
        message: `“${words}” ${weakness.says}${ABOUT_WORK.has(weakness.family) ? '' : '; the next person meets the same conditions'}. ${question}`,
        questions: [question],
        fixes: [...rewrites(item, weakness, source), ...questionBelow(document, item, question)],
      }
    }
  },
})

const CHANGE = 'Change {system} so that {unsafe act} {is rejected, needs confirmation, or is reversible within n min}'

function rewrites(item: ActionItem, weakness: Weakness, source: string): Fix[] {
  if (item.done) return []
  const change = rewordTask(item, 'Name the change to the system', CHANGE)
  if (weakness.family === 'improve') {
    return [
      rewordTask(
        item,
        'Add what would be different',
        `${source.replace(/[\s.]+$/, '')} so that {signal} {reaches whom} within {n} min`,
      ),
      change,
    ]
  }
  if (weakness.family !== 'consider') return [change]
  const rest = source.slice(weakness.span.end).replace(/^[\s:,]+|[\s.?]+$/g, '')
  return rest
    ? [
        rewordTask(
          item,
          'Turn it into a decision with a date',
          `Decide by {date} who needs {what} and note the reason: ${rest}`,
        ),
        change,
      ]
    : [change]
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '- ⟦Be more careful⟧ with pushes before the weekend',
      section: 'Action items',
      fixed: '- Change {system} so that {unsafe act} {is rejected, needs confirmation, or is reversible within n min}',
    },
    {
      text: '- ⟦Remind all developers⟧ to run the linter (owner: @kim)',
      section: 'Action items',
      fixed:
        '- Change {system} so that {unsafe act} {is rejected, needs confirmation, or is reversible within n min} (owner: @kim)',
    },
    {text: '| Action | Owner |\n| --- | --- |\n| ⟦Raise awareness⟧ of the freeze | ops |\n', section: 'Action items'},
    {
      text: '- We agree that we should ⟦improve⟧ our alerting',
      section: 'Action items',
      fixed: '- We agree that we should improve our alerting so that {signal} {reaches whom} within {n} min',
    },
    {
      text: '- ⟦Consider⟧ a second replica',
      section: 'Follow-ups',
      fixed: '- Decide by {date} who needs {what} and note the reason: a second replica',
    },
    {text: '- ⟦Double-check⟧ the target account next time', section: 'Action items'},
    {text: '- [ ] ⟦Follow the checklist⟧', section: 'Action items'},
    {text: '- ⟦Make sure this never happens again⟧', section: 'Action items'},
    {
      text: '- ⟦Support team should be able to⟧ handle expired certificates',
      section: 'Action items',
      note: 'A wish about people.',
    },
    {text: '- ⟦Communicate better⟧ with the vendor', section: 'Action items'},
    {text: '- ⟦Keep an eye⟧ on replication lag', section: 'Action items'},
  ],
  good: [
    {
      text: '- Make sure that a merge needs a passing schema check in CI',
      section: 'Action items',
      note: '“Make sure” with a mechanism.',
    },
    {
      text: '- Document the fail-over steps in runbook R12, linked from alert A7',
      section: 'Action items',
      note: 'Weak in the hierarchy, but bounded.',
    },
    {text: '- Reminder bot closes flags that are older than 90 days', section: 'Action items'},
    {text: '- Investigate why the pool opens 400 connections', section: 'Action items'},
    {text: '- Improve the search alert: page when p99 is above 2 s', section: 'Action items'},
    {text: '- Set up dashboards for disk and memory of each node', section: 'Action items'},
    {text: '- Tell the affected customers which invoices were wrong', section: 'Action items'},
    {
      text: 'We should be more careful.',
      section: 'Lessons learned',
      note: 'No action item; the language rules look at lessons.',
    },
  ],
  limits: [{text: '- Operational excellence', section: 'Action items', note: 'A slogan without a verb.'}],
}
