import {type Chunk, derive} from '../../markdown/chunks.ts'
import type {Span} from '../../text/span.ts'
import {proseOf} from '../prose.ts'
import {readTime} from './written-time.ts'

/** What a stated duration is about. */
export type DurationRole = 'detection' | 'mitigation' | 'resolution' | 'impact'

/** “about two hours” with what it is said of. Offsets count from the start of the chunk. */
export interface StatedDuration {
  readonly role: DurationRole
  readonly minutes: number
  /** Upper end of a range such as “30–45 minutes”. */
  readonly until?: number
  readonly sense: 'exact' | 'about' | 'at-least' | 'at-most'
  /** Minutes between the two times that stand beside it: `5 h 26 min (10:45 – 16:11)`. */
  readonly between?: number
  /** Whether only days are counted. */
  readonly days: boolean
  readonly span: Span
  /** A field such as `Time to detect: 12 minutes`, and no sentence. */
  readonly field: boolean
}

const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  'twenty-five': 25,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
}
// Durations run over the end of a line like any other words. A pattern that counts spaces in many places is slow to compile.
const GAP = '(?:[ \\n]\\0*)'
/** The text at the same length, with all that is no more than a space, or the end of a line, told by its first character. */
const withGaps = (text: string): string =>
  /\n|\t|  /.test(text)
    ? text.replace(/[ \t]?\r?\n[ \t]{0,12}|[ \t]+/g, (gap) =>
        gap.includes('\n') || gap.length < 4 ? (gap.includes('\n') ? '\n' : ' ').padEnd(gap.length, '\0') : gap,
      )
    : text
const UNIT = '(?:days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)'
// Words need a whole unit: “an d” is the word “and”.
const COUNTED = `(?:(\\d+(?:[.,]\\d+)?\\+?)(${GAP}?½|${GAP}and${GAP}a${GAP}half)?[ \\t-]?(${UNIT})(?![A-Za-z])|(?<![A-Za-z])(${Object.keys(
  WORDS,
)
  .sort((a, b) => b.length - a.length)
  .join('|')})(${GAP}and${GAP}a${GAP}half)?[ \\t-](days?|hours?|hrs?|minutes?|mins?|seconds?)(?![A-Za-z]))`
const PART = `(?:${COUNTED.replace(/\((?!\?)/g, '(?:')}(?:${GAP}and${GAP}a${GAP}half(?![A-Za-z]))?|half${GAP}an?${GAP}hour|an${GAP}hour${GAP}and${GAP}a${GAP}half|a${GAP}couple${GAP}of${GAP}hours)`
const FIRST_PART = new RegExp(`(?<![\\w.:/-])(?:(\\d+(?:\\.\\d+)?)${GAP}?(?:-|–|to)${GAP}?(?=\\d))?(${PART})`, 'gi')
const NEXT_PART = new RegExp(`(?:,?${GAP}and${GAP}|,${GAP}?|${GAP}|(?<=[dhm]))${PART}`, 'iy')
/** Something of every first part: the whole is slow to compile, and most texts speak of no duration. */
const MAY_COUNT = new RegExp(
  `(?:\\d\\+?|½)[ \\t-]?[dhms]|half|couple|(?:${Object.keys(WORDS).join('|')})[ \\t\\r\\n-]+(?:day|hour|hr|min|sec)`,
  'i',
)
/** “2 days, 3 hours, 5 minutes and 10 seconds” */
const MOST_PARTS = 4

