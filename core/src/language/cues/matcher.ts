import {isIn} from '../lexicon.ts'
import {isHuman, type Subject} from '../subject.ts'
import type {Token} from '../token.ts'
import {nounPhraseStartingAt} from '../verb-groups.ts'
import {subjectOf, type Vocabulary} from '../vocabulary.ts'
import type {Choice, Element, Pattern} from './pattern.ts'
import {type Slot, TAGS} from './tags.ts'

/** Where a pattern matches, as token indices, with the first person or team that stands in one of its slots. */
export interface PatternMatch {
  readonly start: number
  readonly end: number
  readonly human?: Subject
}

/** One sentence while patterns are tried on it; its noun phrases are read once for all of them. */
export class Reading {
  readonly tokens: readonly Token[]
  /** The first person or team in a slot of the match that is being tried. */
  human: Subject | undefined
  private readonly vocabulary: Vocabulary
  private readonly phrases: (readonly Filling[] | undefined)[] = []

  constructor(tokens: readonly Token[], vocabulary: Vocabulary) {
    this.tokens = tokens
    this.vocabulary = vocabulary
  }

  /** What a slot that starts here may hold, the longest first. */
  fillingsAt(at: number): readonly Filling[] {
    return (this.phrases[at] ??= phraseEnds(this.tokens, at).map((end) => ({end})))
  }

  /** Who the noun phrase in the slot stands for. */
  subjectIn(filling: Filling, at: number): Subject {
    const phrase = {start: at, end: filling.end, head: filling.end - 1}
    return (filling.subject ??= subjectOf(this.tokens, phrase, this.vocabulary)!)
  }
}

interface Filling {
  readonly end: number
  subject?: Subject
}

/** Quotation marks inside a match, which no pattern counts. */
const SLACK = 2

/**
 * Looks for the pattern where its anchor stands at the token `at`, between `least` and `most` tokens behind the start of the match.
 */
export function matchAround(
  matcher: Matcher,
  reading: Reading,
  at: number,
  least: number,
  most: number,
): PatternMatch | undefined {
  const first = Math.max(0, at - most - (most > 0 ? SLACK : 0))
  for (let start = at - least; start >= first; start--) {
    reading.human = undefined
    const end = matcher(reading, start)
    if (end > at) return {start, end, human: reading.human}
  }
  return undefined
}

/** Whether the pattern matches anywhere in the sentence. */
export function matchesAnywhere(matcher: Matcher, reading: Reading): boolean {
  for (let start = 0; start < reading.tokens.length; start++) {
    reading.human = undefined
    if (matcher(reading, start) > start) return true
  }
  return false
}

/** Tries the rest of a pattern from a token on. @returns the end of the match, or -1 */
export type Matcher = (reading: Reading, at: number) => number

/** Makes a pattern into a function, from its end to its start: each element is called with the matcher of what follows. */
export function compile(pattern: Pattern, then: Matcher = (_reading, at) => at): Matcher {
  return pattern.reduceRight((rest, element) => compileElement(element, rest), then)
}

function compileElement(element: Element, rest: Matcher): Matcher {
  switch (element.type) {
    case 'start':
      return (reading, at) => (isSentenceStart(reading.tokens, at) ? rest(reading, at) : -1)
    case 'end':
      return (reading, at) => (isSentenceEnd(reading.tokens, at) ? rest(reading, at) : -1)
    case 'optional': {
      const taken = compile(element.of, rest)
      return (reading, at) => {
        const end = taken(reading, at)
        return end >= 0 ? end : rest(reading, at)
      }
    }
    case 'choice':
      return compileChoice(element, rest)
    case 'gap':
      return (reading, at) => {
        for (let next = at; next <= at + element.max; next++) {
          const end = rest(reading, next)
          if (end >= 0) return end
          const token = reading.tokens[next]
          if (!token || isBorder(token)) return -1
        }
        return -1
      }
    case 'tag':
      return single(TAGS[element.name]!, rest)
    case 'slot':
      return compileSlot(element.name, rest)
    case 'word': {
      const {word, exact} = element
      return single(exact ? (token) => token.lower === word : (token) => isForm(token, word), rest)
    }
    case 'words': {
      const {words} = element
      return single((token) => isAmong(token, words), rest)
    }
    case 'class': {
      const {name} = element
      return single((token) => isOfClass(token, name), rest)
    }
  }
}

