import {byText} from '../../text/by-text.ts'

const known = new Map<string, string>()

/** The words of a line of Markdown: link texts without addresses, no marks. Remembered by the line, as many rules ask. */
export function plainLine(source: string): string {
  let plain = known.get(source)
  if (plain === undefined) {
    if (known.size > 10_000) known.clear()
    known.set(source, (plain = withoutMarks(source)))
  }
  return plain
}

/** Whether the words of a line match; remembered by the line, as every keystroke asks it of all entries. */
export const says = (pattern: RegExp): ((line: string) => boolean) =>
  byText((line) => pattern.test(plainLine(line)), 10_000)

function withoutMarks(source: string): string {
  return source
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/[`]+/g, '')
    .replace(/(\*{1,3}|_{2,3})(?=\S)|(?<=\S)(\*{1,3}|_{2,3})/g, '')
    .replace(/(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
