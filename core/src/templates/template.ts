import type {SectionKind} from '../document/kinds.ts'

export interface TemplateSection {
  readonly kind: SectionKind
  readonly heading: string
  readonly required: boolean
  /** What to write here, as the italic prompt lines of the skeleton. */
  readonly prompts: readonly string[]
  /** Markdown below the prompts: a table head, a first bullet. `{holes}` become tab stops. */
  readonly body?: string
}

export interface Template {
  /** Public id, as in front matter `template: blameless`. */
  readonly id: string
  readonly name: string
  /** What it is for, in one sentence. */
  readonly purpose: string
  readonly source: string
  readonly sections: readonly TemplateSection[]
  /** Front matter keys of the skeleton, in order. */
  readonly metadata: readonly string[]
}
