import type {BlockContent, Emphasis, Heading, Html, ListItem, Nodes, Paragraph, PhrasingContent, Strong} from 'mdast'
import {type Chunk, derive} from '../markdown/chunks.ts'
import {spanOf} from '../markdown/parse.ts'
import type {Span} from '../text/span.ts'
import {contentOf, type HeadingContent, isTemporal, NO_CONTENT} from './heading-content.ts'
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
  /** The heading starts with a date or a time. */
  readonly temporal: boolean
  /** A plain line with a list right below it. */
  readonly leadsList?: boolean
  readonly content: HeadingContent
}

type Found = Omit<HeadingMark, 'temporal' | 'content'>

/** Bold lines and labels stand below all real headings, list labels below those. */
const DEPTH = {bold: 7, label: 8, listLabel: 9} as const

/** All heading-like places of a chunk, in order. Which of them open a section is decided with the whole document. */
export const outlineOf: (chunk: Chunk) => readonly HeadingMark[] = derive((chunk) => {
  const found: Found[] = []
  chunk.root.children.forEach((node, i) => readBlock(node, chunk.root.children[i + 1], chunk.text, 0, found))
  return found.map((mark, i) => {
    let temporal: boolean | undefined
    let content: HeadingContent | undefined
    return {
      ...mark,
      // Few headings need these.
      get temporal() {
        return (temporal ??= isTemporal(
          chunk.text.slice(mark.heading.start, mark.heading.end).replace(/^[#*_`\s]+/, ''),
        ))
      },
      get content() {
        const end = mark.end ?? nextDivider(found, i)?.heading.start ?? chunk.text.length
        return (content ??= mark.style === 'plain' ? NO_CONTENT : contentOf(chunk.text.slice(mark.bodyStart, end)))
      },
    }
  })
})

/** The next heading that ends the text of this one: labels of a list and plain lines may be part of it. */
function nextDivider(found: readonly Found[], index: number): Found | undefined {
  for (let i = index + 1; i < found.length; i++)
    if (found[i]!.end === undefined && found[i]!.style !== 'plain') return found[i]
  return undefined
}

function readBlock(node: Nodes, next: Nodes | undefined, text: string, listDepth: number, marks: Found[]): void {
  if (node.type === 'heading') marks.push(...readHeading(node, text))
  else if (node.type === 'html') marks.push(...readHtml(node))
  else if (node.type === 'paragraph') marks.push(...readParagraph(node, next, text, listDepth))
  else if (node.type === 'list' && listDepth < 2)
    for (const item of node.children) readItem(item, text, listDepth + 1, marks)
}

function readHeading(node: Heading, text: string): Found[] {
  const heading = spanOf(node)
  const style = text.charCodeAt(heading.start) === 35 /* # */ ? 'atx' : 'setext'
  if (style === 'setext' && isAccidentalSetext(node, text)) return []
  return [{style, depth: node.depth, title: cleanTitle(plainText(node.children)), heading, bodyStart: heading.end}]
}

/** A text line directly above `---` is a heading to Markdown, though a rule was meant. */
export function isAccidentalSetext(node: Heading, text: string): boolean {
  if (node.depth !== 2) return false
  const source = text.slice(spanOf(node).start, spanOf(node).end)
  const underline = /-+[ \t]*$/.exec(source)?.[0].trim().length ?? 0
  // People draw a rule with three dashes and underline a heading with as many as it is wide.
  return !looksLikeTitle(plainText(node.children)) || (underline === 3 && source.length > 60)
}

const HTML_HEADING = /^<h([1-6])(?:\s[^>]{0,200})?>([^]{1,300}?)<\/h\1\s*>/i

function readHtml(node: Html): Found[] {
  const match = HTML_HEADING.exec(node.value)
  if (!match) return []
  const {start} = spanOf(node)
  const title = cleanTitle(match[2]!.replace(/<[^>]*>/g, ''))
  const heading = {start, end: start + match[0].length}
  return title ? [{style: 'html', depth: Number(match[1]), title, heading, bodyStart: heading.end}] : []
}

/** A heading in the disguise of a paragraph: `##Heading`, a bold line, `**Label**: text`, or a plain short line. */
function readParagraph(node: Paragraph, next: Nodes | undefined, text: string, listDepth: number): Found[] {
  const whole = spanOf(node)
  const source = text.slice(whole.start, whole.end)
  const hash = listDepth ? undefined : readHash(source, whole)
  if (hash) return [hash]
  const bold = readBoldLines(node, text, listDepth)
  return bold.length || listDepth ? bold : readPlainLines(node, next, source, whole)
}

/** `##Heading` without the space. `#123` is a ticket and `#incident` a channel. */
function readHash(source: string, whole: Span): Found | undefined {
  const match = /^(#{1,6})([^\s#!\d][^\n]{1,80})(?:\n|$)/.exec(source)
  if (!match || (match[1] === '#' && !/^\p{Lu}/u.test(match[2]!)) || !looksLikeTitle(match[2]!)) return undefined
  const heading = {start: whole.start, end: whole.start + match[1]!.length + match[2]!.length}
  return {style: 'hash', depth: match[1]!.length, title: cleanTitle(match[2]!), heading, bodyStart: heading.end}
}

/** Bold text at the start of the paragraph or of one of its lines. */
function readBoldLines(node: Paragraph, text: string, listDepth: number): Found[] {
  const marks: Found[] = []
  node.children.forEach((child, i) => {
    if (child.type !== 'strong' && child.type !== 'emphasis') return
    const before = text.slice(Math.max(0, spanOf(child).start - 80), spanOf(child).start)
    if (i > 0 && !/(?:\n|<br\s*\/?>)[ \t]*$/.test(before)) return
    const mark = readBold(child, node, i, text, listDepth)
    if (mark) marks.push(mark)
  })
  return marks
}

function readBold(
  bold: Strong | Emphasis,
  paragraph: Paragraph,
  index: number,
  text: string,
  listDepth: number,
): Found | undefined {
  const raw = plainText(bold.children).replace(/\s*\n\s*/g, ' ')
  const after = text.slice(spanOf(bold).end, spanOf(paragraph).end)
  const line = /^[^\n]*/.exec(after)![0]
  const isAlone = /^\s*[:：]?\s*$/.test(line)
  const isLabel = /[:：?]\s*$/.test(raw) || /^\s*(?:[:：]|[-–—]\s)/.test(line)
  const isOnly =
    paragraph.children.length === 1 ||
    (isAlone && index === 0 && paragraph.children.length === 2 && after.trim().length <= 1)
  // The questions of an FAQ head their answers, not sections.
  if ((!isAlone && !isLabel) || !looksLikeTitle(raw) || /^\s*(?:q|a|question|answer)\s*\d*\s*[:.]/i.test(raw))
    return undefined
  const heading = spanOf(bold)
  const bodyStart = heading.end + (/^\s*[:：]/.exec(line)?.[0].length ?? 0)
  const title = cleanTitle(raw)
  if (!title) return undefined
  if (isOnly && !listDepth && bold.type === 'strong')
    return {style: 'bold', depth: DEPTH.bold, title, heading, bodyStart}
  // A question in italics is a template's prompt.
  if (bold.type !== 'strong' && (!isLabel || /\?\s*$/.test(raw))) return undefined
  if (listDepth) return {style: 'label', depth: DEPTH.listLabel + listDepth, title, heading, bodyStart}
  return {style: isAlone ? 'bold' : 'label', depth: isAlone ? DEPTH.bold : DEPTH.label, title, heading, bodyStart}
}

const PLAIN_LABEL = /^(\p{Lu}[\p{L}\p{N}' /&-]{2,40})[:：](?=\s)/u

/** `Root Cause:` or `Timeline` alone on a line, `Impact: text`. What of that counts is decided with the whole document. */
function readPlainLines(node: Paragraph, next: Nodes | undefined, source: string, whole: Span): Found[] {
  if (node.children[0]?.type !== 'text') return []
  const marks: Found[] = []
  let start = whole.start
  for (const line of source.split('\n', 40)) {
    const label = PLAIN_LABEL.exec(line)
    const text = line.trimEnd()
    if (label && text.length > label[0].length) {
      const heading = {start, end: start + label[0].length}
      marks.push({style: 'plain', depth: DEPTH.bold, title: cleanTitle(label[1]!), heading, bodyStart: heading.end})
    } else if (
      text.length <= 60 &&
      /^\p{Lu}/u.test(text) &&
      looksLikeTitle(text) &&
      (start === whole.start || /[:：]$/.test(text))
    ) {
      const heading = {start, end: start + text.length}
      const isLast = heading.end >= whole.end
      const leadsList = isLast && next?.type === 'list' && spanOf(next).start - heading.end < 4
      marks.push({
        style: 'plain',
        depth: DEPTH.bold,
        title: cleanTitle(text),
        heading,
        bodyStart: heading.end,
        leadsList,
      })
    }
    start += line.length + 1
  }
  return marks.filter(({title}) => title)
}

function readItem(item: ListItem, text: string, listDepth: number, marks: Found[]): void {
  const {end} = spanOf(item)
  const [first] = item.children
  if (first?.type === 'paragraph') {
    const [mark] = readBoldLines(first, text, listDepth)
    if (mark) marks.push({...mark, style: 'label', end})
  }
  for (const child of item.children as BlockContent[]) {
    if (child.type === 'list' && listDepth < 2)
      for (const inner of child.children) readItem(inner, text, listDepth + 1, marks)
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

/** Short, no sentence. A title may be wrapped. */
function looksLikeTitle(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.length === 0 || trimmed.length > 90) return false
  if (/[.;!,]$/.test(trimmed) && !/\b(?:etc|e\.g|i\.e|TL;DR)\.?$/i.test(trimmed)) return false
  return trimmed.split(/\s+/).length <= 12
}
