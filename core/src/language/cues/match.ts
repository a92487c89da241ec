import {isIn} from '../lexicon.ts'
import type {Sentence} from '../sentence.ts'
import {isHuman, type Subject} from '../subject.ts'
import type {Token} from '../token.ts'
import {nounPhraseStartingAt} from '../verb-groups.ts'
import {subjectOf, type Vocabulary} from '../vocabulary.ts'
import {wordInfo} from '../word-info.ts'
import type {Element, Pattern} from './pattern.ts'

/** Where a pattern matches, as token indices, with the first person or team that stands in one of its slots. */
export interface PatternMatch {
  readonly start: number
  readonly end: number
  readonly human?: Subject
}

interface State {
  readonly tokens: readonly Token[]
  readonly vocabulary: Vocabulary
  human?: Subject
}

/** The longest stretch before an anchor in which a pattern may begin, in tokens. */
const REACH = 14

/** Looks for the pattern around the token at `anchor`. */
export function matchAround(pattern: Pattern, sentence: Sentence, anchor: number, vocabulary: Vocabulary): PatternMatch | undefined {
  const {tokens} = sentence
  for (let start = anchor; start >= Math.max(0, anchor - REACH); start--) {
    const match = matchAt(pattern, tokens, start, vocabulary)
    if (match && match.end > anchor) return match
  }
  return undefined
}

/** Whether the pattern matches anywhere in the sentence. */
export function matchesAnywhere(pattern: Pattern, sentence: Sentence, vocabulary: Vocabulary): boolean {
  for (let start = 0; start < sentence.tokens.length; start++) if (matchAt(pattern, sentence.tokens, start, vocabulary)) return true
  return false
}

function matchAt(pattern: Pattern, tokens: readonly Token[], start: number, vocabulary: Vocabulary): PatternMatch | undefined {
  const state: State = {tokens, vocabulary}
  const end = follow(pattern, 0, start, state, (at) => at)
  return end < 0 || end <= start ? undefined : {start, end, human: state.human}
}

/** @returns the end of the match, or -1 */
function follow(pattern: Pattern, index: number, at: number, state: State, then: (at: number) => number): number {
  if (index === pattern.length) return then(at)
  const element = pattern[index]!
  const rest = (next: number): number => follow(pattern, index + 1, next, state, then)
  switch (element.type) {
    case 'start':
      return isSentenceStart(state.tokens, at) ? rest(at) : -1
    case 'end':
      return state.tokens.slice(at).every((token) => token.tag === 'PUNCT') ? rest(at) : -1
    case 'optional': {
      const taken = follow(element.of, 0, at, state, rest)
      return taken >= 0 ? taken : rest(at)
    }
    case 'choice':
      for (const branch of element.of) {
        const end = follow(branch, 0, at, state, rest)
        if (end >= 0) return end
      }
      return -1
    case 'gap':
      for (let skipped = 0; skipped <= element.max; skipped++) {
        const end = rest(at + skipped)
        if (end >= 0) return end
        const token = state.tokens[at + skipped]
        if (!token || isBorder(token)) return -1
      }
      return -1
    default:
      return consume(element, at, state, rest)
  }
}

const isBorder = (token: Token): boolean => token.tag === 'PUNCT' && /^(?:[.;:!?–—]|--+)$/.test(token.text)

