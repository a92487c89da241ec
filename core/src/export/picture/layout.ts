import {durationText} from '../../document/moment.ts'
import {shortDate} from '../../document/timeline/calendar.ts'
import type {Milestone} from '../../document/timeline.ts'
import {MILESTONE_LABELS} from '../milestone-labels.ts'
import type {PhaseName, TimelineView, ViewEvent, ViewGap} from '../timeline-view.ts'
import {placeLabels} from './labels.ts'
import {type LaneContent, lanesOf, NOBODY} from './lanes.ts'
import {estimateWidth, fitText, type Measure} from './text-width.ts'
import {dateAt, type Fold, type Tick, ticksOf, timeScale, type TimeScale} from './time-scale.ts'

/** Where everything of the picture stands, in pixels. A function of the view and the options; nothing is kept. */
export interface PictureLayout {
  readonly width: number
  readonly height: number
  /** The part with the time axis; `x` of what stands in it counts from its left and may lie outside when zoomed. */
  readonly plot: {readonly left: number; readonly width: number; readonly top: number; readonly bottom: number}
  /** Width of the whole axis: the plot's, times the zoom. */
  readonly axisWidth: number
  readonly axisY: number
  readonly scale: TimeScale
  readonly ticks: readonly Tick[]
  readonly days: readonly Placed[]
  readonly folds: readonly PlacedFold[]
  readonly phases: readonly PhaseBar[]
  readonly lanes: readonly Lane[]
  readonly gaps: readonly GapBand[]
  /** Moments that the whole height is marked at. */
  readonly midnights: readonly number[]
}

export interface Placed {
  readonly x: number
  readonly y: number
  readonly label: string
}

/** A fold with its label as far as there is room, and what it says in full. */
export interface PlacedFold extends Fold {
  readonly title: string
}

export interface PhaseBar extends Placed {
  readonly name: PhaseName
  readonly title: string
  readonly width: number
  readonly height: number
}

export interface Lane {
  readonly key: string
  readonly name: string
  /** The name as far as there is room. */
  readonly label: string
  readonly top: number
  readonly height: number
  /** Where the marks stand. */
  readonly trackY: number
  readonly nameY: number
  readonly marks: readonly Mark[]
}

export interface Mark {
  readonly kind: 'event' | 'milestone' | 'range' | 'cluster'
  readonly x: number
  /** Of a range or a cluster; 0 for points. */
  readonly width: number
  /** The events that the mark stands for. */
  readonly events: readonly ViewEvent[]
  readonly phase?: PhaseName
  readonly foundLater: boolean
  readonly label?: EventLabel
}

/** `strong` names the milestone, `label` is what the entry says; `least` is the width of the first. */
export interface EventLabel extends Placed {
  readonly width: number
  readonly least: number
  readonly strong: string
}

export interface GapBand {
  readonly gap: ViewGap
  readonly x: number
  readonly width: number
  readonly label?: Placed & {readonly width: number}
  /** `isEnd`: the text ends at `x`. */
  readonly question?: Placed & {readonly isEnd: boolean}
}

export interface LayoutOptions {
  readonly width: number
  /** 1: the whole axis is in the picture. */
  readonly zoom?: number
  /** Pixels of the axis left of the picture. */
  readonly pan?: number
  readonly measure?: Measure
  /** Quiet stretches drawn in full, by their `from`. */
  readonly unfolded?: ReadonlySet<number>
  /** Only these events; the axis stays as it is. */
  readonly filter?: (event: ViewEvent) => boolean
  /** An event whose label goes first. */
  readonly current?: number
}

const SIZE = 12
const SMALL = 11
const EDGE = 12
const ROW = 16
const TRACK = 22
const PHASE = 20
const DOT = 10
/** Room for half a mark and the ring around it. */
const INSET = 11
const PILL = 20
const HALF_DIAMOND = 8
const DAY = 86_400_000
/** Longer lines are read in the list. */
const MOST_TEXT = 420
const NOTHING: ReadonlySet<number> = new Set()

