import type {Span} from '../../text/span.ts'
import {isDay, monthOf, weekdayOf} from './calendar.ts'
import {zoneAt} from './zones.ts'

/** A calendar date as far as it is written. */
export interface WrittenDate {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** `03/04/2024`: which of the two is the month must be found out elsewhere. */
  readonly numeric?: {readonly first: number; readonly second: number; readonly separator: string}
  /** 0 (Sunday) to 6. */
  readonly weekday?: number
}

export type ClockStyle = 'colon' | 'dot' | 'h' | 'bare' | 'word'

/** A time of day. `minutes` count from midnight; undefined for a placeholder such as `HH:mm` or `22:XX`. */
export interface WrittenClock {
  readonly minutes?: number
  readonly style: ClockStyle
  readonly half?: 'am' | 'pm'
  /** How many digits the hour has. */
  readonly hourDigits: number
  readonly hasSeconds: boolean
}

interface Places {
  readonly date?: Span
  readonly clock?: Span
  readonly zone?: Span
}

/** A time as it is written, before the document around it says what is missing. Offsets as in the text read. */
export interface WrittenTime {
  readonly start: number
  readonly end: number
  readonly date?: WrittenDate
  readonly clock?: WrittenClock
  /** The zone's text. */
  readonly zone?: string
  readonly until?: {readonly date?: WrittenDate; readonly clock?: WrittenClock}
  /** Minutes of a duration in parentheses: `(45 min)`. */
  readonly lasts?: number
  /** Minutes since the start that the document counts from: `T+12m`. */
  readonly elapsed?: number
  /** Minutes since the entry before: `1 hour later`. */
  readonly later?: number
  /** Days after the date that holds: `+1d`, `next day`. */
  readonly plusDays?: number
  /** Milliseconds since 1970. */
  readonly epoch?: number
  readonly approximate: boolean
  /** `HH:mm`, `??:??`: a time that is still to be filled in. */
  readonly placeholder: boolean
  /** “Morning”, “late evening”: a part of a day without a time. */
  readonly vague: boolean
  /** Where the first date, time of day and zone stand. */
  readonly places: Places
  /** Led by a preposition, as in “At 14:05 we …”: prose more often than an entry. */
  readonly prose: boolean
}

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![A-Za-z])\\.?'
const WEEKDAY =
  '(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs?(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)(?![A-Za-z])\\.?'
const ORDINAL = '(?:st|nd|rd|th)?'

const sticky = (source: string, flags = ''): RegExp => new RegExp(source, `y${flags}`)

const WEEKDAY_AT = sticky(`(${WEEKDAY})`, 'i')
const ISO_DATE = sticky('(\\d{4,5})-(\\d{1,2})-(\\d{1,2})(?!\\d)')
const SLASH_DATE = sticky('((?:19|20)\\d{2})([/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)')
const COMPACT_DATE = sticky('((?:19|20)\\d{2})(0[1-9]|1[0-2])([0-3]\\d)(?!\\d)')
const YEAR_MONTH = sticky('((?:19|20)\\d{2})-(0[1-9]|1[0-2])(?![-\\d:])')
const NUMERIC_DATE = sticky('(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{2,4})(?![\\d.])')
const SHORT_NUMERIC = sticky('(\\d{1,2})([/-])(\\d{1,2})(?=,?[ \\t]+\\d{1,2}(?::|[.h])\\d{2})')
const SHORT_SLASH = sticky('(\\d{1,2})(/)(\\d{1,2})(?=[*_`]*\\s*(?:[-\\u2013\\u2014:|]|$))')
const MONTH_FIRST = sticky(
  `(${MONTH})[ \\t/-]*(\\d{1,2})${ORDINAL}(?!\\d|[:/]\\d)(?!\\.\\d)(?!\\s?[ap]\\.?m\\b)(?:(?:,[ \\t]*|[ \\t]+|[/-])((?:19|20)\\d{2})(?!\\d|:\\d))?`,
  'i',
)
const DAY_FIRST = sticky(
  `(\\d{1,2})${ORDINAL}(?:[ \\t]+of)?[ \\t./-]*(${MONTH})(?:(?:,?[ \\t]*|[/-])((?:19|20)\\d{2})(?!\\d|:\\d))?`,
  'i',
)
const MONTH_YEAR = sticky(`(${MONTH}),?[ \\t]+((?:19|20)\\d{2})(?!\\d)`, 'i')
const MONTH_PART = sticky(`(?:Early|Mid|Late|End of|Beginning of)[ \\t-](${MONTH})(?:[ \\t]+((?:19|20)\\d{2}))?`, 'i')
const NEXT_DAY = sticky('(?:the )?(?:next|following) (?:day|morning|afternoon|evening)\\b', 'i')

