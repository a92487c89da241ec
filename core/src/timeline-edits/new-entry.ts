import {minutesOf} from '../document/moment.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import {timeContextOf} from '../document/read-timeline.ts'
import type {TimelineEvent} from '../document/timeline.ts'
import {dateOfDay} from '../document/timeline/calendar.ts'
import {momentOf} from '../document/timeline/resolve.ts'
import {isTimeline} from '../document/timeline/selection.ts'
import {readWhole} from '../document/timeline/written-time.ts'
import {offsetOf, readZone, type Zone} from '../document/timeline/zones.ts'
import {applyEdits, type TextEdit} from '../text/edit.ts'
import {rewriteTime} from './rewrite-time.ts'
import {lineEnd, lineStart, unitsAround} from './units.ts'

/** A moment as the writer's machine has it. */
export interface Now {
  /** ISO 8601 with the offset of the writer's zone. */
  readonly instant: string
  /** IANA name of that zone. */
  readonly zone?: string
}

/** An edit that leaves the cursor inside its text. */
export interface NewEntry extends TextEdit {
  /** Offset into `newText`. */
  readonly caret: number
}

/**
 * What Enter inserts at the end of an entry: the next one in the same shape, at the present time in the zone of the timeline.
 * Undefined where the cursor is not at the end of an entry with a text, so that Enter does what it always does.
 */
export function continueEntry(document: PostmortemDocument, offset: number, now: Now): NewEntry | undefined {
  const {text} = document
  const end = lineEnd(text, offset)
  const start = lineStart(text, offset)
  const rest = text.slice(offset, end)
  const event = document.timeline.events.filter(({span}) => span.start <= offset && start <= span.end).at(-1)
  if (!event || event.source === 'heading' || event.text === '') return undefined
  const isAtEnd =
    event.source === 'table'
      ? /^[\s|]*$/.test(rest)
      : rest.trim() === '' && offset >= event.textSpan.end && text.slice(event.textSpan.end, offset).trim() === ''
  const time = isAtEnd ? localTime(now, zoneOf(document, event)) : undefined
  if (!time) return undefined
  const entry = entryLike(event, document, time)
  if (entry === undefined) return undefined
  const joint = event.source === 'line' && isSpaced(event, document) ? '\n\n' : '\n'
  return {
    start: event.source === 'table' ? end : offset,
    end: event.source === 'table' ? end : offset,
    newText: joint + entry.text,
    caret: joint.length + entry.caret,
  }
}

/**
 * A new entry at its place in the order of time.
 *
 * @param written the time as the writer has it, in the zone of the timeline; without it the present
 * @returns undefined where there is no timeline, or where the time cannot be read
 */
export function insertEntry(document: PostmortemDocument, now: Now, written?: string): NewEntry | undefined {
  const {timeline, text} = document
  const model = timeline.events.filter(({when}) => when !== undefined).at(-1) ?? timeline.events.at(-1)
  const zone = model ? zoneOf(document, model) : statedZone(document)
  const time = written === undefined ? localTime(now, zone) : writtenTime(document, written, model, now, zone)
  if (!time) return undefined
  if (!model) return firstEntry(document, time)
  const at = minutesIn(time, zone, model)
  const siblings = unitsAround(document, model)
  const placed = (siblings ?? []).filter(({event}) => minutesOf(event.when, true) !== undefined)
  const before = timeline.newestFirst
    ? placed.filter(({event}) => minutesOf(event.when, true)! > at).at(-1)
    : placed.filter(({event}) => minutesOf(event.when, true)! <= at).at(-1)
  const neighbour = before?.event ?? placed[0]?.event ?? model
  const entry = entryLike(neighbour, document, time)
  if (!entry) return undefined
  const isSpacedOut = neighbour.source === 'heading' || (neighbour.source === 'line' && isSpaced(neighbour, document))
  const joint = isSpacedOut ? '\n\n' : '\n'
  if (before || !placed.length) {
    const end = before ? before.span.end : lineEnd(text, model.span.end)
    return {start: end, end, newText: joint + entry.text, caret: joint.length + entry.caret}
  }
  const start = placed[0]!.span.start
  return {start, end: start, newText: entry.text + joint, caret: entry.caret}
}

interface LocalTime {
  readonly date?: string
  readonly minutes: number
}

/** The zone that holds for a timeline without entries. */
function statedZone(document: PostmortemDocument): Zone | undefined {
  const section = document.sections.find(isTimeline)
  return section && timeContextOf(document).zoneAt(section.bodyStart)?.zone
}

