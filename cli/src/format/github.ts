import type {Severity} from '#core'
import type {FileReport} from '../report.ts'

const COMMANDS: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', information: 'notice', hint: 'notice'}

/** Workflow commands of GitHub Actions: annotations beside the lines of a pull request. */
export function formatGithub(reports: readonly FileReport[]): string {
  return reports.flatMap(({path, findings}) => findings.map(({rule, severity, message, start, end}) => {
    const place = {file: path, line: start.line + 1, endLine: end.line + 1, col: start.character + 1, endColumn: end.character + 1, title: rule}
    // GitHub takes columns only for findings on one line.
    const {col, endColumn, ...lines} = place
    const properties = Object.entries(start.line === end.line ? {...lines, col, endColumn} : lines)
    return `::${COMMANDS[severity]} ${properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')}::${escapeMessage(message)}\n`
  })).join('')
}

const escapeMessage = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
