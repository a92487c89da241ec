import type {List, Nodes, Table, TableCell} from 'mdast'
import {type Chunk, derive} from '../../markdown/chunks.ts'
import {spanOf} from '../../markdown/parse.ts'
import type {Span} from '../../text/span.ts'
import type {Field} from '../metadata.ts'
import {metadataKey, normalizeKey} from './keys.ts'

/** A field in the body of a document. Weak ones, a plain `Key: value`, count only where the place or the key says so. */
export interface BodyField extends Field {
  readonly weak: boolean
}

const MAX_BLOCKS = 40
const MAX_VALUE = 240

/** The fields in a chunk's lines, lists and tables, and below its heading where the heading is a key. */
export const bodyFieldsOf: (chunk: Chunk) => readonly BodyField[] = derive(({root, text}) => {
  const fields: BodyField[] = []
  const [first] = root.children
  const heading = first?.type === 'heading' ? first : undefined
  const key =
    heading &&
    normalizeKey(text.slice(spanOf(heading).start, spanOf(heading).end).replace(/^#+\s*|\s*#+$|\n[-=]+\s*$/g, ''))
  const isKey = key !== undefined && metadataKey(key) !== undefined
  for (const node of root.children.slice(0, MAX_BLOCKS)) {
    if (node.type === 'heading')
      fields.push(...lineFields(text, spanOf(node)).filter((field) => metadataKey(field.key)))
    else if (node.type === 'paragraph') fields.push(...lineFields(text, spanOf(node)))
    else if (node.type === 'list') fields.push(...listFields(node, text, 0))
    else if (node.type === 'table') fields.push(...tableFields(node, text))
  }
  if (heading && isKey) fields.push(...valuesBelow(root.children.slice(1, 3), text, key, spanOf(heading)))
  return fields
})

/** `## Severity` with the value below. */
function valuesBelow(nodes: readonly Nodes[], text: string, key: string, keySpan: Span): BodyField[] {
  const found: BodyField[] = []
  const add = (span: Span): void => {
    const value = trimmedValue(text, span)
    if (value && value.value.length <= MAX_VALUE && !/^[^\n]{2,40}:\s/.test(value.value))
      found.push({key, keySpan, ...value, source: 'heading', weak: false})
  }
  for (const node of nodes) {
    if (node.type === 'paragraph') add(spanOf(node))
    else if (node.type === 'list')
      for (const item of node.children) if (item.children[0]?.type === 'paragraph') add(spanOf(item.children[0]))
  }
  return found
}

function listFields(list: List, text: string, depth: number): BodyField[] {
  return list.children.flatMap((item) => {
    const own = item.children[0]?.type === 'paragraph' ? lineFields(text, spanOf(item.children[0])) : []
    const nested =
      depth > 0
        ? []
        : item.children.flatMap((child) =>
            child.type === 'list' ? listFields(child, text, depth + 1).filter(({key}) => metadataKey(key)) : [],
          )
    return [...own, ...nested]
  })
}

/** `**Key**: value`, `**Key:** value` */
const LABEL = /^[ \t]*(?:[-*+][ \t]+)?(\*\*|__|\*|_)([^*_\n:]{1,40}?)[ \t]*(?:[:：][ \t]*\1|\1[ \t]*[:：])[ \t]*(.*)$/
/** `_Key: value_` */
const WRAPPED = /^[ \t]*(\*\*|__|\*|_)([^*_\n:]{1,40})[:：][ \t]+(.+?)\1[ \t]*(?:\\|<br[ \t]*\/?>)?$/
const PLAIN = /^[ \t]*(?:#{1,6}[ \t]+)?(\p{L}[\p{L}\p{N} _/&'()-]{1,40})[:：][ \t]+(\S.*)$/u

function lineFields(text: string, span: Span): BodyField[] {
  const fields: BodyField[] = []
  let start = span.start
  const source = text.slice(span.start, span.end)
  for (const line of source.split(source.includes('<') ? /\n|(?<=<br[ \t]*\/?>)/i : '\n')) {
    const field = lineField(line, start)
    if (field) fields.push(field)
    start += line.length
    if (text[start] === '\n') start++
  }
  return fields
}

function lineField(line: string, start: number): BodyField | undefined {
  if (line.length > 400 || !/[:：]/.test(line)) return undefined
  const label = LABEL.exec(line) ?? WRAPPED.exec(line)
  const plain = label ? null : PLAIN.exec(line)
  const name = label?.[2] ?? plain?.[1]
  const rest = label?.[3] ?? plain?.[2]
  if (!name || !rest || name.trim().split(/\s+/).length > 5) return undefined
  const keyStart = start + line.indexOf(name)
  const valueStart = start + line.lastIndexOf(rest)
  const value = trimmedValue(line, {start: valueStart - start, end: valueStart - start + rest.length})
  if (!value || value.value.length > MAX_VALUE) return undefined
  return {
    key: normalizeKey(name),
    keySpan: {start: keyStart, end: keyStart + name.trimEnd().length},
    value: value.value,
    span: {start: value.span.start + start, end: value.span.end + start},
    source: 'label',
    weak: !label,
  }
}

/** Without white space, line breaks and the marks around it. Undefined if nothing is left. */
function trimmedValue(text: string, {start, end}: Span): {readonly value: string; readonly span: Span} | undefined {
  let from = start
  let to = end
  for (let before = -1; before !== to - from;) {
    before = to - from
    const tail = /(?:\s|\\|<br[ \t]*\/?>)+$/i.exec(text.slice(from, to))
    if (tail) to -= tail[0].length
    while (from < to && /\s/.test(text[from]!)) from++
    const mark = /^(\*\*|__|\*|_|`)(?=[^]*\1$)/.exec(text.slice(from, to))?.[1]
    if (mark && to - from > 2 * mark.length && !text.slice(from + mark.length, to - mark.length).includes(mark)) {
      from += mark.length
      to -= mark.length
    }
  }
  const value = text.slice(from, to)
  return /[\p{L}\p{N}?]/u.test(value) ? {value, span: {start: from, end: to}} : undefined
}

/** Two columns of key and value, or one row below a head of keys. */
function tableFields(table: Table, text: string): BodyField[] {
  const [head, ...rows] = table.children
  if (!head || table.children.length > 30) return []
  if (head.children.length === 2) {
    const pairs = table.children.flatMap((row) => cellField(row.children[0], row.children[1], text))
    return pairs.filter(({key}) => metadataKey(key)).length > 0 ? pairs : []
  }
  const known = head.children.filter((cell) => metadataKey(normalizeKey(cellText(cell, text))))
  if (rows.length !== 1 || known.length < 2) return []
  return head.children.flatMap((cell, i) => cellField(cell, rows[0]!.children[i], text))
}

const cellText = (cell: TableCell, text: string): string => {
  const [first] = cell.children
  const last = cell.children.at(-1)
  return first && last ? text.slice(spanOf(first).start, spanOf(last).end) : ''
}

function cellField(key: TableCell | undefined, value: TableCell | undefined, text: string): BodyField[] {
  const [keyFirst, valueFirst, valueLast] = [key?.children[0], value?.children[0], value?.children.at(-1)]
  if (!key || !keyFirst || !valueFirst || !valueLast) return []
  const name = cellText(key, text)
  const found = trimmedValue(text, {start: spanOf(valueFirst).start, end: spanOf(valueLast).end})
  if (!found || found.value.length > MAX_VALUE || name.length > 60) return []
  return [
    {
      key: normalizeKey(name),
      keySpan: {start: spanOf(keyFirst).start, end: spanOf(key.children.at(-1)!).end},
      ...found,
      source: 'table',
      weak: false,
    },
  ]
}