/** Marks inside a wording do not break it: “drop, as it were, the ball” does, “the ‘ball’” does not. */
const isTransparent = (token: Token | undefined): boolean => token !== undefined && token.tag === 'PUNCT' && /^["“”'‘’*_]$/.test(token.text)

function consume(element: Exclude<Element, {type: 'start' | 'end' | 'optional' | 'choice' | 'gap'}>, from: number, state: State, rest: (at: number) => number): number {
  let at = from
  while (isTransparent(state.tokens[at])) at++
  const token = state.tokens[at]
  if (!token) return -1
  if (element.type === 'word') return element.words.some((word) => isForm(token, word, element.exact)) ? rest(at + 1) : -1
  if (element.type === 'class') return isIn(token.lemma, element.name) || isIn(token.lower, element.name) || isIn(wordInfo(token.lower).verb?.lemma ?? '', element.name) ? rest(at + 1) : -1
  switch (element.name) {
    case 'np': case 'human': case 'system':
      return nounPhrase(element.name, at, state, rest)
    case 'poss': {
      if (token.tag === 'POSS' || (token.lower === 'her' || token.lower === 'my' || token.lower === 'your')) return rest(at + 1)
      for (const end of phraseEnds(state.tokens, at)) {
        const mark = state.tokens[end]
        if (mark && (mark.lower === "'s" || mark.lower === "'")) {
          const result = rest(end + 1)
          if (result >= 0) return result
        }
      }
      return -1
    }
    default:
      return hasTag(token, element.name) ? rest(at + 1) : -1
  }
}

function isForm(token: Token, word: string, exact: boolean): boolean {
  if (token.lower === word) return true
  if (exact) return false
  return token.lemma === word || wordInfo(token.lower).verb?.lemma === word || wordInfo(token.lower).lemma === word
}

function hasTag(token: Token, name: string): boolean {
  switch (name) {
    case 'verb': return token.tag === 'VERB' || token.tag === 'AUX'
    case 'verb:base': return wordInfo(token.lower).verb?.form === 'base' && token.tag !== 'ADJ'
    case 'verb:ing': return wordInfo(token.lower).verb?.form === 'ing' || token.lower === 'being' || token.lower === 'having'
    case 'verb:ed': { const form = wordInfo(token.lower).verb?.form; return form === 'ed' || form === 'past' || form === 'participle' || (token.tag === 'VERB' && token.form !== 'ing' && token.form !== 's' && /^(?:put|set|cut|let|hit|shut|read|run)$/.test(token.lower)) }
    case 'noun': return token.tag === 'NOUN' || token.tag === 'NAME' || token.tag === 'CODE'
    case 'adj': return token.tag === 'ADJ' || (token.tag === 'VERB' && (token.form === 'ed' || token.form === 'ing'))
    case 'adv': return token.tag === 'ADV'
    case 'num': return token.tag === 'NUM' || /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|half|several|dozen|couple|few)$/.test(token.lower)
    case 'det': return token.tag === 'DET' || token.tag === 'POSS' && token.lower !== "'s"
    case 'pron': return token.tag === 'PRON'
    case 'name': return token.tag === 'NAME'
    case 'be': return token.lemma === 'be'
    case 'have': return token.lemma === 'have'
    case 'do': return token.lemma === 'do'
    case 'not': return token.tag === 'NOT' || token.lower === 'hardly' || token.lower === 'no'
    case 'modal': return token.tag === 'MODAL'
    case 'code': return token.tag === 'CODE'
    case 'punct': return token.tag === 'PUNCT'
    default: return false
  }
}

/** Where a noun phrase that starts here may end: as a whole, and before each possessive mark in it. */
function phraseEnds(tokens: readonly Token[], at: number): number[] {
  const whole = nounPhraseStartingAt(tokens, at)
  if (!whole) return []
  const ends = [whole.end]
  for (let k = at + 1; k < whole.end; k++) if (tokens[k]!.lower === "'s" || tokens[k]!.lower === "'") ends.push(k)
  // “the deploy Lena started”: the phrase may also stop before a name.
  return ends
}

function nounPhrase(name: 'np' | 'human' | 'system', at: number, state: State, rest: (at: number) => number): number {
  for (const end of phraseEnds(state.tokens, at)) {
    const subject = subjectOf(state.tokens, {start: at, end, head: end - 1}, state.vocabulary)
    if (name === 'human' && !isHuman(subject)) continue
    if (name === 'system' && subject?.kind !== 'system') continue
    const before = state.human
    if (name === 'human') state.human ??= subject
    const result = rest(end)
    if (result >= 0) return result
    state.human = before
  }
  return -1
}

/** The first word, or the first after a list marker, a time stamp or a label. */
function isSentenceStart(tokens: readonly Token[], at: number): boolean {
  for (let k = 0; k < at; k++) {
    const token = tokens[k]!
    if (token.tag !== 'PUNCT' && token.tag !== 'NUM' && !(token.lower === 'utc' || token.lower === 'am' || token.lower === 'pm') && !(tokens.slice(k, at).some((t) => t.text === ':') && at - k < 6)) return false
  }
  return true
}
