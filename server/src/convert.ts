import {type Finding, type Fix, LineIndex, type Severity} from '#core'
import type {Span} from '#core/text/span.ts'
import type {TextEdit as CoreEdit} from '#core/text/edit.ts'
import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentUri,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver'

/** The border between offsets and lines: the one file of the server that knows both. */
export class Places {
  readonly text: string
  private readonly lines: LineIndex

  constructor(text: string) {
    this.text = text
    this.lines = new LineIndex(text)
  }

  range({start, end}: Span): Range {
    return {start: this.position(start), end: this.position(end)}
  }

  position(offset: number): Position {
    return this.lines.positionAt(offset)
  }

  offset(position: Position): number {
    return this.lines.offsetAt(position)
  }

  span({start, end}: Range): Span {
    return {start: this.offset(start), end: this.offset(end)}
  }

  edit({start, end, newText}: CoreEdit): TextEdit {
    return {range: this.range({start, end}), newText}
  }
}

export const DIAGNOSTIC_SOURCE = 'postmortem'

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

export interface DiagnosticOptions {
  readonly uri: DocumentUri
  readonly relatedInformation: boolean
  readonly codeDescription: boolean
  /** Folder of the rules' pages. */
  readonly rulePages?: string
}

export function diagnosticOf(finding: Finding, places: Places, options: DiagnosticOptions): Diagnostic {
  const diagnostic: Diagnostic = {
    range: places.range(finding.span),
    severity: SEVERITY[finding.severity],
    source: DIAGNOSTIC_SOURCE,
    code: finding.rule,
    message: finding.message,
  }
  if (options.codeDescription && options.rulePages)
    diagnostic.codeDescription = {href: rulePage(options.rulePages, finding.rule)}
  if (options.relatedInformation && finding.related?.length) {
    diagnostic.relatedInformation = finding.related.map(({span, message}) => ({
      location: {uri: options.uri, range: places.range(span)},
      message,
    }))
  }
  return diagnostic
}

export const rulePage = (folder: string, rule: string): string => `${folder}${rule}.md`

const HOLE = /\{([^{}\n]+)\}/g

/** Numbers tab stops; one for all texts that are inserted together. */
export type TabStops = Map<string, number>

/**
 * A text with `{holes}` in the syntax of snippets. The same hole twice is one tab stop, so that a name is typed once.
 */
export function snippetOf(text: string, stops: TabStops = new Map()): string {
  let result = ''
  let last = 0
  for (const match of text.matchAll(HOLE)) {
    const name = match[1]!
    let stop = stops.get(name)
    if (stop === undefined) stops.set(name, (stop = stops.size + 1))
    result += `${escapeSnippet(text.slice(last, match.index))}\${${stop}:${escapeSnippet(name)}}`
    last = match.index + match[0].length
  }
  return result + escapeSnippet(text.slice(last))
}

export const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&')

/** The edits of a fix in the order of the text, as snippets where the fix has holes and the client takes them. */
export function fixEdits(
  fix: Fix,
  places: Places,
  snippets: boolean,
): (TextEdit | {range: Range; snippet: {kind: 'snippet'; value: string}})[] {
  const stops: TabStops = new Map()
  return [...fix.edits]
    .sort((a, b) => a.start - b.start)
    .map((edit) =>
      fix.hasHoles && snippets
        ? {range: places.range(edit), snippet: {kind: 'snippet', value: snippetOf(edit.newText, stops)}}
        : places.edit(edit),
    )
}
