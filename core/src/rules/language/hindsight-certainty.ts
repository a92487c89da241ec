import type {Fix} from '../../lint/finding.ts'
import {remove, replace} from '../../text/edit.ts'
import {wordingOf} from '../../language/wording.ts'
import type {Sentence} from '../../language/sentence.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

const ADVERB =
  /^(?:obviously|clearly|evidently|plainly|naturally|unsurprisingly|predictably|inevitably|undoubtedly|manifestly|patently)$/

export const hindsightCertainty = defineLanguageRule({
  id: 'hindsight-certainty',
  code: 'L07',
  group: 'language',
  severity: 'information',
  sections: {
    default: 'information',
    lessons: 'information',
    lucky: 'information',
    actions: 'off',
    questions: 'off',
    support: 'off',
    external: 'information',
  },
  docs: {
    summary: 'Point at words that make the past look plainer than it was: obviously, inevitable, the signs were there.',
    why: 'Knowing how it ended raises the likelihood that a reader gives to it, without the reader noticing. Words of certainty after the fact fix that shift in the text. What was on show at the time, next to what else, gets lost.',
    ask: [
      'What was visible at that moment, on which screen, next to what else?',
      'What did this signal mean the last ten times?',
      'What did people expect to happen next?',
    ],
    sources: [
      'Fischhoff 1975, Hindsight is not equal to foresight',
      'Cook 1998, How Complex Systems Fail, point 8',
      'PagerDuty, Postmortem documentation',
    ],
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} gives the past a certainty that only its end has. What was visible at that moment, next to what else?`,
  fixes: (detection, sentence) => withoutAdverb(detection.span.start, sentence),
})

/** An adverb of certainty can go without changing a fact. */
function withoutAdverb(start: number, sentence: Sentence): Fix[] {
  const i = sentence.tokens.findIndex((token) => token.start === start)
  const token = sentence.tokens[i]
  const next = sentence.tokens[i + 1]
  if (!token || !next || !ADVERB.test(token.lower)) return []
  const comma = next.text === ','
  const following = comma ? sentence.tokens[i + 2] : next
  if (!following) return []
  const isFirst = token.start === sentence.start && /^\p{Ll}/u.test(following.text)
  const end = isFirst ? following.start + 1 : following.start
  const edit = isFirst
    ? replace({start: token.start, end}, following.text[0]!.toUpperCase())
    : remove({start: token.start, end})
  return [{title: `Leave out “${token.text}”`, kind: 'safe', edits: [edit]}]
}

export const examples: RuleExamples = {
  bad: [
    {text: '⟦Obviously⟧ the buffer was going to fill up.', fixed: 'The buffer was going to fill up.'},
    {text: 'It was ⟦only a matter of time⟧ before the volume was full.'},
    {text: 'The collapse was ⟦entirely predictable⟧.'},
    {text: '⟦Of course⟧ the standby did not start.'},
    {text: 'A crash was ⟦inevitable⟧ once the second tenant had moved in.'},
    {text: 'The fault was hiding ⟦in plain sight⟧.'},
    {text: 'This was an ⟦accident waiting to happen⟧.'},
  ],
  good: [
    {text: 'Nothing obvious stood out in the graphs at 09:30.', note: 'Tells how unclear it was.'},
    {
      text: 'Once the version gap was found, the repair was clear to the two people in the call.',
      note: 'Clear at a stated moment to stated people.',
    },
    {text: 'The access log clearly separates the two tenants by prefix.', note: 'A property of an artefact.'},
    {
      text: 'In hindsight, the 09:10 bump was the first trace; no alert covers it.',
      note: 'Information about visibility.',
    },
    {text: 'At 11:20 it was not yet clear whether writes were affected.'},
    {text: 'We expected a short pause and got 14 minutes.'},
    {text: 'Clear the cache before the job runs again.'},
    {text: 'Known issue: the agent leaks 3 MB per hour (#4411, open since March).'},
  ],
  limits: [{text: 'Who builds on sand hears it run.', note: 'A proverb.'}],
}