/** Below this width lanes are named above their marks instead of beside them. */
const WIDE = 640

/** The time axis by itself, for zooming and panning. */
export interface Axis {
  readonly left: number
  readonly width: number
  readonly axisWidth: number
  readonly pan: number
  readonly scale: TimeScale
}

export function axisOf(view: TimelineView, options: LayoutOptions): Axis {
  return axisFor(view, options, contentsOf(view, options))
}

/** The pan at which a moment stands at `x` of the plot. */
export function panFor(view: TimelineView, options: LayoutOptions, at: number, x: number): number {
  const {scale, axisWidth, width} = axisOf(view, {...options, pan: 0})
  return Math.max(0, Math.min(scale.x(at) - x, axisWidth - width))
}

function contentsOf(view: TimelineView, {width, filter}: LayoutOptions): LaneContent[] {
  const placed = view.events.filter((event) => event.at !== undefined && (!filter || filter(event)))
  return lanesOf(view, placed, width >= WIDE ? 7 : 5)
}

function axisFor(view: TimelineView, options: LayoutOptions, contents: readonly LaneContent[]): Axis {
  const {width, zoom = 1, measure = estimateWidth, unfolded = NOTHING} = options
  // The names decide how wide the gutter is, up to a fifth of the picture. A filter must not move the axis.
  const names = view.lanes.length && width >= WIDE ? [...contents.map(({name}) => name), NOBODY] : []
  const widest = names.reduce((most, name) => Math.max(most, measure(name, SIZE)), 0)
  const left = EDGE + (names.length ? Math.ceil(Math.min(widest + EDGE + 4, 180, width * 0.2)) : 0)
  const plotWidth = Math.max(80, width - left - EDGE)
  const axisWidth = plotWidth * zoom
  const pan = Math.max(0, Math.min(options.pan ?? 0, axisWidth - plotWidth))
  // The last labels need room to their right, and the first mark is not cut in half.
  const room = Math.min(150, plotWidth * 0.16)
  const scale = timeScale(view, {
    width: Math.max(40, axisWidth - room - INSET),
    foldWidth: (label) => measure(label, SMALL) + 26,
    unfolded,
  })
  return {left, width: plotWidth, axisWidth, pan, scale: shifted(scale, INSET - pan)}
}

export function layoutPicture(view: TimelineView, options: LayoutOptions): PictureLayout {
  const {width, measure = estimateWidth} = options
  const isWide = width >= WIDE
  const contents = contentsOf(view, options)
  const {left, width: plotWidth, axisWidth, scale} = axisFor(view, options, contents)
  const ticks = withoutCollisions(ticksOf(scale, view.offset, 0, plotWidth), scale.folds, plotWidth, measure)
  const daysApart = ticks.length > 1 && ticks[1]!.at - ticks[0]!.at >= DAY
  const dayRow = daysApart ? [] : dayLabels(view, scale, plotWidth, measure)
  let y = 4
  const days = dayRow.map((day) => ({...day, y: y + SIZE}))
  if (days.length) y += 18
  const axisY = y + 18
  y = axisY + 8

  const phases = phaseBars(view, scale, plotWidth, y, measure)
  if (phases.length) y = Math.max(...phases.map((bar) => bar.y + bar.height)) + 8

  const lanes: Lane[] = []
  const rows = contents.length <= 2 ? 7 : contents.length <= 4 ? 4 : 3
  for (const {key, name, events} of contents) {
    const nameHeight = isWide || !name ? 0 : 15
    const trackY = y + 6 + nameHeight + TRACK / 2
    const marks = marksOf(events, scale, plotWidth, trackY, isWide ? rows : Math.min(rows, 5), measure, options.current)
    const deepest = marks.reduce((most, {label}) => Math.max(most, label ? label.y + 4 : 0), trackY + TRACK / 2 - 3)
    const height = deepest + 6 - y
    lanes.push({
      key: String(key),
      name,
      top: y,
      height,
      trackY,
      marks,
      label: fitText(name, isWide ? left - 2 * EDGE : width - 2 * EDGE, SIZE, measure),
      nameY: isWide ? trackY + 4 : y + 15,
    })
    y += height
  }
  const bottom = y + (contents.length ? 0 : TRACK)
  const gaps = gapBands(view, scale, plotWidth, bottom + 6, measure)
  const height = gaps.reduce((most, {label}) => Math.max(most, label ? label.y + GAP_ROW : 0), bottom + 4)
  const midnights = view.dayBreaks
    .filter(({at}) => !scale.folds.some((fold) => fold.from <= at && at <= fold.to))
    .map(({at}) => scale.x(at))
    .filter((x) => x >= 0 && x <= plotWidth)
  return {
    width,
    height,
    axisWidth,
    axisY,
    scale,
    ticks,
    days,
    phases,
    lanes,
    gaps,
    midnights,
    plot: {left, width: plotWidth, top: axisY, bottom},
    folds: scale.folds
      .filter((fold) => fold.right > 0 && fold.left < plotWidth)
      .map((fold) => ({...fold, label: foldLabel(fold, measure), title: `${fold.label} without an entry, folded`})),
  }
}

