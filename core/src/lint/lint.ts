import {suppressionsOf, isSuppressed} from '../document/directives.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import {lintLanguage} from '../language/lint-language.ts'
import {RULES} from '../rules/index.ts'
import type {DocumentRule, RuleContext} from '../rules/rule.ts'
import {templateOf} from '../templates/choose.ts'
import {contains} from '../text/span.ts'
import type {LintConfig} from './config.ts'
import type {Finding, Problem} from './finding.ts'

/** Told of a rule that threw; the others still report. */
export type RuleFailure = (rule: string, error: unknown) => void

/**
 * All findings of a document, in order of their places.
 *
 * @param onFailure called with every rule that throws; without it the error is thrown on, as tests want it
 */
export function lint(document: PostmortemDocument, config: LintConfig, onFailure?: RuleFailure): Finding[] {
  return settle(document, [...lintDocument(document, config, onFailure), ...lintProse(document, config, onFailure)])
}

/** The findings of the rules that look at the whole document. */
export const lintDocument = (document: PostmortemDocument, config: LintConfig, onFailure?: RuleFailure): Finding[] =>
  runToEnd(lintDocumentInSteps(document, config, onFailure))

/** The findings of the language rules, remembered chunk by chunk. */
export const lintProse = (document: PostmortemDocument, config: LintConfig, onFailure?: RuleFailure): Finding[] =>
  runToEnd(lintProseInSteps(document, config, onFailure))

/** The same rule by rule, for those who must stay reachable: between two steps the caller may do something else, or stop. */
export function* lintDocumentInSteps(
  document: PostmortemDocument,
  config: LintConfig,
  onFailure?: RuleFailure,
): Generator<void, Finding[]> {
  const context: RuleContext = {config, template: templateOf(document, config)}
  const findings: Finding[] = []
  for (const rule of RULES) {
    if (isOff(rule, config)) continue
    const before = findings.length
    try {
      for (const problem of rule.check(document, context)) findings.push(toFinding(rule, problem, document, config))
    } catch (error) {
      if (!onFailure) throw error
      findings.length = before
      onFailure(rule.id, error)
    }
    yield
  }
  return findings
}

/** The same chunk by chunk. */
export function* lintProseInSteps(
  document: PostmortemDocument,
  config: LintConfig,
  onFailure?: RuleFailure,
): Generator<void, Finding[]> {
  const steps = lintLanguage(document, config)
  if (!onFailure) return yield* steps
  try {
    return yield* steps
  } catch (error) {
    onFailure('language', error)
    return []
  }
}

function runToEnd<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function toFinding(rule: DocumentRule, problem: Problem, document: PostmortemDocument, config: LintConfig): Finding {
  const own = problem.severity ?? rule.severity
  const set = config.rules[rule.id]
  return {
    ...problem,
    rule: rule.id,
    severity: set && set !== 'off' ? set : own,
    section: document.kindAt(problem.span.start),
    fixes: problem.fixes ?? [],
  }
}

const isOff = (rule: DocumentRule, config: LintConfig): boolean =>
  (config.rules[rule.id] ?? (rule.optIn ? 'off' : undefined)) === 'off'

/** Findings of several runs together: suppression by directives, milder severities on drafts, one per place and rule, in order. */
export function settle(document: PostmortemDocument, findings: readonly Finding[]): Finding[] {
  const suppressions = suppressionsOf(document.directives, document.text)
  const whole = {start: 0, end: document.text.length}
  const isDraft = document.metadata.status?.value === 'draft'
  const settled: Finding[] = []
  for (const finding of [...findings].sort(byPlace)) {
    if (!contains(whole, finding.span) || isSuppressed(suppressions, finding.rule, finding.span.start)) continue
    if (isRepeated(finding, settled)) continue
    // A first draft holds the facts in raw words; nothing there is more than a hint.
    settled.push(isDraft && finding.severity !== 'hint' ? {...finding, severity: 'hint'} : finding)
  }
  return settled
}

const byPlace = (a: Finding, b: Finding): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)

/** Whether the same is said at the same place. Only sections can be missing several at one place. */
function isRepeated(finding: Finding, before: readonly Finding[]): boolean {
  for (let i = before.length - 1; i >= 0 && byPlace(before[i]!, finding) === 0; i--)
    if (finding.rule !== 'missing-section' || before[i]!.message === finding.message) return true
  return false
}
