import {isIn} from '../lexicon.ts'
import type {Sentence} from '../sentence.ts'
import {isHuman, type Subject} from '../subject.ts'
import type {Token} from '../token.ts'
import {nounPhraseStartingAt} from '../verb-groups.ts'
import {subjectOf, type Vocabulary} from '../vocabulary.ts'
import type {Anchor} from './anchors.ts'
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

/** Quotation marks inside a match, which no pattern counts. */
const SLACK = 2

/** Looks for the pattern where its anchor stands at the token `at`. */
export function matchAround(
  pattern: Pattern,
  {least, most}: Anchor,
  sentence: Sentence,
  at: number,
  vocabulary: Vocabulary,
): PatternMatch | undefined {
  const {tokens} = sentence
  const first = Math.max(0, at - most - (most > 0 ? SLACK : 0))
  for (let start = at - least; start >= first; start--) {
    const match = matchAt(pattern, tokens, start, vocabulary)
    if (match && match.end > at) return match
  }
  return undefined
}

/** Whether the pattern matches anywhere in the sentence. */
export function matchesAnywhere(pattern: Pattern, sentence: Sentence, vocabulary: Vocabulary): boolean {
  for (let start = 0; start < sentence.tokens.length; start++)
    if (matchAt(pattern, sentence.tokens, start, vocabulary)) return true
  return false
}

function matchAt(
  pattern: Pattern,
  tokens: readonly Token[],
  start: number,
  vocabulary: Vocabulary,
): PatternMatch | undefined {
  const state: State = {tokens, vocabulary}
  const end = follow(pattern, 0, start, state, (at) => at)
  return end < 0 || end <= start ? undefined : {start, end, human: state.human}
}

/** @returns the end of the match, or -1 */
function follow(pattern: Pattern, from: number, start: number, state: State, then: (at: number) => number): number {
  let index = from
  let at = start
  // What takes exactly one token needs no way back.
  for (; index < pattern.length; index++) {
    const single = pattern[index]!
    if (
      single.type !== 'word' &&
      single.type !== 'words' &&
      single.type !== 'class' &&
      !(single.type === 'tag' && !isPhrase(single.name))
    )
      break
    at = skipTransparent(state.tokens, at)
    const token = state.tokens[at]
    if (!token || !isMatch(single, token)) return -1
    at++
  }
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
    case 'choice': {
      const next = skipTransparent(state.tokens, at)
      const token = state.tokens[next]
      if (token) {
        if (isAmong(token, element.words)) {
          const end = rest(next + 1)
          if (end >= 0) return end
        }
        for (const key of formsOf(token)) {
          for (const branch of element.byFirst.get(key) ?? []) {
            const end = follow(branch, 0, next, state, rest)
            if (end >= 0) return end
          }
        }
      }
      for (const branch of element.others) {
        const end = follow(branch, 0, at, state, rest)
        if (end >= 0) return end
      }
      return -1
    }
    case 'gap':
      for (let skipped = 0; skipped <= element.max; skipped++) {
        const end = rest(at + skipped)
        if (end >= 0) return end
        const token = state.tokens[at + skipped]
        if (!token || isBorder(token)) return -1
      }
      return -1
    case 'tag':
      return phrase(element.name, skipTransparent(state.tokens, at), state, rest)
    default:
      return -1
  }
}

const isPhrase = (name: string): boolean => name === 'np' || name === 'human' || name === 'system' || name === 'poss'

function skipTransparent(tokens: readonly Token[], from: number): number {
  let at = from
  while (isTransparent(tokens[at])) at++
  return at
}

const isBorder = (token: Token): boolean => token.tag === 'PUNCT' && /^(?:[.;:!?–—]|--+)$/.test(token.text)

