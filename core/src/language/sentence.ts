import type {ProseKind} from '../document/prose.ts'
import type {Span} from '../text/span.ts'
import type {Token} from './token.ts'
import type {VerbGroup} from './verb-groups.ts'

/** A sentence, list item, table cell or line. Offsets count from the start of its chunk. */
export interface Sentence extends Span {
  readonly kind: ProseKind
  readonly tokens: readonly Token[]
  /** The same tokens before their tags are settled, for looking words up. */
  readonly words: readonly Token[]
  readonly isQuestion: boolean
  /** The sentence is the first of a list item, a table cell or a line that starts with a time or a label. */
  readonly startsItem: boolean
  readonly isHeader: boolean
  /** Verb groups with their subjects; worked out when first asked for. */
  readonly groups: readonly VerbGroup[]
  /** The sentence before it in the same block. */
  readonly previous?: Sentence
}
