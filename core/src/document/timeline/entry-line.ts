import type {Span} from '../../text/span.ts'
import {mayStart, readTime, type WrittenTime} from './written-time.ts'

/** A line that says when something happened. Offsets as in the text read. */
export interface EntryLine {
  readonly written: WrittenTime
  /** `leading`: time first; `trailing`: a short label, then the time; `inner`: somewhere in a sentence. */
  readonly place: 'leading' | 'trailing' | 'inner'
  /** The time as written, marks that belong to it included. */
  readonly when: Span
  /** What the line says besides the time; may be empty. */
  readonly text: Span
  /** Whether the time is set off: by marks, by a separator, or by standing alone. */
  readonly setOff: boolean
}

const PREFIX =
  /(?:[\s>]|[–—•·][ \t]+|\*{1,3}|_{1,3}|`|<[a-z][^<>\n]{0,60}>|\[[ xX]\][ \t]|[\p{Extended_Pictographic}\uFE0F\u200D]|:[a-z0-9_+-]{2,30}:(?=[ \t]))*[[(]?[*_`]{0,3}/uy
const MARKS = /(?:\*{1,3}|_{1,3}|`|\]\([^()\s]*\)|[\])]|<\/?[a-z][^<>\n]{0,60}>|[ \t])*/iy
const SEPARATOR = /(?::{1,6}(?![a-z0-9_+-]+:)|：|-{1,3}>?(?!\d)|–|—|=>|→|\||»|·|•|,|;|\.(?=\s|$))?[ \t]*/y

/** A remark on the time in front of the text: `13:30 (Market open): …`. */
const ASIDE = /\([^()\n]{1,40}\)[*_`]{0,3}[ \t]*(?::|–|—|-{1,2}(?=\s))[*_`]{0,3}[ \t]*/y

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** The time at the start of a line and what follows it. */
export function readLeading(text: string, start: number, end: number): EntryLine | undefined {
  // Most lines start with a word; only a mark, a space or an emoji needs a closer look.
  const prefix = /[A-Za-z\d]/.test(text.charAt(start)) ? 0 : lengthAt(PREFIX, text.slice(0, end), start)
  if (prefix === 0 && !mayStart(text, start)) return undefined
  const line = text.slice(0, end)
  const written = readTime(line, start + prefix)
  if (!written || /[\p{L}\p{N}%]/u.test(line.charAt(written.end)) || written.end > end) return undefined
  const when = {start: written.start, end: closed(line, written.start, written.end)}
  const opened = written.start > start ? /[*_`]+$/.exec(line.slice(start, written.start))?.[0] : undefined
  let pos = when.end
  const marks = lengthAt(MARKS, line, pos)
  const isClosed = opened === undefined || line.slice(pos, pos + marks).includes(opened)
  pos +=
    /\S/.test(line.slice(pos, pos + marks)) || isClosed
      ? keepOpening(line, pos, marks, opened !== undefined && !isClosed)
      : marks
  let separated = marks > 0 && /[*_`\])>]/.test(line.slice(when.end, pos))
  for (let i = 0; i < 2; i++) {
    const length = lengthAt(SEPARATOR, line, pos)
    if (/\S/.test(line.slice(pos, pos + length))) separated = true
    pos += length
    if (opened && !isClosed && line.startsWith(opened, pos))
      pos += opened.length + lengthAt(/[ \t]*/y, line, pos + opened.length)
  }
  pos += lengthAt(ASIDE, line, pos)
  const text_ = trimmedSpan(line, pos, end)
  return {
    written,
    place: 'leading',
    when,
    text: text_,
    setOff: separated || opened !== undefined || text_.start === text_.end,
  }
}

/** Marks directly behind the time close what stood before it; behind a space they open what follows. */
function keepOpening(line: string, pos: number, marks: number, isOpen: boolean): number {
  const stretch = line.slice(pos, pos + marks)
  const opening = /[ \t]([*_`]{1,3})$/.exec(stretch)
  if (opening && !isOpen) return marks - opening[1]!.length
  return marks
}

