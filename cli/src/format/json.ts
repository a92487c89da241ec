import {type LintConfig, LineIndex, modelJson} from '#core'
import type {FileResult} from '../lint-file.ts'

/** The report of docs/design.md. Offsets are UTF-16, lines and characters zero-based. */
export function formatJson(results: readonly FileResult[], options: {readonly model: boolean; readonly config: LintConfig}): string {
  const files = results.map(({path, postmortem, document, findings}) => {
    const lines = new LineIndex(document.text)
    const place = (offset: number): object => ({offset, ...lines.positionAt(offset)})
    return {
      path, postmortem,
      findings: findings.map((finding) => ({
        rule: finding.rule, severity: finding.severity, message: finding.message, start: place(finding.span.start), end: place(finding.span.end),
        section: finding.section ?? null, fixes: finding.fixes.map(({title, kind, edits}) => ({title, kind, edits})),
      })),
      ...(options.model && postmortem ? {model: modelJson(document, options.config)} : {}),
    }
  })
  return `${JSON.stringify({version: 1, files})}\n`
}
