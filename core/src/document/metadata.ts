import type {Span} from '../text/span.ts'
import type {Located} from './action-item.ts'

export const DOCUMENT_STATUSES = ['draft', 'in-review', 'reviewed', 'final'] as const
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number]

export const ATTRIBUTIONS = ['role', 'name', 'none'] as const
export type Attribution = (typeof ATTRIBUTIONS)[number]

export const AUDIENCES = ['team', 'company', 'public'] as const
export type Audience = (typeof AUDIENCES)[number]

export const DETECTION_SOURCES = ['alert', 'person', 'customer', 'third-party'] as const
export type DetectionSource = (typeof DETECTION_SOURCES)[number]

/** A statement of the document about itself, with the places of its key and its value. */
export interface Field extends Located {
  /** As written, lower case, with `_` for spaces and `.` for nesting. */
  readonly key: string
  readonly keySpan: Span
  readonly source: 'yaml' | 'toml' | 'label' | 'table' | 'heading'
}

/** Front matter that cannot be read to its end. */
export interface MetadataProblem {
  readonly span: Span
  readonly message: string
}

export interface FrontMatter {
  readonly format: 'yaml' | 'toml'
  /** With its fences. */
  readonly span: Span
  readonly content: Span
}

/** What the document says about itself, from front matter, bold labels, key–value tables and lists (domain.md (f)). */
export interface Metadata {
  readonly id?: Located
  readonly title?: Located
  readonly severity?: Located
  readonly status?: Located<DocumentStatus>
  readonly template?: Located
  readonly audience?: Located<Audience>
  readonly attribution?: Located<Attribution>
  readonly detectionSource?: Located<DetectionSource>
  readonly timezone?: Located
  readonly category?: Located
  /** Calendar dates as ISO dates, where the text leaves no doubt. */
  readonly dates: Readonly<Partial<Record<MetadataDate, Located>>>
  /** Names as written, one each. */
  readonly people: Readonly<Partial<Record<MetadataRole, readonly Located[]>>>
  /** Every key as written with all its values: the untyped rest of the model. */
  readonly fields: ReadonlyMap<string, readonly Field[]>
  readonly frontMatter?: FrontMatter
  readonly problems: readonly MetadataProblem[]
}

export const METADATA_DATES = [
  'incident',
  'start',
  'detected',
  'mitigated',
  'resolved',
  'created',
  'published',
  'review',
] as const
export type MetadataDate = (typeof METADATA_DATES)[number]

export const METADATA_ROLES = [
  'owner',
  'authors',
  'facilitator',
  'presenter',
  'scribe',
  'incidentCommander',
  'responders',
  'participants',
] as const
export type MetadataRole = (typeof METADATA_ROLES)[number]