const HALF = '(?:[ \\t]?([ap])\\.?m(?![A-Za-z0-9])\\.?)?'
const COLON_CLOCK = sticky(`(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?!\\d|:\\d)${HALF}`, 'i')
const DOT_CLOCK = sticky(
  `(\\d{1,2})\\.(\\d{2})(?![\\d.%]|[ \\t]?(?:%|[kMGT]i?B\\b|m?s\\b|x\\b|ETH\\b|BTC\\b|million\\b))${HALF}`,
  'i',
)
const H_CLOCK = sticky('(\\d{1,2})h(\\d{2})(?!\\w)', 'i')
const BARE_CLOCK = sticky('([01]\\d|2[0-3])([0-5]\\d)(?![\\d.,:/-]\\d|\\d)[ \\t]?(?:h(?:rs?|ours)?\\b)?', 'i')
const HALF_CLOCK = sticky('(\\d{1,2})[ \\t]?([ap])\\.?m(?![A-Za-z0-9])\\.?', 'i')
const WORD_CLOCK = sticky('(?:(noon|midday)|midnight)\\b', 'i')
const PLACEHOLDER = sticky(
  '(?:HH[:.]?MM(?:[:.]SS)?|XX[:.]XX|\\?\\?:\\?\\?|--:--|__:__|\\d{1,2}:(?:XX|\\?\\?))(?!\\w)',
  'i',
)
const PART_OF_DAY = sticky(
  '(?:(?:very )?(?:early|late|mid)[ -]?(?:morning|afternoon|evening|night)?|morning|afternoon|evening|night|overnight)\\b(?:[ \\t]+(?:of|on))?',
  'i',
)

const OFFSET_AT = sticky('(?:Z\\b|[+-]\\d{2}:?\\d{2}(?!\\d))')
const ELAPSED = sticky(
  'T[ \\t]?=?[ \\t]?(?:([+\\u2212-])[ \\t]?(?:(\\d{1,3}):(\\d{2})(?::\\d{2})?|((?:\\d+(?:\\.\\d+)?[ \\t]?(?:d(?:ays?)?|h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)(?![A-Za-z])[ \\t]?)+)|(\\d+)\\b)|0\\b)',
  'i',
)
const PLUS = sticky(
  '\\+[ \\t]?(?:(\\d{1,3}):(\\d{2})(?::\\d{2})?|((?:\\d+(?:\\.\\d+)?[ \\t]?(?:d(?:ays?)?|h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)(?![A-Za-z])[ \\t]?)+))',
  'i',
)
const LATER = sticky(
  '(?:(?:about|around|approximately|roughly|~)[ \\t]?)?(\\d+|an?|one|two|three|four|five|six|ten|fifteen|twenty|thirty|half an)[ \\t-](minutes?|mins?|hours?|hrs?|days?)[ \\t](?:later|after(?:wards)?|passed)\\b',
  'i',
)
const EPOCH = sticky('(1[0-9]{9})(\\d{3})?(?:\\.\\d{1,6})?(?!\\d)')

