import {metricsOf} from '../../document/milestones.ts'
import {durationText} from '../../document/moment.ts'
import {says} from '../../document/timeline/plain-line.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {anchorOf} from './anchor.ts'

const decides = says(
  /\b(?:deci(?:de[sd]?|ding|sion)|cho(?:se|ose|osing)|opt(?:s|ed) (?:to|for)|agree[sd]? (?:to|that|on)|vote[sd]?|approve[sd]?|instead of|rather than|option)\b/i,
)

export const timelineDecisions = defineRule({
  id: 'timeline-decisions',
  code: 'T12',
  group: 'timeline',
  severity: 'hint',
  docs: {
    summary: 'Ask for a decision on the timeline of a long incident.',
    why: 'In more than an hour somebody chose between ways. Which ones, and what spoke for each, is what the next responders can learn most from.',
    ask: ['Which choices were open at this point, and what made this one look right?'],
    sources: ['Etsy Debriefing Facilitation Guide', 'G. Klein: decision points, via PagerDuty'],
  },
  *check(document) {
    const {events} = document.timeline
    const length = metricsOf(document).find(({name}) => name === 'timeToMitigate' || name === 'timeToResolve')
    if (events.length < 8 || !length || length.seconds <= 3600) return
    if (events.some(({tags, text}) => tags.includes('decision') || decides(text))) return
    yield {
      span: anchorOf(document, events[0]!),
      message: `In ${durationText(length.seconds)} and ${events.length} entries no choice between ways is told.`,
      questions: timelineDecisions.docs.ask,
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n⟦## Timeline (UTC)⟧\n\n- 13:40 Consumers start failing\n- 13:50 Alert fires for queue depth\n- 14:20 Consumer restarted\n- 14:25 Broker restarted\n- 14:40 Vendor joins\n- 15:10 Partition moved\n- 15:15 Queue drains\n- 15:20 Queue is back to normal\n',
    },
  ],
  good: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 13:40 Consumers start failing\n- 13:50 Alert fires for queue depth\n- 14:20 Consumer restarted\n- 14:25 [decision] Broker restarted instead of a fail-over\n- 14:40 Vendor joins\n- 15:10 Partition moved\n- 15:15 Queue drains\n- 15:20 Queue is back to normal\n',
    },
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 13:40 Consumers start failing\n- 13:50 Alert fires\n- 14:20 Queue is back to normal\n',
    },
  ],
}
