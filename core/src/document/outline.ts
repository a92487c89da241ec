import type {BlockContent, Heading, ListItem, Nodes, Paragraph, PhrasingContent, Strong} from 'mdast'
import {type Chunk, derive} from '../markdown/chunks.ts'
import {spanOf} from '../markdown/parse.ts'
import type {Span} from '../text/span.ts'
import {cleanTitle} from './heading-text.ts'
import type {HeadingStyle} from './section.ts'

/** Something that may open a section, with offsets counted from the start of its chunk. */
export interface HeadingMark {
  readonly style: HeadingStyle
  readonly depth: number
  readonly title: string
  readonly heading: Span
  readonly bodyStart: number
  /** Labels hold what follows on their line or in their list item, not the rest of the document. */
  readonly end?: number
}

/** Bold lines and labels stand below all real headings, list labels below those. */
const DEPTH = {bold: 7, label: 8, listLabel: 9} as const

/** All heading-like places of a chunk, in order. Which of them open a section is decided with the whole document. */
export const outlineOf: (chunk: Chunk) => readonly HeadingMark[] = derive((chunk) => {
  const marks: HeadingMark[] = []
  for (const node of chunk.root.children) readBlock(node, chunk.text, 0, marks)
  return marks
})

function readBlock(node: Nodes, text: string, listDepth: number, marks: HeadingMark[]): void {
  if (node.type === 'heading') marks.push(...readHeading(node, text))
  else if (node.type === 'paragraph') marks.push(...readParagraph(node, text, listDepth))
  else if (node.type === 'list' && listDepth < 2) for (const item of node.children) readItem(item, text, listDepth + 1, marks)
}

function readHeading(node: Heading, text: string): HeadingMark[] {
  const heading = spanOf(node)
  const style = text.charCodeAt(heading.start) === 35 /* # */ ? 'atx' : 'setext'
  // A sentence directly above `---` is a setext heading by accident.
  if (style === 'setext' && node.depth === 2 && !looksLikeTitle(plainText(node.children))) return []
  return [{style, depth: node.depth, title: cleanTitle(plainText(node.children)), heading, bodyStart: heading.end}]
}

/** A heading in the disguise of a paragraph: `##Heading`, a bold line, `**Label**: text`, or a plain short line. */
function readParagraph(node: Paragraph, text: string, listDepth: number): HeadingMark[] {
  const whole = spanOf(node)
  const source = text.slice(whole.start, whole.end)
  const hash = listDepth ? null : /^(#{1,6})([^\s#!].{1,80})$/.exec(source)
  if (hash && !/^#\d+\b/.test(source)) {
    return [{style: 'hash', depth: hash[1]!.length, title: cleanTitle(hash[2]!), heading: whole, bodyStart: whole.end}]
  }
  return [...readBoldLines(node, text, listDepth), ...(listDepth ? [] : readPlainLine(node, source, whole))]
}

/** Bold text at the start of the paragraph or of one of its lines. */
function readBoldLines(node: Paragraph, text: string, listDepth: number): HeadingMark[] {
  const marks: HeadingMark[] = []
  node.children.forEach((child, i) => {
    if (child.type !== 'strong' && child.type !== 'emphasis') return
    const before = text.slice(Math.max(0, spanOf(child).start - 80), spanOf(child).start)
    if (i > 0 && !/(?:\n|<br\s*\/?>)[ \t]*$/.test(before)) return
    const mark = readBold(child as Strong, node, i, text, listDepth)
    if (mark) marks.push(mark)
  })
  return marks
}

function readBold(bold: Strong, paragraph: Paragraph, index: number, text: string, listDepth: number): HeadingMark | undefined {
  const raw = plainText(bold.children)
  const after = text.slice(spanOf(bold).end, spanOf(paragraph).end)
  const line = /^[^\n]*/.exec(after)![0]
  const isAlone = /^\s*[:：]?\s*$/.test(line)
  const isLabel = /[:：?]\s*$/.test(raw) || /^\s*(?:[:：]|[-–—]\s)/.test(line)
  const isOnly = paragraph.children.length === 1 || (isAlone && index === 0 && paragraph.children.length === 2 && after.trim().length <= 1)
  if ((!isAlone && !isLabel) || !looksLikeTitle(raw)) return undefined
  const heading = spanOf(bold)
  const bodyStart = heading.end + (/^\s*[:：]/.exec(line)?.[0].length ?? 0)
  const title = cleanTitle(raw)
  if (!title) return undefined
  if (isOnly && !listDepth && bold.type === 'strong') return {style: 'bold', depth: DEPTH.bold, title, heading, bodyStart}
  if (bold.type !== 'strong' && !isLabel) return undefined
  if (listDepth) return {style: 'label', depth: DEPTH.listLabel + listDepth, title, heading, bodyStart}
  return {style: isAlone ? 'bold' : 'label', depth: isAlone ? DEPTH.bold : DEPTH.label, title, heading, bodyStart}
}

/** `Root Cause:` or `Timeline` alone on a line; counts only in documents without real headings. */
function readPlainLine(node: Paragraph, source: string, whole: Span): HeadingMark[] {
  const first = node.children[0]
  if (first?.type !== 'text') return []
  const line = /^[^\r\n]*/.exec(source)![0]
  if (line.length > 50 || !/^[A-Z]/.test(line) || !looksLikeTitle(line)) return []
  const heading = {start: whole.start, end: whole.start + line.trimEnd().length}
  return [{style: 'plain', depth: DEPTH.bold, title: cleanTitle(line), heading, bodyStart: heading.end}]
}

function readItem(item: ListItem, text: string, listDepth: number, marks: HeadingMark[]): void {
  const {end} = spanOf(item)
  const [first] = item.children
  if (first?.type === 'paragraph') {
    const [mark] = readBoldLines(first, text, listDepth)
    if (mark) marks.push({...mark, style: 'label', end})
  }
  for (const child of item.children as BlockContent[]) {
    if (child.type === 'list' && listDepth < 2) for (const inner of child.children) readItem(inner, text, listDepth + 1, marks)
  }
}

/** The visible text of inline content. */
export function plainText(nodes: readonly PhrasingContent[]): string {
  let result = ''
  for (const node of nodes) {
    if ('children' in node) result += plainText(node.children)
    else if (node.type === 'text' || node.type === 'inlineCode') result += node.value
    else if (node.type === 'break') result += '\n'
    else if (node.type === 'image') result += node.alt ?? ''
  }
  return result
}

/** Short, one line, no sentence. */
function looksLikeTitle(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length === 0 || trimmed.length > 90 || /\n/.test(trimmed)) return false
  if (/[.;!]$/.test(trimmed) && !/\b(?:etc|e\.g|i\.e|TL;DR)\.?$/i.test(trimmed)) return false
  return trimmed.split(/\s+/).length <= 12
}