const APPROXIMATE = sticky(
  '(?:~|\\u2248|(?:approx(?:imately)?|around|about|roughly|circa|ca|c|approximate|est)\\b\\.?)[ \\t]*',
  'i',
)
const MAY_BE_APPROXIMATE = /[~\u2248acer]/i
const LEAD = sticky(
  '(?:(at|on|by|from|between|since|until|before|after|during|in the|shortly after|just after|just before|starting|beginning)\\b[ \\t]+)',
  'i',
)
const GLUE = sticky(
  '[ \\t]*(?:[*_`]{1,3}[ \\t]*)*(?:(?:,|@|;|\\bat\\b|\\bon\\b|\\bthe\\b|\\bof\\b|T(?=\\d))[ \\t]*){0,3}(?:[*_`]{1,3})?',
  'i',
)
const DATE_GLUE = sticky(
  '[ \\t]*(?:[*_`]{1,3})?[ \\t]*(?:-{1,2}|\\u2013|\\u2014|:|\\|)[ \\t]*(?:[*_`]{1,3})?(?:at[ \\t]+)?',
  'i',
)
const RANGE = sticky(
  '[ \\t]*(?:[*_`]{1,3})?[ \\t]*(?:-{1,2}>?|\\u2013|\\u2014|\\u2192|\\.\\.+|to\\b|until\\b|till\\b|through\\b|and\\b)[ \\t]*(?:[*_`]{1,3})?(?:~|about\\b|around\\b)?[ \\t]*',
  'i',
)
const DURATION = sticky(
  '[ \\t]*\\(((?:\\d+(?:\\.\\d+)?[ \\t]?(?:d(?:ays?)?|h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?)(?![A-Za-z])[ \\t]?(?:and )?)+)\\)',
  'i',
)

type Mutable<T> = {-readonly [K in keyof T]: T[K]}

/** What one pass over a time expression gathers. */
interface Parts {
  date?: WrittenDate
  clock?: WrittenClock
  zone?: string
  plusDays?: number
  approximate: boolean
  placeholder: boolean
  vague: boolean
  places: {date?: Span; clock?: Span; zone?: Span}
}

const noParts = (): Parts => ({approximate: false, placeholder: false, vague: false, places: {}})

function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text) ?? undefined
}

/** Words that a time expression can start with, in lower case. Everything else is told apart before any pattern runs. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  (
    'jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december ' +
    'mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday ' +
    'at on by from between since until before after during in shortly just starting beginning ' +
    'approx approximately around about roughly circa ca c approximate est early mid late end beginning very morning afternoon evening night overnight ' +
    'the next following noon midday midnight hh xx t a an one two three four five six ten fifteen twenty thirty half'
  ).split(' '),
)

const isDigitAt = (text: string, offset: number): boolean => {
  const code = text.charCodeAt(offset)
  return code >= 48 && code <= 57
}

const isLetterAt = (text: string, offset: number): boolean => {
  const code = text.charCodeAt(offset) | 32
  return code >= 97 && code <= 122
}

/** Whether a time expression can start at the offset at all. */
export function mayStart(text: string, offset: number): boolean {
  if (isDigitAt(text, offset)) return true
  const code = text.charCodeAt(offset)
  if (!isLetterAt(text, offset))
    return code === 126 || code === 43 || code === 63 || code === 45 || code === 95 || code === 0x2248
  let end = offset + 1
  while (isLetterAt(text, end)) end++
  return FIRST_WORDS.has(text.slice(offset, end).toLowerCase())
}

/**
 * Reads a time expression that starts at the offset: a date, a time of day, a zone, a range, `T+12m` … in the ways people write them.
 * Undefined where there is none.
 */