/** Takes a closing `**` into the time where the opening one stands inside it: `Feb 28th **01:52**`. */
function closed(line: string, start: number, end: number): number {
  const inside = line.slice(start, end)
  if (!/[*_`]/.test(inside)) return end
  for (const mark of ['**', '`', '*', '_']) {
    if ((inside.split(mark).length - 1) % 2 === 1) return line.startsWith(mark, end) ? end + mark.length : end
  }
  return end
}

const MAY_HOLD_TIME =
  /\d[:.h]\d\d|\d{4}-\d\d|\d ?[ap]\.?m\b|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2}|[A-Z][a-z]{2,8}\.?[ -]\d|\d[/-]\d{1,2}[/-]\d{2}/

const TIME_IN_LINE = /(?<=[\s(\[*_`:–—~])(?=[\d~A-Z\u2248])/g

/** A time further back in the line: `First detected 2024-05-03 09:36`, `**Detection (8:00 PM)**: …`. */
export function readLater(text: string, start: number, end: number): EntryLine | undefined {
  const line = text.slice(0, end)
  const head = line.slice(start, Math.min(end, start + 240))
  if (!MAY_HOLD_TIME.test(head)) return undefined
  for (const match of head.matchAll(TIME_IN_LINE)) {
    const from = start + match.index
    const written = readTime(line, from)
    if (!written || written.elapsed !== undefined || written.epoch !== undefined || written.later !== undefined)
      continue
    if (!written.clock && written.date?.day === undefined && !written.date?.numeric) continue
    if (/[\p{L}\p{N}%]/u.test(line.charAt(written.end)) || (written.clock?.style === 'bare' && !written.date)) continue
    return placeLater(line, start, end, {...written, prose: false})
  }
  return undefined
}

function placeLater(line: string, start: number, end: number, written: WrittenTime): EntryLine {
  const when = {start: written.start, end: closed(line, written.start, written.end)}
  const label = trimmedSpan(line, start, written.start)
  const before = line.slice(label.start, label.end).replace(/[\s*_`([:–—,-]+$/, '')
  const tail = /^[\s*_`\])]*(?:[:–—-]\s*)?[\s*_`]*/.exec(line.slice(when.end, end))![0]
  const rest = trimmedSpan(line, when.end + tail.length, end)
  const isBracketed = /[([]\s*$/.test(line.slice(start, written.start)) && /^\s*[\])]/.test(line.slice(when.end, end))
  const labelSpan = {
    start: label.start + (/^[\s*_`]*/.exec(before)?.[0].length ?? 0),
    end: label.start + before.replace(/\s+(?:at|on|around|by|about|~)$/i, '').length,
  }
  const isShort = before.trim().split(/\s+/).length <= 8
  if (isShort && /^[.!)\]*_`\s]*$/.test(line.slice(when.end, end)))
    return {written, place: 'trailing', when, text: labelSpan, setOff: true}
  if (isShort && isBracketed && /[:–—-]/.test(tail)) return {written, place: 'trailing', when, text: rest, setOff: true}
  return {written, place: 'inner', when, text: trimmedSpan(line, start, end), setOff: false}
}

function trimmedSpan(text: string, start: number, end: number): Span {
  let [from, to] = [Math.min(start, end), end]
  while (from < to && /\s/.test(text.charAt(from))) from++
  while (to > from && /\s/.test(text.charAt(to - 1))) to--
  return {start: from, end: to}
}

/** Markdown as one line, without a mark that the time left unbalanced. */
export function oneLine(source: string): string {
  // Most texts are one plain line already.
  let text = /[\n\r\t<]|\s\s|^\s|\s$/.test(source)
    ? source
        .replace(/<br\s*\/?>/gi, ' ')
        .replace(/\\?\s*\n\s*/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : source
  for (const mark of ['**', '__']) {
    if (text.includes(mark) && (text.split(mark).length - 1) % 2 === 1)
      text = text.endsWith(mark)
        ? text.slice(0, -2).trimEnd()
        : text.startsWith(mark)
          ? text.slice(2).trimStart()
          : text
  }
  return text
}
