import {isMap, isScalar, isSeq, type Node, parseDocument, type YAMLError} from 'yaml'
import type {Field, MetadataProblem} from '../metadata.ts'
import {normalizeKey} from './keys.ts'

/** What front matter or its like says. Offsets count from the start of the text read. */
export interface FieldReading {
  readonly fields: readonly Field[]
  readonly problems: readonly MetadataProblem[]
}

const MAX_FIELDS = 500
const MAX_DEPTH = 6

export function readYaml(source: string): FieldReading {
  if (source.length > 100_000) return {fields: [], problems: []}
  try {
    const document = parseDocument(source, {prettyErrors: false, logLevel: 'silent', stringKeys: false})
    const fields: Field[] = []
    collect(document.contents, source, '', undefined, 0, fields)
    return {fields, problems: document.errors.slice(0, 1).map((error) => problemOf(error, source))}
  } catch {
    // Only nesting beyond the parser's stack comes here.
    return {fields: [], problems: [{span: {start: 0, end: source.length}, message: 'it nests too deeply'}]}
  }
}

function problemOf({message, pos}: YAMLError, source: string): MetadataProblem {
  const start = Math.min(pos[0], Math.max(0, source.length - 1))
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const lineEnd = source.indexOf('\n', start)
  const line = {start: lineStart, end: lineEnd < 0 ? source.length : lineEnd}
  return {
    span: line.end > line.start ? line : {start, end: Math.min(source.length, start + 1)},
    message: reasonOf(message, source.slice(line.start, line.end)),
  }
}

/** The parser's words where they help, plainer ones where they do not. */
function reasonOf(message: string, line: string): string {
  if (/\{\{|\{%|<%/.test(line)) return 'a placeholder with braces needs quotes around it'
  if (/unique/i.test(message)) return 'the same key stands twice'
  if (/nested mappings|compact mapping|colon|implicit key|all mapping items must start/i.test(message))
    return 'a value with a colon needs quotes around it, and keys of one level the same indentation'
  if (/tab/i.test(message)) return 'it is indented with a tab'
  if (/missing closing|unterminated|closing (?:quote|')/i.test(message)) return 'a quote or bracket is not closed'
  if (/indent/i.test(message)) return 'its indentation does not fit the lines above'
  if (/@|`/.test(line) && /cannot start|reserved/i.test(message))
    return 'a value that starts with “@” or a backtick needs quotes around it'
  return message
    .replace(/\s+/g, ' ')
    .replace(/ at line \d+.*$/, '')
    .replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())
    .replace(/[.!:]+$/, '')
    .replace(/\b(?:invalid|illegal|incorrect)\b/gi, 'unreadable')
    .replace(/\bmust\b/g, 'has to')
}

function collect(
  node: unknown,
  source: string,
  key: string,
  keySpan: Field['keySpan'] | undefined,
  depth: number,
  into: Field[],
): void {
  if (into.length >= MAX_FIELDS || depth > MAX_DEPTH) return
  if (isMap(node)) {
    for (const pair of node.items) {
      const name = pair.key as Node | null
      if (!isScalar(name) || !name.range) continue
      const inner = normalizeKey(String(name.value))
      collect(
        pair.value,
        source,
        key ? `${key}.${inner}` : inner,
        {start: name.range[0], end: name.range[1]},
        depth + 1,
        into,
      )
    }
  } else if (isSeq(node)) {
    for (const item of node.items) collect(item, source, key, keySpan, depth + 1, into)
  } else if (isScalar(node) && keySpan && node.range && node.value !== null) {
    const [start, end] = node.range
    const raw = source.slice(start, end)
    // Dates stay as they are written; the value of `09:00` would be a number of minutes.
    const value = typeof node.value === 'string' ? node.value : raw
    if (value.trim())
      into.push({key, keySpan, value: value.trim(), span: withoutQuotes(source, start, end), source: 'yaml'})
  }
}

function withoutQuotes(source: string, start: number, end: number): Field['span'] {
  const quote = source[start]
  return (quote === '"' || quote === "'") && source[end - 1] === quote && end - start > 2
    ? {start: start + 1, end: end - 1}
    : {start, end: start + source.slice(start, end).trimEnd().length}
}