export function readTime(text: string, offset = 0): WrittenTime | undefined {
  if (!mayStart(text, offset)) return undefined
  const lead = isLetterAt(text, offset) ? at(LEAD, text, offset) : undefined
  const prose = lead !== undefined
  const pos = offset + (lead?.[0].length ?? 0)
  // “At 10:05” is the time 10:05; “Since 10:05” says more than that.
  const start = lead && /^(?:at|on|by)\b/i.test(lead[0]) ? pos : offset
  const relative = readRelative(text, pos)
  if (relative) return {start, approximate: false, placeholder: false, vague: false, places: {}, prose, ...relative}
  const parts = noParts()
  let end = readParts(text, pos, parts)
  if (end === undefined || !isTime(parts)) return undefined
  const written: Mutable<WrittenTime> = {start, end, ...parts, prose}
  end = readUntil(text, written)
  const lasts = /[ \t(]/.test(text.charAt(end)) ? at(DURATION, text, end) : undefined
  if (lasts) {
    written.lasts = minutesIn(lasts[1]!)
    end += lasts[0].length
  }
  written.end = end
  return written
}

const isTime = (parts: Parts): boolean =>
  parts.placeholder ||
  parts.vague ||
  parts.clock !== undefined ||
  parts.plusDays !== undefined ||
  (parts.date !== undefined &&
    (parts.date.month !== undefined || parts.date.numeric !== undefined || parts.date.weekday !== undefined))

/** What the numbers of “an hour later” and the words in front of them start with. */
const MAY_BE_LATER = /[\d~afhorst]/i

/** `T+12m`, `+1d 00:10`, `1 hour later`, Unix time. */
function readRelative(
  text: string,
  pos: number,
): Pick<WrittenTime, 'end' | 'elapsed' | 'later' | 'plusDays' | 'clock' | 'epoch'> | undefined {
  const first = text.charAt(pos)
  const elapsed = first === 'T' || first === 't' ? at(ELAPSED, text, pos) : undefined
  if (elapsed) {
    const [all, sign, hours, minutes, units, bare] = elapsed
    const size =
      hours !== undefined
        ? Number(hours) * 60 + Number(minutes)
        : units !== undefined
          ? minutesIn(units)
          : Number(bare ?? 0)
    return {end: pos + all.trimEnd().length, elapsed: (sign && sign !== '+' ? -1 : 1) * size}
  }
  const plus = first === '+' ? at(PLUS, text, pos) : undefined
  if (plus) {
    const [all, hours, minutes, units] = plus
    const days = units === undefined ? null : /^(\d+)[ \t]?d(?:ays?)?[ \t]*$/i.exec(units)
    const end = pos + all.trimEnd().length
    if (days) {
      const clock = readClock(text, end + (/^[ \t,]*/.exec(text.slice(end, end + 4))?.[0].length ?? 0), false)
      return {end: clock ? clock.end : end, plusDays: Number(days[1]), clock: clock?.clock}
    }
    return {end, elapsed: units === undefined ? Number(hours) * 60 + Number(minutes) : minutesIn(units)}
  }
  const later = MAY_BE_LATER.test(first) ? at(LATER, text, pos) : undefined
  if (later) return {end: pos + later[0].length, later: countOf(later[1]!) * unitOf(later[2]!)}
  const epoch = first === '1' ? at(EPOCH, text, pos) : undefined
  if (epoch) return {end: pos + epoch[0].length, epoch: Number(epoch[1]) * 1000 + Number(epoch[2] ?? 0)}
  return undefined
}

/** Dates, times and zones in any order, with what may stand between them. @returns the end of the last one */
function readParts(text: string, offset: number, parts: Parts): number | undefined {
  let end: number | undefined
  let pos = offset
  for (let step = 0; step < 8; step++) {
    const approximate = MAY_BE_APPROXIMATE.test(text.charAt(pos)) ? at(APPROXIMATE, text, pos) : undefined
    const from = pos + (approximate?.[0].length ?? 0)
    let next = readPart(text, from, parts)
    if (next === undefined && approximate && end !== undefined && /^approx/i.test(approximate[0])) next = from
    if (next === undefined && text.charAt(pos) === '(') next = readParenthesis(text, pos, parts)
    if (next === undefined) break
    if (approximate) parts.approximate = true
    end = next
    pos = next + at(GLUE, text, next)![0].length
    // A dash or a colon joins a date and a time: “2021-08-27: At 12:50”; between others it ends the expression.
    if (parts.date && !parts.clock && pos === next + (at(/[ \t]*/y, text, next)?.[0].length ?? 0)) {
      const glue = at(DATE_GLUE, text, next)
      if (glue && readClock(text, next + glue[0].length, false)) pos = next + glue[0].length
    }
  }
  return end
}

/** What a date, a day or a time of day can start with. Behind most of them stands a word that is none of these. */
const PART_START =
  /[^A-Za-z]|jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|the [nf]|nex|fol|noon|mid|hh|xx|ver|ear|lat|mor|aft|eve|nig|ove|end of|beg/iy

function readPart(text: string, pos: number, parts: Parts): number | undefined {
  return (at(PART_START, text, pos) && readDayOrClock(text, pos, parts)) ?? readZonePart(text, pos, parts)
}

function readDayOrClock(text: string, pos: number, parts: Parts): number | undefined {
  if (!parts.date || (parts.date.month === undefined && !parts.date.numeric)) {
    const date = readDate(text, pos)
    if (
      date &&
      !(parts.date && date.date.weekday !== undefined && date.date.month === undefined && !date.date.numeric)
    ) {
      parts.date = {weekday: parts.date?.weekday, ...date.date}
      parts.places.date = {start: pos, end: date.end}
      return date.end
    }
    const nextDay = !parts.date && isLetterAt(text, pos) ? at(NEXT_DAY, text, pos) : undefined
    if (nextDay) {
      parts.plusDays = 1
      parts.approximate ||= !/day$/i.test(nextDay[0])
      return pos + nextDay[0].length
    }
  }
  if (!parts.clock) {
    const clock = readClock(text, pos, parts.date !== undefined)
    if (clock) {
      parts.clock = clock.clock
      parts.places.clock = {start: pos, end: clock.end}
      if (clock.clock.minutes === undefined) parts.placeholder = true
      return clock.end
    }
    const part = isLetterAt(text, pos) ? at(PART_OF_DAY, text, pos) : undefined
    if (part && part[0].trim() && /morning|afternoon|evening|night/i.test(part[0])) {
      parts.approximate = true
      parts.vague = true
      return pos + part[0].trimEnd().length
    }
  }
  return undefined
}

/** What stands behind a time of day: its zone, or the name of the day. */
function readZonePart(text: string, pos: number, parts: Parts): number | undefined {
  if (parts.clock && parts.zone === undefined) {
    const zone = zoneAt(text, pos) ?? readOffset(text, pos)
    if (zone !== undefined) {
      parts.zone = zone
      parts.places.zone = {start: pos, end: pos + zone.length}
      return pos + zone.length
    }
  }
  if (parts.clock && parts.date?.month !== undefined && parts.date.weekday === undefined) {
    const weekday = isLetterAt(text, pos) ? at(WEEKDAY_AT, text, pos) : undefined
    if (weekday && /^[ \t]*[,)*:]/.test(text.slice(pos + weekday[0].length, pos + weekday[0].length + 3)))
      return pos + weekday[0].length
  }
  return undefined
}

