import {minutesOf} from '../document/moment.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {TimelineEvent} from '../document/timeline.ts'
import type {TextEdit} from '../text/edit.ts'
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
  const {text} = document
  const numbers = units.map(({span}) => /^\s*(\d+)[.)]/.exec(text.slice(span.start, span.end))?.[1])
  return units.flatMap((unit, i) => {
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
}

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