/** Marks inside a wording do not break it: “drop, as it were, the ball” does, “the ‘ball’” does not. */
const isTransparent = (token: Token | undefined): boolean =>
  token !== undefined && token.tag === 'PUNCT' && /^["“”'‘’*_]$/.test(token.text)

type Single = Extract<Element, {type: 'word' | 'words' | 'class' | 'tag'}>

function isMatch(element: Single, token: Token): boolean {
  switch (element.type) {
    case 'word':
      return isForm(token, element.word, element.exact)
    case 'words':
      return isAmong(token, element.words)
    case 'class':
      return (
        isIn(token.lemma, element.name) ||
        isIn(token.lower, element.name) ||
        (token.info?.verb !== undefined && isIn(token.info.verb.lemma, element.name))
      )
    case 'tag':
      return hasTag(token, element.name)
  }
}

/** The forms by which a pattern may name the token: as written, its dictionary forms as noun and as verb. */
function formsOf(token: Token): readonly string[] {
  const forms = [token.lower]
  if (token.lemma !== token.lower) forms.push(token.lemma)
  if (token.info && token.info.lemma !== token.lemma && token.info.lemma !== token.lower) forms.push(token.info.lemma)
  const verb = token.info?.verb?.lemma
  if (verb !== undefined && !forms.includes(verb)) forms.push(verb)
  return forms
}

const isAmong = (token: Token, words: ReadonlySet<string>): boolean =>
  words.has(token.lower) ||
  words.has(token.lemma) ||
  (token.info !== undefined &&
    (words.has(token.info.lemma) || (token.info.verb !== undefined && words.has(token.info.verb.lemma))))

function phrase(name: string, at: number, state: State, rest: (at: number) => number): number {
  const token = state.tokens[at]
  if (!token) return -1
  if (name !== 'poss') return nounPhrase(name as 'np' | 'human' | 'system', at, state, rest)
  // “'s” alone would start the match in the middle of “the lead's”.
  if (
    (token.tag === 'POSS' && !token.lower.startsWith("'")) ||
    token.lower === 'her' ||
    token.lower === 'my' ||
    token.lower === 'your'
  )
    return rest(at + 1)
  for (const end of phraseEnds(state.tokens, at)) {
    const mark = state.tokens[end]
    if (mark && (mark.lower === "'s" || mark.lower === "'")) {
      const result = rest(end + 1)
      if (result >= 0) return result
    }
  }
  return -1
}

function isForm(token: Token, word: string, exact: boolean): boolean {
  if (token.lower === word) return true
  if (exact) return false
  return token.lemma === word || token.info?.verb?.lemma === word || token.info?.lemma === word
}

function hasTag(token: Token, name: string): boolean {
  switch (name) {
    case 'verb':
      return token.tag === 'VERB' || token.tag === 'AUX'
    case 'verb:base':
      return token.info?.verb?.form === 'base' && token.tag !== 'ADJ'
    case 'verb:ing':
      return token.info?.verb?.form === 'ing' || token.lower === 'being' || token.lower === 'having'
    case 'verb:ed': {
      const form = token.info?.verb?.form
      return (
        form === 'ed' ||
        form === 'past' ||
        form === 'participle' ||
        (token.tag === 'VERB' &&
          token.form !== 'ing' &&
          token.form !== 's' &&
          /^(?:put|set|cut|let|hit|shut|read|run)$/.test(token.lower))
      )
    }
    case 'noun':
      return token.tag === 'NOUN' || token.tag === 'NAME' || token.tag === 'CODE'
    case 'adj':
      return token.tag === 'ADJ' || (token.tag === 'VERB' && (token.form === 'ed' || token.form === 'ing'))
    case 'adv':
      return token.tag === 'ADV'
    case 'num':
      return (
        token.tag === 'NUM' ||
        /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|half|several|dozen|couple|few)$/.test(
          token.lower,
        )
      )
    case 'det':
      return token.tag === 'DET' || (token.tag === 'POSS' && token.lower !== "'s")
    case 'pron':
      return token.tag === 'PRON'
    case 'name':
      return token.tag === 'NAME'
    case 'be':
      return token.lemma === 'be'
    case 'have':
      return token.lemma === 'have'
    case 'do':
      return token.lemma === 'do'
    case 'not':
      return token.tag === 'NOT' || token.lower === 'hardly' || token.lower === 'no'
    case 'modal':
      return token.tag === 'MODAL'
    case 'code':
      return token.tag === 'CODE'
    case 'punct':
      return token.tag === 'PUNCT'
    default:
      return false
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
    if (
      token.tag !== 'PUNCT' &&
      token.tag !== 'NUM' &&
      !(token.lower === 'utc' || token.lower === 'am' || token.lower === 'pm') &&
      !(tokens.slice(k, at).some((t) => t.text === ':') && at - k < 6)
    )
      return false
  }
  return true
}
