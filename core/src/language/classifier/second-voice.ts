import type {SectionKind} from '../../document/kinds.ts'
import type {Detection, LanguageContext} from '../detection.ts'
import {isIn} from '../lexicon.ts'
import type {Sentence} from '../sentence.ts'
import {isSelf} from '../subject.ts'
import {subjectOf} from '../vocabulary.ts'
import {classify, mayTell, type Verdict} from './classify.ts'
import {readFeatures, wordsOf} from './features.ts'

/** Where the classifier may speak: sections that tell what happened and why, and of which it has read enough. */
const SECTIONS: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'summary',
  'trigger',
  'causes',
  'detection',
  'response',
  'well',
  'poor',
  'lucky',
  'lessons',
])

/** What the trained classifier says of a sentence in which no cue stands: a hint that names the words that moved it. */
export function secondVoice(sentence: Sentence, context: LanguageContext): Detection[] {
  if (!context.section || !SECTIONS.has(context.section)) return []
  if (sentence.tokens.length < 8) return []
  const words = wordsOf(sentence)
  if (!mayTell(words.keys, context.section)) return []
  const verdict = classify((sink) => readFeatures(sentence, words, context.section, context.vocabulary, sink))
  // A reason in the sentence makes an account of it.
  if (!verdict || (verdict.label === 'BLAME' && sentence.tokens.some(({lower}) => lower === 'because'))) return []
  return [
    {
      rule: ruleFor(verdict, sentence, context),
      span: spanOf(verdict, sentence),
      severity: 'hint',
      form: 'likely',
      subject: mainSubject(sentence, context),
    },
  ]
}

const mainSubject = (sentence: Sentence, context: LanguageContext): Detection['subject'] => {
  const group = sentence.groups[0]
  return group ? subjectOf(sentence.tokens, group.subjectTokens, context.vocabulary, group) : undefined
}

function ruleFor({label}: Verdict, sentence: Sentence, context: LanguageContext): string {
  switch (label) {
    case 'BLAME': {
      const subject = mainSubject(sentence, context)
      return subject?.kind === 'person' || (isSelf(subject) && subject?.kind === 'first')
        ? 'person-blame'
        : subject
          ? 'role-blame'
          : 'judgemental'
    }
    case 'HINDSIGHT':
      return sentence.isQuestion
        ? 'why-question'
        : sentence.tokens.some((token) => isIn(token.lemma, 'work'))
          ? 'outcome-bias'
          : 'hindsight-certainty'
    case 'HUMANERROR':
      return 'human-error-cause'
    case 'OTHERBIAS':
      return 'confirmation-bias'
    case 'AGENTLESS':
      return 'agentless-passive'
  }
}

/** The words that moved it most, as one stretch; never a number or a name alone. */
function spanOf(verdict: Verdict, sentence: Sentence): {start: number; end: number} {
  const {tokens} = sentence
  const places = verdict.reasons
  const telling = places.find(([start, end]) =>
    tokens.slice(start, end).some(({tag}) => tag !== 'NUM' && tag !== 'CODE' && tag !== 'NAME' && tag !== 'DET'),
  )
  if (!telling) return {start: tokens[0]!.start, end: tokens.at(-1)!.end}
  const [start, end] = telling
  const near = places.filter(([from, to]) => from >= start - 3 && to <= end + 3)
  return {
    start: tokens[Math.min(...near.map(([from]) => from))]!.start,
    end: tokens[Math.max(...near.map(([, to]) => to)) - 1]!.end,
  }
}
