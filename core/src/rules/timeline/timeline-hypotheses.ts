import {minutesOf} from '../../document/moment.ts'
import {says} from '../../document/timeline/plain-line.ts'
import type {TimelineEvent} from '../../document/timeline.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

const raises = says(/\b(?:hypothes[ie]s|theory|suspect(?:s|ed)? (?:that|the|an?)|suspicion)\b/i)
const ends = says(
  /\b(?:confirm(?:s|ed)?|ruled out|disprov(?:es|ed|en)|not the (?:cause|problem|culprit)|root cause|cause (?:is |was )?(?:found|identified|known)|did ?n[o']t help|made no difference|without effect|no effect|identif(?:y|ies|ied)|found (?:that|the|out)|discover(?:s|ed)|turned out|it was|verified|resolved|fixed|mitigated|culprit|proved)\b/i,
)

export const timelineHypotheses = defineRule({
  id: 'timeline-hypotheses',
  code: 'T14',
  group: 'timeline',
  severity: 'hint',
  docs: {
    summary: 'Ask how each hypothesis on a timeline ended.',
    why: 'What was believed and why it was dropped shows how the search went. An open end leaves the reader to believe it still.',
    ask: ['Was it confirmed, ruled out, or is it open? What showed it?'],
    sources: ['Howie guide: hypotheses raised and disproved'],
  },
  *check(document) {
    const {events} = document.timeline
    const inTime = document.timeline.newestFirst ? [...events].reverse() : events
    const open = inTime
      .slice(inTime.findLastIndex(isEnded) + 1)
      .filter((event) => isRaised(event) && minutesOf(event.when) !== undefined)
    const [first, ...others] = open
    if (!first) return
    yield {
      span: first.whenSpan,
      message: `No later entry says how this hypothesis ended${others.length ? `, nor the ${others.length} after it` : ''}.`,
      related: others.slice(0, 10).map(({whenSpan, raw}) => ({span: whenSpan, message: `Another open one at ${raw}.`})),
      questions: timelineHypotheses.docs.ask,
    }
  },
})

const isRaised = ({tags, text}: TimelineEvent): boolean => tags.includes('hypothesis') || raises(text)
const isEnded = ({tags, text}: TimelineEvent): boolean =>
  tags.some((tag) => tag === 'ruled-out' || tag === 'confirmed' || tag === 'open') || (!raises(text) && ends(text))

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 Alert fires\n- ⟦14:05⟧ [hypothesis] The cache is stale\n- 14:10 Console opened\n',
    },
  ],
  good: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 Alert fires\n- 14:05 [hypothesis] The cache is stale\n- 14:10 [ruled out] A cleared cache changes nothing\n',
    },
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 Alert fires\n- 14:05 On-call suspects the cache\n- 14:10 Cleared it; confirmed\n',
    },
  ],
}
