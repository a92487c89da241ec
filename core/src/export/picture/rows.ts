import {shortDate} from '../../document/timeline/calendar.ts'
import type {TimelineView, ViewEvent, ViewGap, ViewPhase} from '../timeline-view.ts'
import {dateAt} from './time-scale.ts'

/** A line of the list that goes with the picture, and that says all that the picture says. */
export type Row =
  | {readonly kind: 'day'; readonly key: string; readonly label: string}
  | {readonly kind: 'event'; readonly key: string; readonly event: ViewEvent; readonly phase?: string}
  | {readonly kind: 'gap'; readonly key: string; readonly gap: ViewGap}

/** Events in order of time, each day and each gap at its place. An event without a time stands behind the one it follows in the document. */
export function rowsOf(view: TimelineView, filter?: (event: ViewEvent) => boolean): Row[] {
  const order = inTime(view)
  const labels = new Map<string, string>(view.phases.map(({name, label}: ViewPhase) => [name, label]))
  const gaps = new Map(view.gaps.map((gap) => [gap.toEvent, gap]))
  const rows: Row[] = []
  let [day, phase] = ['', '']
  for (const event of order) {
    const gap = gaps.get(event.id)
    if (gap && !filter) rows.push({kind: 'gap', key: `gap-${gap.fromEvent}-${gap.toEvent}`, gap})
    if (filter && !filter(event)) continue
    const date = event.at === undefined || view.scale === 'relative' ? '' : isoDay(event.at, view.offset)
    if (date && date !== day) {
      day = date
      rows.push({kind: 'day', key: `day-${rows.length}`, label: shortDate(date)})
    }
    const current = event.phase === undefined ? '' : (labels.get(event.phase) ?? '')
    rows.push({
      kind: 'event',
      key: `event-${event.id}`,
      event,
      ...(current && current !== phase ? {phase: current} : {}),
    })
    if (event.at !== undefined) phase = current
  }
  return rows
}

function inTime({events, newestFirst}: TimelineView): ViewEvent[] {
  const inReadingOrder = newestFirst ? [...events].reverse() : events
  let last = -Infinity
  const keyed = inReadingOrder.map((event, index) => ({event, index, at: (last = event.at ?? last)}))
  // Not a difference: two events before the first time have the same infinity.
  keyed.sort((a, b) => (a.at === b.at ? a.index - b.index : a.at < b.at ? -1 : 1))
  return keyed.map(({event}) => event)
}

const isoDay = (at: number, offset: number): string =>
  dateAt(at + offset * 60_000)
    .toISOString()
    .slice(0, 10)
