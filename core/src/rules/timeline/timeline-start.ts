import {milestonesOf} from '../../document/milestones.ts'
import {minutesOf} from '../../document/moment.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {entries} from './anchor.ts'

export const timelineStart = defineRule({
  id: 'timeline-start',
  code: 'T04',
  group: 'timeline',
  severity: 'hint',
  docs: {
    summary: 'Ask what came before the problem was seen.',
    why: 'A timeline that begins with the alert shows the response and leaves out the change, the deploy or the earlier sign that the response was about.',
    ask: ['What changed before this, and when?', 'When could the first sign have been seen, and where?'],
    sources: ['PagerDuty post-mortem guide: begin before the incident', 'L. Holmwood: write forward in time'],
  },
  *check(document) {
    const timed = document.timeline.events.filter(({when}) => minutesOf(when, true) !== undefined)
    const {detected, start, introduced} = milestonesOf(document)
    if (timed.length < 4 || !detected) return
    const first = timed.reduce((a, b) => (minutesOf(b.when, true)! < minutesOf(a.when, true)! ? b : a))
    if (first !== detected || start === first || introduced) return
    yield {
      span: first.whenSpan,
      message: `The first of ${entries(timed.length)} is the detection; what made it happen is not on the timeline.`,
      questions: timelineStart.docs.ask,
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- ⟦14:02⟧ Alert fires for queue depth\n- 14:05 Rota answers\n- 14:20 Consumer restarted\n- 14:30 Queue is back to normal\n',
    },
  ],
  good: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 13:40 Consumer 4.2 deployed\n- 14:02 Alert fires for queue depth\n- 14:20 Consumer restarted\n- 14:30 Queue is back to normal\n',
    },
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 Alert fires\n- 14:05 Answered\n',
      note: 'Too short to tell.',
    },
  ],
}
