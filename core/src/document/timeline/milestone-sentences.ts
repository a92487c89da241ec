import {type Chunk, derive} from '../../markdown/chunks.ts'
import {byText} from '../../text/by-text.ts'
import type {Span} from '../../text/span.ts'
import {proseOf} from '../prose.ts'
import type {Milestone} from '../timeline.ts'
import {readTime, type WrittenTime} from './written-time.ts'

/** A milestone that a sentence or a field outside the timeline tells. Offsets count from the start of the chunk. */
export interface ToldMilestone {
  readonly milestone: Milestone
  readonly source: 'sentence' | 'field'
  readonly written: WrittenTime
  readonly when: Span
  readonly span: Span
  readonly text: string
}

const HARM =
  /\b(?:experienc(?:e|ed|es|ing)|sustain(?:s|ed)|suffer(?:s|ed)|unresponsive|unavailab(?:le|ility)|outage|degrad(?:ed|ation)|compromis(?:e|ed)|down(?:time(?! (?:procedure|process|plan|mode|form)s?))?|stopped|stalled|fail(?:ed|ing|ures?)|errors?|crash(?:ed|es|ing)?|broken|broke|spike|impact(?:ed)?|disrupt(?:ed|ion)|slow(?:ed|ness)?|timeouts?|timed out|unable|expired|deleted|exploit(?:ed)?|split occurred|lost|inaccessible|offline|faults?|affected|prevented|blocked|404|50\d)\b/i
const ENDED =
  /\b(?:restor(?:ed|ing)|recover(?:ed|y)|resolved|mitigated|back (?:to|online|up)|fixed|returned to normal|normal(?: levels)?|rolled back|reverted|revoked|contained|healthy again|over\b|ended|caught up|worked through)/i
const NOTICED =
  /\b(?:notified|alerted|paged|noticed|reported|detected|informed|received a report|became aware|first alert)\b/i
