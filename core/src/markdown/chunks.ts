import type {Nodes, Root} from 'mdast'
import {parseMarkdown} from './parse.ts'

/**
 * A piece of a document that parses on its own: from one heading at the start of a line to the next.
 * The object is the same for the same text, so that whatever is derived from it can be kept with it (see `derive`).
 * All offsets in `root` count from the start of the chunk.
 */
export interface Chunk {
  readonly text: string
  readonly root: Root
  /** Labels of link and footnote definitions in this chunk, as `[label]` or `[^label]`. */
  readonly definitions: readonly string[]
  /** What has been worked out from it so far, by the function that did; see `derive`. */
  readonly derived: Map<unknown, unknown>
  /**
   * What stood in its place in the text before, until somebody takes over what was worked out there: much of it still holds.
   * It says the same of references as this one.
   */
  replaced?: Chunk
}

export interface PlacedChunk {
  readonly chunk: Chunk
  /** Offset of the chunk in the document. */
  readonly start: number
}

/** What is kept of a document while it is open. One per document; see `cut`. */
export class ChunkMemo {
  /** What the last text was cut into; most of it is in the next one too. */
  last: Cut | undefined
  private readonly recent = new Map<string, Chunk>()
  private readonly informed = new WeakMap<Chunk, {readonly labels: string; readonly chunk: Chunk}>()

  parse(text: string): Chunk {
    let chunk = this.recent.get(text)
    if (chunk) this.recent.delete(chunk.text)
    else chunk = parseChunk(detached(text), [])
    this.recent.set(chunk.text, chunk)
    if (this.recent.size > RECENT) this.recent.delete(this.recent.keys().next().value!)
    return chunk
  }

  /** The chunk as it reads where these labels are defined elsewhere. */
  inform(chunk: Chunk, foreign: readonly string[]): Chunk {
    const labels = foreign.join('')
    let known = this.informed.get(chunk)
    if (known?.labels !== labels) {
      this.informed.set(chunk, (known = {labels, chunk: parseChunk(chunk.text, foreign)}))
      const before = chunk.replaced && this.informed.get(chunk.replaced)
      chunk.replaced = undefined
      if (before?.labels === labels) replace(before.chunk, known.chunk)
    }
    return known.chunk
  }
}

/** Chunks of earlier texts that are kept for whoever takes a change back. */
const RECENT = 16

/** A text in pieces, before they know of definitions elsewhere. */
interface Cut {
  readonly text: string
  /** Offset of the first piece, behind a byte order mark. */
  readonly from: number
  /** Offset behind the front matter, in which no heading starts. */
  readonly content: number
  readonly pieces: readonly PlacedChunk[]
}

/** A slice keeps the whole text that it is cut from alive, a copy does not. */
const detached = (text: string): string => ` ${text}`.slice(1)

/**
 * Cuts a text into chunks and parses each. The trees together are those of the whole text in one piece.
 *
 * An unindented `#` line starts a heading unless it stands in a fence or an HTML block that is still open.
 * Instead of following those by hand, a chunk whose last block is open is parsed again together with what follows.
 */
export function cut(text: string, memo: ChunkMemo): PlacedChunk[] {
  for (const _ of parseAhead(text, memo));
  const pieces = [...memo.last!.pieces]
  const defined = new Set<string>()
  for (const {chunk} of pieces) for (const label of chunk.definitions) defined.add(label)
  return defined.size ? pieces.map(({chunk, start}) => ({chunk: knowing(chunk, defined, memo), start})) : pieces
}

/**
 * Parses a text piece by piece into the memo, for those who must not block for long: `cut` is quick afterwards.
 * Between two pieces the caller may do something else, or stop.
 */
