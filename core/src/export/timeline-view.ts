import {cleanTitle} from '../document/heading-text.ts'
import {gapsOf, METRIC_CAVEATS, type Metric, metricsOf, type Milestones, milestonesOf} from '../document/milestones.ts'
import {clockOf, durationText, formatMoment, minutesOf} from '../document/moment.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import {
  type EventTag,
  type Milestone,
  MILESTONES,
  type Moment,
  type MomentSource,
  type TimelineEvent,
} from '../document/timeline.ts'
import {dateOfDay, shortDate} from '../document/timeline/calendar.ts'
import {slipsOf} from '../document/timeline/order.ts'
import {plainLine} from '../document/timeline/plain-line.ts'
import {withoutTags} from '../document/timeline/tags.ts'
import type {Span} from '../text/span.ts'
import {MILESTONE_LABELS} from './milestone-labels.ts'

/**
 * Everything that a picture of the timeline needs, as plain data (it survives `JSON.stringify` and `postMessage`).
 * Whoever draws it reads no Markdown and decides nothing about time; places are offsets into the document's text.
 */
export interface TimelineView {
  /** The document's title, empty where it has none. */
  readonly title: string
  /** What there is to draw: with `empty` and `untimed` the drawing says what to do instead. */
  readonly state: 'ready' | 'empty' | 'untimed'
  /** Heading of the section that the events stand in; undefined where they stand under none. */
  readonly heading?: Span
  /**
   * What `at` counts. `instant`: milliseconds since 1970 UTC. `local`: the same, of clock times whose zone is unknown,
   * taken as if they were UTC. `relative`: milliseconds since midnight of the first day, as no date is known.
   */
  readonly scale: 'instant' | 'local' | 'relative'
  /** The zone that holds for the document as it is written there; undefined where none is stated. */
  readonly zone?: string
  /** Minutes that clocks show ahead of UTC, in the zone that axes are labelled in; 0 where times are local anyway. */
  readonly offset: number
  /** From the first to the last event or milestone, in the unit of `at`. Undefined where no event has a time. */
  readonly from?: number
  readonly to?: number
  readonly newestFirst: boolean
  /** In the order of the document. */
  readonly events: readonly ViewEvent[]
  /** In order of time; they may overlap. Only phases whose two ends are known. */
  readonly phases: readonly ViewPhase[]
  readonly gaps: readonly ViewGap[]
  /** Who acts, in the order of their first event; the lane of events without an actor is not listed. */
  readonly lanes: readonly ViewLane[]
  /** In order of time. */
  readonly milestones: readonly ViewMilestone[]
  readonly metrics: readonly ViewMetric[]
  /** Said beside the metrics, once for all of them. */
  readonly caveats: readonly string[]
  /** Midnights between the first and the last event in the document's zone, where a drawing may break the axis. */
  readonly dayBreaks: readonly ViewDayBreak[]
  /** Stretches without any event that a drawing may fold. */
  readonly quiet: readonly ViewQuiet[]
  /** What keeps the picture from being complete, for a list beside it. */
  readonly problems: readonly ViewProblem[]
  /** All tags that occur, for filtering. */
  readonly tags: readonly EventTag[]
}

export interface ViewEvent {
  /** Index in `events`; stable for one version of the document. */
  readonly id: number
  /** The whole entry, for the way back into the text. */
  readonly span: Span
  /** Undefined where the entry's time cannot be placed; such events stand in the list, not on the axis. */
  readonly at?: number
  /** End of a range, never before `at`. */
  readonly until?: number
  /** The time as it is written. */
  readonly raw: string
  /** `14:05` or `9 Mar`, for labels. */
  readonly clock: string
  /** ISO 8601 as far as the document says it. */
  readonly iso?: string
  /** Whether only the day is known. */
  readonly dayOnly: boolean
  readonly approximate: boolean
  /** The text without Markdown. */
  readonly text: string
  readonly actor?: string
  /** Index into `lanes`. */
  readonly lane?: number
  readonly tags: readonly EventTag[]
  readonly milestones: readonly Milestone[]
  readonly phase?: PhaseName
  /** Milliseconds since the first milestone of impact, else since the first event. */
  readonly sinceStart?: number
  readonly foundLater: boolean
  readonly links: readonly string[]
  readonly dateFrom?: MomentSource
  readonly zoneFrom?: MomentSource
}

/** `introduced`: the condition is there; `impact`: users feel it; then until seen, until mended, until all is done. */
export type PhaseName = 'introduced' | 'impact' | 'detection' | 'response' | 'recovery'

export interface ViewPhase {
  readonly name: PhaseName
  readonly label: string
  readonly from: number
  readonly to: number
  /** Ids of the two events; undefined where a milestone stands outside the timeline. */
  readonly fromEvent?: number
  readonly toEvent?: number
}

