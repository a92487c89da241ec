import type {Token} from './token.ts'

/** A chain of auxiliaries and its main verb: “should not have been deleted”. Indices into the sentence's tokens. */
export interface VerbGroup {
  readonly start: number
  /** One past the main verb. */
  readonly end: number
  /** Index of the main verb; of the last auxiliary where there is no other verb. */
  readonly head: number
  readonly lemma: string
  readonly kind: 'finite' | 'infinitive' | 'ing' | 'participle' | 'imperative'
  readonly modal?: string
  readonly negated: boolean
  readonly passive: boolean
  /** have + participle */
  readonly perfect: boolean
  readonly past: boolean
  /** Noun phrase in front, as token indices; undefined where the text shows none. */
  readonly subjectTokens?: {readonly start: number; readonly end: number; readonly head: number}
  /** Stands in a relative clause, so that its subject is the noun before it. */
  readonly relative: boolean
}

export function verbGroupsOf(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = []
  let i = 0
  while (i < tokens.length) {
    const tag = tokens[i]!.tag
    if (tag === 'AUX' || tag === 'MODAL' || tag === 'VERB') {
      const group = readGroup(tokens, i, groups)
      groups.push(group)
      i = Math.max(group.end, i + 1)
    } else i++
  }
  return withReducedRelatives(groups, tokens)
}

/** “A plan meant for the sandbox was applied”: the first participle hangs on the noun, the second verb is the noun's. */
function withReducedRelatives(groups: readonly VerbGroup[], tokens: readonly Token[]): VerbGroup[] {
  return groups.map((group, i) => {
    const next = groups[i + 1]
    if (next && isReduced(group, next, tokens)) return {...group, kind: 'participle', passive: true}
    const before = groups[i - 1]
    return before && isReduced(before, group, tokens) ? {...group, subjectTokens: before.subjectTokens} : group
  })
}

function isReduced(group: VerbGroup, next: VerbGroup, tokens: readonly Token[]): boolean {
  if (
    group.kind !== 'finite' ||
    group.head !== group.start ||
    tokens[group.head]!.tag !== 'VERB' ||
    next.kind !== 'finite' ||
    !group.subjectTokens ||
    group.subjectTokens.end !== group.start
  )
    return false
  const form = tokens[group.head]!.form
  if (
    (form !== 'ed' && form !== 'participle') ||
    tokens[group.end]?.tag !== 'PREP' ||
    /^(?:out|up|off|down|away|back|over|on)$/.test(tokens[group.end]!.lower)
  )
    return false
  return !tokens
    .slice(group.end, next.start)
    .some(
      (token) =>
        token.tag === 'PUNCT' ||
        token.tag === 'CONJ' ||
        token.tag === 'SUB' ||
        token.tag === 'PRON' ||
        token.tag === 'TO',
    )
}

function readGroup(tokens: readonly Token[], start: number, earlier: readonly VerbGroup[]): VerbGroup {
  let at = start
  let head = start
  let modal: string | undefined
  let negated = tokens[start - 1]?.tag === 'NOT'
  let last: Token | undefined
  let perfect = false
  let passive = false
  for (; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.tag === 'MODAL' && at === start) modal = token.lower === "'ll" ? 'will' : token.lower
    else if (token.tag === 'NOT') {
      negated = true
      continue
    } else if (token.tag === 'ADV' && at > start && continues(tokens, at)) continue
    else if (token.tag === 'TO' && last?.lower === 'ought') continue
    else if (
      token.tag === 'PRON' &&
      at === start + 1 &&
      /^(?:i|we|he|she|they|you|anyone|anybody|nobody|someone|somebody|everyone|it)$/.test(token.lower) &&
      tokens[start]!.tag !== 'VERB' &&
      isVerbal(tokens[at + 1])
    )
      continue
    else if (token.tag === 'AUX') {
      if (last?.lemma === 'have' && token.lemma === 'be') perfect = true
    } else if (token.tag === 'VERB') {
      if (at > start && !fits(last, token)) break
      if (last?.lemma === 'have' && isParticiple(token)) perfect = true
      if ((last?.lemma === 'be' || last?.lemma === 'get') && isParticiple(token)) passive = true
      head = at
      last = token
      at++
      if (token.lemma === 'get' && tokens[at]?.tag === 'VERB' && isParticiple(tokens[at]!)) {
        passive = true
        head = at
        at++
      }
      break
    } else break
    last = token
    head = at
  }
  const first = tokens[start]!
  const main = tokens[head]!
  const to =
    tokens[start - 1]?.tag === 'TO' ||
    (tokens[start - 1]?.tag === 'ADV' && tokens[start - 2]?.tag === 'TO') ||
    (tokens[start - 1]?.tag === 'NOT' && tokens[start - 2]?.tag === 'TO')
  const kind: VerbGroup['kind'] = to
    ? 'infinitive'
    : first.tag === 'VERB' && first.form === 'ing'
      ? 'ing'
      : (first.tag === 'AUX' && first.lower === 'being') || first.lower === 'having'
        ? 'ing'
        : first.tag === 'VERB' && first.form === 'participle' && start === head
          ? 'participle'
          : first.tag === 'VERB' && first.form === 'base' && start === head && !hasSubjectBefore(tokens, start)
            ? 'imperative'
            : 'finite'
  const past =
    !modal &&
    (first.lower === 'was' ||
      first.lower === 'were' ||
      first.lower === 'did' ||
      first.lower === 'had' ||
      first.form === 'past' ||
      first.form === 'ed' ||
      first.lower === 'been' ||
      perfect)
  const end = Math.max(at, head + 1)
  const {subjectTokens, relative} = findSubject(tokens, {start, end, head, kind}, earlier)
  return {start, end, head, lemma: main.lemma, kind, modal, negated, passive, perfect, past, subjectTokens, relative}
}