/** `Z` or `+02:00`. With a minus only behind an ISO time: `10:00-10:15` is a range. */
function readOffset(text: string, pos: number): string | undefined {
  const offset = /[Z+-]/.test(text.charAt(pos)) ? at(OFFSET_AT, text, pos)?.[0] : undefined
  return offset &&
    (!offset.startsWith('-') || /T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(text.slice(Math.max(0, pos - 20), pos)))
    ? offset
    : undefined
}

/** `(UTC)`, `(Oct 29)`, `(approx)`, `(6:48 PDT)`: the last tells the same time again and is passed over. */
function readParenthesis(text: string, pos: number, parts: Parts): number | undefined {
  const close = text.indexOf(')', pos)
  if (close < 0 || close - pos > 40) return undefined
  const inner = text.slice(pos + 1, close).trim()
  if (/^(?:approx(?:imate(?:ly)?)?\.?|approximate time|estimated?|est\.?|local(?: time)?)$/i.test(inner)) {
    parts.approximate ||= !/local/i.test(inner)
    return close + 1
  }
  const days =
    /^\+[ \t]?(\d{1,2})[ \t]?d(?:ays?)?$/i.exec(inner) ?? /^(?:the )?(?:next|following) (?:day|morning)$/i.exec(inner)
  if (days && parts.clock) {
    parts.plusDays = Number(days[1] ?? 1)
    return close + 1
  }
  const own: Parts = {...noParts(), clock: parts.clock}
  const end = readParts(inner, 0, own)
  if (end === inner.length) {
    // Offsets inside the parenthesis count from its content.
    const inside = (span: Span | undefined): Span | undefined =>
      span && {start: span.start + text.indexOf(inner, pos), end: span.end + text.indexOf(inner, pos)}
    if (own.date && !parts.date) [parts.date, parts.places.date] = [own.date, inside(own.places.date)]
    if (own.zone !== undefined && parts.zone === undefined)
      [parts.zone, parts.places.zone] = [own.zone, inside(own.places.zone)]
    return close + 1
  }
  return parts.clock && readWhole(inner)?.clock ? close + 1 : undefined
}