export function* parseAhead(text: string, memo: ChunkMemo): Generator<void> {
  const {last} = memo
  if (last?.text === text) return
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const content = from + frontMatterOf(text, from).length
  const pieces = last?.from === from && last.content === content ? unchangedStart(text, last) : []
  let start = endOf(pieces) ?? from
  const ends = last ? unchangedEnd(text, last, Math.max(start, content)) : []
  const endings = new Map(ends.map((piece) => [piece.start, piece]))
  const before = last?.pieces.slice(pieces.length, last.pieces.length - ends.length).map(({chunk}) => chunk) ?? []
  const between = new Map(before.map((chunk) => [chunk.text, chunk]))
  const changedFrom = pieces.length
  const by = text.length - (last?.text.length ?? 0)
  const borders = new Borders(text, content)
  try {
    while (start < text.length) {
      const same = endings.get(start - by)
      if (same) {
        pieces.push(by === 0 ? same : {chunk: same.chunk, start})
        start += same.chunk.text.length
        continue
      }
      let end = borders.after(start)
      let chunk = between.get(text.slice(start, end)) ?? memo.parse(text.slice(start, end))
      // Doubling keeps the work linear where a fence full of `#` lines is never closed.
      for (let step = 1; end < text.length && isOpen(chunk); step *= 2) {
        for (let i = 0; i < step; i++) end = borders.after(end)
        chunk = between.get(text.slice(start, end)) ?? memo.parse(text.slice(start, end))
      }
      const old = before[pieces.length - changedFrom]
      if (old && old !== chunk) replace(old, chunk)
      pieces.push({chunk, start})
      start = end
      yield
    }
  } finally {
    // What was done before a stop is not lost where there is nothing better.
    if (start === text.length || !last) memo.last = {text: text.slice(0, start), from, content, pieces}
  }
}

function replace(old: Chunk, chunk: Chunk): void {
  if (old.definitions.join() !== chunk.definitions.join()) return
  // What nobody has taken over yet goes on to the next; there is never more than one.
  chunk.replaced = old.replaced ?? old
  old.replaced = undefined
}

const endOf = (pieces: readonly PlacedChunk[]): number | undefined => {
  const last = pieces.at(-1)
  return last && last.start + last.chunk.text.length
}

/** The engine compares whole strings several times quicker than it looks for one in another (`startsWith`). */
const isAt = ({chunk}: PlacedChunk, start: number, text: string): boolean =>
  text.slice(start, start + chunk.text.length) === chunk.text

/** The pieces of the last text that this one starts with, too. */
function unchangedStart(text: string, {pieces, content}: Cut): PlacedChunk[] {
  const borders = new Borders(text, content)
  const changed = pieces.findIndex((piece, i) => {
    const end = piece.start + piece.chunk.text.length
    // The last piece goes as far as the text does.
    return !isAt(piece, piece.start, text) || (i < pieces.length - 1 ? !borders.has(end) : end !== text.length)
  })
  return changed < 0 ? [...pieces] : pieces.slice(0, changed)
}

/** The pieces of the last text that end this one too, from an offset on. Where one of them starts, the others follow. */
function unchangedEnd(text: string, last: Cut, from: number): readonly PlacedChunk[] {
  const by = text.length - last.text.length
  const changed = last.pieces.findLastIndex(
    (piece) => piece.start < last.content || piece.start + by < from || !isAt(piece, piece.start + by, text),
  )
  return last.pieces.slice(changed + 1)
}

const FRONT_MATTER = /(---|\+\+\+)[ \t]*\r?\n(?:[^]*?\n)?\1[ \t]*(?=\r?\n|$)/y

/** The front matter that starts at this offset, with its fences; empty if there is none. */
function frontMatterOf(text: string, from: number): string {
  FRONT_MATTER.lastIndex = from
  return FRONT_MATTER.exec(text)?.[0] ?? ''
}

const ATX = /\n#{1,6}(?=[ \t\r\n]|$)/g

/** Where a heading may start: offsets of unindented `#` lines, and the end of the text. */
class Borders {
  private readonly text: string
  /** In front matter, `#` starts a comment. */
  private readonly content: number

  constructor(text: string, content: number) {
    this.text = text
    this.content = content
  }

  /** A lone carriage return ends a line too; nobody cuts there, the chunk is only longer. */
  after(offset: number): number {
    ATX.lastIndex = Math.max(offset, this.content)
    const match = ATX.exec(this.text)
    return match ? match.index + 1 : this.text.length
  }

