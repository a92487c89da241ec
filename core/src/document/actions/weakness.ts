import type {Span} from '../../text/span.ts'
import {byText} from '../../text/by-text.ts'
import {type WordingOf, Wordings} from '../../text/wordings.ts'
import {plainText} from './inline.ts'
import {startsWithVerb} from './prose.ts'
import {bordered, type WeakFamilyWords} from './words.ts'
import {WORDS} from './words.generated.ts'

/** Why an item is weak: it asks people to be different instead of changing what they work with. */
export interface Weakness {
  /** Id of the family of wordings in core/data/en/actions.yml. */
  readonly family: string
  /** Goes on after “This item …”. */
  readonly says: string
  /** The words that say so. */
  readonly span: Span
}

/** A done-state or a mechanism: with it, even a soft verb leads to something that one can see. */
const MECHANISM = String.raw`\bso that\b|\bby (?!hand\b|default\b)[a-z-]+ing\b|\bin ci\b|\brequired (?:ci )?check|\b(?:block|reject|fail|page|alert|prompt)s? (?:the|when|if|on|unless)\b|[<>≥≤]=?\s*\d|\b\d[\d.,]*\s?(?:%|ms|s|secs?|seconds?|mins?|minutes?|hours?|h|days?|weeks?|x|gb|mb|kb|qps|rps|times|attempts?|retries|rows?|nodes?|replicas?)(?![\w-])|\b(?:less|more|fewer|at least|at most|under|below|above|within) (?:than )?\d|\b(?:idempotent|automatically|automated)\b`

const IMPROVEMENT = String.raw`${MECHANISM}|\b(?:using|via|through)\s|\bwith (?!the (?:community|team|customers?|users?|public|business)\b|(?:each other|other teams|support|customers?|users?|stakeholders|vendors?)\b)|\((?:add|batch|use|using|adding|see|move|replace|remove|requir|limit|cach|split|run)\w*\s|\b(?:and|then) (?:add|implement|create|build|configure|set up|remove|replace|enable|enforce|deploy|write|introduce|migrate|move|automate|limit|block|reject|page|alert|fix)\b`

const EXEMPTIONS: Readonly<Record<string, RegExp>> = {
  mechanism: new RegExp(MECHANISM),
  improvement: new RegExp(IMPROVEMENT),
}

interface WeakWording {
  readonly family: WeakFamilyWords
  /** Whether it counts only at the start of an item. */
  readonly starts: boolean
}

const WEAK = new Wordings<WeakWording>(() =>
  WORDS.weak.flatMap((family) => [
    ...family.start.map(
      ([needs, source]) => [[needs, `(?:${source})(?![\\w-])`, 'y'], {family, starts: true}] as const,
    ),
    ...family.within.map((wording) => [bordered(wording), {family, starts: false}] as const),
  ]),
)
const LEADS = new RegExp(`^(?:${WORDS.leads}),? +`)

/** The weakness of an item's words. Spans count from the start of `source`. */
export const weaknessOf: (source: string) => Weakness | undefined = byText((source) => {
  const whole = plainText(source).text
  for (const clause of clausesOf(source)) {
    const found = weaknessIn(source, clause, whole)
    if (found) return found
  }
  return undefined
})

function weaknessIn(source: string, clause: Span, whole: string): Weakness | undefined {
  const {text: full, offsetAt} = plainText(source.slice(clause.start, clause.end))
  const text = full.trimEnd()
  let from = /^\W*/.exec(text)![0].length
  for (let lead = LEADS.exec(text.slice(from)); lead; lead = LEADS.exec(text.slice(from))) from += lead[0].length
  const rest = text.slice(from)
  const candidates = WEAK.candidatesIn(rest)
  for (const family of new Set(candidates.map(({meaning}) => meaning.family))) {
    const {id, says, unless, exempt} = family
    const own = candidates.filter(({meaning}) => meaning.family === family)
    const match = longer(
      startOf(
        rest,
        own.filter(({meaning}) => meaning.starts),
      ),
      firstOf(
        rest,
        own.filter(({meaning}) => !meaning.starts),
      ),
    )
    if (!match || (unless && new RegExp(unless).test(whole)) || EXEMPTIONS[exempt]?.test(whole)) continue
    const first = from + match.start
    const last = from + match.end - 1
    return {family: id, says, span: {start: clause.start + offsetAt(first), end: clause.start + offsetAt(last) + 1}}
  }
  return undefined
}

type Candidates = readonly WordingOf<WeakWording>[]

/** The wording that a text starts with, behind an article or not. */
function startOf(text: string, wordings: Candidates): Span | undefined {
  const article = /^(?:an?|the|some) /.exec(text)?.[0].length
  for (const at of article === undefined ? [0] : [article, 0]) {
    for (const {pattern} of wordings) {
      pattern.lastIndex = at
      if (pattern.test(text)) return {start: 0, end: text.slice(0, pattern.lastIndex).trimEnd().length}
    }
  }
  return undefined
}

/** The wording that stands first in a text; of several at one place, the first of the data. */
function firstOf(text: string, wordings: Candidates): Span | undefined {
  let first: RegExpExecArray | undefined
  for (const {pattern} of wordings) {
    const match = pattern.exec(text)
    if (match && (!first || match.index < first.index)) first = match
  }
  return first && {start: first.index, end: first.index + first[0].trimEnd().length}
}

/** The match that tells more: what stands in front, and of two at one place the longer one. */
function longer(a: Span | undefined, b: Span | undefined): Span | undefined {
  if (!a || !b) return a ?? b
  return b.start < a.start || (b.start === a.start && b.end > a.end) ? b : a
}

/** The parts of an item that can be what is to be done: its label where that is an imperative, else the words behind it. */
function clausesOf(source: string): Span[] {
  const bold = /^\s*(?:\*\*|__)([^*_\n]{1,100}?)(?:\*\*|__)\s*[:–—-]?\s*(?=\S)/.exec(source)
  if (bold) {
    const label = {start: source.indexOf(bold[1]!), end: source.indexOf(bold[1]!) + bold[1]!.length}
    const body = firstSentence(source, bold[0].length)
    return startsWithVerb(bold[1]!.replace(/:$/, '')) ? [label] : [body]
  }
  const colon = /^[^.:!?\n]{2,70}:\s+(?=\S)/.exec(source)
  if (colon && startsWithVerb(source.slice(colon[0].length))) return [firstSentence(source, colon[0].length)]
  return [firstSentence(source, 0)]
}

function firstSentence(source: string, start: number): Span {
  const end = /[.!?]["')\]*_]*\s+(?=["'(*_`[]*\p{Lu})/u.exec(source.slice(start))
  return {start, end: end ? start + end.index + 1 : source.length}
}

const BOUND = new RegExp(
  String.raw`${MECHANISM}|\buntil\b|\bevery (?:day|week|month|quarter|\d)|\b(?:runbook|dashboard|alert|test|script|job|policy|page|check) [a-z]*-?\d|\b(?:when|unless|if) `,
)

/** Whether the words name a done-state: a number, a threshold, a condition, “so that …”. */
export const isBounded: (source: string) => boolean = byText((source) => BOUND.test(plainText(source).text))
