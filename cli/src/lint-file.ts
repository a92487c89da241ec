import fs from 'node:fs'
import path from 'node:path'
import {
  ChunkMemo,
  type Finding,
  LineIndex,
  lint,
  type LintConfig,
  modelJson,
  PostmortemDocument,
  recognize,
} from '#core'
import {fixAll} from '#core/lint/fix-all.ts'
import type {Span} from '#core/text/span.ts'
import {readText} from './read-text.ts'
import type {FileReport, Place, ReportedFinding} from './report.ts'

export interface LintOptions {
  readonly config: LintConfig
  readonly model: boolean
  readonly fix: boolean
}

/** Reads and checks a file, and writes it where fixes have changed it. */
export function lintFile(file: string, options: LintOptions): FileReport {
  const reading = readText(file)
  if ('error' in reading) return failed(file, reading.error)
  const report = lintText(file, reading.text, options)
  if (report.fixed === undefined) return report
  try {
    fs.writeFileSync(file, report.fixed)
    return report
  } catch (error) {
    return failed(file, `cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`)
  }
}

export function lintText(file: string, text: string, {config, model, fix}: LintOptions): FileReport {
  const memo = new ChunkMemo()
  const read = (current: string): PostmortemDocument =>
    new PostmortemDocument(current, {
      path: recognitionPath(file),
      headings: config.headings,
      timezone: config.timezone,
      memo,
    })
  const broken = new Set<string>()
  const findingsOf = (document: PostmortemDocument): readonly Finding[] =>
    lint(document, config, (rule) => broken.add(rule))
  let document = read(text)
  if (!config.all && !recognize(document.path, document.sections, document.metadata, config).postmortem)
    return {path: file, postmortem: false, findings: []}
  const fixed = fix ? fixAll(text, (current) => findingsOf(read(current))) : text
  if (fixed !== text) document = read(fixed)
  const lines = new LineIndex(document.text)
  const findings = findingsOf(document).map((finding) => reported(finding, lines))
  return {
    path: file,
    postmortem: true,
    findings,
    ...(model ? {model: modelJson(document, config)} : {}),
    ...(fixed === text ? {} : {fixed}),
    ...(broken.size ? {brokenRules: [...broken]} : {}),
  }
}

export const failed = (path: string, error: string): FileReport => ({path, postmortem: false, findings: [], error})

function reported(
  {rule, severity, message, span, section, fixes, related}: Finding,
  lines: LineIndex,
): ReportedFinding {
  const place = (offset: number): Place => ({offset, ...lines.positionAt(offset)})
  const placed = ({start, end}: Span): {start: Place; end: Place} => ({start: place(start), end: place(end)})
  return {
    rule,
    severity,
    message,
    ...placed(span),
    section: section ?? null,
    fixes: fixes.map(({title, kind, edits}) => ({title, kind, edits})),
    related: (related ?? []).map((one) => ({message: one.message, ...placed(one.span)})),
  }
}

/** From the current folder on, its own name included: what stands above says nothing about the document. */
function recognitionPath(file: string): string {
  const relative = path.relative(process.cwd(), file)
  const isInside = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative)
  return (isInside ? path.join(path.basename(process.cwd()), relative) : path.resolve(file)).replaceAll('\\', '/')
}