/** What takes exactly one token. */
const single =
  (test: (token: Token) => boolean, rest: Matcher): Matcher =>
  (reading, at) => {
    const here = skipTransparent(reading.tokens, at)
    const token = reading.tokens[here]
    return token !== undefined && test(token) ? rest(reading, here + 1) : -1
  }

function compileChoice({words, byFirst, others}: Choice, rest: Matcher): Matcher {
  const tails = new Map([...byFirst].map(([first, branches]) => [first, branches.map((tail) => compile(tail, rest))]))
  const whole = others.map((branch) => compile(branch, rest))
  return (reading, at) => {
    const here = skipTransparent(reading.tokens, at)
    const token = reading.tokens[here]
    if (token) {
      if (words.size && isAmong(token, words)) {
        const end = rest(reading, here + 1)
        if (end >= 0) return end
      }
      if (tails.size)
        for (const form of formsOf(token)) {
          for (const tail of tails.get(form) ?? []) {
            const end = tail(reading, here + 1)
            if (end >= 0) return end
          }
        }
    }
    for (const branch of whole) {
      const end = branch(reading, at)
      if (end >= 0) return end
    }
    return -1
  }
}

function compileSlot(name: Slot, rest: Matcher): Matcher {
  if (name === 'poss') return possessive(rest)
  return (reading, from) => {
    const at = skipTransparent(reading.tokens, from)
    for (const filling of reading.fillingsAt(at)) {
      if (name === 'np') {
        const end = rest(reading, filling.end)
        if (end >= 0) return end
        continue
      }
      const subject = reading.subjectIn(filling, at)
      if (name === 'human' ? !isHuman(subject) : subject.kind !== 'system') continue
      const before = reading.human
      if (name === 'human') reading.human ??= subject
      const end = rest(reading, filling.end)
      if (end >= 0) return end
      reading.human = before
    }
    return -1
  }
}

/** “her”, “my”, “the lead's”. “'s” alone would start the match in the middle of “the lead's”. */
const possessive =
  (rest: Matcher): Matcher =>
  (reading, from) => {
    const at = skipTransparent(reading.tokens, from)
    const token = reading.tokens[at]
    if (!token) return -1
    if (
      (token.tag === 'POSS' && !token.lower.startsWith("'")) ||
      token.lower === 'her' ||
      token.lower === 'my' ||
      token.lower === 'your'
    )
      return rest(reading, at + 1)
    for (const {end} of reading.fillingsAt(at)) {
      const mark = reading.tokens[end]
      if (mark && (mark.lower === "'s" || mark.lower === "'")) {
        const result = rest(reading, end + 1)
        if (result >= 0) return result
      }
    }
    return -1
  }

function skipTransparent(tokens: readonly Token[], from: number): number {
  let at = from
  while (isTransparent(tokens[at])) at++
  return at
}

const isBorder = (token: Token): boolean => token.tag === 'PUNCT' && /^(?:[.;:!?–—]|--+)$/.test(token.text)

/** Marks inside a wording do not break it: “drop, as it were, the ball” does, “the ‘ball’” does not. */
export const isTransparent = (token: Token | undefined): boolean =>
  token !== undefined && token.tag === 'PUNCT' && /^["“”'‘’*_]$/.test(token.text)

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

const isForm = (token: Token, word: string): boolean =>
  token.lower === word || token.lemma === word || token.info?.verb?.lemma === word || token.info?.lemma === word

const isOfClass = ({lemma, lower, info}: Token, name: string): boolean =>
  isIn(lemma, name) || isIn(lower, name) || (info?.verb !== undefined && isIn(info.verb.lemma, name))

/** Where a noun phrase that starts here may end: as a whole, and before each possessive mark in it. */
function phraseEnds(tokens: readonly Token[], at: number): number[] {
  const whole = nounPhraseStartingAt(tokens, at)
  if (!whole) return []
  const ends = [whole.end]
  for (let k = at + 1; k < whole.end; k++) if (tokens[k]!.lower === "'s" || tokens[k]!.lower === "'") ends.push(k)
  return ends
}

/** Only marks follow. */
function isSentenceEnd(tokens: readonly Token[], at: number): boolean {
  for (let k = at; k < tokens.length; k++) if (tokens[k]!.tag !== 'PUNCT') return false
  return true
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
