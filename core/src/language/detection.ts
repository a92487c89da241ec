import type {SectionKind} from '../document/kinds.ts'
import type {LintConfig} from '../lint/config.ts'
import type {Severity} from '../lint/finding.ts'
import type {Span} from '../text/span.ts'
import type {CueIndex} from './cues/cue-index.ts'
import type {Sentence} from './sentence.ts'
import type {Subject} from './subject.ts'
import type {Vocabulary} from './vocabulary.ts'

/** A wording that a rule may report. Offsets count from the start of the chunk. */
export interface Detection {
  readonly rule: string
  readonly span: Span
  /** Who does the verb of the wording, where there is one. */
  readonly subject?: Subject
  readonly cue?: CueNotes
  readonly severity?: Severity
  /** For rules with several forms: which one this is. */
  readonly form?: string
}

/** What a cue entry says beside its pattern. */
export interface CueNotes {
  readonly id: string
  readonly why?: string
  readonly ask?: string
  readonly source?: string
}

/** What a language rule may know besides the sentence. */
export interface LanguageContext {
  readonly config: LintConfig
  readonly cues: CueIndex
  /** Effective kind of the section; undefined before the first known heading. */
  readonly section: SectionKind | undefined
  readonly vocabulary: Vocabulary
  /** The chunk's text, which all offsets count in. */
  readonly text: string
  /** The sentences right before and after in the same block, if any. */
  readonly previous?: Sentence
  readonly next?: Sentence
}
