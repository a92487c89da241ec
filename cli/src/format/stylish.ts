import {LineIndex} from '#core'
import type {FileResult} from '../lint-file.ts'

export function formatStylish(results: readonly FileResult[]): string {
  return results.flatMap(({path, document, findings}) => {
    const lines = new LineIndex(document.text)
    return findings.length ? [path, ...findings.map((f) => {
      const {line, character} = lines.positionAt(f.span.start)
      return `  ${line + 1}:${character + 1}  ${f.severity}  ${f.message}  ${f.rule}`
    }), ''] : []
  }).join('\n')
}
