import {styleText} from 'node:util'
import type {Severity} from '#core'
import {summary} from '../outcome.ts'
import type {Formatter} from './format.ts'

type Style = Parameters<typeof styleText>[0]

const STYLES: Readonly<Record<Severity, Style>> = {error: 'red', warning: 'yellow', information: 'blue', hint: 'gray'}

/** For people: one line a finding, files with findings only, then a summary. */
export const stylish: Formatter = {
  start: '',
  file({path, findings}, {colors}) {
    if (findings.length === 0) return ''
    const paint = (style: Style, text: string): string => (colors ? styleText(style, text) : text)
    const places = findings.map(({start}) => `${start.line + 1}:${start.character + 1}`)
    const widest = Math.max(...places.map(({length}) => length))
    const lines = findings.map(
      ({severity, message, rule}, i) =>
        `  ${paint('dim', places[i]!.padStart(widest))}  ${paint(STYLES[severity], severity.padEnd(11))}  ${message}  ${paint('dim', rule)}\n`,
    )
    return `${paint('underline', path)}\n${lines.join('')}\n`
  },
  separator: '',
  end: (outcomes) => (outcomes.length ? `${summary(outcomes)}\n` : ''),
}