  has(offset: number): boolean {
    return offset === this.text.length || (offset > this.content && this.after(offset - 1) === offset)
  }
}

/** Whether a heading line after this text would still belong to its last block. */
const isOpen: (chunk: Chunk) => boolean = derive(({text, root}) => {
  const last = root.children.at(-1)
  if (last?.type === 'html') return isOpenHtml(last.value, text)
  if (last?.type === 'code') return isOpenFence(text.slice(last.position!.start.offset, last.position!.end.offset))
  return false
})

function isOpenFence(source: string): boolean {
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1]
  if (!fence) return false
  const lastLine = /[^\r\n]*$/.exec(source)![0].trim()
  const closes = lastLine.length >= fence.length && lastLine === fence[0]!.repeat(lastLine.length)
  return !(closes && /[\r\n]/.test(source))
}

/** HTML blocks that end at a mark of their own; all others end at a blank line (CommonMark, section 4.6). */
const HTML_ENDS: readonly (readonly [starts: RegExp, ends: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
]

function isOpenHtml(value: string, text: string): boolean {
  const ends = HTML_ENDS.find(([starts]) => starts.test(value))?.[1]
  return ends ? !ends.test(value) : !/\n[ \t]*\r?\n$/.test(text)
}

/** The chunk as it reads beside the definitions of others. */
function knowing(chunk: Chunk, defined: ReadonlySet<string>, memo: ChunkMemo): Chunk {
  const foreign = labelsIn(chunk).filter((label) => defined.has(label) && !chunk.definitions.includes(label))
  return foreign.length ? memo.inform(chunk, foreign) : chunk
}

/** What may be references: each label once, in order. */
const labelsIn: (chunk: Chunk) => readonly string[] = derive(({text}) => {
  const labels = [...text.matchAll(/\[((?:[^[\]\\]|\\.)+)\]/g)].map(([, label]) => `[${normalizeLabel(label!)}]`)
  return [...new Set(labels)].sort()
})

const normalizeLabel = (label: string): string =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()

function parseChunk(text: string, foreign: readonly string[]): Chunk {
  // Definitions of other chunks go in front, but behind front matter, closed off by a comment, and out again after parsing.
  const front = foreign.length ? frontMatterOf(text, 0).length : 0
  const preamble = foreign.length ? `\n\n${foreign.map((label) => `${label}: #\n\n`).join('')}<!-- -->\n\n` : ''
  const root = parseMarkdown(text.slice(0, front) + preamble + text.slice(front))
  if (preamble) {
    root.children = root.children.filter(
      ({position}) => position!.end.offset! <= front || position!.end.offset! > front + preamble.length,
    )
    root.children.forEach((node) => node.position!.start.offset! >= front && moveOffsets(node, -preamble.length))
    root.position!.end.offset! -= preamble.length
  }
  const definitions: string[] = []
  if (text.includes(']:')) collectDefinitions(root, definitions)
  return {text, root, definitions, derived: new Map()}
}

function collectDefinitions(node: Nodes, into: string[]): void {
  if (node.type === 'definition') into.push(`[${node.identifier.toLowerCase()}]`)
  if (node.type === 'footnoteDefinition') into.push(`[^${node.identifier.toLowerCase()}]`)
  if ('children' in node) for (const child of node.children) collectDefinitions(child, into)
}

function moveOffsets(node: Nodes, by: number): void {
  if (node.position) {
    node.position.start.offset! += by
    node.position.end.offset! += by
  }
  if ('children' in node) for (const child of node.children) moveOffsets(child, by)
}

/**
 * Makes a pure function of a chunk remember its results as long as the chunk lives.
 * They stand with the chunk: tables with weak keys, one for each function, keep the garbage collector busy.
 */
export function derive<Result>(read: (chunk: Chunk) => Result): (chunk: Chunk) => Result {
  return (chunk) => {
    const {derived} = chunk
    const known = derived.get(read)
    if (known !== undefined || derived.has(read)) return known as Result
    const result = read(chunk)
    derived.set(read, result)
    return result
  }
}