export interface ViewGap {
  readonly from: number
  readonly to: number
  readonly fromEvent: number
  readonly toEvent: number
  /** `50 min` */
  readonly label: string
  readonly question: string
}

export interface ViewLane {
  readonly id: number
  readonly name: string
  readonly events: number
}

export interface ViewMilestone {
  readonly name: Milestone
  readonly label: string
  readonly at: number
  /** Undefined where the milestone comes from a field or a sentence outside the timeline. */
  readonly event?: number
  readonly span: Span
}

export interface ViewMetric {
  readonly name: Metric['name']
  readonly label: string
  readonly seconds: number
  /** `1 h 14 min` */
  readonly text: string
  readonly from: ViewMetricEnd
  readonly to: ViewMetricEnd
  readonly caveat: string
}

export interface ViewMetricEnd {
  readonly event?: number
  readonly span: Span
  readonly clock: string
  readonly text: string
}

export interface ViewDayBreak {
  readonly at: number
  /** `YYYY-MM-DD` of the day that begins; undefined on a relative scale. */
  readonly date?: string
  readonly label: string
}

export interface ViewQuiet {
  readonly from: number
  readonly to: number
  readonly label: string
}

export interface ViewProblem {
  readonly span: Span
  readonly event?: number
  readonly message: string
}

const MINUTE = 60_000
const DAY = 1440

/** The model of a picture of the document's timeline. */
export function timelineView(document: PostmortemDocument): TimelineView {
  const {timeline} = document
  const milestones = milestonesOf(document)
  const {lanes, laneOf} = lanesOf(timeline.events)
  const zero = minutesOf(milestones.start?.when, true)
  const first = timeline.events.reduce((least, {when}) => Math.min(least, minutesOf(when, true) ?? least), Infinity)
  const events = timeline.events.map((event, id) =>
    viewEvent(event, id, milestones, laneOf(event), zero ?? (Number.isFinite(first) ? first : undefined)),
  )
  const index = new Map(timeline.events.map((event, id) => [event, id]))
  const placed = events.filter(({at}) => at !== undefined)
  const told = viewMilestones(milestones, index)
  const points = placed.length ? pointsOf(placed, told) : []
  const from = points.length ? points[0]!.from : undefined
  const to = points.reduce<number | undefined>((last, point) => Math.max(last ?? point.to, point.to), undefined)
  const offset = timeline.events.find(({when}) => when?.offset !== undefined)?.when?.offset ?? 0
  const scale = scaleOf(timeline.events)
  const heading = headingAbove(document)
  return {
    title: document.metadata.title?.value ?? titleOf(document),
    state: events.length === 0 ? 'empty' : placed.length === 0 ? 'untimed' : 'ready',
    scale,
    ...(heading ? {heading} : {}),
    ...(timeline.timezone === undefined ? {} : {zone: timeline.timezone}),
    ...(from === undefined ? {} : {from, to: to!}),
    offset,
    newestFirst: timeline.newestFirst,
    events,
    phases: phasesIn(milestones, index),
    gaps: gapsOf(document).map((gap) => ({
      from: ms(gap.to.when)! - gap.seconds * 1000,
      to: ms(gap.to.when)!,
      fromEvent: index.get(gap.from)!,
      toEvent: index.get(gap.to)!,
      label: durationText(gap.seconds),
      question: gap.question,
    })),
    lanes,
    milestones: told,
    metrics: metricsOf(document).map((metric) => viewMetric(metric, index)),
    caveats: METRIC_CAVEATS,
    dayBreaks: from === undefined || to === undefined ? [] : dayBreaksIn(from, to, offset, scale, placed),
    quiet: quietIn(points),
    problems: problemsIn(document),
    tags: [...new Set(timeline.events.flatMap(({tags}) => tags))].sort(),
  }
}

/** Of the outermost timeline around the first event: its days may have headings of their own. */
function headingAbove(document: PostmortemDocument): Span | undefined {
  const [first] = document.timeline.events
  const nearest = first && document.sectionAt(first.span.start)
  let top = nearest
  for (let section = nearest; section; section = section.parent) if (section.kind === 'timeline') top = section
  return top?.heading
}

function titleOf(document: PostmortemDocument): string {
  return cleanTitle(document.sections.find(({kind}) => kind === 'title')?.title ?? '')
}

const ms = (moment: Moment | undefined): number | undefined => {
  const minutes = minutesOf(moment, true)
  return minutes === undefined ? undefined : Math.round(minutes * MINUTE)
}

function scaleOf(events: readonly TimelineEvent[]): TimelineView['scale'] {
  const dated = events.filter(({when}) => when?.date !== undefined)
  if (!dated.length) return 'relative'
  return dated.some(({when}) => when!.minutes !== undefined && when!.offset !== undefined) ? 'instant' : 'local'
}

