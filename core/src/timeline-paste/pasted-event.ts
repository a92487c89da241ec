import {addDays, dateOfDay} from '../document/timeline/calendar.ts'
import {dateOf} from '../document/timeline/resolve.ts'
import {readTime, readWhole, type WrittenTime} from '../document/timeline/written-time.ts'
import {offsetOf, readZone} from '../document/timeline/zones.ts'

/** Something that happened, as another program told it. */
export interface PastedEvent {
  /** `YYYY-MM-DD`; undefined where the text names no day. */
  readonly date?: string
  /** Minutes after midnight. */
  readonly minutes: number
  /** Minutes from UTC, where the text tells. */
  readonly offset?: number
  readonly actor?: string
  /** One line. */
  readonly text: string
  /** A command or a log line, to be shown as code. */
  readonly code?: boolean
}

/** What a reader of a format may know. */
export interface PasteContext {
  /** The day of the paste, for “Today” and “Yesterday”. */
  readonly today?: string
  /** Whether `03/04` is the third of April, where the text does not tell. */
  readonly dayFirst: boolean
}

/** Undefined where the text is not of this format. */
export type PasteReader = (text: string, context: PasteContext) => PastedEvent[] | undefined

type PastedTime = Pick<PastedEvent, 'date' | 'minutes' | 'offset'>

/** A time as a program writes it, with “Today at” and weekdays read from the day of the paste. */
export function pastedTime(source: string, context: PasteContext, day?: string): PastedTime | undefined {
  const relative = /^\s*(today|yesterday)\b(?:\s+at|,)?\s*/i.exec(source)
  const rest = relative ? source.slice(relative[0].length) : source
  const written = readWhole(rest)
  if (!written) return undefined
  const near = relative && context.today !== undefined ? addDays(context.today, /^t/i.test(relative[1]!) ? 0 : -1) : day
  return resolved(written, context, near)
}

export function resolved(written: WrittenTime, context: PasteContext, day?: string): PastedTime | undefined {
  if (written.epoch !== undefined) return fromEpoch(written.epoch)
  const minutes = written.clock?.minutes
  if (minutes === undefined) return undefined
  const half = written.clock?.half !== undefined
  const own =
    written.date &&
    dateOf(
      written.date,
      {dayFirst: context.dayFirst && !half, ...(context.today ? {base: {date: context.today, from: 'setting'}} : {})},
      day ?? context.today,
      undefined,
    )
  const date = own ?? day
  const zone = written.zone === undefined ? undefined : readZone(written.zone)
  const offset = zone && (zone.offset ?? (date === undefined ? undefined : offsetOf(zone, date, minutes)))
  return {minutes, ...(date === undefined ? {} : {date}), ...(offset === undefined ? {} : {offset})}
}

/** Milliseconds since 1970 as a date and a time in UTC. */
export function fromEpoch(ms: number): PastedTime {
  const minutes = Math.floor(ms / 60_000)
  const day = Math.floor(minutes / 1440)
  return {date: dateOfDay(day), minutes: minutes - day * 1440 + (Math.floor(ms / 1000) % 60) / 60, offset: 0}
}

/** The time at the start of a line and the rest of it. */
export function leadingTime(
  line: string,
  context: PasteContext,
  day?: string,
): {readonly time: PastedTime; readonly rest: string} | undefined {
  const lead = /^\s*[[(]?/.exec(line)![0].length
  const written = readTime(line, lead)
  if (!written || written.prose || written.until || /^[\p{L}\p{N}]/u.test(line.slice(written.end))) return undefined
  const time = resolved(written, context, day)
  return time && {time, rest: line.slice(written.end).replace(/^[\])]?(?:[.,]\d+)?[\])]?[\s:–—|-]*/, '')}
}

/** Several lines as one, without what chat programs add. */
export const joinLines = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !CHROME.test(line))
    .join(' ')
    .replace(/\s*\((?:edited|bearbeitet)\)/gi, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Reactions, thread counts and separators of chat programs. */
const CHROME =
  /^(?::[a-z0-9_+-]+:(?:\s*\d+)?|\p{Extended_Pictographic}\uFE0F?\s*\d*|\d{1,3}|\d+ repl(?:y|ies)|last reply.*|view thread|new|edited|also sent to.*|joined #.*|\[?\d+ (?:more )?files?\]?|image\.png|attachment)$/iu
