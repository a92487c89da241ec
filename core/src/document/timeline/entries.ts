import type {Code, Heading, Html, List, ListItem, Paragraph, RootContent} from 'mdast'
import {type Chunk, derive} from '../../markdown/chunks.ts'
import {spanOf} from '../../markdown/parse.ts'
import type {Span} from '../../text/span.ts'
import type {TimelineEvent} from '../timeline.ts'
import {type EntryLine, oneLine, readLater, readLeading} from './entry-line.ts'
import {readTable} from './table-entries.ts'
import type {WrittenTime} from './written-time.ts'

/** Several entries in one list, table or run of paragraphs. */
export interface Container {
  readonly kind: TimelineEvent['source']
  readonly span: Span
  /** Items, rows or paragraphs, with or without a time. */
  readonly size: number
}

/** A place in a chunk that tells a time; whether it is an event is decided with the whole document. Offsets count from the start of the chunk. */
export interface Entry {
  readonly source: TimelineEvent['source']
  readonly place: EntryLine['place']
  readonly setOff: boolean
  readonly span: Span
  readonly when: Span
  /** The time as written, columns of a table joined by a space. */
  readonly raw: string
  /** Undefined for a row of a timeline table without a readable time. */
  readonly written?: WrittenTime
  readonly text: Span
  /** `text` as one line. */
  readonly line: string
  readonly container: Container
  /** Depth of nested lists, 0 outside. */
  readonly depth: number
  /** Zone and year in the head of the column. */
  readonly columnZone?: string
  readonly columnYear?: number
  readonly actor?: Span
  readonly tag?: string
  /** Whether the text stands in the block below the time. */
  readonly below?: boolean
}

/** Every timed place of a chunk, in order. */
export const entriesOf: (chunk: Chunk) => readonly Entry[] = derive((chunk) => {
  const found: Entry[] = []
  readBlocks(chunk.root.children, chunk.text, {into: found, depth: 0})
  return found.map(ofOneShape)
})

/** Entries are read often, and the engine reads objects with the same fields in the same order several times quicker. */
const ofOneShape = (entry: Entry): Entry => ({
  source: entry.source,
  place: entry.place,
  setOff: entry.setOff,
  span: entry.span,
  when: entry.when,
  raw: entry.raw,
  written: entry.written,
  text: entry.text,
  line: entry.line,
  container: entry.container,
  depth: entry.depth,
  columnZone: entry.columnZone,
  columnYear: entry.columnYear,
  actor: entry.actor,
  tag: entry.tag,
  below: entry.below,
})

interface Reading {
  readonly into: Entry[]
  readonly depth: number
}

type Draft = {-readonly [K in keyof Entry]: Entry[K]}

function readBlocks(blocks: readonly RootContent[], text: string, reading: Reading): void {
  const paragraphs = blocks.filter((block) => block.type === 'paragraph')
  const run: Container = {
    kind: 'line',
    size: paragraphs.length,
    span: paragraphs.length
      ? {start: spanOf(paragraphs[0]!).start, end: spanOf(paragraphs.at(-1)!).end}
      : {start: 0, end: 0},
  }
  // A time alone takes what stands below it, up to the next time, heading or rule.
  let alone: Draft | undefined
  for (const block of blocks) {
    const before = reading.into.length
    readBlock(block, text, reading, run)
    if (reading.into.length > before) {
      const last = reading.into.at(-1) as Draft
      alone =
        (last.source === 'line' || last.source === 'heading') && last.text.start === last.text.end ? last : undefined
    } else if (block.type === 'thematicBreak' || (block.type === 'heading' && alone?.source === 'heading'))
      alone = undefined
    else if (alone) {
      const inner = contentOf(block, text)
      if (alone.text.start === alone.text.end && inner) {
        alone.text = inner
        alone.below = true
        alone.line = oneLine(text.slice(inner.start, inner.end))
      }
      alone.span = {start: alone.span.start, end: Math.max(alone.span.end, spanOf(block).end)}
    }
  }
}

/** What of a block stands for it in one line. */
function contentOf(block: RootContent, text: string): Span | undefined {
  if (block.type === 'paragraph') return spanOf(block)
  if (block.type === 'heading')
    return block.children.length
      ? {start: spanOf(block.children[0]!).start, end: spanOf(block.children.at(-1)!).end}
      : undefined
  if (block.type === 'blockquote' || block.type === 'list' || block.type === 'listItem') {
    const [first] = block.children
    return first && contentOf(first as RootContent, text)
  }
  return undefined
}

