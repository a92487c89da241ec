import type {FileReport} from '../report.ts'

/** The report of docs/design.md. Offsets are UTF-16, lines and characters zero-based. */
export function formatJson(reports: readonly FileReport[]): string {
  const files = reports.filter(({error}) => error === undefined).map(({path, postmortem, findings, model}) => ({
    path, postmortem,
    findings: findings.map(({rule, severity, message, start, end, section, fixes}) => ({rule, severity, message, start, end, section, fixes})),
    ...(model ? {model} : {}),
  }))
  return `${JSON.stringify({version: 1, files})}\n`
}