export const isParticiple = (token: Token): boolean =>
  token.form === 'ed' ||
  token.form === 'participle' ||
  (token.form === 'base' &&
    /^(?:put|set|cut|run|let|hit|shut|split|reset|overrun|come|become|read|hurt|spread|cast)$/.test(token.lower))
const isVerbal = (token: Token | undefined): boolean =>
  token?.tag === 'VERB' || token?.tag === 'AUX' || token?.tag === 'NOT' || token?.tag === 'ADV'
const hasSubjectBefore = (tokens: readonly Token[], i: number): boolean => {
  const tag = tokens[i - 1]?.tag
  return tag === 'NOUN' || tag === 'NAME' || tag === 'PRON' || tag === 'ADV' || tag === 'CODE' || tag === 'CONJ'
}

/** An adverb inside the chain: “was then deleted”. */
function continues(tokens: readonly Token[], at: number): boolean {
  for (let k = at; k < Math.min(tokens.length, at + 3); k++) {
    const tag = tokens[k]!.tag
    if (tag === 'VERB' || tag === 'AUX') return true
    if (tag !== 'ADV' && tag !== 'NOT') return false
  }
  return false
}

function fits(last: Token | undefined, token: Token): boolean {
  if (!last) return true
  if (last.tag === 'MODAL' || last.lemma === 'do') return token.form === 'base' || isParticiple(token)
  if (last.lemma === 'have') return isParticiple(token)
  if (last.lemma === 'be') return isParticiple(token) || token.form === 'ing'
  return last.tag === 'AUX'
}

type Group = Pick<VerbGroup, 'start' | 'end' | 'head' | 'kind'>
type SubjectPart = Pick<VerbGroup, 'subjectTokens' | 'relative'>

function findSubject(tokens: readonly Token[], group: Group, earlier: readonly VerbGroup[]): SubjectPart {
  // “Did nobody look?”, “should we have”: the subject stands inside the chain.
  for (let k = group.start + 1; k < group.head; k++)
    if (tokens[k]!.tag === 'PRON') return {subjectTokens: {start: k, end: k + 1, head: k}, relative: false}
  const inverted = invertedSubject(tokens, group)
  if (inverted) return {subjectTokens: inverted, relative: false}
  if (group.kind === 'infinitive' || group.kind === 'ing' || group.kind === 'participle')
    return controllerOf(tokens, group, earlier)
  let at = group.start - 1
  while (at >= 0 && (tokens[at]!.tag === 'ADV' || tokens[at]!.tag === 'NOT')) at--
  at = skipParenthesis(tokens, at)
  if (at < 0) return {relative: false}
  const token = tokens[at]!
  if (token.tag === 'CONJ' || (token.tag === 'PUNCT' && token.text === ','))
    return coordinated(tokens, at, group, earlier)
  if (token.tag === 'PRON' && /^(?:who|which|that)$/.test(token.lower)) {
    const antecedent = nounPhraseEndingAt(tokens, skipComma(tokens, at - 1))
    return {subjectTokens: antecedent ? withoutTail(tokens, antecedent) : antecedent, relative: true}
  }
  const phrase = nounPhraseEndingAt(tokens, at)
  if (!phrase) return {relative: false}
  return climb(tokens, phrase, earlier)
}

const skipComma = (tokens: readonly Token[], at: number): number => (tokens[at]?.text === ',' ? at - 1 : at)

