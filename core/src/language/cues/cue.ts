import type {Anchor} from './anchors.ts'
import type {SectionKind} from '../../document/kinds.ts'
import type {Severity} from '../../lint/finding.ts'

export type SubjectGate = 'human' | 'third' | 'first' | 'human?' | 'system' | 'any'

/** A cue entry as the engine reads it: patterns as text, parsed when their anchor first turns up. */
export interface Cue {
  readonly id: string
  readonly rule: string
  readonly match: readonly string[]
  /** For each pattern, what it is looked up by. */
  readonly anchors: readonly Anchor[]
  readonly subject?: SubjectGate
  readonly unless?: readonly string[]
  readonly with?: readonly string[]
  readonly notIn?: readonly SectionKind[]
  readonly onlyIn?: readonly SectionKind[]
  readonly question?: boolean
  readonly negated?: boolean
  readonly severity?: Severity
  readonly why?: string
  readonly ask?: string
  readonly source?: string
}
