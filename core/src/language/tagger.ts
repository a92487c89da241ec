import {isIn} from './lexicon.ts'
import type {Tag, Token} from './token.ts'
import {wordInfo} from './word-info.ts'

/**
 * Settles each token's tag from its neighbours, left to right. Words come with their most likely tag; only those that
 * may be noun, verb or adjective are looked at again, and capitalised words that may be names.
 */
export function tagTokens(tokens: readonly Token[]): void {
  const first = tokens.findIndex((token) => token.tag !== 'PUNCT')
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.tag === 'PUNCT' || token.tag === 'CODE' || token.tag === 'NUM') continue
    if (token.tag === 'NAME') continue
    const open = token.tag === 'NOUN' || token.tag === 'VERB' || token.tag === 'ADJ' || token.tag === 'ADV'
    if (open && isCapitalised(token) && isName(tokens, i, first)) {
      token.tag = 'NAME'
      token.form = undefined
      token.lemma = token.lower
      continue
    }
    if (open) settle(tokens, i, first)
    else settleClosed(tokens, i)
  }
}

const isCapitalised = (token: Token): boolean => /^\p{Lu}/u.test(token.text)

/** Capitalised inside a sentence, or unknown at its start. */
function isName(tokens: readonly Token[], i: number, first: number): boolean {
  const token = tokens[i]!
  const info = wordInfo(token.lower)
  if (i !== first && !afterColon(tokens, i)) return !isTitleCase(tokens) || !info.known
  return !info.known || (/^\p{Lu}{2,}$/u.test(token.text) && !info.noun) || actsLikePerson(tokens, i)
}

const GROUPS = [
  'department',
  'team',
  'role',
  'organisation',
  'system',
  'work',
  'artefact',
  'system-acronym',
  'product',
  'ambiguous-role',
  'ambiguous-team',
  'indefinite',
]

/** “Grace forgot to …”: a bare singular that does what only people do is a name, though it is a word as well. */
function actsLikePerson(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  if (isPlural(token) || isIn(token.lower, ...GROUPS) || !/^\p{Lu}\p{Ll}/u.test(token.text)) return false
  if (/(?:tion|sion|ness|ship|ware|age)$/.test(token.lower)) return false
  if (token.info?.verb && token.info.verb.form !== 'base' && token.info.known) return false
  let at = i + 1
  while (
    tokens[at] &&
    (tokens[at]!.tag === 'ADV' || tokens[at]!.tag === 'AUX' || tokens[at]!.tag === 'MODAL' || tokens[at]!.tag === 'NOT')
  )
    at++
  const verb = tokens[at]?.info?.verb
  if (!verb || (at === i + 1 && verb.form !== 'past' && verb.form !== 'ed' && verb.form !== 's')) return false
  return (
    isIn(verb.lemma, 'human-only', 'communication', 'oversight', 'human-act', 'perception') ||
    isIn(token.lower, 'given-name')
  )
}

