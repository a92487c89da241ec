import type {CompletionItemKind} from 'vscode-languageserver'
import type {Finding} from '#core'
import type {Span} from '#core/text/span.ts'
import type {Analysis} from '../../analysis.ts'

/** Where the cursor stands, as all sources of completion see it. */
export interface CompletionPlace {
  readonly analysis: Analysis
  readonly findings: readonly Finding[]
  readonly offset: number
  readonly lineStart: number
  /** The line up to the cursor. */
  readonly before: string
  /** ISO date of today. */
  readonly today: string
}

export interface Suggestion {
  readonly label: string
  readonly kind: CompletionItemKind
  readonly detail?: string
  readonly documentation?: string
  /** `hasHoles`: the text holds `{holes}`; `snippet`: the same text with tab stops, where it is made elsewhere. */
  readonly insert: {readonly text: string; readonly hasHoles?: boolean; readonly snippet?: string}
  /** What is replaced; nothing if not given. */
  readonly span?: Span
  /** What the typed text is compared with, where it is not the label. */
  readonly filter?: string
}
