import type {Nodes} from 'mdast'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import {spanOf} from '../markdown/parse.ts'
import {insertAt, type TextEdit} from '../text/edit.ts'
import type {Finding} from './finding.ts'

/** The comment that silences a rule, with a hole for the reason: a reader should learn why. */
const comment = (verb: string, rule: string): string => `<!-- postmortem-${verb} ${rule}: {reason} -->`

/**
 * Silences a rule on the line of a finding, with a comment at the end of that line. Undefined where Markdown has no
 * room for one: in front matter, code and HTML.
 */
export function disableLine(document: PostmortemDocument, finding: Finding): TextEdit | undefined {
  const line = lineAt(document.text, finding.span.start)
  const text = document.text.slice(line.start, line.end)
  const nodes = nodesAt(document, line.start + text.trimEnd().length - 1)
  if (nodes.some(({type}) => NO_ROOM.has(type)) || text.trim() === '') return undefined
  const directive = comment('disable-line', finding.rule)
  if (nodes.some(({type}) => type === 'tableRow')) {
    const {at, isEmpty} = endOfLastCell(text)
    return insertAt(line.start + at, isEmpty ? `${directive} ` : ` ${directive}`)
  }
  const end = nodes.some(({type}) => type === 'heading') ? HEADING_END.exec(text) : BREAK_END.exec(text)
  return insertAt(line.start + end!.index, ` ${directive}`)
}

/** Silences a rule in the whole file, with a comment at its top, behind the front matter. */
export function disableFile(document: PostmortemDocument, rule: string): TextEdit {
  const newLine = document.text.includes('\r\n') ? '\r\n' : '\n'
  const directive = comment('disable-file', rule)
  const first = document.chunks[0]
  const front = first?.chunk.root.children[0]
  if (front && (front.type === 'yaml' || (front as Nodes | {type: 'toml'}).type === 'toml')) {
    return insertAt(first.start + spanOf(front).end, `${newLine}${newLine}${directive}`)
  }
  return insertAt(first?.start ?? 0, `${directive}${newLine}${newLine}`)
}

/** Where a comment would be part of something else. */
const NO_ROOM: ReadonlySet<string> = new Set(['yaml', 'toml', 'code', 'inlineCode', 'html', 'definition'])

/** White space and closing marks behind the text of a heading. */
const HEADING_END = /(?:[ \t]+#+)?[ \t]*$/
/** A hard line break: two blanks or a backslash, which must stay last. */
const BREAK_END = /[ \t]*\\?$/

function lineAt(text: string, offset: number): {start: number; end: number} {
  let start = offset
  while (start > 0 && !isLineEnd(text, start - 1)) start--
  let end = offset
  while (end < text.length && !isLineEnd(text, end)) end++
  return {start, end}
}

const isLineEnd = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r'

/** Before the blanks and the bar that close the row; behind the bar that opens the cell where it is empty. */
function endOfLastCell(row: string): {at: number; isEmpty: boolean} {
  const closing = /(?<!\\)\|[ \t]*$/.exec(row)
  const inner = closing ? row.slice(0, closing.index) : row
  const content = inner.trimEnd()
  const isEmpty = content.endsWith('|') && !content.endsWith('\\|')
  return isEmpty ? {at: Math.min(content.length + 1, inner.length), isEmpty} : {at: content.length, isEmpty}
}

/** The nodes around a character, from the outside in. */
function nodesAt(document: PostmortemDocument, offset: number): Nodes[] {
  const placed = document.chunks.findLast(({start}) => start <= offset)
  if (!placed) return []
  const at = offset - placed.start
  const found: Nodes[] = []
  for (let node: Nodes | undefined = placed.chunk.root; node;) {
    const children: readonly Nodes[] = 'children' in node ? node.children : []
    node = children.find((child) => spanOf(child).start <= at && at < spanOf(child).end)
    if (node) found.push(node)
  }
  return found
}
