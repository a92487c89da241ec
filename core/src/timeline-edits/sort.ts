import {formatMoment, minutesOf} from '../document/moment.ts'
import {PostmortemDocument} from '../document/postmortem-document.ts'
import {timeContextOf} from '../document/read-timeline.ts'
import type {TimelineEvent} from '../document/timeline.ts'
import {dayNumber} from '../document/timeline/calendar.ts'
import {applyEdits, type TextEdit} from '../text/edit.ts'
import {type Unit, unitsAround} from './units.ts'

/**
 * Puts the entries around one of them into the order of time: stable, whole items with their children, whole rows.
 * Entries without a time stay behind the one that they follow. Empty where an entry would lose its date by moving.
 */
export function sortEntries(document: PostmortemDocument, around: TimelineEvent): TextEdit[] {
  const units = unitsAround(document, around)
  if (!units || !mayMove(units)) return []
  const sign = document.timeline.newestFirst ? -1 : 1
  const sorted = inOrder(units, sign)
  if (
    units[0]!.event.when?.dateFrom === 'entry' &&
    units.some(({event}) => event.when?.dateFrom === 'previous') &&
    sorted[0] !== units[0]
  )
    return []
  const isSameDay = new Set(units.map(({event}) => event.when?.date)).size === 1
  if ((!isSameDay && leadsOthers(document, units)) || followsLater(document, units, sorted[0]!)) return []
  const {text} = document
  const numbers = units.map(({span}) => /^\s*(\d+)[.)]/.exec(text.slice(span.start, span.end))?.[1])
  const edits = units.flatMap((unit, i): TextEdit[] => {
    const moved = sorted[i]!
    if (moved === unit) return []
    const source = text.slice(moved.span.start, moved.span.end)
    const number = numbers[i]
    return [
      {
        start: unit.span.start,
        end: unit.span.end,
        newText: number === undefined ? source : source.replace(/^(\s*)\d+/, `$1${number}`),
      },
    ]
  })
  return keepsEvents(document, units, edits) ? edits : []
}

/** Larger containers are not read a second time on every change; theirs must be plain. */
const LARGE = 30_000

/**
 * Whether the entries say the same after sorting. Times without a date, and lines of one paragraph, lean on their
 * neighbours in more ways than can be listed; so the entries are read again on their own, before and after.
 */
function keepsEvents(document: PostmortemDocument, units: readonly Unit[], edits: readonly TextEdit[]): boolean {
  const [start, end] = [units[0]!.span.start, units.at(-1)!.span.end]
  if (!edits.length) return true
  if (end - start > LARGE)
    return units.every(({event}) => event.source !== 'line' && event.when?.dateFrom === 'entry' && !lacksYear(event))
  const {when} = units.find(({event}) => event.when?.dateFrom !== 'entry')?.event ?? units[0]!.event
  const zone = units.find(({event}) => event.when?.zone !== undefined && event.when.zoneFrom !== 'entry')?.event.when
    ?.zone
  const head = `# ${when?.date ?? ''}\n\n## Timeline${zone === undefined ? '' : ` (${zone})`}\n\n`
  const piece = document.text.slice(start, end)
  const indent = new RegExp(`^[ \\t]{0,${/^[ \t]*/.exec(piece)![0].length}}`, 'gm')
  const told = (body: string): readonly string[] => toldIn(head + body.replace(indent, ''))
  const before = told(tableHead(units[0]!, document) + piece)
  const moved = edits.map((edit) => ({...edit, start: edit.start - start, end: edit.end - start}))
  const after = told(tableHead(units[0]!, document) + applyEdits(piece, moved))
  const own = units.map(({event}) => `${formatMoment(event.when)} ${event.text}`)
  return own.every((one) => before.includes(one)) && before.join('\n') === after.join('\n')
}

const readings = new Map<string, readonly string[]>()

/** The events of a small document, remembered by its text while the rest of the document is written. */
function toldIn(text: string): readonly string[] {
  let told = readings.get(text)
  if (!told) {
    if (readings.size > 50) readings.clear()
    const {events} = new PostmortemDocument(text).timeline
    readings.set(text, (told = events.map((event) => `${formatMoment(event.when)} ${event.text}`).sort()))
  }
  return told
}

/** The two lines that make rows a table. */
function tableHead({event}: Unit, {text}: PostmortemDocument): string {
  if (event.source !== 'table') return ''
  return `${text.slice(event.container.start).split('\n').slice(0, 2).join('\n')}\n`
}

/** Whether other entries take their date from these: those behind the last, or all where no date stands elsewhere. */
function leadsOthers(document: PostmortemDocument, units: readonly Unit[]): boolean {
  const {events} = document.timeline
  const last = units.at(-1)!
  const next = events.find(({span, run}) => run === last.event.run && span.start >= last.span.end)
  if (next !== undefined && (next.when?.dateFrom !== 'entry' || lacksYear(next))) return true
  const own = new Set(units.map(({event}) => event))
  return (
    timeContextOf(document).base?.from === 'previous' &&
    events.some((event) => !own.has(event) && event.when?.dateFrom !== 'entry')
  )
}

/** Whether the new first entry, dated by what stands above, would be earlier than that: it would be read as the next day. */
function followsLater(
  {timeline: {events, newestFirst}}: PostmortemDocument,
  units: readonly Unit[],
  first: Unit,
): boolean {
  if (first.event.when?.dateFrom === 'entry') return false
  const [start, run] = [units[0]!.span.start, first.event.run]
  const above = events.findLast(({span, run: other}) => other === run && span.start < start)
  const [a, b] = [minutesOf(above?.when), minutesOf(first.event.when)]
  return a !== undefined && b !== undefined && (newestFirst ? b > a : b < a)
}

const lacksYear = ({raw, when}: TimelineEvent): boolean => when?.dateFrom === 'entry' && !/\d{4}/.test(raw)

/** Only entries that carry their date along, or that all stand on one day, may change places. */
function mayMove(units: readonly Unit[]): boolean {
  if (
    units.length < 2 ||
    units.some(
      ({event}) =>
        event.when?.dateFrom === 'midnight' ||
        (event.source !== 'table' && event.until !== undefined && event.when === undefined),
    )
  )
    return false
  const timed = units.filter(({event}) => event.when !== undefined)
  const isDated = timed.every(({event}) => event.when?.dateFrom === 'entry')
  // A date without a year is read by its neighbours; among dates close by that makes no difference.
  const dates = timed.flatMap(({event}) => (event.when?.date === undefined ? [] : [dayNumber(event.when.date)]))
  if (timed.some(({event}) => lacksYear(event)) && timed.some(({event}) => !lacksYear(event))) return false
  if (timed.some(({event}) => lacksYear(event)) && Math.max(...dates) - Math.min(...dates) > 120) return false
  const days = new Set(timed.map(({event}) => event.when?.date ?? event.when?.day))
  return isDated || days.size === 1
}

function inOrder(units: readonly Unit[], sign: number): Unit[] {
  const keyed: {readonly unit: Unit; readonly key: number; readonly index: number}[] = []
  let last = -Infinity * sign
  units.forEach((unit, index) => {
    const {when} = unit.event
    const at = minutesOf(when)
    // A day without a time stays where it stands, unless it is another day.
    const key =
      at ??
      (when?.date !== undefined && Math.abs((minutesOf(when, true) ?? 0) - last) > 1440 ? minutesOf(when, true)! : last)
    keyed.push({unit, key, index})
    last = key
  })
  return keyed.sort((a, b) => (a.key === b.key ? 0 : sign * (a.key - b.key)) || a.index - b.index).map(({unit}) => unit)
}
