import type {SectionKind} from '../document/kinds.ts'

export interface TemplateSection {
  /** Undefined for a heading of a team's own that the model does not know; such a section is found by its words. */
  readonly kind?: SectionKind
  readonly heading: string
  /** 2 for sections of the document, 3 for those inside another one. */
  readonly depth: number
  readonly required: boolean
  /** Kinds that this section takes in, so that the template has none of their own. */
  readonly covers: readonly SectionKind[]
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

/** The section that stands for a kind in this template, on its own or by taking it in. */
export const sectionFor = (template: Template, kind: SectionKind): TemplateSection | undefined =>
  template.sections.find((section) => section.kind === kind) ??
  template.sections.find(({covers}) => covers.includes(kind))
