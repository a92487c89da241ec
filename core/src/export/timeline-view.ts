import type {Span} from '../text/span.ts'
import type {Metric} from '../document/milestones.ts'
import type {EventTag, Milestone, MomentSource} from '../document/timeline.ts'

/**
 * Everything that a picture of the timeline needs, as plain data (it survives `JSON.stringify` and `postMessage`).
 * Whoever draws it reads no Markdown and decides nothing about time; places are offsets into the document's text.
 */
export interface TimelineView {
  /** The document's title, empty where it has none. */
  readonly title: string
  /** What there is to draw: with `empty` and `untimed` the drawing says what to do instead. */
  readonly state: 'ready' | 'empty' | 'untimed'
  /**
   * What `at` counts. `instant`: milliseconds since 1970 UTC. `local`: the same, of clock times whose zone is unknown,
   * taken as if they were UTC. `relative`: milliseconds since midnight of the first day, as no date is known.
   */
  readonly scale: 'instant' | 'local' | 'relative'
  /** The zone that holds for the document as it is written there; undefined where none is stated. */
  readonly zone?: string
  /** From the first to the last point, in the unit of `at`. Undefined where no event has a time. */
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
  /** Ids of the two events. */
  readonly fromEvent: number
  readonly toEvent: number
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