function readBlock(block: RootContent, text: string, reading: Reading, run: Container): void {
  switch (block.type) {
    case 'heading':
      readHeading(block, text, reading)
      break
    case 'paragraph':
      readParagraph(block, text, reading, run)
      break
    case 'list':
      readList(block, text, reading)
      break
    case 'table':
      for (const row of readTable(block, text)) reading.into.push({...row, depth: reading.depth})
      break
    case 'code':
      readIndented(block, text, reading)
      break
    case 'html':
      readHtml(block, text, reading)
      break
    default:
      break
  }
}

function push(
  reading: Reading,
  text: string,
  line: EntryLine,
  rest: Pick<Entry, 'source' | 'span' | 'container'> & {textEnd?: number},
): Draft {
  const {textEnd, ...own} = rest
  const span = {start: line.text.start, end: Math.max(line.text.start, textEnd ?? line.text.end)}
  const entry: Draft = {
    ...own,
    place: line.place,
    setOff: line.setOff,
    when: line.when,
    raw: text.slice(line.when.start, line.when.end).replace(/\s+/g, ' '),
    written: line.written,
    text: span,
    line: oneLine(text.slice(span.start, span.end)),
    depth: reading.depth,
  }
  reading.into.push(entry)
  return entry
}

/** `### 14:05`, `## May 12`, `### 14:05 – Pager fires`, and dates anywhere in a heading. */
function readHeading(heading: Heading, text: string, reading: Reading): void {
  if (!heading.children.length) return
  const [start, end] = [spanOf(heading.children[0]!).start, spanOf(heading.children.at(-1)!).end]
  const line = readLeading(text, start, end) ?? readLater(text, start, end)
  if (!line) return
  const span = spanOf(heading)
  push(reading, text, line, {source: 'heading', span, container: {kind: 'heading', span, size: 1}})
}

interface Line {
  readonly start: number
  readonly end: number
  /** Whether a `<br>`, a backslash or two spaces stand before it. */
  readonly hard: boolean
}

function linesOf(text: string, {start, end}: Span): Line[] {
  if (!/[\n<]/.test(text.slice(start, end))) return [{start, end, hard: false}]
  const lines: Line[] = []
  const breaks = /(?:<br\s*\/?>[ \t]*\r?\n?|( {2,}|\\)?\r?\n)/gi
  breaks.lastIndex = start
  let from = start
  let hard = false
  for (let match = breaks.exec(text); match && match.index < end; match = breaks.exec(text)) {
    lines.push({start: from, end: match.index, hard})
    hard = match[0].startsWith('<') || match[1] !== undefined
    from = match.index + match[0].length
  }
  lines.push({start: Math.min(from, end), end, hard})
  return lines
}

/** What times in one run look like; a wrapped line that happens to start with a time mostly looks different. */
function shapeOf({clock, date, zone}: WrittenTime): string {
  // Whoever writes 14.02 also writes 14:05.
  const style = clock?.style === 'dot' ? 'colon' : clock?.style
  return `${date ? 'd' : ''}${clock ? `${style}${clock.half ? 'h' : ''}` : ''}${zone === undefined ? '' : 'z'}`
}