function readUntil(text: string, written: Mutable<WrittenTime>): number {
  const {end} = written
  const joint = at(RANGE, text, end)
  if (!joint || (/^[ \t]*and/i.test(joint[0]) && !written.prose)) return end
  const from = end + joint[0].length
  const own = noParts()
  let stop = readParts(text, from, own)
  if (stop === undefined && written.clock) {
    const open = at(PLACEHOLDER, text, from)
    if (open) return from + open[0].length
  }
  if (
    !written.clock &&
    written.date?.month !== undefined &&
    (stop === undefined || (!own.date?.month && !own.date?.numeric))
  ) {
    const day = at(/(\d{1,2})(?:st|nd|rd|th)?(?![\d:.])(?:,[ \t]*((?:19|20)\d{2}))?/y, text, from)
    if (day && Number(day[1]) > (written.date.day ?? 31) && Number(day[1]) <= 31) {
      written.until = {
        date: {
          ...written.date,
          year: Number(day[2] ?? written.date.year) || undefined,
          day: Number(day[1]),
          weekday: undefined,
        },
      }
      if (day[2]) written.date = {...written.date, year: Number(day[2])}
      return from + day[0].length
    }
  }
  if (stop === undefined || own.placeholder !== false || !isTime(own))
    return own.placeholder && stop !== undefined ? stop : end
  // “10:40 – 2 May release” is an entry about a release, “10:40 – 10:55” a range.
  if (written.clock ? !own.clock : own.clock !== undefined && !own.date) {
    if (!(written.date && !written.clock)) return end
    stop = undefined
  }
  if (stop === undefined) return end
  if (!written.clock && own.date?.month === undefined && !own.date?.numeric) return end
  written.until = {date: own.date, clock: own.clock}
  if (written.zone === undefined && own.zone !== undefined) {
    written.zone = own.zone
    written.places = {...written.places, zone: own.places.zone}
  }
  if (own.date?.year !== undefined && written.date && written.date.year === undefined)
    written.date = {...written.date, year: own.date.year}
  return stop
}