function shifted(scale: TimeScale, by: number): TimeScale {
  return {
    ...scale,
    x: (at) => scale.x(at) + by,
    at: (x) => scale.at(x - by),
    folds: scale.folds.map((fold) => ({...fold, left: fold.left + by, right: fold.right + by})),
  }
}

/** Labels centred on their ticks, from the left, each only where folds and the one before leave room. Ticks keep their line. */
function withoutCollisions(
  ticks: readonly Tick[],
  folds: readonly Fold[],
  plotWidth: number,
  measure: Measure,
): Tick[] {
  let end = -2
  let fold = 0
  return ticks.map((tick) => {
    const half = measure(tick.label, SMALL) / 2
    while (fold < folds.length && folds[fold]!.right + 4 <= tick.x - half) fold++
    const next = folds[fold]
    const isFree = tick.x - half >= end && tick.x + half <= plotWidth + EDGE && !(next && next.left - 4 < tick.x + half)
    if (!isFree) return {...tick, label: ''}
    end = tick.x + half + 10
    return tick
  })
}

/** The label, its first unit, or nothing. */
function foldLabel({label, left, right}: Fold, measure: Measure): string {
  const short = label.split(' ').slice(0, 2).join(' ')
  return [label, short].find((one) => measure(one, SMALL) <= right - left - 4) ?? ''
}

/** The first day at the left, then every midnight with room for its name. */
function dayLabels(
  view: TimelineView,
  scale: TimeScale,
  plotWidth: number,
  measure: Measure,
): {x: number; label: string}[] {
  if (view.from === undefined) return []
  const first = dateAt(view.from + view.offset * 60_000)
    .toISOString()
    .slice(0, 10)
  const firstLabel = view.scale === 'relative' ? 'Day 1' : shortDate(first)
  if (view.scale === 'relative' && !view.dayBreaks.length) return []
  const all = [{x: scale.x(view.from), label: firstLabel}]
  for (const {at, label} of view.dayBreaks) {
    // Nothing happens in a fold: the new day shows behind it.
    const fold = scale.folds.find((one) => one.from <= at && at <= one.to)
    all.push({x: fold?.right ?? scale.x(at), label})
  }
  // Where midnights lie too close, the later day is the one that the events below belong to.
  const days: {x: number; label: string}[] = []
  for (const day of all) {
    if (day.x > plotWidth) break
    const x = Math.max(0, day.x)
    while (days.length && days.at(-1)!.x + measure(days.at(-1)!.label, SIZE, true) + 10 > x) days.pop()
    if (x + measure(day.label, SIZE, true) <= plotWidth + EDGE) days.push({x, label: day.label})
  }
  return days
}

