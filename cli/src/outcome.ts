import {SEVERITIES, type Severity} from '#core/lint/finding.ts'
import {FORMATTERS, type FormatOptions} from './format/format.ts'
import type {Format} from './options.ts'
import type {FileReport} from './report.ts'

/** What is left of a file when it has been checked and written about: what the run as a whole needs to know. */
export interface Outcome {
  readonly path: string
  readonly postmortem: boolean
  readonly findings: number
  /** The gravest severity. */
  readonly worst?: Severity
  readonly rules: readonly string[]
  readonly isFixed: boolean
  readonly brokenRules: readonly string[]
  /** Why there is nothing to say: the file could not be read. */
  readonly error?: string
}

/** A file that has been checked, with its part of the report. */
export interface CheckedFile {
  readonly outcome: Outcome
  readonly text: string
}

export function checkedFile(report: FileReport, format: Format, options: FormatOptions): CheckedFile {
  const {path, postmortem, findings, fixed, brokenRules = [], error} = report
  const worst = findings.reduce((level, {severity}) => Math.max(level, SEVERITIES.indexOf(severity)), -1)
  return {
    outcome: {
      path,
      postmortem,
      findings: findings.length,
      isFixed: fixed !== undefined,
      brokenRules,
      rules: [...new Set(findings.map(({rule}) => rule))],
      ...(worst < 0 ? {} : {worst: SEVERITIES[worst]}),
      ...(error === undefined ? {} : {error}),
    },
    text: error === undefined ? FORMATTERS[format].file(report, options) : '',
  }
}

/** How much was looked at and found, in one to three sentences. */
export function summary(outcomes: readonly Outcome[]): string {
  const checked = outcomes.filter(({postmortem}) => postmortem)
  const findings = checked.reduce((sum, outcome) => sum + outcome.findings, 0)
  const skipped = outcomes.filter(({postmortem, error}) => !postmortem && error === undefined).length
  const fixed = checked.filter(({isFixed}) => isFixed).length
  return [
    `${count(findings, 'finding')} in ${count(checked.length, 'post-mortem')}.`,
    fixed ? `${count(fixed, 'file')} fixed.` : '',
    skipped
      ? `${count(skipped, 'file')} skipped, not recognised as ${skipped === 1 ? 'a post-mortem' : 'post-mortems'}; --all checks every file.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
