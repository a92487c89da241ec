import type {List, Nodes, Paragraph, RootContent, Table} from 'mdast'
import {type Chunk, derive} from '../../markdown/chunks.ts'
import {spanOf} from '../../markdown/parse.ts'
import type {Span} from '../../text/span.ts'
import {findDue, readDue} from './due.ts'
import {type Entry, type EntryContext, readEntry} from './entry.ts'
import {oneLine} from './inline.ts'
import {isFieldList, type ListLead, readList, statusLead, withFields} from './list.ts'
import {looksLikeOwner} from './owner.ts'
import {commits, isSettled, markerOf, sentencesOf, startsWithGerund, startsWithVerb, vows} from './prose.ts'
import {isActionTable, isTask, readTable} from './table.ts'
import {isIn} from './words.ts'
import {WORDS} from './words.generated.ts'

/** An item as its chunk tells it; offsets count from the start of the chunk. */
export interface ChunkItem {
  readonly entry: Entry
  readonly span: Span
  readonly source: 'list' | 'table' | 'paragraph' | 'heading'
  /**
   * Where it counts: `anywhere` after `Action item:`, under a line `Action items:` or in a table of actions;
   * else in sections of actions, where `prose` gives way to lists.
   */
  readonly scope: 'anywhere' | 'section' | 'prose'
  /** Whether the words are those of a task: it counts in sections that hold other things as well. */
  readonly isTask: boolean
  /** Whether it also counts in a narrative without sections. */
  readonly isVow?: boolean
}

/** All items of a chunk that count where their section allows. */
export const itemsOf: (chunk: Chunk) => readonly ChunkItem[] = derive((chunk) => {
  const items: ChunkItem[] = []
  readBlocks(chunk.root.children, chunk.text, contextOf(chunk), items)
  // What a marked bullet holds was read with its list as well; the first reading knows more.
  const starts = new Set<number>()
  const once = items.filter(({span, scope}) => scope === 'prose' || (!starts.has(span.start) && starts.add(span.start)))
  return once.map(ofOneShape).sort((a, b) => a.span.start - b.span.start)
})

/** Items are read often, and the engine reads objects with the same fields in the same order several times quicker. */
const ofOneShape = ({entry, ...item}: ChunkItem): ChunkItem => ({
  entry: {
    text: entry.text,
    textSpan: entry.textSpan,
    task: entry.task,
    owner: entry.owner,
    perhapsOwner: entry.perhapsOwner,
    due: entry.due,
    ticket: entry.ticket,
    ticketLabel: entry.ticketLabel,
    type: entry.type,
    priority: entry.priority,
    done: entry.done,
  },
  span: item.span,
  source: item.source,
  scope: item.scope,
  isTask: item.isTask,
  isVow: item.isVow,
})

