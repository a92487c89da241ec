import type {SectionKind} from '../document/kinds.ts'
import type {TextEdit} from '../text/edit.ts'
import type {Span} from '../text/span.ts'

export const SEVERITIES = ['hint', 'information', 'warning', 'error'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Whether `severity` is at or above `floor`. */
export const isAtLeast = (severity: Severity, floor: Severity): boolean =>
  SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(floor)

/**
 * `safe` fixes change no meaning and may run all at once. `rewrite` and `question` are only offered:
 * the first rewords with holes for facts, the second inserts a question for the people who know.
 */
export type FixKind = 'safe' | 'rewrite' | 'question'

export interface Fix {
  readonly title: string
  readonly kind: FixKind
  /** New texts may hold `{holes}` where `hasHoles` is set; an editor makes tab stops of them. */
  readonly edits: readonly TextEdit[]
  readonly hasHoles?: boolean
}

export interface Related {
  readonly span: Span
  readonly message: string
}

/** What a rule reports; the pipeline adds the rule, the severity and the section. */
export interface Problem {
  readonly span: Span
  /** One sentence, present tense, about the text; then at most one question. */
  readonly message: string
  /** Where this place deserves another severity than the rule's own. */
  readonly severity?: Severity
  readonly related?: readonly Related[]
  /** What a facilitator would ask here. */
  readonly questions?: readonly string[]
  readonly fixes?: readonly Fix[]
}

export interface Finding extends Problem {
  readonly rule: string
  readonly severity: Severity
  readonly section?: SectionKind
  readonly fixes: readonly Fix[]
}
