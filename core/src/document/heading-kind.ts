import {Wordings} from '../text/wordings.ts'
import {ENDS, HEADS, MODIFIERS, PATTERNS, TOP, WHOLE} from './heading-synonyms.generated.ts'
import {folded, normalizeTitle} from './heading-text.ts'
import type {SectionKind} from './kinds.ts'

/** What a heading means by its words alone. */
export interface HeadingMeaning {
  /** Several kinds for a double heading, none for one that the model does not know. */
  readonly kinds: readonly SectionKind[]
  /**
   * `exact`: the heading is a known one; `loose`: with words around it, or known as a whole phrase;
   * `top`: words that mean something only where no section around them does.
   */
  readonly strength: 'own' | 'exact' | 'loose' | 'top'
}

export type HeadingReader = (title: string) => HeadingMeaning

const NOTHING: HeadingMeaning = {kinds: [], strength: 'loose'}

const table = (data: Readonly<Record<string, readonly SectionKind[]>>): ReadonlyMap<string, readonly SectionKind[]> =>
  new Map(Object.entries(data))
const heads = table(HEADS)
const whole = table(WHOLE)
const top = table(TOP)
const ends = table(ENDS)
const modifiers = new Set(MODIFIERS)
const patterns = new Wordings<SectionKind>(() => PATTERNS.map(([needs, source, kind]) => [[needs, source], kind]))

/** @param custom headings of the team's own, by their text in any case; they win over all others */
export function headingReader(custom: Readonly<Record<string, SectionKind>> = {}): HeadingReader {
  const own = new Map(Object.entries(custom).map(([title, kind]) => [normalizeTitle(title), kind]))
  const known = new Map<string, HeadingMeaning>()
  return (title) => {
    let meaning = known.get(title)
    if (!meaning) {
      meaning = read(title, own)
      if (known.size > 2000) known.clear()
      known.set(title, meaning)
    }
    return meaning
  }
}

type Own = ReadonlyMap<string, SectionKind>

function read(title: string, own: Own): HeadingMeaning {
  if (title.length > 200) return NOTHING
  const text = normalizeTitle(title)
  if (!text) return inParenthesis(title, own)
  return (
    readPhrase(text, own) ?? readDouble(text, own) ?? readLead(text, own) ?? readEnd(text) ?? inParenthesis(title, own)
  )
}

/** A heading that says one thing. */
function readPhrase(text: string, own: Own): HeadingMeaning | undefined {
  const kind = own.get(text)
  if (kind) return {kinds: [kind], strength: 'own'}
  const head = heads.get(text)
  if (head) return {kinds: head, strength: 'exact'}
  const phrase = whole.get(text)
  if (phrase) return {kinds: phrase, strength: 'loose'}
  const vague = top.get(text)
  if (vague) return {kinds: vague, strength: 'top'}
  return readVaried(text)
}

/** A known heading goes on after these: “timeline of events”, “impact on users”. */
const TAIL =
  /\s+(?:of|on|for|to|in|from|at|during|with|by|after|regarding|about|that|which|we|since|until|between)\s+.*$/

function readVaried(text: string): HeadingMeaning | undefined {
  const words = text.split(' ')
  if (words.length > 14) return undefined
  for (let i = 0; i < words.length; i++) {
    const stem = words.slice(i).join(' ')
    const known = heads.get(stem) ?? heads.get(stem.replace(TAIL, '')) ?? (i ? whole.get(stem) : undefined)
    if (known) return {kinds: known, strength: 'loose'}
    const vague = i ? top.get(stem) : undefined
    if (vague) return {kinds: vague, strength: 'top'}
    if (!modifiers.has(words[i]!)) break
  }
  const known = patterns.candidatesIn(text).find(({pattern}) => pattern.test(text))
  if (known) return {kinds: [known.meaning], strength: 'loose'}
  return undefined
}

/** “Root cause and resolution”, “Resolution / recovery”. */
function readDouble(text: string, own: Own): HeadingMeaning | undefined {
  const parts = text.split(/\s+(?:and|&|\+|vs\.?|or)\s+|\s*[/,]\s*/).filter(Boolean)
  if (parts.length < 2 || parts.length > 4) return undefined
  const kinds = parts.map((part) => readPhrase(part.replace(/^(?:the|our|an?)\s+/, ''), own))
  // “Release notes and impact” is nothing in particular.
  if (!kinds.every((meaning) => meaning !== undefined)) return undefined
  return {kinds: [...new Set(kinds.flatMap((meaning) => meaning.kinds))], strength: 'loose'}
}

/** “Timeline: 9 March”, “Timeline (PST) 5 March”, “Phase 2 – Recovery”: the part in front says it, else the last part. */
function readLead(text: string, own: Own): HeadingMeaning | undefined {
  const parts = text
    .split(/\s*[:|–—([]\s*|\s+-+\s+|\s+(?=\d)/)
    .map((part) => part.replace(/^(?:the|our|an?)\s+/, ''))
    .filter(Boolean)
  if (parts.length < 2) return undefined
  const first = readPhrase(parts[0]!, own) ?? readDouble(parts[0]!, own)
  if (first) return first.strength === 'top' ? first : {...first, strength: 'loose'}
  const last = /[:|–—]\s*\S|\s-+\s/.test(text) ? readPhrase(parts.at(-1)!, own) : undefined
  return last && last.strength !== 'top' && last.strength !== 'own' ? {...last, strength: 'loose'} : undefined
}

/** “A short, confusing timeline”. */
function readEnd(text: string): HeadingMeaning | undefined {
  const words = text.split(' ')
  if (words.length > 14) return undefined
  for (const length of [3, 2, 1]) {
    const last = words.length > length ? ends.get(words.slice(-length).join(' ')) : undefined
    if (last) return {kinds: last, strength: 'loose'}
  }
  return undefined
}

/** “Working theory (root cause)”. */
function inParenthesis(title: string, own: Own): HeadingMeaning {
  const inside = /[([]([^()[\]]{3,40})[)\]]\s*$/.exec(folded(title))?.[1]
  const kinds = inside ? (heads.get(inside) ?? (own.has(inside) ? [own.get(inside)!] : undefined)) : undefined
  return kinds ? {kinds, strength: 'loose'} : NOTHING
}
