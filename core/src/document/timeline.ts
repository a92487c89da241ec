import type {Span} from '../text/span.ts'

/** What people call the stages of an incident. Ids are public (CLI JSON). */
export const MILESTONES = [
  'introduced',
  'start',
  'detected',
  'acknowledged',
  'declared',
  'engaged',
  'diagnosed',
  'mitigated',
  'resolved',
  'closed',
] as const
export type Milestone = (typeof MILESTONES)[number]

/** Where a part of a moment comes from, for hovers: “date from the heading above”. `midnight`: the day after the entry above, as the clock starts over. */
export type MomentSource =
  | 'entry'
  | 'heading'
  | 'line'
  | 'column'
  | 'statement'
  | 'previous'
  | 'midnight'
  | 'title'
  | 'file-name'
  | 'metadata'
  | 'prose'
  | 'setting'

/** A point in time as far as the document tells it. */
export interface Moment {
  /** `YYYY-MM-DD`, undefined where no date is known. */
  readonly date?: string
  /** Minutes after midnight, with fractions for seconds; undefined for a date alone. */
  readonly minutes?: number
  /** As written: `UTC`, `Europe/Berlin`, `CEST`, `+02:00`; undefined where none is stated. */
  readonly zone?: string
  /** Offset from UTC in minutes at that moment, where a zone is known. */
  readonly offset?: number
  readonly approximate: boolean
  /** Days after the first day of the timeline, where no date is known. */
  readonly day?: number
  /** Minutes since the start that the document counts from (`T+12m`), where that start is not known. */
  readonly elapsed?: number
  readonly dateFrom?: MomentSource
  readonly zoneFrom?: MomentSource
}

export type EventTag =
  'fact' | 'assumption' | 'expectation' | 'hypothesis' | 'decision' | 'unknown' | 'found-later' | (string & {})

export interface TimelineEvent {
  /** The whole entry with its children: bullet, row, line or heading with the text below. */
  readonly span: Span
  /** The time as it is written. */
  readonly raw: string
  readonly whenSpan: Span
  /** Undefined for a placeholder such as `HH:mm` and for a time that cannot be read. */
  readonly when?: Moment
  /** End of a range or of a stated duration. */
  readonly until?: Moment
  /** Who acts, where the entry starts with a name, initials, a role or a handle. */
  readonly actor?: {readonly name: string; readonly span: Span}
  /** The text behind the time, Markdown included, as one line. */
  readonly text: string
  readonly textSpan: Span
  readonly tags: readonly EventTag[]
  /** Addresses that the entry links to. */
  readonly links: readonly string[]
  /** `field` and `sentence` occur only for milestones that stand outside the timeline. */
  readonly source: 'list' | 'table' | 'heading' | 'line' | 'field' | 'sentence'
  /** The list, table or run of paragraphs that holds the entry; equal for siblings. */
  readonly container: Span
  /** Depth of nested lists, 0 outside lists. */
  readonly depth: number
  /** Index of the section or table that the entry belongs to; order and midnight are judged inside one of them. */
  readonly run: number
}

export interface Timeline {
  readonly events: readonly TimelineEvent[]
  /** The zone that holds for the whole document where one is stated. */
  readonly timezone?: string
  /** Where that zone is stated, if it is stated in the document's text. */
  readonly timezoneSpan?: Span
  /** Whether the document runs from the newest to the oldest event. */
  readonly newestFirst: boolean
}