function viewEvent(
  event: TimelineEvent,
  id: number,
  milestones: Milestones,
  lane: number | undefined,
  zero: number | undefined,
): ViewEvent {
  const {when} = event
  const at = ms(when)
  const until = ms(event.until)
  const iso = formatMoment(when)
  const phase = phaseOf(event, milestones)
  return {
    id,
    span: event.span,
    ...(at === undefined ? {} : {at}),
    ...(at === undefined || until === undefined ? {} : {until: Math.max(at, until)}),
    raw: event.raw,
    clock: clockOf(when) || event.raw,
    ...(iso === null ? {} : {iso}),
    dayOnly: when !== undefined && when.minutes === undefined && when.elapsed === undefined,
    approximate: when?.approximate ?? false,
    text: plainLine(withoutTags(event.text)),
    ...(event.actor ? {actor: event.actor.name} : {}),
    ...(lane === undefined ? {} : {lane}),
    tags: event.tags,
    milestones: MILESTONES.filter((name) => milestones[name] === event),
    ...(phase ? {phase} : {}),
    ...(at === undefined || zero === undefined ? {} : {sinceStart: at - Math.round(zero * MINUTE)}),
    foundLater: event.tags.includes('found-later'),
    links: event.links,
    ...(when?.dateFrom ? {dateFrom: when.dateFrom} : {}),
    ...(when?.zoneFrom ? {zoneFrom: when.zoneFrom} : {}),
  }
}

/** The part of the incident that an event falls into, as far as the milestones around it are known. */
export function phaseOf(event: TimelineEvent, milestones: Milestones): PhaseName | undefined {
  const at = minutesOf(event.when, true)
  if (at === undefined) return undefined
  const [start, detected, mitigated, resolved] = (['start', 'detected', 'mitigated', 'resolved'] as const).map((name) =>
    minutesOf(milestones[name]?.when, true),
  )
  const end = resolved ?? minutesOf(milestones.closed?.when, true)
  if (mitigated !== undefined && at >= mitigated) return end !== undefined && at <= end ? 'recovery' : undefined
  if (detected !== undefined && at >= detected) return end !== undefined && at > end ? undefined : 'response'
  if (start !== undefined && at >= start) return detected === undefined ? 'impact' : 'detection'
  return start === undefined && detected === undefined ? undefined : 'introduced'
}

const PHASES: readonly {
  readonly name: PhaseName
  readonly label: string
  readonly from: readonly Milestone[]
  readonly to: readonly Milestone[]
}[] = [
  {name: 'introduced', label: 'Introduced', from: ['introduced'], to: ['start']},
  {name: 'impact', label: 'Impact', from: ['start'], to: ['mitigated', 'resolved']},
  {name: 'detection', label: 'Detection', from: ['start'], to: ['detected']},
  {name: 'response', label: 'Response', from: ['detected'], to: ['mitigated', 'resolved']},
  {name: 'recovery', label: 'Recovery', from: ['mitigated'], to: ['resolved']},
]

function phasesIn(milestones: Milestones, index: ReadonlyMap<TimelineEvent, number>): ViewPhase[] {
  return PHASES.flatMap(({name, label, from, to}) => {
    const first = from.map((milestone) => milestones[milestone]).find(Boolean)
    const last = to.map((milestone) => milestones[milestone]).find(Boolean)
    const [start, end] = [ms(first?.when), ms(last?.when)]
    if (!first || !last || start === undefined || end === undefined || end <= start) return []
    const [fromEvent, toEvent] = [index.get(first), index.get(last)]
    return [
      {
        name,
        label,
        from: start,
        to: end,
        ...(fromEvent === undefined ? {} : {fromEvent}),
        ...(toEvent === undefined ? {} : {toEvent}),
      },
    ]
  })
}

function viewMilestones(milestones: Milestones, index: ReadonlyMap<TimelineEvent, number>): ViewMilestone[] {
  const found = MILESTONES.flatMap((name): ViewMilestone[] => {
    const event = milestones[name]
    const at = ms(event?.when)
    if (!event || at === undefined) return []
    const id = index.get(event)
    return [{name, label: MILESTONE_LABELS[name], at, ...(id === undefined ? {} : {event: id}), span: event.span}]
  })
  return found.sort((a, b) => a.at - b.at)
}

function viewMetric(metric: Metric, index: ReadonlyMap<TimelineEvent, number>): ViewMetric {
  const end = (event: TimelineEvent): ViewMetricEnd => {
    const id = index.get(event)
    return {
      ...(id === undefined ? {} : {event: id}),
      span: event.span,
      clock: clockOf(event.when) || event.raw,
      text: plainLine(withoutTags(event.text)),
    }
  }
  const {name, label, seconds, caveat, approximate} = metric
  const text = `${approximate ? '~' : ''}${durationText(seconds)}`
  return {name, label, seconds, text, from: end(metric.from), to: end(metric.to), caveat}
}