const SENTENCE =
  /[^.!?\n]*(?:[.!?](?!\s)[^.!?\n]*|\n(?!\s*[-*+|#])[^.!?\n]*|(?:approx|ca|e\.g|i\.e|etc|a\.m|p\.m|v\d+|[A-Z])\.[^.!?\n]*)*[.!?]?/g
const TIME_AT = /(?<![\w:./-])(?=[\d~A-Z\u2248])/g

/** Sentences about the start, the end and the detection of the impact, in reading order. */
export const toldMilestonesOf: (chunk: Chunk) => readonly ToldMilestone[] = derive((chunk) => {
  const found: ToldMilestone[] = []
  for (const {kind, span, source: text} of proseOf(chunk)) {
    if (kind === 'quote' || kind === 'heading') continue
    if (
      !/\d(?:[:.h]\d\d| ?[ap]\.?m\b)|\d{4}-\d\d|\d{1,2}(?:st|nd|rd|th)?,? (?:of )?[A-Z][a-z]{2}|[A-Z][a-z]{2,8} \d/.test(
        text,
      )
    )
      continue
    found.push(...fieldsIn(text, span.start))
    for (const match of text.matchAll(SENTENCE))
      if (match[0].length > 12) found.push(...milestonesIn(match[0], span.start + match.index))
  }
  return found
})

interface TimeInText {
  readonly written: WrittenTime
  readonly start: number
  readonly end: number
}

/** Times of a sentence; a date without a time joins the time that follows: “On Monday, Oct 15, starting at 20:00”. */
function timesIn(sentence: string): TimeInText[] {
  const times: TimeInText[] = []
  let from = 0
  for (const {index} of sentence.matchAll(TIME_AT)) {
    if (index < from) continue
    const written = readTime(sentence, index)
    if (
      !written ||
      (!written.clock && written.date?.day === undefined && !written.date?.numeric) ||
      written.clock?.style === 'bare' ||
      (written.clock?.style === 'dot' && !written.date)
    )
      continue
    if (/^[\w%]/.test(sentence.slice(written.end, written.end + 1))) continue
    const before = times.at(-1)
    from = written.end
    if (
      before &&
      !before.written.clock &&
      before.written.date &&
      written.clock &&
      !written.date &&
      index - before.end < 40
    ) {
      times[times.length - 1] = {
        written: {...written, date: before.written.date},
        start: before.start,
        end: written.end,
      }
    } else times.push({written, start: written.start, end: written.end})
  }
  return times
}

function milestonesIn(sentence: string, at: number): ToldMilestone[] {
  if (!/\d/.test(sentence)) return []
  const times = timesIn(sentence)
  const [first, second] = times
  if (!first) return []
  const tell = (milestone: Milestone, time: TimeInText, written = time.written): ToldMilestone => ({
    milestone,
    written,
    source: 'sentence',
    when: {start: at + time.start, end: at + time.end},
    span: {start: at, end: at + sentence.trimEnd().length},
    text: sentence.replace(/\s+/g, ' ').trim(),
  })
  const before = sentence.slice(0, first.start)
  const after = sentence.slice(first.end)
  if (
    first.written.until?.clock &&
    /\b(?:from|between|duration|impact|outage|lasted|window|downtime)\b/i.test(sentence) &&
    (HARM.test(sentence) || /\bduration\b/i.test(sentence))
  ) {
    const {until, lasts: _, ...rest} = first.written
    return [
      tell('start', first, rest),
      tell('mitigated', first, {...rest, date: until.date ?? rest.date, clock: until.clock}),
    ]
  }
  if (
    second &&
    first.written.clock &&
    second.written.clock &&
    /\b(?:from|between)\s+(?:around |about |approximately )?$/i.test(before) &&
    /^\W*(?:until|till|to|and|–|-)\W*(?:about |around |approximately )?$/i.test(
      sentence.slice(first.end, second.start),
    ) &&
    HARM.test(sentence)
  ) {
    return [
      tell('start', first),
      tell('mitigated', {...second, written: {...second.written, date: second.written.date ?? first.written.date}}),
    ]
  }
  const found: ToldMilestone[] = []
  const isEnd =
    /\b(?:by|until|at|around|approximately)\b/i.test(
      `${before.slice(-16)} ${sentence.slice(first.start - 4 < 0 ? 0 : first.start - 4, first.start + 3)}`,
    ) && ENDED.test(after)
  const noticed = times.find((time) => NOTICED.test(sentence.slice(Math.max(0, time.start - 160), time.start)))
  if (NOTICED.test(sentence)) {
    if (noticed && noticed.written.clock) found.push(tell('detected', noticed))
    else if (first.written.clock && NOTICED.test(after.slice(0, 120))) found.push(tell('detected', first))
    if (found.length && (noticed !== first || !HARM.test(before)))
      return found.concat(
        first !== noticed && first.written.clock && HARM.test(after) && !NOTICED.test(after.slice(0, 60))
          ? [tell('start', first)]
          : [],
      )
  }
  if (
    isEnd &&
    first.written.clock &&
    !/\b(?:fail(?:ed|ing)|outage (?:began|started)|errors)\b/i.test(after.slice(0, 60))
  )
    found.push(tell('mitigated', first))
  else if (
    first.written.clock &&
    HARM.test(sentence) &&
    first.start < 80 &&
    !/\b(?:through|until|till|to|before|after|since)\s+$/i.test(before)
  )
    found.push(tell('start', first))
  return found
}

const FIELD_NAMES: readonly (readonly [Milestone, RegExp])[] = [
  ['introduced', /^(?:introduced|bug introduced)$/],
  [
    'start',
    /^(?:(?:incident|outage|impact|issue|event) )?(?:start(?:ed|s)?|began|begin(?:ning)?|onset)(?: (?:time|date|at|of (?:the )?(?:incident|impact|outage)))?(?: \(\w+\))?$/,
  ],
  [
    'detected',
    /^(?:(?:incident|issue|first|time|date) )?(?:detected|discovered|identified|reported|detection)(?: (?:time|date|at))?$/,
  ],
  ['acknowledged', /^(?:acknowledged|ack)(?: at)?$/],
  ['declared', /^(?:incident )?declared(?: at)?$/],
  [
    'mitigated',
    /^(?:(?:incident|issue|impact|outage|time) )?(?:mitigated|repaired|restored|recovered|impact end(?:ed)?)(?: (?:time|date|at))?$/,
  ],
  [
    'resolved',
    /^(?:(?:incident|outage|impact|issue|event|time|date) )?(?:resolved|end(?:ed)?|fixed|finish(?:ed)?|resolution)(?: (?:time|date|at))?$/,
  ],
  ['closed', /^(?:(?:incident|issue) )?closed(?: (?:time|date|at))?$/],
]

/** The milestone that a field's name stands for: `Start`, `Impact start`, `resolved_at`. */
export const milestoneOfField: (name: string) => Milestone | undefined = byText((name) => {
  const key = name
    .toLowerCase()
    .replace(/[._-]+/g, ' ')
    .replace(/^(?:incident|postmortem|impact) (?=\w+$)/, '')
    .trim()
  const plain = name.toLowerCase().replace(/_/g, ' ')
  return FIELD_NAMES.find(([, pattern]) => pattern.test(key) || pattern.test(plain))?.[0]
})

/** `Start: Wednesday, 2018-08-22` as a line of its own. */
function fieldsIn(text: string, at: number): ToldMilestone[] {
  const found: ToldMilestone[] = []
  for (const match of text.matchAll(
    /^[ \t>]*(?:[-*+][ \t]+)?[*_]{0,2}([A-Za-z][A-Za-z ()]{2,28})[*_]{0,2}[ \t]*[:：][*_]{0,2}[ \t]*[*_]{0,2}(?=[\dA-Z~])/gm,
  )) {
    const milestone = milestoneOfField(match[1]!)
    if (!milestone) continue
    const start = match.index + match[0].length
    const written = readTime(text, start)
    if (!written || (!written.clock && written.date?.day === undefined && !written.date?.numeric)) continue
    const line = text.slice(match.index, text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start))
    found.push({
      milestone,
      source: 'field',
      written,
      when: {start: at + written.start, end: at + written.end},
      span: {start: at + match.index, end: at + match.index + line.length},
      text: line.trim(),
    })
  }
  return found
}
