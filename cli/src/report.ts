import type {Fix, Position, Severity} from '#core'
import type {SectionKind} from '#core/document/kinds.ts'

/** What there is to say about one file, as plain data. */
export interface FileReport {
  readonly path: string
  readonly postmortem: boolean
  readonly findings: readonly ReportedFinding[]
  /** With `--model`. */
  readonly model?: Record<string, unknown>
  /** The text after `--fix`, where it differs. */
  readonly fixed?: string
  /** Rules that broke on this text; the others have reported. */
  readonly brokenRules?: readonly string[]
  /** Why there is nothing to say: the file could not be read. */
  readonly error?: string
}

export interface ReportedFinding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly start: Place
  readonly end: Place
  readonly section: SectionKind | null
  readonly fixes: readonly Pick<Fix, 'title' | 'kind' | 'edits'>[]
  /** Other places that belong to the finding; not in the JSON. */
  readonly related: readonly {readonly message: string; readonly start: Place; readonly end: Place}[]
}

export interface Place extends Position {
  readonly offset: number
}