/** A date at the offset. */
export function readDate(text: string, pos: number): {readonly date: WrittenDate; readonly end: number} | undefined {
  if (isDigitAt(text, pos)) return readNumberedDate(text, pos)
  const weekday = at(WEEKDAY_AT, text, pos)
  if (weekday) {
    const rest = pos + weekday[0].length
    const gap = at(/[ \t]*,?[ \t]*(?:the[ \t]+)?/y, text, rest)![0].length
    const date = readDayAndMonth(text, rest + gap)
    const day = weekdayOf(weekday[0])
    return date ? {date: {...date.date, weekday: day}, end: date.end} : {date: {weekday: day}, end: rest}
  }
  return readNamedDate(text, pos)
}

const readDayAndMonth = (text: string, pos: number): {readonly date: WrittenDate; readonly end: number} | undefined =>
  isDigitAt(text, pos) ? readNumberedDate(text, pos) : readNamedDate(text, pos)

/** A date that starts with a number. */
function readNumberedDate(text: string, pos: number): {readonly date: WrittenDate; readonly end: number} | undefined {
  let end = pos + 1
  while (isDigitAt(text, end)) end++
  const compact = end - pos === 8 ? at(COMPACT_DATE, text, pos) : undefined
  if (compact) return dated(compact, pos, Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const behind = text.charAt(end)
  // “14:05” is the time of day that most expressions start with.
  if (behind === ':') return undefined
  if (behind === '-') {
    let match = at(ISO_DATE, text, pos)
    // “22025-03-18” is a slip of the finger, not the year 22025.
    if (match) return dated(match, pos, Number(match[1]!.slice(-4)), Number(match[2]), Number(match[3]))
    match = at(YEAR_MONTH, text, pos)
    if (match) return {date: {year: Number(match[1]), month: Number(match[2])}, end: pos + match[0].length}
  }
  let match = at(SLASH_DATE, text, pos)
  if (match) return dated(match, pos, Number(match[1]), Number(match[3]), Number(match[4]))
  match = at(NUMERIC_DATE, text, pos) ?? at(SHORT_NUMERIC, text, pos) ?? at(SHORT_SLASH, text, pos)
  if (match) return numericDate(match, pos)
  match = at(DAY_FIRST, text, pos)
  return match && dated(match, pos, yearOf(match[3]), monthOf(match[2]!), Number(match[1]))
}

/** A date that starts with a month. */
function readNamedDate(text: string, pos: number): {readonly date: WrittenDate; readonly end: number} | undefined {
  let match = at(MONTH_FIRST, text, pos)
  if (match) return dated(match, pos, yearOf(match[3]), monthOf(match[1]!), Number(match[2]))
  match = at(MONTH_YEAR, text, pos) ?? at(MONTH_PART, text, pos)
  return match && {date: {year: yearOf(match[2]), month: monthOf(match[1]!)}, end: pos + match[0].length}
}

const yearOf = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits))

function dated(
  match: RegExpExecArray,
  pos: number,
  year: number | undefined,
  month: number | undefined,
  day: number,
): {date: WrittenDate; end: number} | undefined {
  if (month === undefined || !isDay(year ?? 2024, month, day)) return undefined
  return {date: {year, month, day}, end: pos + match[0].length}
}

function numericDate(match: RegExpExecArray, pos: number): {date: WrittenDate; end: number} | undefined {
  const [all, a, separator, b, digits] = match
  const [first, second] = [Number(a), Number(b)]
  const isPossible = first >= 1 && second >= 1 && Math.max(first, second) <= 31 && Math.min(first, second) <= 12
  if (!isPossible || (separator === '.' && digits !== undefined && digits.length < 4 && digits.length !== 2))
    return undefined
  // A year with a digit lost says nothing.
  const year =
    digits === undefined || digits.length === 3
      ? undefined
      : digits.length === 2
        ? 2000 + Number(digits)
        : Number(digits)
  if (year !== undefined && (year < 1990 || year > 2100)) return undefined
  return {date: {year, numeric: {first, second, separator: separator!}}, end: pos + all.length}
}

