import {utcTickInterval} from 'd3-time'
import {shortDate} from '../../document/timeline/calendar.ts'
import type {TimelineView, ViewQuiet} from '../timeline-view.ts'

/**
 * From time to pixels: in proportion, but for the stretches that are folded, which are as wide as their label needs.
 * Monotone: what is later never stands further left.
 */
export interface TimeScale {
  x(at: number): number
  /** The other way round. */
  at(x: number): number
  readonly width: number
  readonly folds: readonly Fold[]
  /** Pixels per millisecond outside the folds. */
  readonly density: number
}

export interface Fold extends ViewQuiet {
  readonly left: number
  readonly right: number
}

export interface TimeScaleOptions {
  readonly width: number
  /** Width of a fold, for its label. */
  readonly foldWidth: (label: string) => number
  /** Stretches that are drawn in full, by their `from`. */
  readonly unfolded: ReadonlySet<number>
}

const MINUTE = 60_000

/** Folds take no more of the width than this. */
const MOST_FOLDED = 0.45

export function timeScale(view: Pick<TimelineView, 'from' | 'to' | 'quiet'>, options: TimeScaleOptions): TimeScale {
  const {width, foldWidth, unfolded} = options
  const from = view.from ?? 0
  // A single point in time stands at the left, with an hour to its right.
  const to = view.to !== undefined && view.to > from ? view.to : from + 60 * MINUTE
  const quiet = view.quiet.filter((stretch) => !unfolded.has(stretch.from) && stretch.from >= from && stretch.to <= to)
  const wanted = quiet.map(({label}) => foldWidth(label))
  const sum = wanted.reduce((total, one) => total + one, 0)
  const shrink = Math.min(1, (width * MOST_FOLDED) / Math.max(1, sum))
  const open = to - from - quiet.reduce((total, stretch) => total + stretch.to - stretch.from, 0)
  const density = open > 0 ? (width - sum * shrink) / open : 0
  // Corners of the scale, each later than the one before: a stretch of no time would have no slope.
  const times = [from]
  const places = [0]
  const folds: Fold[] = []
  const reach = (at: number, by: number): number => {
    const place = Math.min(width, places.at(-1)! + by)
    if (at > times.at(-1)!) {
      times.push(at)
      places.push(place)
    }
    return place
  }
  quiet.forEach((stretch, index) => {
    const left = reach(stretch.from, (stretch.from - times.at(-1)!) * density)
    folds.push({...stretch, left, right: reach(stretch.to, wanted[index]! * shrink)})
  })
  reach(to, width)
  places[places.length - 1] = width
  return {x: piecewise(times, places), at: piecewise(places, times), width, folds, density}
}

/** Linear between corners whose places grow; what lies before the first or behind the last stays there. */
function piecewise(from: readonly number[], to: readonly number[]): (value: number) => number {
  return (value) => {
    const next = from.findIndex((corner) => corner > value)
    if (next <= 0) return next < 0 ? to.at(-1)! : to[0]!
    const share = (value - from[next - 1]!) / (from[next]! - from[next - 1]!)
    return to[next - 1]! * (1 - share) + to[next]! * share
  }
}

export interface Tick {
  readonly at: number
  readonly x: number
  readonly label: string
}

/** Pixels between ticks; d3 takes the nearest interval that people count in, which may be as little as three fifths of it. */
const TICK_ROOM = 70
const DAY = 1440 * MINUTE

/** Round times in the document's zone between two places of the scale; none inside folds. */
export function ticksOf(scale: TimeScale, offset: number, left: number, right: number): Tick[] {
  if (!scale.density || right <= left) return []
  const shift = offset * MINUTE
  const span = TICK_ROOM / scale.density
  // For a stretch of a fixed length, so that the interval does not change from one side of a fold to the other.
  const interval = utcTickInterval(new Date(0), new Date(span * 10), 10)
  if (!interval) return []
  const step = interval.offset(new Date(0), 1).getTime()
  const ticks: Tick[] = []
  let begin = scale.at(left)
  const end = scale.at(right)
  const add = (from: number, to: number): void => {
    if (to <= from) return
    for (const date of interval.range(dateAt(from + shift), dateAt(to + shift + 1))) {
      const at = date.getTime() - shift
      ticks.push({at, x: scale.x(at), label: labelOf(date, step)})
    }
  }
  for (const fold of scale.folds) {
    if (fold.to <= begin || fold.from >= end) continue
    add(begin, fold.from)
    begin = fold.to
  }
  add(begin, end)
  return ticks
}

/** Time that a document counts from its own start may lie beyond what a date can hold. */
export const dateAt = (ms: number): Date => new Date(Math.max(-MOST, Math.min(MOST, ms)))
const MOST = 8e15

function labelOf(date: Date, step: number): string {
  const iso = date.toISOString()
  if (step >= 28 * DAY) return iso.slice(0, 7)
  if (step >= DAY) return shortDate(iso.slice(0, 10))
  return step >= MINUTE ? iso.slice(11, 16) : iso.slice(11, 19)
}
