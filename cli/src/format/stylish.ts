import {styleText} from 'node:util'
import type {Severity} from '#core'
import type {FileReport} from '../report.ts'

type Style = Parameters<typeof styleText>[0]

const STYLES: Readonly<Record<Severity, Style>> = {error: 'red', warning: 'yellow', information: 'blue', hint: 'gray'}

/** For people: one line a finding, files with findings only, then a summary. */
export function formatStylish(reports: readonly FileReport[], {colors}: {readonly colors: boolean}): string {
  const paint = (style: Style, text: string): string => (colors ? styleText(style, text) : text)
  const blocks = reports.filter(({findings}) => findings.length > 0).map(({path, findings}) => {
    const rows = findings.map(({start, severity, message, rule}) => ({place: `${start.line + 1}:${start.character + 1}`, severity, message, rule}))
    const widest = Math.max(...rows.map(({place}) => place.length))
    const lines = rows.map(({place, severity, message, rule}) => `  ${paint('dim', place.padStart(widest))}  ${paint(STYLES[severity], severity.padEnd(11))}  ${message}  ${paint('dim', rule)}`)
    return `${paint('underline', path)}\n${lines.join('\n')}\n`
  })
  return [...blocks, `${summary(reports)}\n`].join('\n')
}

/** How much was looked at and found, in one or two sentences. */
export function summary(reports: readonly FileReport[]): string {
  const checked = reports.filter(({postmortem}) => postmortem)
  const findings = checked.flatMap((report) => report.findings)
  const skipped = reports.filter(({postmortem, error}) => !postmortem && error === undefined).length
  const fixed = checked.filter((report) => report.fixed !== undefined).length
  return [
    `${count(findings.length, 'finding')} in ${count(checked.length, 'post-mortem')}.`,
    fixed ? `${count(fixed, 'file')} fixed.` : '',
    skipped ? `${count(skipped, 'file')} skipped, not recognised as ${skipped === 1 ? 'a post-mortem' : 'post-mortems'}; --all checks every file.` : '',
  ].filter(Boolean).join(' ')
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