/** A time of day at the offset. @param dated whether a date stands before it, which makes `1250` a time */
function readClock(
  text: string,
  pos: number,
  dated: boolean,
): {readonly clock: WrittenClock; readonly end: number} | undefined {
  const isNumber = isDigitAt(text, pos)
  let match = isNumber ? at(COLON_CLOCK, text, pos) : undefined
  if (match) return clockOf(match, pos, 'colon', match[1]!, match[2]!, match[3], match[4])
  match = at(PLACEHOLDER, text, pos)
  if (match) return {clock: {style: 'colon', hourDigits: 2, hasSeconds: false}, end: pos + match[0].length}
  if (!isNumber) {
    match = at(WORD_CLOCK, text, pos)
    return (
      match && {
        clock: {minutes: match[1] ? 720 : 0, style: 'word', hourDigits: 2, hasSeconds: false},
        end: pos + match[0].length,
      }
    )
  }
  match = at(DOT_CLOCK, text, pos)
  if (match) return clockOf(match, pos, 'dot', match[1]!, match[2]!, undefined, match[3])
  match = at(H_CLOCK, text, pos)
  if (match) return clockOf(match, pos, 'h', match[1]!, match[2]!, undefined, undefined)
  match = at(HALF_CLOCK, text, pos)
  if (match) return clockOf(match, pos, 'colon', match[1]!, '00', undefined, match[2])
  match = at(BARE_CLOCK, text, pos)
  if (match) {
    const end = pos + match[0].trimEnd().length
    const rest = /^[ \t]*/.exec(text.slice(end, end + 3))![0].length
    const isMarked = /h/i.test(match[0]) || zoneAt(text, end + rest) !== undefined || dated
    const clock = clockOf(match, pos, isMarked ? 'h' : 'bare', match[1]!, match[2]!, undefined, undefined)
    return clock && {...clock, end}
  }
  return undefined
}

function clockOf(
  match: RegExpExecArray,
  pos: number,
  style: ClockStyle,
  hourText: string,
  minuteText: string,
  secondText: string | undefined,
  half: string | undefined,
): {clock: WrittenClock; end: number} | undefined {
  let hour = Number(hourText)
  const minute = Number(minuteText)
  const second = Number(secondText ?? 0)
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute > 0)) return undefined
  const written = half === undefined ? undefined : half.toLowerCase() === 'a' ? 'am' : 'pm'
  // “15:03 PM” is half past the rule and plain to every reader.
  if (written === 'pm' && hour < 12) hour += 12
  if (written === 'am' && hour === 12) hour = 0
  return {
    clock: {
      minutes: hour * 60 + minute + second / 60,
      style,
      half: written,
      hourDigits: hourText.length,
      hasSeconds: secondText !== undefined,
    },
    end: pos + match[0].length,
  }
}

/** The whole text as one time expression, marks and white space around it aside. */
export function readWhole(text: string): WrittenTime | undefined {
  const lead = /^[A-Za-z\d]/.test(text)
    ? 0
    : /^[\s*_`~[({<]*/.exec(text)![0].length - (/^[\s*_`[({<]*~/.test(text) ? 1 : 0)
  const written = readTime(text, Math.max(0, lead))
  return written && /^[\s*_`~\])}>.,:;–—-]*$/.test(text.slice(written.end)) ? written : undefined
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  'half an': 0.5,
}

const countOf = (word: string): number => NUMBER_WORDS[word.toLowerCase()] ?? Number(word)

const unitOf = (word: string): number =>
  /^d/i.test(word) ? 1440 : /^h/i.test(word) ? 60 : /^s/i.test(word) ? 1 / 60 : 1

/** The sum of `1h 30m`, `45 minutes`, `2 days`. */
export function minutesIn(units: string): number {
  let sum = 0
  for (const [, count, unit] of units.matchAll(/(\d+(?:\.\d+)?)[ \t]?([a-z])/gi)) sum += Number(count) * unitOf(unit!)
  return sum
}
