import type {SectionKind} from '../../document/kinds.ts'
import type {Severity} from '../../lint/finding.ts'

export type SubjectGate = 'human' | 'third' | 'first' | 'human?' | 'system' | 'any'

/** A cue entry as the engine reads it: patterns as text, compiled when what they need first turns up. */
export interface Cue {
  readonly id: string
  readonly rule: string
  readonly match: readonly string[]
  /** For each pattern, what a sentence must hold for it. */
  readonly needs: readonly PackedNeeds[]
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

/**
 * `Needs` with numbers of word sets: the anchor's set, its least and most distance from the start of the match, and for each of
 * the others its set and its least and most distance from the anchor.
 */
export type PackedNeeds = readonly number[]

/** All cues, and the sets of words that their needs speak of. */
export interface CueTable {
  /** How many sets there are. */
  readonly sets: number
  /** A line for each word: the word, a tab, and the numbers of the sets that hold it, with spaces between. */
  readonly setsByWord: string
  readonly cues: readonly Cue[]
}