/** The zone that an entry is told in; undefined where none is stated. */
function zoneOf(document: PostmortemDocument, event: TimelineEvent): Zone | undefined {
  const name = event.when?.zone ?? document.timeline.timezone
  return name === undefined ? undefined : readZone(name)
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/

/** The present on the clock of a zone; on the writer's clock where the timeline names none. */
function localTime({instant}: Now, zone: Zone | undefined): LocalTime | undefined {
  const match = INSTANT.exec(instant)
  const epoch = Date.parse(instant)
  if (!match || Number.isNaN(epoch)) return undefined
  const utc = Math.floor(epoch / 60_000)
  const today = dateOfDay(Math.floor(utc / 1440))
  const offset = zone && offsetOf(zone, today, utc - Math.floor(utc / 1440) * 1440)
  if (offset === undefined) return {date: match[1]!, minutes: Number(match[2]) * 60 + Number(match[3])}
  const local = utc + offset
  const day = Math.floor(local / 1440)
  return {date: dateOfDay(day), minutes: local - day * 1440}
}

/** A time that the writer typed; without a date it is on the day of the last entry, or today. */
function writtenTime(
  document: PostmortemDocument,
  source: string,
  model: TimelineEvent | undefined,
  now: Now,
  zone: Zone | undefined,
): LocalTime | undefined {
  const written = readWhole(source)
  const moment = written && momentOf(written, model?.whenSpan.start ?? 0, timeContextOf(document))
  if (moment?.minutes === undefined) return undefined
  const date =
    written?.date || written?.epoch !== undefined ? moment.date : (model?.when?.date ?? localTime(now, zone)?.date)
  return {minutes: moment.minutes, ...(date === undefined ? {} : {date})}
}

function minutesIn(time: LocalTime, zone: Zone | undefined, model: TimelineEvent): number {
  const offset = zone && time.date !== undefined ? offsetOf(zone, time.date, time.minutes) : undefined
  const date = model.when?.date === undefined ? undefined : time.date
  return minutesOf({...time, date, ...(offset === undefined ? {} : {offset}), approximate: false}) ?? 0
}

const two = (n: number): string => String(n).padStart(2, '0')
const clock = ({minutes}: LocalTime): string => `${two(Math.floor(minutes / 60))}:${two(Math.floor(minutes) % 60)}`

/** An entry without text in the shape of another one. */
function entryLike(
  model: TimelineEvent,
  document: PostmortemDocument,
  time: LocalTime,
): {readonly text: string; readonly caret: number} | undefined {
  const {text} = document
  const shown = timeLike(model, document, time)
  const isLabelled = model.whenSpan.start > model.textSpan.start
  if (model.source === 'table') {
    const start = lineStart(text, model.span.start)
    const row = text.slice(start, lineEnd(text, model.span.start))
    const cells = rowLike(
      row,
      {start: model.whenSpan.start - start, end: model.whenSpan.end - start},
      {start: model.textSpan.start - start, end: model.textSpan.end - start},
      shown,
    )
    return cells
  }
  const start = lineStart(text, model.span.start)
  const lead = text.slice(start, isLabelled ? model.textSpan.start : model.whenSpan.start).replace(/\[[ xX]\]/, '[ ]')
  const numbered = /^(\s*)(\d+)([.)])/.exec(lead)
  const prefix = numbered ? lead.replace(/\d+/, String(Number(numbered[2]) + 1)) : lead
  if (model.source === 'heading') return finish(`${prefix}${shown}\n\n`)
  if (isLabelled) return finish(`${prefix.replace(/[*_`]+$/, '')}${shown} `)
  const isBelow = text.slice(model.whenSpan.end, model.textSpan.start).includes('\n')
  const between = isBelow ? '\n' : text.slice(model.whenSpan.end, model.textSpan.start)
  return finish(prefix + shown + (between.trim() === '' && !isBelow ? ' ' : between))
}

const finish = (entry: string): {readonly text: string; readonly caret: number} => ({text: entry, caret: entry.length})

function rowLike(
  row: string,
  when: {start: number; end: number},
  what: {start: number; end: number},
  shown: string,
): {readonly text: string; readonly caret: number} | undefined {
  const cells = row.split(/(?<!\\)\|/)
  let at = 0
  let caret = -1
  let isTold = false
  const filled = cells.map((cell) => {
    const [from, to] = [at, at + cell.length]
    at = to + 1
    const holds = (span: {start: number; end: number}): boolean =>
      span.start >= from && span.start <= to && cell.trim() !== ''
    if (holds(when) && !isTold) {
      isTold = true
      return ` ${shown} `
    }
    if (holds(what)) return ' \u0000 '
    return cell.trim() === '' ? cell : ' '
  })
  const joined = filled.join('|').trimEnd()
  caret = joined.indexOf('\u0000')
  return caret < 0 || !isTold ? undefined : {text: joined.replace('\u0000', ''), caret}
}

/** The time in the style of another entry; with a date where it falls on another day. */
function timeLike(model: TimelineEvent, {text}: PostmortemDocument, time: LocalTime): string {
  const {whenSpan, when} = model
  const source = text.slice(whenSpan.start, whenSpan.end)
  const isOtherDay = time.date !== undefined && when?.date !== undefined && time.date !== when.date
  const edits = rewriteTime(text, whenSpan, {...time, zone: when?.zone ?? ''}, when?.date)
  if (!edits || when?.dateFrom === undefined || /^[~\u2248]/.test(source))
    return `${isOtherDay ? `${time.date!} ` : ''}${clock(time)}`
  const own = edits.filter((edit) => edit.newText !== '')
  const shown = applyEdits(
    source,
    own.map((edit) => ({...edit, start: edit.start - whenSpan.start, end: edit.end - whenSpan.start})),
  )
  return isOtherDay && when.dateFrom !== 'entry' ? `${time.date!} ${shown}` : shown
}

/** Whether entries of a run of lines stand apart by blank lines. */
function isSpaced(event: TimelineEvent, document: PostmortemDocument): boolean {
  const units = unitsAround(document, event)
  const index = units?.findIndex((unit) => unit.event === event) ?? -1
  const [a, b] = index > 0 ? [units![index - 1], units![index]] : [units?.[0], units?.[1]]
  return a === undefined || b === undefined || /\n[ \t]*\n/.test(document.text.slice(a.span.end, b.span.start))
}

/** The first entry of a timeline section that has none. */
function firstEntry(document: PostmortemDocument, time: LocalTime): NewEntry | undefined {
  const section = document.sections.find(isTimeline)
  if (!section) return undefined
  const end = document.text.slice(0, section.span.end).trimEnd().length
  const at = Math.max(end, lineEnd(document.text, section.heading.start))
  const newText = `\n\n- ${time.date === undefined ? '' : `${time.date} `}${clock(time)} `
  return {start: at, end: at, newText, caret: newText.length}
}