/** Whether a chunk may hold items outside sections of actions; saves reading all others. */
export const mayHoldItems: (chunk: Chunk) => boolean = derive(
  ({text}) =>
    /action|follow|next step|to-?dos?\b|task/i.test(text) &&
    /^(?:[ \t>*_#-]|\d+\.)*(?:corrective |preventi\w+ |follow[- ]?up |next |remediation )?(?:action|follow|next step|to-?do|task)|\|[^\n|]*(?:action|follow)/im.test(
      text,
    ),
)

export const contextOf: (chunk: Chunk) => EntryContext = derive((chunk) => {
  const targets = new Map<string, string>()
  if (chunk.definitions.length) collectTargets(chunk.root.children, targets)
  let lower: Set<string> | undefined
  return {
    targetOf: (label) => targets.get(label.trim().toLowerCase()),
    isCommonWord: (word) =>
      (lower ??= new Set(chunk.text.match(/(?<![\p{L}\p{N}@_-])\p{Ll}[\p{L}'’-]*/gu) ?? [])).has(word),
  }
})

function collectTargets(nodes: readonly Nodes[], targets: Map<string, string>): void {
  for (const node of nodes) {
    if (node.type === 'definition') targets.set((node.label ?? node.identifier).toLowerCase(), node.url)
    else if ('children' in node) collectTargets(node.children, targets)
  }
}

function readBlocks(blocks: readonly RootContent[], text: string, context: EntryContext, items: ChunkItem[]): void {
  blocks.forEach((block, i) => {
    if (block.type === 'list') readListBlock(block, blocks, i, text, context, items)
    else if (block.type === 'table') readTableBlock(block, text, context, items)
    else if (block.type === 'paragraph' && !isLead(block, blocks[i + 1], text)) {
      readParagraph(block, text, context, items)
    }
    // Quotes hold prompts and chat; nothing in them is promised.
  })
}

function readTableBlock(table: Table, text: string, context: EntryContext, items: ChunkItem[]): void {
  const scope = isActionTable(table, text) ? 'anywhere' : 'section'
  for (const {entry, span} of readTable(table, text, context))
    items.push({entry, span, source: 'table', scope, isTask: true})
}

// ── lists ────────────────────────────────────────────────────────────────────

function readListBlock(
  list: List,
  blocks: readonly RootContent[],
  at: number,
  text: string,
  context: EntryContext,
  items: ChunkItem[],
): void {
  readLabelled(list, text, context, items)
  if (isFieldList(list, text) || belongsToItemAbove(list, blocks, at, text)) return
  const above = blocks[at - 1]
  const line = above?.type === 'paragraph' ? lastLine(above, text) : undefined
  const lead = line ? readLead(line) : undefined
  if (lead === 'no-items') return
  const isMarked = line !== undefined && isListMarker(line.text)
  for (const {entry, span} of readList(list, text, context, lead)) {
    const scope = isMarked || markerOf(entry.text)?.isSure ? 'anywhere' : 'section'
    items.push({entry, span, source: 'list', scope, isTask: looksLikeTask(entry)})
  }
}

/** `- **Review actions**: We will …`: a bullet that opens a section holds prose; `- **Action items**:` holds items wherever it stands. */
function readLabelled(list: List, text: string, context: EntryContext, items: ChunkItem[]): void {
  for (const item of list.children) {
    const [first, ...rest] = item.children
    for (const block of rest) if (block.type === 'table') readTableBlock(block, text, context, items)
    if (first?.type !== 'paragraph') continue
    const {start, end} = spanOf(first)
    const body = labelEnd(first, text)
    if (body > start && body < end) readSentences(first, text, context, items)
    if (!isListMarker(text.slice(start, end))) continue
    for (const nested of rest) {
      if (nested.type !== 'list') continue
      for (const {entry, span} of readList(nested, text, context))
        items.push({entry, span, source: 'list', scope: 'anywhere', isTask: true})
    }
  }
}

/** A list that goes on with the item above it: `- We plan alerts on:` and then a list that is not indented. */
function belongsToItemAbove(list: List, blocks: readonly RootContent[], at: number, text: string): boolean {
  const above = blocks[at - 1]
  if (above?.type !== 'list') return false
  const last = above.children.at(-1)
  const end = last ? spanOf(last).end : 0
  if (/:\s*$/.test(text.slice(Math.max(0, end - 20), end))) return true
  // 1. … - … - … 2. …: the numbers go on behind the bullets.
  const next = blocks.slice(at + 1).find((block) => block.type === 'list')
  return (
    Boolean(
      above.ordered &&
      !list.ordered &&
      next?.type === 'list' &&
      next.ordered &&
      (next.start ?? 1) === (above.start ?? 1) + above.children.length,
    ) || Boolean(above.ordered && !list.ordered && (above.start ?? 1) > 1 && above.children.length === 1)
  )
}

interface Line {
  readonly text: string
  readonly span: Span
}

function lastLine(paragraph: Paragraph, text: string): Line {
  const {start, end} = spanOf(paragraph)
  const from = text.lastIndexOf('\n', end - 1) + 1
  const at = Math.max(start, from)
  return {text: text.slice(at, end), span: {start: at, end}}
}

/** What the line above a list says about it. */
function readLead(line: Line): ListLead | 'no-items' | undefined {
  const words = oneLine(line.text)
    .replace(/[*_`]/g, '')
    .replace(/\s*[:：]$/, '')
    .trim()
  const short = words.split(/\s+/).length <= 5
  if (
    short &&
    /[:：]\s*(?:\*\*|__)?\s*$/.test(line.text) &&
    words
      .toLowerCase()
      .split(/[\s/]+/)
      .some((word) => isIn(WORDS.no_items, word)) &&
    !/action|task/i.test(words)
  )
    return 'no-items'
  if (
    /(?:types?|priorit(?:y|ies)|categor(?:y|ies))[.:]?\s*(?:types?|priorit(?:y|ies))?:?$/i.test(words) &&
    words.length > 0
  )
    return 'no-items'
  if (looksLikeOwner(words) && words.split(' ').length <= 3) {
    const at = line.text.indexOf(words)
    if (at >= 0)
      return {owner: {value: words, span: {start: line.span.start + at, end: line.span.start + at + words.length}}}
  }
  const due = leadDue(line)
  return {...statusLead(words), ...(due ? {due} : {})}
}

function leadDue(line: Line): Entry['due'] {
  const inner = /\(([^()]+)\)/.exec(line.text)
  const value = inner && readDue(inner[1]!)
  if (inner && value) {
    const at = line.span.start + inner.index + 1
    return {value, span: {start: at, end: at + inner[1]!.length}}
  }
  const found = line.text.length < 80 && /:\s*\**\s*$/.test(line.text) ? findDue(line.text) : undefined
  return (
    found && {
      value: found.value,
      span: {start: line.span.start + found.span.start, end: line.span.start + found.span.end},
    }
  )
}

/** `Action Items` or `Next steps:` on a line of its own. */
const isListMarker = (line: string): boolean =>
  isIn(
    WORDS.list_markers,
    oneLine(line)
      .replace(/[*_`#]/g, '')
      .replace(/\s*\([^)]*\)/g, '')
      .replace(/\s*[:：.]$/, '')
      .trim(),
  )

// ── paragraphs ───────────────────────────────────────────────────────────────

/** A paragraph that only introduces the list or table behind it. */
function isLead(paragraph: Paragraph, next: RootContent | undefined, text: string): boolean {
  if (next?.type !== 'list' && next?.type !== 'table') return false
  const {text: line} = lastLine(paragraph, text)
  const {start, end} = spanOf(paragraph)
  return (
    /[:：]\s*(?:\*\*|__)?\s*$/.test(line) ||
    (!/\n/.test(text.slice(start, end)) && line.split(/\s+/).length <= 4) ||
    isListMarker(line)
  )
}

function readParagraph(paragraph: Paragraph, text: string, context: EntryContext, items: ChunkItem[]): void {
  const span = spanOf(paragraph)
  const source = text.slice(span.start, span.end)
  // Prompts of templates are set in italics.
  if (
    /^([*_])(?!\1)[^]*\1$/.test(source) &&
    paragraph.children.length === 1 &&
    paragraph.children[0]!.type === 'emphasis'
  )
    return
  const marker = markerOf(source)
  if (marker) {
    const own = {start: span.start + marker.length, end: span.end}
    if (isTask(text.slice(own.start, own.end)))
      items.push({
        entry: readEntry(text, own, context),
        span,
        source: 'paragraph',
        scope: marker.isSure ? 'anywhere' : 'section',
        isTask: true,
      })
    return
  }
  const lines = linesOf(source, span)
  if (lines) {
    for (const line of lines) {
      const item = markerOf(text.slice(line.start, line.end))
      const own = item ? {start: line.start + item.length, end: line.end} : line
      if (isTask(text.slice(own.start, own.end)))
        items.push({
          entry: readEntry(text, own, context),
          span: line,
          source: 'paragraph',
          scope: item?.isSure ? 'anywhere' : 'prose',
          isTask: true,
        })
    }
    return
  }
  readSentences(paragraph, text, context, items)
}

function readSentences(paragraph: Paragraph, text: string, context: EntryContext, items: ChunkItem[]): void {
  const whole = {start: labelEnd(paragraph, text), end: spanOf(paragraph).end}
  const sentences = sentencesOf(text, whole)
  const promises = sentences.filter((span) => isPromise(text.slice(span.start, span.end)))
  const push = (entry: Entry, span: Span): void => {
    items.push({entry, span, source: 'paragraph', scope: 'prose', isTask: true, isVow: vows(entry.task.value)})
  }
  if (promises.length <= 1 && sentences.length <= 5 && (sentences.length > 1 || !promises.length)) {
    // One promise with what leads to it and what became of it is one item.
    if (promises[0] || isSettled(text.slice(whole.start, whole.end)))
      push(readPromise(promises[0] ?? sentences[0]!, whole, text, context), whole)
    return
  }
  sentences.forEach((span, i) => {
    if (!promises.includes(span)) return
    const entry = readEntry(text, span, context)
    const next = sentences[i + 1]
    push(entry.due || !next || promises.includes(next) ? entry : {...entry, due: dueLater(next, text)}, span)
  })
}

const isPromise = (source: string): boolean => commits(source) && isTask(source)

/** The promise of a paragraph; the other sentences add ticket, date and status. */
function readPromise(promise: Span, whole: Span, text: string, context: EntryContext): Entry {
  const own = readEntry(text, promise, context)
  const all = readEntry(text, whole, context)
  const settled =
    isSettled(text.slice(whole.start, whole.end)) &&
    !/\((?:filed|opened|tracked|created)\b[^()]*\)\.?$/i.test(text.slice(whole.start, whole.end).trimEnd())
  return {
    ...own,
    text: all.text,
    textSpan: whole,
    ticket: own.ticket ?? all.ticket,
    ticketLabel: own.ticketLabel ?? all.ticketLabel,
    due: own.due ?? dueLater({start: promise.end, end: whole.end}, text),
    done: own.done ?? (settled ? true : undefined),
  }
}

/** “We will be deciding on the wording in the coming weeks” dates the promise in front of it. */
function dueLater({start, end}: Span, text: string): Entry['due'] {
  const source = text.slice(start, end)
  const due = commitsLater(source) ? findDue(source) : undefined
  return due && {value: due.value, span: {start: start + due.span.start, end: start + due.span.end}}
}

const commitsLater = (sentence: string): boolean =>
  /\b(?:will|plan|expect|aim|hope|should|intend|going to)\b/i.test(sentence)

/** Behind `**Label**:` or `**Label**` at the start of a paragraph. */
function labelEnd(paragraph: Paragraph, text: string): number {
  const {start, end} = spanOf(paragraph)
  const label = /^(?:\*\*|__)[^*_\n]{2,60}(?:\*\*|__)\s*[:：]?\s*/.exec(text.slice(start, end))
  return label && /[:：]\s*(?:\*\*|__)?\s*$/.test(label[0]) ? start + label[0].length : start
}

/** The lines of a paragraph that is a list without bullets: each line a sentence of its own. */
function linesOf(source: string, span: Span): Span[] | undefined {
  if (!/\n|<br/i.test(source)) return undefined
  const lines: Span[] = []
  let at = 0
  for (const end of source.matchAll(/[ \t]*(?:\\|<br\s*\/?>)?[ \t]*(?:\n[ \t]*|$)|<br\s*\/?>\s*/gi)) {
    if (end.index > at) lines.push({start: span.start + at, end: span.start + end.index})
    at = end.index + end[0].length
  }
  const words = lines.map((line) => source.slice(line.start - span.start, line.end - span.start))
  const isOwnLine = words.every((line) => /^["'“*_`[(✅☑-]*[\p{Lu}\d@]/u.test(line) || startsWithVerb(line))
  const ends = words.filter((line) => /[.!?]["')\]*_`]*$|DONE$|TODO$|\)$/.test(line)).length
  const tasks = words.filter((line) => startsWithVerb(line)).length
  if (lines.length < 2 || !isOwnLine) return undefined
  return ends === lines.length || ends === 0 || (ends >= lines.length - 1 && tasks > 0)
    ? tasks * 2 >= lines.length || (ends === lines.length && tasks > 0 && lines.length > 2)
      ? lines
      : undefined
    : undefined
}

/** Whether an item of a list reads like something to do, and not like a lesson or a fact. */
function looksLikeTask(entry: Entry): boolean {
  const task = entry.task.value.replace(/^(?:\*\*|__)[^*_]{1,80}(?:\*\*|__)\s*[:–—-]?\s*/, '').replace(/^[*_`[]+/, '')
  return (
    entry.done === false ||
    Boolean(entry.owner ?? entry.ticket ?? entry.due) ||
    startsWithVerb(task) ||
    startsWithGerund(task) ||
    commits(task)
  )
}

/** A heading below a section of actions as an item: `### 2) Better alerting `@dma` [detect]`. */
export function readHeadingItem(chunk: Chunk, heading: Span, end: number): {entry: Entry; span: Span} | undefined {
  const context = contextOf(chunk)
  const source = chunk.text.slice(heading.start, heading.end)
  if (source.length > 400) return undefined
  const marks = /^\s{0,3}#{1,6}\s+|^(?:\*\*|__)/.exec(source)?.[0].length ?? 0
  const number = /^(?:\(?\d+[.):]\)?|\d+\s*[–—-])\s*/.exec(source.slice(marks))?.[0].length ?? 0
  const tail = /(?:\s+#+|\*\*|__|[:：])?\s*$/.exec(source)![0].length
  const own = {start: heading.start + marks + number, end: heading.end - tail}
  if (own.end <= own.start || !isTask(chunk.text.slice(own.start, own.end))) return undefined
  let entry = readEntry(chunk.text, own, context)
  for (const block of chunk.root.children) {
    const {start} = spanOf(block)
    if (start < heading.end || start >= end) continue
    if (block.type === 'list' && isFieldList(block, chunk.text)) entry = withFields(entry, block, chunk.text, context)
    else if (block.type === 'paragraph') entry = withBody(entry, block, chunk.text, context)
  }
  return {entry, span: {start: heading.start, end}}
}

/** Lines such as `Owner: Dana` and the first sentence below a heading. */
function withBody(entry: Entry, paragraph: Paragraph, text: string, context: EntryContext): Entry {
  const span = spanOf(paragraph)
  const body = readEntry(text, span, context)
  return {
    ...entry,
    owner: entry.owner ?? body.owner,
    due: entry.due ?? body.due,
    ticket: entry.ticket ?? body.ticket,
    type: entry.type ?? body.type,
    priority: entry.priority ?? body.priority,
    done: entry.done ?? body.done,
  }
}
