import {MONTHS} from '../document/timeline/calendar.ts'
import {readLeading, readLater} from '../document/timeline/entry-line.ts'
import {readWhole, type WrittenTime} from '../document/timeline/written-time.ts'
import type {TextEdit} from '../text/edit.ts'
import type {Span} from '../text/span.ts'

/** What a written time is to say instead. */
export interface NewTime {
  readonly date?: string
  readonly minutes: number
  readonly zone: string
}

/** The time inside a piece of the document, with offsets into the whole text. */
export function timeAt(text: string, when: Span): WrittenTime | undefined {
  const piece = text.slice(when.start, when.end)
  const written =
    readWhole(piece) ?? (readLeading(piece, 0, piece.length) ?? readLater(piece, 0, piece.length))?.written
  return written && moved(written, when.start)
}

function moved(written: WrittenTime, by: number): WrittenTime {
  const move = (span: Span | undefined): Span | undefined => span && {start: span.start + by, end: span.end + by}
  const {date, clock, zone} = written.places
  return {
    ...written,
    start: written.start + by,
    end: written.end + by,
    places: {date: move(date), clock: move(clock), zone: move(zone)},
  }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** The edits that make a written time say another one in the same style. Undefined where its style is not understood. */
export function rewriteTime(
  text: string,
  when: Span,
  time: NewTime,
  oldDate: string | undefined,
): TextEdit[] | undefined {
  const written = timeAt(text, when)
  const {date, clock, zone} = written?.places ?? {}
  if (!written?.clock || !clock || written.until) return undefined
  const edits: TextEdit[] = [{...clock, newText: clockLike(written, text.slice(clock.start, clock.end), time.minutes)}]
  if (zone) edits.push({...zone, newText: time.zone})
  if (date && time.date !== undefined && time.date !== oldDate)
    edits.push({...date, newText: dateLike(text.slice(date.start, date.end), time.date)})
  return edits.filter(({start, end, newText}) => text.slice(start, end) !== newText)
}

function clockLike(written: WrittenTime, old: string, minutes: number): string {
  const whole = Math.floor(minutes)
  const [hour, minute, second] = [Math.floor(whole / 60), whole % 60, Math.round((minutes - whole) * 60)]
  const {half, hourDigits, hasSeconds, style} = written.clock!
  const separator = style === 'dot' ? '.' : style === 'h' ? (/h/i.test(old) ? 'h' : '') : style === 'bare' ? '' : ':'
  const shown = half ? (hour % 12 === 0 ? 12 : hour % 12) : hour
  const clock = `${hourDigits === 1 ? String(shown) : two(shown)}${separator}${two(minute)}${hasSeconds ? `:${two(second)}` : ''}`
  if (!half) return clock
  const mark = /[ \t]?[ap]\.?m\.?$/i.exec(old)?.[0] ?? ' am'
  return (
    clock +
    mark.replace(/[ap]/i, (letter) =>
      letter === letter.toUpperCase() ? (hour < 12 ? 'A' : 'P') : hour < 12 ? 'a' : 'p',
    )
  )
}

/** A date in the shape of another one; ISO where the shape cannot be kept. */
function dateLike(old: string, date: string): string {
  const [year, month, day] = date.split('-') as [string, string, string]
  const name = MONTHS[Number(month) - 1]!
  const capital = `${name[0]!.toUpperCase()}${name.slice(1)}`
  if (/^\d{4}-\d{2}-\d{2}$/.test(old)) return date
  if (/^[A-Za-z]{3} \d{1,2}$/.test(old)) return `${capital.slice(0, 3)} ${Number(day)}`
  if (/^\d{1,2} [A-Za-z]{3}$/.test(old)) return `${Number(day)} ${capital.slice(0, 3)}`
  if (/^[A-Za-z]{4,} \d{1,2}, \d{4}$/.test(old)) return `${capital} ${Number(day)}, ${year}`
  return date
}
