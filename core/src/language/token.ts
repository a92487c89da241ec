import type {Span} from '../text/span.ts'
import type {WordInfo} from './word-info.ts'

/** Parts of speech, as coarse as the cue language needs them. */
export type Tag =
  | 'NOUN'
  | 'NAME'
  | 'VERB'
  | 'AUX'
  | 'MODAL'
  | 'ADJ'
  | 'ADV'
  | 'DET'
  | 'PRON'
  | 'POSS'
  | 'PREP'
  | 'CONJ'
  | 'SUB'
  | 'NUM'
  | 'TO'
  | 'NOT'
  | 'CODE'
  | 'PUNCT'

/** `ed` is a past tense or a participle; which one, the verb group tells. */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ed' | 'ing'

export interface Token extends Span {
  /** As written. */
  readonly text: string
  /** Lower case, straight quotes; `not` for `n't`. */
  readonly lower: string
  /** Dictionary form; the noun's if the word may be noun or verb with different ones, see `verbLemma`. */
  lemma: string
  tag: Tag
  form?: VerbForm
  /** Inside quotation marks: somebody's words, not the author's. */
  quoted: boolean
  readonly linked: boolean
  /** What the word may be out of context; undefined for what is no word. */
  readonly info?: WordInfo
}

export const isWord = (token: Token): boolean => token.tag !== 'PUNCT'