const QUALIFIED =
  /(?:^|[\s(])(~|about|around|approximately|approx\.?|roughly|some|nearly|almost|just (?:over|under)|over|more than|at least|up to|under|less than|within|no more than|an estimated|<|>|≈|well over)\s*$/i

const DETECTION_FIELD =
  /\b(?:time to (?:detect|detection|discover|discovery|notice|alert)|ttd|detection (?:delay|time|lag)|delay to detection)\b/i
const MITIGATION_FIELD = /\b(?:time to (?:mitigat\w+|recover\w*|repair|restor\w+)|ttm|recovery time)\b/i
const RESOLUTION_FIELD = /\b(?:time to (?:resol\w+|fix)|ttr|resolution time)\b/i
const IMPACT_FIELD = /\b(?:duration|downtime|length|outage time|impact window|total impact|time of impact)\b/i

const BEHIND_DETECTION =
  /^[^.;]{0,12}\b(?:to|before (?:anyone|anybody|we|it|the|somebody|someone)|until (?:we|anyone|someone|the))\b[^.;]{0,30}\b(?:notice\w*|detect\w*|discover\w*|realis\w+|realiz\w+|spot\w*|see|saw|alert\w*|report\w*)\b|^ (?:detection )?delay\b|^[^.;]{0,20}\bdetection (?:delay|time)\b/i
const BEFORE_DETECTION =
  /\b(?:un(?:detected|noticed)|not (?:detected|noticed|seen)) for\s*(?:\S+ ){0,2}$|\b(?:noticed|detected|discovered|alerted|reported)\b[^.;]{0,30}\b(?:after|only)\s*(?:\S+ ){0,2}$|\b(?:notice|detect|discover)\b[^.;]{0,20}\btook\s*(?:\S+ ){0,3}$/i
const BEFORE_IMPACT =
  /\b(?:lasting|lasted|lasts|last|duration (?:of|was|is)|outage of|downtime of|down for|unavailable for|unreachable for|inaccessible for|offline for|out for|stalled for|stopped for|degraded for|broken for|failed for|failing for|interrupted for|affected for|impacted for|disrupted for|(?:an?|the) total of|all in all|in total|overall|altogether)\s*(?:[\w~]+ ){0,2}$/i
const BEHIND_IMPACT =
  /^[\s-]*(?:long )?(?:of )?(?:(?:total|full|partial|complete|service|production|major|user-facing|active|cumulative) )*(?:outage|downtime|impact|disruption|degradation|interruption|service loss|unavailability|cascading failure)\b|^ (?:in total|overall|altogether|all in all)\b/i
const LOOSE_IMPACT =
  /\b(?:outage|down|unavailable|unreachable|degraded|disrupt\w+|interrupt\w+|could not|couldn't|unable|errors?|stalled|stopped|impacted|affected)\b[^.;]{0,90}\bfor\s*(?:[\w~]+ ){0,2}$/i
/** Repeated, planned, configured or typical times are no claims about this incident. */
const GENERAL =
  /\b(?:every|each|per|interval|timeout|time-?out|ttl|retention|window of|cache[ds]?|default|sla|slo|within the (?:next|first)|next|target|goal|expected|usually|normally|typically|mean time|average|threshold|older than|last|past|previous|weekly|daily|cumulative|combined|totall?ing|across|support hours|working hours|business hours|office hours|during)\b/i
const CLOCK_PAIR =
  /(\d{1,2}[:.]\d{2}(?::\d{2})?[^\n]{0,14}?)(?:\s*(?:-|–|—|to|until|till|and|→)\s*)((?:[A-Z][a-z]+ \d{1,2},? )?\d{1,2}[:.]\d{2})/

/** What makes a duration a claim; blocks without any of it need no search. */
const MAY_STATE =
  /last(?:s|ed|ing)\b|durat|outage|down|notice|detect|delay|time to|\btt[dmr]\b|\bfor\b|total|overall|all in all|altogether|long|impact|recover|discover|alerted|reported|disrupt|degrad|interrupt|length|unavailab|realis|realiz/i

/** Durations that a chunk states about the incident, in order. */
export const statedDurationsOf: (chunk: Chunk) => readonly StatedDuration[] = derive((chunk) => {
  const found: StatedDuration[] = []
  for (const {kind, span, isHeader, source: text} of proseOf(chunk)) {
    if (kind === 'quote' || kind === 'heading' || isHeader) continue
    if (!MAY_STATE.test(text) && kind !== 'table-cell') continue
    if (!/\d ?[dhms]|minute|hour|day/i.test(text) || !MAY_COUNT.test(text)) continue
    for (const written of durationsIn(text)) {
      const stated = read(text, written, kind === 'table-cell' ? rowLabel(chunk.text, span.start) : '')
      if (stated)
        found.push({...stated, span: {start: stated.span.start + span.start, end: stated.span.end + span.start}})
    }
  }
  return found
})

interface WrittenDuration extends Span {
  /** The lower end of a range. */
  readonly from?: string
  readonly source: string
}

/** One part at a time: as a single expression, four parts are slow to compile. */
function* durationsIn(text: string): Generator<WrittenDuration> {
  const gapped = withGaps(text)
  FIRST_PART.lastIndex = 0
  for (let match = FIRST_PART.exec(gapped); match; match = FIRST_PART.exec(gapped)) {
    let end = FIRST_PART.lastIndex
    for (let parts = 1; parts < MOST_PARTS; parts++) {
      NEXT_PART.lastIndex = end
      if (!NEXT_PART.test(gapped)) break
      end = NEXT_PART.lastIndex
    }
    const [, from, first] = match
    const sourceStart = match.index + match[0].length - first!.length
    yield {start: match.index, end, from, source: text.slice(sourceStart, end)}
    FIRST_PART.lastIndex = end
  }
}

/** The text of the first cell of a row, which names what the others say. */
function rowLabel(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return /^\s*\|?\s*([^|]{2,60})\|/.exec(line)?.[1] ?? ''
}

function read(text: string, {start, end, from, source}: WrittenDuration, label: string): StatedDuration | undefined {
  const minutes = minutesOfWords(source)
  if (minutes < 1) return undefined
  const sentenceStart = Math.max(text.lastIndexOf('. ', start) + 1, text.lastIndexOf('\n\n', start), 0)
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const before = text
    .slice(Math.max(sentenceStart, start - 140), start)
    .replace(/\s+/g, ' ')
    .replace(/[*_`]/g, '')
  const stop = /[.;!?](?:\s|$)|\n\s*\n/.exec(text.slice(end))
  const after = text
    .slice(end, end + Math.min(stop?.index ?? 140, 140))
    .replace(/\s+/g, ' ')
    .replace(/[*_`]/g, '')
  const lineEnd = text.indexOf('\n', end)
  const field =
    /^[\s>*_`-]*([A-Za-z][\w ()/-]{2,40}?)[*_`\s]*[:：][*_`\s]*(?:[~<>≈]|about |approximately |roughly |around )?$/i.exec(
      line,
    )?.[1] ?? label
  const role = roleOf(field, before, after)
  if (
    !role ||
    (!field && GENERAL.test(`${before.slice(-40)} ${after.slice(0, 30)}`)) ||
    /\(?(?:during|within) (?:support|working|business|office) hours/i.test(after)
  )
    return undefined
  const qualifier = QUALIFIED.exec(text.slice(Math.max(0, start - 20), start))?.[1]?.toLowerCase() ?? ''
  return {
    role,
    minutes: from === undefined ? minutes : Number(from) * (minutes / firstCount(source)),
    ...(from === undefined ? {} : {until: minutes}),
    sense: senseOf(qualifier, source, after),
    between: field
      ? betweenOf('', text.slice(end, lineEnd < 0 ? text.length : lineEnd), source)
      : betweenOf(before, after, source),
    days: /^[^a-z]*(?:\w+[ \t-])?days?$/i.test(source.trim()),
    span: {start, end},
    field: field !== '',
  }
}

function roleOf(field: string, before: string, after: string): DurationRole | undefined {
  if (field) {
    if (DETECTION_FIELD.test(field)) return 'detection'
    if (MITIGATION_FIELD.test(field)) return 'mitigation'
    if (RESOLUTION_FIELD.test(field)) return 'resolution'
    if (IMPACT_FIELD.test(field)) return 'impact'
  }
  if (BEHIND_DETECTION.test(after) || BEFORE_DETECTION.test(before) || DETECTION_FIELD.test(before.slice(-40)))
    return 'detection'
  if (BEFORE_IMPACT.test(before) || BEHIND_IMPACT.test(after) || LOOSE_IMPACT.test(before)) return 'impact'
  return undefined
}

function senseOf(qualifier: string, source: string, after: string): StatedDuration['sense'] {
  if (/^(?:over|more than|at least|>|well over|just over)$/.test(qualifier) || /\d\+/.test(source)) return 'at-least'
  if (/^(?:up to|under|less than|within|no more than|<|just under)$/.test(qualifier)) return 'at-most'
  return qualifier || /^(?:-?ish| or so)\b/.test(after) || /half an? hour|^an? hour$|couple/i.test(source)
    ? 'about'
    : 'exact'
}

const firstCount = (source: string): number => Number(/\d+(?:[.,]\d+)?/.exec(source)?.[0].replace(',', '.') ?? 1)

const COUNTED_HALF = new RegExp(`${COUNTED}(${GAP}and${GAP}a${GAP}half)?`, 'g')

/** Minutes of “two and a half hours”, `1h 30m`, “an hour and a half”. */
export function minutesOfWords(source: string): number {
  let sum = 0
  const text = source
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/a couple of hours/, '2 hours')
    .replace(/(?:(?<=^| ))half an? hour/, '0.5 hour')
    .replace(/an hour and a half/, '1.5 hours')
  for (const match of text.matchAll(COUNTED_HALF)) {
    const [, digits, half, short, word, wordHalf, long, behind] = match
    const count =
      (word === undefined ? Number(digits!.replace(/\+$/, '').replace(',', '.')) : WORDS[word]!) +
      (half || wordHalf || behind ? 0.5 : 0)
    const unit = (short ?? long)!
    sum += count * (unit.startsWith('d') ? 1440 : unit.startsWith('h') ? 60 : unit.startsWith('m') ? 1 : 1 / 60)
  }
  return sum
}

/** Two times beside a duration say themselves how long it was. */
function betweenOf(before: string, after: string, source: string): number | undefined {
  for (const side of [after.slice(0, 80), before.slice(-80)]) {
    const pair = CLOCK_PAIR.exec(side)
    if (!pair) continue
    const dates = side.match(/\b(?:\d{4}-\d{2}-\d{2}|[A-Z][a-z]{2,8} \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})\b/g) ?? []
    if (dates.length > 0) return undefined
    const [from, to] = [
      readTime(pair[1]!, 0)?.clock?.minutes,
      readTime(pair[2]! + side.slice(pair.index + pair[0].length, pair.index + pair[0].length + 4), 0)?.clock?.minutes,
    ]
    if (from === undefined || to === undefined) continue
    const minutes = (to - from + 1440) % 1440
    return minutesOfWords(source) >= 1440 ? undefined : minutes
  }
  return undefined
}
