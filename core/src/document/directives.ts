import type {Html, Nodes} from 'mdast'
import {type Chunk, derive, type PlacedChunk} from '../markdown/chunks.ts'
import {spanOf} from '../markdown/parse.ts'
import type {Span} from '../text/span.ts'

/**
 * A comment that switches rules off: `<!-- postmortem-disable-next-line rule: reason -->`,
 * `-disable-line`, `-disable` … `-enable`, and `-disable-file`. Without a rule it means all rules.
 */
export interface Directive {
  readonly kind: 'next-line' | 'line' | 'disable' | 'enable' | 'file'
  /** Empty for all rules. */
  readonly rules: readonly string[]
  readonly reason?: string
  readonly span: Span
}

const DIRECTIVE = /<!--\s*(?:postmortem|pm)-(disable-next-line|disable-line|disable-file|disable|enable)\b([^]*?)-->/g

const directivesOf: (chunk: Chunk) => readonly Directive[] = derive((chunk) => {
  if (!chunk.text.includes('<!--')) return []
  const found: Directive[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'html') found.push(...readComments(node))
    else if ('children' in node) node.children.forEach(visit)
  }
  visit(chunk.root)
  return found
})

export const readDirectives = (chunks: readonly PlacedChunk[]): Directive[] =>
  chunks.flatMap(({chunk, start}) =>
    directivesOf(chunk).map((d) => ({...d, span: {start: d.span.start + start, end: d.span.end + start}})),
  )

function readComments(node: Html): Directive[] {
  const {start} = spanOf(node)
  return [...node.value.matchAll(DIRECTIVE)].map((match) => {
    const [, verb, rest] = match
    const colon = rest!.indexOf(':')
    const names = (colon < 0 ? rest! : rest!.slice(0, colon)).split(/[\s,]+/).filter(Boolean)
    const reason = colon < 0 ? undefined : rest!.slice(colon + 1).trim() || undefined
    const kind =
      verb === 'disable-next-line'
        ? 'next-line'
        : verb === 'disable-line'
          ? 'line'
          : verb === 'disable-file'
            ? 'file'
            : (verb as 'disable' | 'enable')
    // The value of an HTML node in a list loses the indentation of its later lines; its start stays exact.
    return {kind, rules: names, reason, span: {start: start + match.index, end: start + match.index + match[0].length}}
  })
}

/** For each rule, the stretches of text in which it is off. The key `*` stands for all rules. */
export type Suppressions = ReadonlyMap<string, readonly Span[]>

export function suppressionsOf(directives: readonly Directive[], text: string): Suppressions {
  const result = new Map<string, Span[]>()
  const open = new Map<string, number>()
  const add = (rule: string, span: Span): void => {
    result.set(rule, [...(result.get(rule) ?? []), span])
  }
  for (const directive of directives) {
    for (const rule of directive.rules.length ? directive.rules : ['*']) {
      switch (directive.kind) {
        case 'file':
          add(rule, {start: 0, end: text.length + 1})
          break
        case 'line':
          add(rule, lineAround(text, directive.span.start))
          break
        case 'next-line':
          add(rule, nextContentLine(text, directive.span.end))
          break
        case 'disable':
          if (!open.has(rule)) open.set(rule, directive.span.start)
          break
        case 'enable':
          for (const name of rule === '*' ? [...open.keys()] : [rule]) {
            const start = open.get(name)
            if (start !== undefined) add(name, {start, end: directive.span.end})
            open.delete(name)
          }
      }
    }
  }
  for (const [rule, start] of open) add(rule, {start, end: text.length + 1})
  return result
}

export function isSuppressed(suppressions: Suppressions, rule: string, at: number): boolean {
  const inside = (spans: readonly Span[] | undefined): boolean =>
    spans?.some(({start, end}) => start <= at && at < end) ?? false
  return suppressions.size > 0 && (inside(suppressions.get('*')) || inside(suppressions.get(rule)))
}

function lineAround(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return {start, end: end < 0 ? text.length + 1 : end + 1}
}

/** The next line that is not blank: a comment needs a blank line after it before a table or a list. */
function nextContentLine(text: string, offset: number): Span {
  const lineEnd = text.indexOf('\n', offset)
  if (lineEnd < 0) return {start: text.length, end: text.length + 1}
  const next = /\S/.exec(text.slice(lineEnd + 1))
  return next ? lineAround(text, lineEnd + 1 + next.index) : {start: text.length, end: text.length + 1}
}