const OPEN_END =
  /(?:\b(?:at|by|before|until|till|from|to|around|about|on|and|or|since|after|between|of|in|the|approximately|roughly|was|is)|[,(–-])\s*$/i

/** Wrapped lines are longer than this. */
const UNWRAPPED = 60

interface TimedLine {
  readonly line: EntryLine
  readonly from: Line
}

function timedLines(text: string, lines: readonly Line[]): TimedLine[] {
  const timed: TimedLine[] = []
  lines.forEach((from, i) => {
    const line = readLeading(text, from.start, from.end)
    if (!line) return
    const before = i > 0 ? text.slice(lines[i - 1]!.start, lines[i - 1]!.end) : ''
    if (i > 0 && !from.hard) {
      const opensHere =
        timed.length > 0
          ? shapeOf(timed[0]!.line.written) === shapeOf(line.written) || line.written.date?.month !== undefined
          : /:[*_\s]*$/.test(before)
      const isSetOff =
        line.setOff ||
        /^[ \t]*[–—•·]/.test(text.slice(from.start, from.end)) ||
        /^[\p{Lu}@`[*_":]/u.test(text.slice(line.text.start, line.text.start + 1)) ||
        // A line that ends long before the margin was ended by hand.
        (timed.length > 0 && before.trim().length < UNWRAPPED)
      if (!opensHere || !isSetOff || line.written.prose || OPEN_END.test(before)) return
    }
    timed.push({line, from})
  })
  return timed
}

function readParagraph(paragraph: Paragraph, text: string, reading: Reading, container: Container): void {
  const whole = spanOf(paragraph)
  const lines = linesOf(text, whole)
  const timed = timedLines(text, lines)
  timed.forEach(({line, from}, i) => {
    const end = i + 1 < timed.length ? endBefore(text, timed[i + 1]!.from.start) : whole.end
    push(reading, text, line, {source: 'line', container, span: {start: from.start, end}, textEnd: end})
  })
  if (timed.length === 0 && lines.length <= 2 && whole.end - whole.start < 160) {
    // “Timeline for 17 September:” and the like: a date for what comes below.
    const later = readLater(text, whole.start, whole.end)
    if (later?.written.date && !later.written.clock)
      push(reading, text, {...later, place: 'inner'}, {source: 'line', container, span: whole})
  }
}

function endBefore(text: string, next: number): number {
  let end = next
  while (end > 0 && /[\s\\]/.test(text.charAt(end - 1))) end--
  return text.slice(0, end).replace(/<br\s*\/?>$/i, '').length
}

function readList(list: List, text: string, reading: Reading): void {
  const container: Container = {kind: 'list', span: spanOf(list), size: list.children.length}
  for (const item of list.children) readItem(item, text, {...reading, depth: reading.depth + 1}, container)
}

function readItem(item: ListItem, text: string, reading: Reading, container: Container): void {
  const [first, ...others] = item.children
  const span = spanOf(item)
  let own: Draft | undefined
  if (first?.type === 'paragraph' || first?.type === 'heading') {
    const whole = first.type === 'heading' ? (contentOf(first, text) ?? spanOf(first)) : spanOf(first)
    const lines = linesOf(text, whole)
    const timed = timedLines(text, lines)
    if (timed.length) {
      timed.forEach(({line, from}, i) => {
        const end = i + 1 < timed.length ? endBefore(text, timed[i + 1]!.from.start) : whole.end
        const entrySpan =
          timed.length === 1
            ? span
            : {start: i === 0 ? span.start : from.start, end: i + 1 < timed.length ? end : span.end}
        own = push(reading, text, line, {source: 'list', container, span: entrySpan, textEnd: end})
      })
    } else {
      const later = readLater(text, whole.start, lines[0]!.end)
      if (later) own = push(reading, text, later, {source: 'list', container, span})
    }
  }
  const before = reading.into.length
  for (const block of first?.type === 'paragraph' || first?.type === 'heading' ? others : item.children) {
    if (block.type === 'list' || block.type === 'table') readBlock(block, text, reading, container)
  }
  if (own && own.text.start === own.text.end && reading.into.length === before) {
    const below = others.map((block) => contentOf(block as RootContent, text)).find(Boolean)
    if (below) {
      own.text = below
      own.line = oneLine(text.slice(below.start, below.end))
    }
  }
}

/** A list that four spaces turned into code by accident; fenced code holds logs and is left alone. */
function readIndented(code: Code, text: string, reading: Reading): void {
  const span = spanOf(code)
  if (code.lang || /^[ \t]*(?:`{3}|~{3})/.test(text.slice(span.start, span.end))) return
  const lines = linesOf(text, span).filter(({start, end}) => /\S/.test(text.slice(start, end)))
  const container: Container = {kind: 'list', span, size: lines.length}
  for (const {start, end} of lines) {
    const mark = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/.exec(text.slice(start, end))
    const line = mark && readLeading(text, start + mark[0].length, end)
    if (line)
      push(reading, text, line, {
        source: 'list',
        container,
        span: {start: start + /^[ \t]*/.exec(mark[0])![0].length, end},
      })
  }
}

/** Lists written as HTML: `<p>March 13th</p><ul><li>10:05 …`. */
function readHtml(html: Html, text: string, reading: Reading): void {
  const span = spanOf(html)
  // The value of an HTML block in a list has lost its indentation, and with it the offsets.
  if (!/<(?:li|dt|dd|p)\b/i.test(html.value) || text.slice(span.start, span.end) !== html.value) return
  const container: Container = {kind: 'list', span, size: 0}
  for (const match of html.value.matchAll(/<(li|dt|dd|p)\b[^<>]*>((?:[^<]|<(?!\/?(?:li|dt|dd|p|ul|ol|dl)\b))*)/gi)) {
    const start = span.start + match.index
    const end = start + match[0].length
    const line = readLeading(text, end - match[2]!.length, end)
    if (line)
      push({...reading, depth: 1}, text, line, {
        source: match[1]!.toLowerCase() === 'p' ? 'line' : 'list',
        container,
        span: {start, end},
      })
  }
}