/** The impact above, the course of the incident below it. */
function phaseBars(view: TimelineView, scale: TimeScale, plotWidth: number, top: number, measure: Measure): PhaseBar[] {
  const hasImpact = view.phases.some(({name}) => name === 'impact')
  return view.phases.flatMap(({name, label, from, to}): PhaseBar[] => {
    const [left, right] = [Math.max(-4, scale.x(from)), Math.min(plotWidth + 4, scale.x(to))]
    if (right <= left) return []
    const width = Math.max(3, right - left - (name === 'impact' ? 0 : 1))
    return [
      {
        name,
        width,
        x: left,
        height: PHASE,
        y: name === 'impact' || !hasImpact ? top : top + PHASE + 4,
        title: `${label}: ${durationText((to - from) / 1000)}`,
        label:
          [`${label} ${durationText((to - from) / 1000)}`, label].find((one) => measure(one, SMALL) <= width - 12) ??
          '',
      },
    ]
  })
}

function marksOf(
  events: readonly ViewEvent[],
  scale: TimeScale,
  plotWidth: number,
  trackY: number,
  rows: number,
  measure: Measure,
  current: number | undefined,
): Mark[] {
  const most = Math.min(200, plotWidth * 0.42)
  const seen = events.filter(({at, until}) => scale.x(until ?? at!) >= -most && scale.x(at!) <= plotWidth + DOT)
  const marks = clustered(
    [...seen].sort((a, b) => a.at! - b.at! || a.id - b.id),
    scale,
  )
  const wishes = marks.flatMap((mark, id) => {
    const [event] = mark.events
    if (mark.kind === 'cluster' || !event || mark.x < 0 || mark.x > plotWidth) return []
    const {width, least} = labelFor(event, Math.min(most, plotWidth + EDGE / 2 - mark.x - 6), measure)
    const priority = priorityOf(event, current)
    return width ? [{id, x: mark.x, width: width + 6, ...(least ? {least: least + 6} : {}), priority}] : []
  })
  const placed = placeLabels(wishes, rows)
  return marks.flatMap((mark, id): Mark[] => {
    if (mark.x + mark.width < -DOT || mark.x > plotWidth + DOT) return []
    const place = placed.get(id)
    if (!place) return [mark]
    const room = Math.min(place.room - 6, MOST_TEXT, plotWidth + EDGE / 2 - mark.x - 6)
    return [
      {...mark, label: {...labelFor(mark.events[0]!, room, measure), x: mark.x, y: trackY + 24 + place.row * ROW}},
    ]
  })
}

/** The milestones that the figures come from go before others, and those before events of other kinds. */
function priorityOf({id, milestones, tags}: ViewEvent, current: number | undefined): number {
  if (id === current) return 4
  if (milestones.some((name) => MAIN.has(name))) return 3
  return milestones.length ? 2 : tags.length ? 1 : 0
}

const MAIN: ReadonlySet<Milestone> = new Set(['start', 'detected', 'mitigated', 'resolved'])

/** What stands beside the lane's name or the milestone's need not be said again. */
function labelFor(
  event: ViewEvent,
  room: number,
  measure: Measure,
): Pick<EventLabel, 'label' | 'strong' | 'width' | 'least'> {
  const name = event.milestones.at(-1)
  const strong = name ? fitText(MILESTONE_LABELS[name], room, SIZE, measure, true) : ''
  const least = strong ? measure(strong, SIZE, true) : 0
  const label = fitText(withoutActor(event), strong ? room - least - 5 : room, SIZE, measure)
  const width = label ? measure(label, SIZE) + (strong ? least + 5 : 0) : least
  return {strong, label, width, least}
}

function withoutActor({text, actor}: ViewEvent): string {
  const lead = actor === undefined ? undefined : /^(?:the |an? |our )?/i.exec(text)![0].length
  if (lead === undefined || !text.startsWith(actor!.replace(/^(?:the |an? |our )/i, ''), lead)) return text
  return text.slice(lead + actor!.replace(/^(?:the |an? |our )/i, '').length).replace(/^[\s:,;–—-]+/, '') || text
}

