import {parse, TomlError} from 'smol-toml'
import type {Field} from '../metadata.ts'
import {normalizeKey} from './keys.ts'
import type {FieldReading} from './yaml-fields.ts'

/**
 * TOML front matter. The parser says whether it can be read; places come from the lines, as the parser keeps none.
 */
export function readToml(source: string): FieldReading {
  if (source.length > 100_000) return {fields: [], problems: []}
  const fields = fieldsIn(source)
  try {
    parse(source)
    return {fields, problems: []}
  } catch (error) {
    const reason =
      error instanceof TomlError
        ? error.message
            .replace(/\n[^]*$/, '')
            .replace(/^Invalid TOML document: /, '')
            .replace(/[.!]+$/, '')
        : 'it nests too deeply'
    const start = error instanceof TomlError ? lineStart(source, error.line) : 0
    const end = source.indexOf('\n', start)
    return {fields, problems: [{span: {start, end: end < 0 ? source.length : end}, message: plainReason(reason)}]}
  }
}

/** What a reader can do about it, where the parser only says that something is so. */
function plainReason(reason: string): string {
  if (/^invalid value/i.test(reason)) return 'a text needs quotes around it'
  if (/redefin|already|duplicate/i.test(reason)) return 'the same key stands twice'
  return reason.toLowerCase().replace(/\b(?:invalid|illegal|incorrect)\b/g, 'unreadable')
}

function lineStart(source: string, line: number): number {
  let start = 0
  for (let i = 1; i < line; i++) {
    const next = source.indexOf('\n', start)
    if (next < 0) break
    start = next + 1
  }
  return Math.min(start, source.length)
}

const TABLE = /^[ \t]*\[([\w.\- "']{1,80})\][ \t]*(?:#.*)?$/
const PAIR = /^([ \t]*)([\w.-]{1,60}|"[^"\n]{1,60}"|'[^'\n]{1,60}')[ \t]*=[ \t]*(\S.*)$/
const ELEMENT = /"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|[\w.+:-]+/g

function fieldsIn(source: string): Field[] {
  const fields: Field[] = []
  let table = ''
  let start = 0
  for (const line of source.split('\n')) {
    const header = TABLE.exec(line)
    const pair = header ? null : PAIR.exec(line)
    if (header) table = `${normalizeKey(header[1]!)}.`
    else if (pair) {
      const [, indent, name, rest] = pair
      const keySpan = {start: start + indent!.length, end: start + indent!.length + name!.length}
      // The last table of many blog engines is only a folder for keys of their own.
      const key = (table === 'extra.' ? '' : table) + normalizeKey(name!.replace(/["']/g, ''))
      const valueStart = start + line.lastIndexOf(rest!)
      const value = rest!.startsWith('[') ? arrayAt(source, valueStart) : scalarOf(rest!)
      for (const match of value.matchAll(ELEMENT)) {
        const text = match[1] ?? match[2] ?? match[0]
        if (!text.trim()) continue
        const at = valueStart + match.index + (match[1] === undefined && match[2] === undefined ? 0 : 1)
        fields.push({key, keySpan, value: text.trim(), span: {start: at, end: at + text.length}, source: 'toml'})
      }
    }
    start += line.length + 1
  }
  return fields.slice(0, 500)
}

function arrayAt(source: string, start: number): string {
  const end = source.indexOf(']', start)
  return source.slice(start, end < 0 ? Math.min(source.length, start + 2000) : end)
}

/** A quoted string as it is; of anything else, the words up to a comment. */
const scalarOf = (rest: string): string =>
  /^(?:"(?:[^"\\]|\\.)*"|'[^']*')/.exec(rest)?.[0] ?? /^[^#,\s]*/.exec(rest)![0]
