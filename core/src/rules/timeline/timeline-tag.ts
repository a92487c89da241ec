import {says} from '../../document/timeline/plain-line.ts'
import type {TimelineEvent} from '../../document/timeline.ts'
import {tagEntry} from '../../timeline-edits/entry-text.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

/** What was in somebody's mind and no observation. */
const MENTAL =
  /\b(?:thought|assum(?:es?|ed|ing)|expect(?:s|ed|ing)?|believ(?:es?|ed|ing)|suspect(?:s|ed|ing)?|suspicion|guess(?:es|ed)?|hypothes(?:is|es|i[sz]ed?)|theory)\b/i
const EXPECTATION = /\bexpect/i
const HYPOTHESIS = /\bsuspect|suspicion|hypothes|theory/i
/** Behaviour that meets its description, and “as expected”, report no thought. */
const isNoThought = says(
  /\b(?:as|than|not) expected\b|\bexpected (?:behaviou?r|to (?:be|have) (?:resolved|fixed)|time|result|state)\b|\bunexpected/i,
)
const TAGS = new Set([
  'fact',
  'assumption',
  'expectation',
  'hypothesis',
  'decision',
  'unknown',
  'ruled-out',
  'confirmed',
])

export const timelineTag = defineRule({
  id: 'timeline-tag',
  code: 'T06',
  group: 'timeline',
  severity: 'hint',
  docs: {
    summary: 'Offer to mark what responders assumed, expected or suspected.',
    why: 'Thoughts belong on a timeline, as they explain what people did. Told in the same voice as facts, they turn into facts on the second reading.',
    ask: ['What was seen that made this plausible at the time?', 'How did it end: confirmed, ruled out, open?'],
    sources: [
      'A. Blythe, Trust, Just Culture and Blameless Post-Mortem: facts, assumptions, expectations',
      'Howie guide: hypotheses raised and disproved',
    ],
  },
  *check(document) {
    const found = document.timeline.events.flatMap((event) => {
      const match = isTagged(event) || isNoThought(event.text) ? null : MENTAL.exec(document.textOf(event.textSpan))
      return match
        ? [
            {
              event,
              word: match[0],
              span: {
                start: event.textSpan.start + match.index,
                end: event.textSpan.start + match.index + match[0].length,
              },
            },
          ]
        : []
    })
    const [first, ...others] = found
    if (!first) return
    const tag = EXPECTATION.test(first.word) ? 'expectation' : HYPOTHESIS.test(first.word) ? 'hypothesis' : 'assumption'
    const tags = [tag, ...['assumption', 'expectation', 'fact', 'decision'].filter((other) => other !== tag)]
    yield {
      span: first.span,
      message: `“${first.word}” tells a thought in the voice of a fact${others.length ? `, as ${others.length} more below do` : ''}.`,
      related: others.slice(0, 10).map(({span, word}) => ({span, message: `“${word}”`})),
      questions: timelineTag.docs.ask,
      fixes: tags.map((one) => ({title: `Mark as ${one}`, kind: 'rewrite', edits: [tagEntry(first.event, one)]})),
    }
  },
})

const isTagged = ({tags}: TimelineEvent): boolean => tags.some((tag) => TAGS.has(tag))

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 Alert fires\n- 14:05 On-call ⟦assumed⟧ a repeat of last week\n',
      fixed:
        '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 Alert fires\n- 14:05 [assumption] On-call assumed a repeat of last week\n',
    },
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 We ⟦suspected⟧ the cache\n- 14:05 We thought of the disk\n',
      note: 'One finding; the other entry is named in it.',
    },
  ],
  good: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 Alert fires\n- 14:05 [assumption] On-call assumed a repeat of last week\n',
    },
    {text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 Alert fires\n- 14:05 Consumer works as expected again\n'},
  ],
}