/** Points that would lie on one another become one mark with their number; a milestone takes in what it would hide. */
function clustered(events: readonly ViewEvent[], scale: TimeScale): Mark[] {
  const placed = events.map((event) => {
    const x = scale.x(event.at!)
    const width = event.until === undefined ? 0 : scale.x(event.until) - x
    return {event, x, width, kind: event.milestones.length ? 'milestone' : width > DOT ? 'range' : 'event'} as const
  })
  const ranges = placed
    .filter(({kind, width}) => kind === 'range' || (kind === 'milestone' && width > DOT))
    .map(({event, x, width}): Mark => ({...markOf([event]), kind: 'range', x, width}))
  const milestones = placed.filter(({kind}) => kind === 'milestone').map(({event, x}) => ({x, events: [event]}))
  const points: Mark[] = []
  let next = 0
  const close = (open: readonly ViewEvent[], x: number): void => {
    if (!open.length) return
    const isOne = open.length === 1
    const [left, right] = isOne ? [x - 1, x + 1] : [x - DOT / 2, x - DOT / 2 + PILL]
    while (next < milestones.length && milestones[next]!.x + HALF_DIAMOND <= left) next++
    const hiding = milestones[next]
    if (hiding && hiding.x - HALF_DIAMOND < right) hiding.events.push(...open)
    else points.push({...markOf(open), kind: isOne ? 'event' : 'cluster', x: isOne ? x : left, width: isOne ? 0 : PILL})
  }
  let open: ViewEvent[] = []
  let start = 0
  for (const {event, x, kind} of placed) {
    if (kind !== 'event') continue
    // A number needs twice the room of a point.
    if (open.length && x - start >= (open.length > 1 ? PILL + 4 : DOT)) {
      close(open, start)
      open = []
    }
    if (!open.length) start = x
    open.push(event)
  }
  close(open, start)
  return [
    ...ranges,
    ...points,
    ...milestones.map(({x, events: taken}): Mark => ({...markOf(taken), kind: 'milestone', x, width: 0})),
  ]
}

const markOf = (events: readonly ViewEvent[]): Pick<Mark, 'events' | 'foundLater' | 'phase'> => ({
  events,
  foundLater: events.every((event) => event.foundLater),
  ...(events[0]!.phase ? {phase: events[0]!.phase} : {}),
})

/** More gaps than this share a row, without their questions; the list has them. */
const MOST_QUESTIONS = 4
const GAP_ROW = 22

/** Each gap has a row with its length and, beside it, its question. */
function gapBands(view: TimelineView, scale: TimeScale, plotWidth: number, top: number, measure: Measure): GapBand[] {
  const inSight = [...view.gaps]
    .sort((a, b) => a.from - b.from)
    .map((gap) => ({gap, left: Math.max(0, scale.x(gap.from)), right: Math.min(plotWidth, scale.x(gap.to))}))
    .filter(({left, right}) => left < right)
  const hasRows = inSight.length <= MOST_QUESTIONS
  let free = 0
  return inSight.map(({gap, left, right}, index): GapBand => {
    const text = `? ${gap.label}`
    const width = measure(text, SMALL, true) + 20
    const x = Math.max(0, Math.min(left + (right - left - width) / 2, plotWidth - width))
    const band = {gap, x: left, width: right - left}
    if (!hasRows) {
      if (x < free) return band
      free = x + width + 8
      return {...band, label: {x, y: top, width, label: text}}
    }
    const y = top + index * GAP_ROW
    const label = {x, y, width, label: text}
    const [before, after] = [x - 8, plotWidth - x - width - 8]
    const isEnd = before > after && measure(gap.question, SMALL) > after
    const question = fitText(gap.question, isEnd ? before : after, SMALL, measure)
    // A few words of a question say nothing.
    if (question.length < Math.min(30, gap.question.length)) return {...band, label}
    return {...band, label, question: {x: isEnd ? x - 6 : x + width + 6, y, label: question, isEnd}}
  })
}
