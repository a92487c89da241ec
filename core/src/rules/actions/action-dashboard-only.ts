import {byText} from '../../text/by-text.ts'
import {headVerb} from '../../document/actions/type.ts'
import {withoutLabel} from '../../document/actions/entry.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {itemGroups, openItems, placesOf} from './item-groups.ts'

const QUESTION = 'Who would look at them at three in the morning, and what would they do then?'

export default defineRule({
  id: 'action-dashboard-only',
  code: 'A17',
  group: 'actions',
  severity: 'hint',
  docs: {
    summary: 'Notice sections in which most open items add a graph, a dashboard, a metric or an alert.',
    why: 'Each incident adds the panel that would have shown it. After a year there are more panels than anybody can watch, and the next incident is on none of them.',
    ask: [QUESTION, 'What could act on that signal without a person?'],
    sources: ['Etsy, Debriefing Facilitation Guide'],
  },
  *check(document) {
    for (const {at, open} of itemGroups(document)) {
      const watching = open.filter(({task}) => isWatching(task.value))
      if (open.length < 3 || watching.length * 2 <= open.length) continue
      yield {
        span: at,
        message: `${watching.length} of ${openItems(open.length)} add something to watch. ${QUESTION}`,
        related: placesOf(watching, 'This item adds something to watch.'),
        questions: [QUESTION],
      }
    }
  },
})

const ADDING = new Set([
  'add',
  'create',
  'set',
  'setup',
  'implement',
  'introduce',
  'build',
  'configure',
  'extend',
  'expand',
  'monitor',
  'alert',
  'improve',
  'install',
  'enable',
  'increase',
  'make',
])

const isWatching: (source: string) => boolean = byText((source) => {
  const task = withoutLabel(source)
  const verb = headVerb(task)
  const isAdded = verb ? ADDING.has(verb) : true
  return (
    isAdded &&
    (verb === 'monitor' ||
      verb === 'alert' ||
      /^(?:\S+\s+){0,5}(?:dashboards?|graphs?|charts?|panels?|metrics?|alerts?|alarms?|alerting|monitoring|monitors?)\b/i.test(
        task,
      )) &&
    !/\b(?:runbook|automatic|automatically|restart|block|reject|limit|roll)/i.test(task)
  )
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '⟦## Action items⟧\n\n- Add a dashboard for the queue\n- Set up alerts for the importer\n- Create metrics for retries\n- Cap the batch size\n',
    },
  ],
  good: [
    {
      text: '## Action items\n\n- Add a dashboard for the queue\n- Cap the batch size\n- Restart the importer when its lease is lost\n',
    },
    {
      text: '## Action items\n\n- Add a dashboard for the queue\n- Set up alerts for the importer\n',
      note: 'Two items are no habit.',
    },
  ],
}
