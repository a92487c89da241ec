import {DEFAULT_CONFIG, type Finding, lintDocument, type LintConfig, lintProse, PostmortemDocument} from '#core'
import type {Severity} from '#core/lint/finding.ts'
import {settle} from '#core/lint/lint.ts'
import {RULES} from '#core/rules/index.ts'
import type {RuleExample, RuleGroup} from '#core/rules/rule.ts'
import type {Span} from '#core/text/span.ts'
import {unmark} from './marked-text.ts'

/** What an example needs of its rule, whichever machinery runs it. */
export interface ExampleRule {
  readonly id: string
  readonly group: RuleGroup
  readonly severity: Severity
  readonly optIn?: boolean
}

export interface ReadExample {
  /** Put in front of the example's text to give it a section. */
  readonly head: string
  readonly text: string
  readonly spans: readonly Span[]
}

/** An example's own headings or front matter make it a document; anything else goes under a heading. */
export function readExample(example: RuleExample): ReadExample {
  const {text, spans} = unmark(example.text)
  const isBare = text.trim() === '' || /^\uFEFF?(?:---|\+\+\+)[ \t]*\r?\n|(?:^\uFEFF?|\n)#{1,6}\s/.test(text)
  return {head: isBare ? '' : `## ${example.section ?? 'Causes'}\n\n`, text, spans}
}

/** Findings of this rule alone, counted from the start of the example's own text. */
export function findingsOf(rule: ExampleRule, example: RuleExample, head: string, text: string): Finding[] {
  const own: Partial<LintConfig> = example.config ?? {}
  // Document rules stand alone; language rules also decide among themselves which of them speaks.
  const others =
    rule.group === 'language' ? [] : RULES.filter(({id}) => id !== rule.id).map(({id}) => [id, 'off'] as const)
  const rules = {...Object.fromEntries(others), ...(rule.optIn ? {[rule.id]: rule.severity} : {}), ...own.rules}
  const config: LintConfig = {...DEFAULT_CONFIG, classifier: false, ...own, rules}
  const document = new PostmortemDocument(head + text, {
    path: example.path,
    headings: config.headings,
    timezone: config.timezone,
  })
  const by = -head.length
  const move = <T extends Span>(span: T): T => ({...span, start: span.start + by, end: span.end + by})
  const findings = rule.group === 'language' ? lintProse(document, config) : lintDocument(document, config)
  return settle(document, findings)
    .filter((finding) => finding.rule === rule.id)
    .map((finding) => ({
      ...finding,
      span: move(finding.span),
      related: finding.related?.map((related) => ({...related, span: move(related.span)})),
      fixes: finding.fixes.map((fix) => ({...fix, edits: fix.edits.map(move)})),
    }))
}
