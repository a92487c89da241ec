import {milestonesOf} from '../../document/milestones.ts'
import {minutesOf} from '../../document/moment.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {anchorOf} from './anchor.ts'

export const timelineMilestones = defineRule({
  id: 'timeline-milestones',
  code: 'T09',
  group: 'timeline',
  severity: 'hint',
  docs: {
    summary: 'Ask for the moments that an incident is measured by: start, detection, end of the impact.',
    why: 'Without them nobody can say how long users were hit or how long it went unseen, and the two are the questions that readers bring.',
    ask: ['When did users first feel it?', 'When did the first person or alert see it?', 'When did it end for users?'],
    sources: ['PagerDuty post-mortem guide: key times', 'Atlassian incident handbook: timeline'],
  },
  *check(document) {
    const timed = document.timeline.events.filter(({when}) => minutesOf(when) !== undefined)
    if (timed.length < 4) return
    const {start, introduced, detected, mitigated, resolved} = milestonesOf(document)
    const missing = [
      ...(start || introduced ? [] : ['the start of the impact']),
      ...(detected ? [] : ['the first signal']),
      ...(mitigated || resolved ? [] : ['the end of the impact']),
    ]
    if (missing.length < 2 && !(missing.length === 1 && !mitigated && !resolved)) return
    yield {
      span: anchorOf(document, timed[0]!),
      message: `No entry can be told as ${missing.join(' or ')}, so the incident has no measurable length.`,
      questions: timelineMilestones.docs.ask,
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n⟦## Timeline (UTC)⟧\n\n- 14:02 Alert fires for queue depth\n- 14:05 Rota opens the console\n- 14:20 Rota asks the vendor\n- 14:40 Vendor looks at the broker\n',
    },
  ],
  good: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 13:40 Consumers start failing\n- 14:02 Alert fires for queue depth\n- 14:20 Consumer restarted\n- 14:30 Queue is back to normal\n',
    },
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 13:40 [start] Consumer 4.2 is out\n- 14:02 [detected] Customer writes\n- 14:20 Consumer 4.1 is out\n- 14:30 [mitigated] Orders come in\n',
    },
  ],
}