const afterColon = (tokens: readonly Token[], i: number): boolean =>
  /^(?:[:–—•(\[“"]|-|\.|\?|!)$/.test(tokens[i - 1]?.text ?? '') || tokens[i - 1]?.tag === 'NUM'

/** Headline style says nothing about names. */
function isTitleCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => /^\p{L}{4,}/u.test(token.text))
  return words.length > 3 && words.filter(isCapitalised).length / words.length > 0.7
}

function before(tokens: readonly Token[], i: number): Token | undefined {
  for (let k = i - 1; k >= 0; k--) if (tokens[k]!.tag !== 'ADV' || tokens[k]!.lower === 'so') return tokens[k]
  return undefined
}

const isNominal = (tag: Tag | undefined): boolean => tag === 'NOUN' || tag === 'NAME' || tag === 'CODE'
const isSubjectPronoun = (token: Token | undefined): boolean =>
  token?.tag === 'PRON' &&
  /^(?:i|we|you|he|she|they|it|who|which|that|somebody|someone|anybody|anyone|nobody|everybody|everyone|whoever|nothing|something|everything|none|one)$/.test(
    token.lower,
  )

function settle(tokens: readonly Token[], i: number, first: number): void {
  const token = tokens[i]!
  const info = wordInfo(token.lower)
  const previous = before(tokens, i)
  const direct = tokens[i - 1]
  const next = tokens[i + 1]
  if (token.lower === 'longer' && direct?.tag === 'NOT') {
    token.tag = 'ADV'
    return
  }
  if (info.verb && canBeVerb(tokens, i, first)) {
    const {form, lemma} = info.verb
    if (isVerbHere(token, form, info.noun, info.adjective, previous, direct, next, tokens, i, first)) {
      token.tag = 'VERB'
      token.form = form
      token.lemma = lemma
      return
    }
  }
  if (info.adverb && !info.noun && !info.adjective) token.tag = 'ADV'
  else if (info.adjective && !info.noun) token.tag = 'ADJ'
  else if (info.adjective && info.noun)
    token.tag = isNominal(next?.tag) || next?.tag === 'ADJ' || previous?.lemma === 'be' ? 'ADJ' : 'NOUN'
  else if (info.noun) token.tag = 'NOUN'
  else if (info.verb) {
    // A verb form that does no verb's work: “the deleted branch”, “the monitoring”.
    token.tag =
      info.verb.form === 'ed' || info.verb.form === 'participle'
        ? 'ADJ'
        : info.verb.form === 'ing' && isNominal(next?.tag)
          ? 'ADJ'
          : 'NOUN'
    token.form = info.verb.form
    token.lemma = info.verb.lemma
    return
  }
  token.form = undefined
  token.lemma = info.noun || !info.verb ? wordInfo(token.lower).lemma : token.lemma
  if (info.noun && info.verb && info.verb.lemma === token.lower) token.lemma = token.lower
}

function canBeVerb(tokens: readonly Token[], i: number, first: number): boolean {
  const direct = tokens[i - 1]
  if (!direct || i === first) return true
  if (
    direct.tag === 'DET' &&
    direct.lower !== 'that' &&
    direct.lower !== 'this' &&
    direct.lower !== 'all' &&
    direct.lower !== 'both'
  )
    return false
  if (direct.tag === 'POSS' && direct.lower !== "'s" && direct.lower !== 'her') return false
  return true
}

function isVerbHere(
  token: Token,
  form: string,
  noun: boolean,
  adjective: boolean,
  previous: Token | undefined,
  direct: Token | undefined,
  next: Token | undefined,
  tokens: readonly Token[],
  i: number,
  first: number,
): boolean {
  const afterAux = previous?.tag === 'AUX' || previous?.tag === 'MODAL' || previous?.tag === 'NOT'
  if (form === 'base') {
    if (previous?.tag === 'AUX' && previous.lemma !== 'do' && INVARIANT.test(token.lower) && !isNominal(next?.tag))
      return true
    if (previous?.tag === 'TO' || previous?.tag === 'MODAL') return true
    if (previous?.tag === 'NOT' || (previous?.tag === 'AUX' && previous.lemma === 'do')) return true
    if (isSubjectPronoun(previous) && previous!.lower !== 'it' && previous!.lower !== 'he' && previous!.lower !== 'she')
      return true
    if (!noun) return !(previous?.tag === 'PREP' || previous?.tag === 'ADJ')
    if (i === first) return isImperative(next)
    if (endsInversion(tokens, i)) return true
    if (previous?.tag === 'CONJ')
      return lastVerbForm(tokens, i) === 'base' && (next?.tag === 'DET' || next?.tag === 'POSS' || next?.tag === 'PRON')
    if (INVARIANT.test(token.lower) && direct?.tag === 'NOUN' && next?.tag === 'PREP' && !/s$/.test(direct.lower))
      return true
    // “the platform team's habit”: what owns something is a noun.
    if (
      isNominal(previous?.tag) &&
      next?.lower !== "'s" &&
      (next?.tag === 'DET' || next?.tag === 'POSS' || next?.tag === 'PRON')
    )
      return true
    if (previous?.tag === 'NOUN' && /s$/.test(previous.lower)) return next?.tag === 'PREP' || next?.tag === 'TO'
    return false
  }
  if (form === 's') {
    if (isSubjectPronoun(previous)) return true
    if (
      previous?.tag === 'TO' ||
      previous?.tag === 'MODAL' ||
      previous?.tag === 'PREP' ||
      previous?.tag === 'ADJ' ||
      previous?.tag === 'NUM'
    )
      return false
    if (!noun) return true
    if (
      !isNominal(previous?.tag) &&
      previous?.tag !== 'ADV' &&
      i !== first &&
      previous?.tag !== 'CONJ' &&
      previous?.tag !== 'SUB'
    )
      return false
    // “QA signs the form” against “the alert rules page”.
    return (
      next !== undefined &&
      (next.tag === 'DET' ||
        next.tag === 'POSS' ||
        next.tag === 'PRON' ||
        next.tag === 'SUB' ||
        next.tag === 'TO' ||
        (next.tag === 'NAME' && isNominal(previous?.tag)) ||
        next.tag === 'NOT')
    )
  }
  if (form === 'ing') {
    if (previous?.tag === 'AUX' && previous.lemma === 'be') return true
    // “Marketing killed the site”, “Monitoring was blind”: what a finite verb follows is its subject.
    if (
      noun &&
      next &&
      (next.tag === 'NOT' ||
        next.tag === 'AUX' ||
        next.tag === 'MODAL' ||
        next.info?.verb?.form === 'past' ||
        (next.info?.verb?.form === 'ed' && (!next.info.adjective || !next.lower.endsWith('ed'))))
    )
      return false
    if (direct?.tag === 'DET' || direct?.tag === 'ADJ') return false
    if (
      direct?.tag === 'PREP' ||
      direct?.tag === 'SUB' ||
      i === first ||
      direct?.tag === 'PUNCT' ||
      direct?.tag === 'POSS'
    )
      return true
    return !noun || next?.tag === 'DET' || next?.tag === 'POSS'
  }
  if (form === 'past') return true
  // -ed and irregular participles
  if (afterAux) return true
  if (
    adjective &&
    ((isNominal(next?.tag) && !isNominal(direct?.tag) && direct?.tag !== 'PRON') || previous?.tag === 'AUX')
  )
    return false
  if (direct?.tag === 'DET' || direct?.tag === 'POSS' || direct?.tag === 'ADJ' || direct?.tag === 'NUM') return false
  if (direct?.tag === 'PREP') return false
  if (direct === undefined || i === first) return !isNominal(next?.tag)
  return true
}

/** Verbs whose participle looks like their base form. */
const INVARIANT =
  /^(?:run|put|set|cut|hit|let|shut|split|reset|read|spread|cast|broadcast|rerun|overrun|quit|burst|hurt|bet|cost)$/

/** “Why did Sam deploy”, “could the lead ask”: what follows an auxiliary and its subject is a verb. */
function endsInversion(tokens: readonly Token[], i: number): boolean {
  const following = tokens[i + 1]?.info
  if (tokens[i + 1]?.tag === 'NOT') return false
  if (following?.verb && (following.verb.form === 'base' || following.verb.form === 'past')) {
    // “Why did the duty engineer ring the carrier”: the later of two that may be verbs.
    const after = tokens[i + 2]?.tag
    if (
      !following.noun ||
      after === 'DET' ||
      after === 'POSS' ||
      after === 'PRON' ||
      after === 'PREP' ||
      after === 'TO'
    )
      return false
  }
  let k = i - 1
  let nominal = false
  for (; k >= Math.max(0, i - 7); k--) {
    const {tag} = tokens[k]!
    if (tag === 'NOUN' || tag === 'NAME' || tag === 'PRON') nominal = true
    else if (tag !== 'DET' && tag !== 'POSS' && tag !== 'ADJ' && tag !== 'NUM' && tag !== 'NOT') break
  }
  const auxiliary = tokens[k]
  if (!nominal || !auxiliary || !(auxiliary.tag === 'MODAL' || (auxiliary.tag === 'AUX' && auxiliary.lemma === 'do')))
    return false
  const opener = tokens[k - 1]
  return (
    opener === undefined ||
    opener.tag === 'PUNCT' ||
    /^(?:why|how|when|where|what|so|and|but|then|who|whom)$/.test(opener.lower)
  )
}

/** “Check the logs”, “Restart pods”: a list item or sentence that starts with a bare verb. */
const isImperative = (next: Token | undefined): boolean =>
  next !== undefined &&
  (next.tag === 'DET' ||
    next.tag === 'POSS' ||
    next.tag === 'PRON' ||
    next.tag === 'CODE' ||
    next.tag === 'SUB' ||
    (next.tag === 'NOUN' && /s$/.test(next.lower)) ||
    next.tag === 'TO')

function lastVerbForm(tokens: readonly Token[], i: number): string | undefined {
  for (let k = i - 1; k >= 0; k--) if (tokens[k]!.tag === 'VERB') return tokens[k]!.form
  return undefined
}

function settleClosed(tokens: readonly Token[], i: number): void {
  const token = tokens[i]!
  const next = tokens[i + 1]
  const previous = tokens[i - 1]
  switch (token.lower) {
    case "'s":
      // “it's down”, “who's on call” against “Sam's change”.
      if (
        previous &&
        (previous.tag === 'PRON' ||
          previous.lower === 'that' ||
          previous.lower === 'there' ||
          previous.lower === 'here')
      ) {
        token.tag = 'AUX'
        token.lemma = 'be'
      } else if (next && (next.tag === 'DET' || next.tag === 'PREP' || next.tag === 'NOT')) {
        token.tag = 'AUX'
        token.lemma = 'be'
      } else token.tag = 'POSS'
      break
    case 'that':
    case 'which':
      if (
        token.lower === 'that' &&
        next &&
        (next.tag === 'NOUN' || next.tag === 'ADJ') &&
        (previous?.tag === 'PREP' || i === 0 || (previous?.tag === 'VERB' && !isPlural(next)))
      )
        token.tag = 'DET'
      else if (next && isFinite(next)) token.tag = 'PRON'
      break
    case 'her':
      if (!next || next.tag === 'PUNCT' || next.tag === 'PREP' || next.tag === 'TO' || next.tag === 'DET')
        token.tag = 'PRON'
      break
    case 'this':
    case 'these':
    case 'those':
    case 'all':
    case 'both':
    case 'some':
    case 'any':
    case 'none':
    case 'what':
    case 'each':
    case 'either':
    case 'another':
    case 'such':
      if (
        !next ||
        next.tag === 'PUNCT' ||
        next.tag === 'AUX' ||
        next.tag === 'MODAL' ||
        (next.tag === 'VERB' && next.form !== 'ed')
      )
        token.tag = 'PRON'
      break
    case 'before':
    case 'after':
    case 'since':
    case 'until':
      token.tag = next && (next.tag === 'PRON' || hasVerbSoon(tokens, i)) ? 'SUB' : 'PREP'
      break
    case 'once':
      // “never once asked”
      if (previous?.tag === 'NOT') token.tag = 'ADV'
      break
    case 'no':
      if (next?.lower === 'longer') token.tag = 'NOT'
      if (next?.lower === 'one') {
        token.tag = 'DET'
        token.lemma = 'no'
      }
      break
    case 'will':
    case 'might':
    case 'may':
    case 'must':
    case 'can':
      if (previous && (previous.tag === 'DET' || previous.tag === 'POSS')) token.tag = 'NOUN'
      break
    default:
      break
  }
}

const isPlural = (token: Token): boolean => /[^s]s$/.test(token.lower)
const isFinite = (token: Token): boolean =>
  token.tag === 'AUX' || token.tag === 'MODAL' || token.tag === 'VERB' || token.tag === 'NOT'

function hasVerbSoon(tokens: readonly Token[], i: number): boolean {
  for (let k = i + 1; k < Math.min(tokens.length, i + 7); k++) {
    const token = tokens[k]!
    if (token.tag === 'PUNCT') return false
    if (token.tag === 'AUX' || token.tag === 'MODAL') return true
    if (k > i + 1 && wordInfo(token.lower).verb?.form === 'past') return true
    if (k > i + 1 && wordInfo(token.lower).verb?.form === 'ed' && isNominal(tokens[k - 1]!.tag)) return true
  }
  return false
}
