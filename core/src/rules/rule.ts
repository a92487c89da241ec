import type {SectionKind} from '../document/kinds.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {Template} from '../templates/template.ts'
import type {LintConfig} from '../lint/config.ts'
import type {Problem, Severity} from '../lint/finding.ts'

export type RuleGroup = 'structure' | 'language' | 'timeline' | 'actions' | 'consistency'

export interface RuleDocs {
  /** One sentence, imperative: what the rule looks for. */
  readonly summary: string
  /** What the wording or the gap does to a reader. */
  readonly why: string
  /** Questions that lead to a better text. */
  readonly ask: readonly string[]
  readonly sources: readonly string[]
}

/** Text with the findings of the rule marked ⟦so⟧. A text without a heading is put under one called `section`. */
export interface RuleExample {
  readonly text: string
  /** The heading that a sentence is put under; `Causes` if not given. Has no effect on texts with headings of their own. */
  readonly section?: string
  /** The text after the first fix of the first finding. It must be clean. */
  readonly fixed?: string
  /** Why it is a finding, or why it is none. */
  readonly note?: string
  readonly config?: Partial<LintConfig>
  readonly path?: string
}

/** What a rule's file exports as `examples`, beside the rule: programs that ship leave it out. */
export interface RuleExamples {
  readonly bad: readonly RuleExample[]
  readonly good: readonly RuleExample[]
  /** Known misses: the rule says nothing, though a careful reader would. A test tells when that changes. */
  readonly limits?: readonly RuleExample[]
}

interface RuleBase {
  /** Public, never renamed or reused. */
  readonly id: string
  /** The entry in the domain's catalogue: L01, T03, X01, A08, D02 … */
  readonly code?: string
  readonly group: RuleGroup
  readonly severity: Severity
  /** Off unless a setting switches it on. */
  readonly optIn?: boolean
  readonly docs: RuleDocs
}

/** What a rule may know besides the document. */
export interface RuleContext {
  readonly config: LintConfig
  /** The template that the document is held against. */
  readonly template: Template
}

/** Looks at the whole document. Pure; may not keep anything. */
export interface DocumentRule extends RuleBase {
  readonly check: (document: PostmortemDocument, context: RuleContext) => Iterable<Problem>
}

/** Severity by section; `default` holds where a section is not named and outside sections. */
export type SectionGate = Readonly<Partial<Record<SectionKind, Severity | 'off'>> & {default: Severity | 'off'}>

export const defineRule = (rule: DocumentRule): DocumentRule => rule