/** “Why did Sam deploy”, “had the team tested”. */
function invertedSubject(tokens: readonly Token[], group: Group): VerbGroup['subjectTokens'] {
  const auxiliary = tokens[group.start]!
  if (auxiliary.tag !== 'AUX' && auxiliary.tag !== 'MODAL') return undefined
  if (group.head !== group.start) return undefined
  const previous = tokens[group.start - 1]
  const opens =
    previous === undefined ||
    /^(?:why|how|when|where|what|who|,|and|so|:|—|–|not|never|nor)$/.test(previous.lower) ||
    previous.tag === 'PUNCT' ||
    previous.tag === 'ADV'
  if (!opens || (previous && /^(?:who|what)$/.test(previous.lower))) return undefined
  let start = group.start + 1
  while (tokens[start]?.tag === 'NOT') start++
  return nounPhraseStartingAt(tokens, start)
}

/** The subject of an infinitive or -ing form is that of the verb it hangs on. */
function controllerOf(tokens: readonly Token[], group: Group, earlier: readonly VerbGroup[]): SubjectPart {
  const before = tokens[group.start - 1]
  // “Priya pushing straight to main”, “Wei not reading the runbook”
  if (group.kind === 'ing' && before) {
    const at = before.tag === 'NOT' || before.tag === 'ADV' || before.lower === "'s" ? group.start - 2 : group.start - 1
    const phrase =
      at >= 0 &&
      (tokens[at]!.tag === 'NOUN' ||
        tokens[at]!.tag === 'NAME' ||
        tokens[at]!.tag === 'PRON' ||
        tokens[at]!.tag === 'POSS')
        ? nounPhraseEndingAt(tokens, at)
        : undefined
    if (phrase && isAgentLike(tokens[phrase.head]!)) return {subjectTokens: phrase, relative: false}
  }
  const main = [...earlier].reverse().find((other) => other.kind === 'finite' || other.kind === 'imperative')
  return {subjectTokens: main?.subjectTokens, relative: false}
}

const isAgentLike = (token: Token): boolean => token.tag === 'NAME' || token.tag === 'PRON' || token.tag === 'NOUN'

/** “Sam restarted the pod and forgot to …”: the subject of the verb before. “X and Y forgot”: both. */
function coordinated(tokens: readonly Token[], at: number, group: Group, earlier: readonly VerbGroup[]): SubjectPart {
  const previous =
    earlier.filter((other) => other.kind !== 'infinitive' && other.kind !== 'ing').at(-1) ?? earlier.at(-1)
  if (previous) return {subjectTokens: previous.subjectTokens, relative: previous.relative}
  const phrase = nounPhraseEndingAt(tokens, at - 1)
  // “…, then quietly overrode it”: only a comma in between, and no verb yet.
  return {subjectTokens: phrase && group.start > 0 ? phrase : undefined, relative: false}
}

interface Phrase {
  readonly start: number
  readonly end: number
  readonly head: number
}

/** From the phrase right before the verb to the one that governs it: out of prepositional tails and relative clauses. */
function climb(tokens: readonly Token[], phrase: Phrase, earlier: readonly VerbGroup[]): SubjectPart {
  let current = phrase
  for (let guard = 0; guard < 6; guard++) {
    const before = tokens[current.start - 1]
    if (!before) break
    if (before.tag === 'PREP' && !isFronted(tokens, current.start - 1)) {
      const outer = nounPhraseEndingAt(tokens, current.start - 2)
      if (!outer) break
      current = outer
      continue
    }
    // The object of a relative clause: “the engineer who restarted the pod forgot”.
    const inner = earlier.at(-1)
    if (
      inner?.relative &&
      inner.subjectTokens &&
      inner.end >= current.start - 3 &&
      inner.end <= current.start + 1 &&
      inner.kind === 'finite'
    ) {
      current = inner.subjectTokens
      break
    }
    if (before.tag === 'CONJ' && current.start >= 2) {
      const other = nounPhraseEndingAt(tokens, current.start - 2)
      if (other && !earlier.some((verb) => verb.end <= current.start && verb.start >= other.start - 1)) {
        const isFirst = !earlier.some((verb) => verb.kind === 'finite' && verb.end <= other.start)
        if (isFirst || tokens[other.start - 1]?.tag === 'SUB')
          return {subjectTokens: {start: other.start, end: current.end, head: current.head}, relative: false}
      }
    }
    break
  }
  return {subjectTokens: current, relative: false}
}

/** “After the deploy Priya …”: the preposition opens the sentence, so what follows is no tail. */
function isFronted(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    before === undefined ||
    before.tag === 'PUNCT' ||
    before.tag === 'SUB' ||
    before.tag === 'CONJ' ||
    before.tag === 'VERB' ||
    before.tag === 'AUX' ||
    before.tag === 'ADV'
  )
}

