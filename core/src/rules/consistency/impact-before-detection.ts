import {milestonesOf} from '../../document/milestones.ts'
import {durationText, minutesOf} from '../../document/moment.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

/** Two clocks are rarely closer than this; “approximately” is taken at its word. */
const SLACK = 2
const SLACK_OF_ABOUT = 15

export const impactBeforeDetection = defineRule({
  id: 'impact-before-detection',
  code: 'X02',
  group: 'consistency',
  severity: 'information',
  docs: {
    summary: 'Look for an impact that starts after it was seen.',
    why: 'If the first report is older than the stated start, users were hit longer than the document says, and the time to detect comes out below zero.',
    ask: ['Was somebody hit before the stated start?', 'Is the first report about this incident?'],
    sources: ['Google SRE Workbook ch. 10: an action item there tells of an earlier start than header and impact'],
  },
  *check(document) {
    const {start, detected} = milestonesOf(document)
    const [from, seen] = [minutesOf(start?.when), minutesOf(detected?.when)]
    // An inferred start proves nothing; only one that the text states can contradict the timeline.
    if (
      !start ||
      !detected ||
      from === undefined ||
      seen === undefined ||
      (start.run >= 0 && !start.tags.includes('start'))
    )
      return
    if (start.when?.zone !== undefined && detected.when?.zone === undefined) return
    const early = from - seen
    const slack = start.when?.approximate || detected.when?.approximate ? SLACK_OF_ABOUT : SLACK
    if (early <= slack || early > 7 * 1440) return
    yield {
      span: detected.whenSpan,
      message: `This is ${durationText(early * 60)} before the stated start of the impact, “${start.raw}”.`,
      related: [{span: start.whenSpan, message: 'The start as stated.'}],
      questions: impactBeforeDetection.docs.ask,
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n## Summary\n\nFrom 14:30 to 15:10 UTC orders were failing.\n\n## Timeline (UTC)\n\n- ⟦14:02⟧ First customer reports failing orders\n- 14:40 Consumer restarted\n- 15:10 Orders are back to normal\n',
    },
  ],
  good: [
    {
      text: '# 2024-03-09\n\n## Summary\n\nFrom 13:58 to 15:10 UTC orders were failing.\n\n## Timeline (UTC)\n\n- 14:02 First customer reports failing orders\n- 14:40 Consumer restarted\n- 15:10 Orders are back to normal\n',
    },
    {
      text: '# 2024-03-09\n\n## Summary\n\nAt approximately 14:05 UTC orders started failing.\n\n## Timeline (UTC)\n\n- 14:02 First customer reports failing orders\n- 14:40 Consumer restarted\n- 15:10 Orders are back to normal\n',
    },
  ],
}
