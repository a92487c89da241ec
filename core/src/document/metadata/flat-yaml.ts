import type {Field} from '../metadata.ts'
import {normalizeKey} from './keys.ts'

/** `key: value` with nothing that YAML reads otherwise: no quotes, marks, comments or second line. */
const PLAIN_LINE = /^([A-Za-z][\w-]{0,60}):(?: +([A-Za-z\d/(.](?:[ -"$-9;-~\p{L}]|:(?! |$))*?))? *$/u
/** As many fields as are read at all. */
const MAX_LINES = 500

/**
 * Fields of front matter in which every line is a plain key and its value, as in most documents.
 *
 * @returns undefined where a parser of YAML has to read it
 */
export function readFlatYaml(source: string): readonly Field[] | undefined {
  const fields: Field[] = []
  const keys = new Set<string>()
  let start = 0
  const lines = source.split('\n')
  if (lines.length > MAX_LINES) return undefined
  for (const line of lines) {
    if (line !== '') {
      const match = PLAIN_LINE.exec(line)
      if (!match) return undefined
      const [, name, value] = match
      // The same key twice is a mistake that the parser words.
      if (keys.size === keys.add(name!.toLowerCase()).size) return undefined
      if (value !== undefined && !/^(?:null|Null|NULL)$/.test(value)) {
        const at = start + line.indexOf(value, name!.length + 1)
        fields.push({
          key: normalizeKey(name!),
          keySpan: {start, end: start + name!.length},
          value,
          span: {start: at, end: at + value.length},
          source: 'yaml',
        })
      }
    }
    start += line.length + 1
  }
  return fields
}