function withoutTail(tokens: readonly Token[], phrase: Phrase): Phrase {
  let current = phrase
  for (
    let guard = 0;
    guard < 4 && tokens[current.start - 1]?.tag === 'PREP' && !isFronted(tokens, current.start - 1);
    guard++
  ) {
    const outer = nounPhraseEndingAt(tokens, current.start - 2)
    if (!outer) break
    current = outer
  }
  return current
}

/** Over “(who was on call)”, “, of all people,” and the like, backwards. */
function skipParenthesis(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  if (!token || token.tag !== 'PUNCT') return at
  if (token.text === ')') {
    for (let k = at - 1; k >= Math.max(0, at - 25); k--) if (tokens[k]!.text === '(') return k - 1
  }
  if (token.text === ',' || (token.tag === 'PUNCT' && /^[–—-]+$/.test(token.text))) {
    for (let k = at - 1; k >= Math.max(1, at - 14); k--) {
      if (tokens[k]!.text === token.text && k > 0) {
        const inside = tokens.slice(k + 1, at)
        const before = tokens[k - 1]!
        if (before.tag === 'NOUN' || before.tag === 'NAME' || before.tag === 'PRON') {
          return inside.some((t) => t.tag === 'CONJ') && inside.length > 8 ? at : k - 1
        }
      }
    }
  }
  return at
}

export function nounPhraseEndingAt(tokens: readonly Token[], end: number): Phrase | undefined {
  let last = end
  if (last < 0) return undefined
  if (
    tokens[last]!.tag === 'PUNCT' &&
    (tokens[last]!.text === '"' || tokens[last]!.text === '”' || tokens[last]!.text === "'")
  )
    last--
  const token = tokens[last]
  if (!token) return undefined
  if (token.tag === 'PRON') {
    if (token.lower === 'one' && tokens[last - 1]?.lower === 'no') return {start: last - 1, end: last + 1, head: last}
    return {start: last, end: last + 1, head: last}
  }
  if (token.tag === 'POSS' && token.lower === "'s") return nounPhraseEndingAt(tokens, last - 1)
  if (token.tag === 'DET' && /^(?:this|that|these|those|all|some|none|both|each|another)$/.test(token.lower))
    return {start: last, end: last + 1, head: last}
  if (!isNounLike(token)) return undefined
  let start = last
  while (start > 0) {
    const before = tokens[start - 1]!
    if (isNounLike(before) && !(before.tag === 'NAME' && tokens[start]!.tag === 'DET')) {
      if (before.tag === 'NOUN' && tokens[start]!.tag === 'NAME' && isPlainTime(before)) break
      start--
    } else if (
      before.tag === 'ADJ' ||
      before.tag === 'NUM' ||
      before.tag === 'POSS' ||
      (before.tag === 'ADV' && tokens[start]!.tag === 'ADJ')
    )
      start--
    else if (before.tag === 'DET') {
      start--
      break
    } else break
  }
  return {start, end: last + 1, head: last}
}

const isPlainTime = (token: Token): boolean =>
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|evening|night|time|later|minutes?|hours?|days?|weeks?)$/.test(
    token.lower,
  )

const isNounLike = (token: Token): boolean =>
  token.tag === 'NOUN' ||
  token.tag === 'NAME' ||
  token.tag === 'CODE' ||
  (token.tag === 'NUM' && !/^[~≈]?\d{1,2}:\d\d/.test(token.text))

export function nounPhraseStartingAt(tokens: readonly Token[], start: number): Phrase | undefined {
  let at = start
  const first = tokens[at]
  if (!first) return undefined
  if (first.tag === 'PRON') return {start, end: start + 1, head: start}
  if (first.tag === 'DET' && first.lower === 'no' && tokens[at + 1]?.lower === 'one')
    return {start, end: start + 2, head: start + 1}
  let head = -1
  for (; at < tokens.length; at++) {
    const token = tokens[at]!
    if (isNounLike(token)) {
      if (head >= 0 && token.tag === 'NAME' && tokens[head]!.tag === 'NOUN' && tokens[at - 1]!.lower !== "'s") break
      head = at
    } else if (token.tag === 'DET' && at > start && tokens[at - 1]!.lower !== 'all' && tokens[at - 1]!.lower !== 'both')
      break
    else if (token.tag === 'POSS' && (head < 0 || token.lower === "'s" || token.lower === "'")) continue
    else if (
      token.tag !== 'DET' &&
      token.tag !== 'ADJ' &&
      token.tag !== 'POSS' &&
      !(token.tag === 'ADV' && head < 0) &&
      !(token.tag === 'CODE')
    )
      break
  }
  return head < 0 ? undefined : {start, end: head + 1, head}
}
