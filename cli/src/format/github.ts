import type {Severity} from '#core'
import type {Formatter} from './format.ts'

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
}

/** Workflow commands of GitHub Actions: annotations beside the lines of a pull request. */
export const github: Formatter = {
  start: '',
  file: ({path, findings}) =>
    findings
      .map(({rule, severity, message, start, end}) => {
        const lines = {file: path, line: start.line + 1, endLine: end.line + 1, title: rule}
        // GitHub takes columns only for findings on one line.
        const place =
          start.line === end.line ? {...lines, col: start.character + 1, endColumn: end.character + 1} : lines
        return `::${COMMANDS[severity]} ${Object.entries(place)
          .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
          .join(',')}::${escapeMessage(message)}\n`
      })
      .join(''),
  separator: '',
  end: () => '',
}

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