/** Actors by name, articles and case aside. */
function lanesOf(events: readonly TimelineEvent[]): {
  readonly lanes: ViewLane[]
  readonly laneOf: (event: TimelineEvent) => number | undefined
} {
  const keyOf = ({actor}: TimelineEvent): string | undefined =>
    actor?.name
      .replace(/^(?:the|an?|our)\s+/i, '')
      .replace(/^@/, '')
      .toLowerCase()
  const lanes = new Map<string, {id: number; name: string; events: number}>()
  for (const event of events) {
    const key = keyOf(event)
    if (key === undefined) continue
    const lane = lanes.get(key)
    if (lane) lane.events++
    else lanes.set(key, {id: lanes.size, name: event.actor!.name.replace(/^(?:the|an?|our)\s+/i, ''), events: 1})
  }
  return {
    lanes: [...lanes.values()],
    laneOf: (event) => {
      const key = keyOf(event)
      return key === undefined ? undefined : lanes.get(key)?.id
    },
  }
}

/** More days than this get a break only where something happens. */
const MOST_DAYS = 31

function dayBreaksIn(
  from: number,
  to: number,
  offset: number,
  scale: TimelineView['scale'],
  events: readonly ViewEvent[],
): ViewDayBreak[] {
  const dayOf = (at: number): number => Math.floor((at / MINUTE + offset) / DAY)
  const [first, last] = [dayOf(from), dayOf(to)]
  const days =
    last - first <= MOST_DAYS
      ? Array.from({length: last - first}, (_, i) => first + 1 + i)
      : [...new Set(events.map(({at}) => dayOf(at!)))].filter((day) => day > first).sort((a, b) => a - b)
  return days.map((day) => {
    const at = (day * DAY - offset) * MINUTE
    if (scale === 'relative') return {at, label: `Day ${day - first + 1}`}
    const date = dateOfDay(day)
    return {at, date, label: shortDate(date)}
  })
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** What stands on the axis, by where it begins. */
function pointsOf(events: readonly ViewEvent[], milestones: readonly ViewMilestone[]): Stretch[] {
  return [
    ...events.map(({at, until}) => ({from: at!, to: until ?? at!})),
    ...milestones.map(({at}) => ({from: at, to: at})),
  ].sort((a, b) => a.from - b.from)
}

/** Folding pays from an hour, and from two fifths of what is left to draw when all longer stretches are folded. */
const LEAST_QUIET = 60 * MINUTE
const QUIET_SHARE = 0.4

function quietIn(points: readonly Stretch[]): ViewQuiet[] {
  const [first] = points
  if (!first) return []
  const stretches: Stretch[] = []
  let end = first.to
  for (const point of points) {
    if (point.from - end >= LEAST_QUIET) stretches.push({from: end, to: point.from})
    end = Math.max(end, point.to)
  }
  const longestFirst = [...stretches].sort((a, b) => b.to - b.from - (a.to - a.from))
  const folded = new Set<Stretch>()
  let left = end - first.from
  for (const stretch of longestFirst) {
    const length = stretch.to - stretch.from
    // Something must stay in proportion: two events a day apart are not “folded into nothing”.
    if (length < left * QUIET_SHARE || length >= left) break
    left -= length
    folded.add(stretch)
  }
  return stretches
    .filter((stretch) => folded.has(stretch))
    .map(({from, to}) => ({from, to, label: durationText((to - from) / 1000)}))
}

function problemsIn(document: PostmortemDocument): ViewProblem[] {
  const {events} = document.timeline
  const untimed = events.flatMap((event, id): ViewProblem[] =>
    minutesOf(event.when, true) === undefined
      ? [{span: event.whenSpan, event: id, message: `“${event.raw}” cannot be placed in time.`}]
      : [],
  )
  const slips = slipsOf(document)
    .flat()
    .map(({event, before}): ViewProblem => ({
      span: event.whenSpan,
      event: events.indexOf(event),
      message: `“${event.raw}” stands below “${before.raw}”, which is later.`,
    }))
  const timed = events.filter(({when}) => when?.minutes !== undefined)
  const [first] = timed
  const undated = first && timed.every(({when}) => when!.date === undefined) && !first.when?.elapsed
  const zoneless = first && timed.length > 1 && timed.every(({when}) => when!.zone === undefined)
  return [
    ...(zoneless ? [{span: first.whenSpan, message: 'No time zone is stated.'}] : []),
    ...(undated ? [{span: first.whenSpan, message: 'No date is known.'}] : []),
    ...untimed,
    ...slips,
  ]
}
