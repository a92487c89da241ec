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
}

export interface PlacedChunk {
  readonly chunk: Chunk
  /** Offset of the chunk in the document. */
  readonly start: number
}

/** Keeps chunks by their text while a document is open. One per document; see `cut`. */
export class ChunkMemo {
  private readonly kept = new Map<string, Chunk>()
  private readonly limit: number

  /** @param limit how many chunks are kept at most; the least recently used go first */
  constructor(limit = 4096) {
    this.limit = limit
  }

  parse(text: string, foreign: readonly string[] = []): Chunk {
    const key = foreign.length ? `${foreign.join('')}\u0000${text}` : text
    let chunk = this.kept.get(key)
    if (chunk) {
      this.kept.delete(key)
      this.kept.set(key, chunk)
      return chunk
    }
    chunk = parseChunk(detached(text), foreign)
    this.kept.set(detached(key), chunk)
    if (this.kept.size > this.limit) this.kept.delete(this.kept.keys().next().value!)
    return chunk
  }
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
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const pieces = join(text, candidates(text, from), memo)
  const defined = new Set(pieces.flatMap(({chunk}) => chunk.definitions))
  return defined.size ? pieces.map(({chunk, start}) => ({chunk: knowing(chunk, defined, memo), start})) : pieces
}

/**
 * Parses a text piece by piece into the memo, for those who must not block for long: `cut` is quick afterwards.
 * Between two pieces the caller may do something else, or stop.
 */
export function* parseAhead(text: string, memo: ChunkMemo): Generator<void> {
  const borders = candidates(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)
  for (let i = 1; i < borders.length; i++) {
    memo.parse(text.slice(borders[i - 1], borders[i]))
    yield
  }
}

const ATX = /\n#{1,6}(?=[ \t\r\n]|$)/g

const FRONT_MATTER = /(---|\+\+\+)[ \t]*\r?\n(?:[^]*?\n)?\1[ \t]*(?=\r?\n|$)/y

/** The front matter that starts at this offset, with its fences; empty if there is none. */
function frontMatterOf(text: string, from: number): string {
  FRONT_MATTER.lastIndex = from
  return FRONT_MATTER.exec(text)?.[0] ?? ''
}

/** Where a heading may start: offsets of unindented `#` lines, and the start and end of the text. */
function candidates(text: string, from: number): number[] {
  const found = [from]
  // In front matter, `#` starts a comment.
  ATX.lastIndex = from + frontMatterOf(text, from).length
  for (let match = ATX.exec(text); match; match = ATX.exec(text)) found.push(match.index + 1)
  // A lone carriage return ends a line too; nobody cuts there, the chunk is only longer.
  if (found.at(-1) !== text.length) found.push(text.length)
  return found
}

function join(text: string, borders: readonly number[], memo: ChunkMemo): PlacedChunk[] {
  const pieces: PlacedChunk[] = []
  let first = 0
  while (first < borders.length - 1) {
    const start = borders[first]!
    let last = first + 1
    let chunk = memo.parse(text.slice(start, borders[last]))
    // Doubling keeps the work linear where a fence full of `#` lines is never closed.
    for (let step = 1; last < borders.length - 1 && isOpen(chunk); step *= 2) {
      last = Math.min(borders.length - 1, last + step)
      chunk = memo.parse(text.slice(start, borders[last]))
    }
    pieces.push({chunk, start})
    first = last
  }
  return pieces
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
  return foreign.length ? memo.parse(chunk.text, foreign) : chunk
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
  return {text, root, definitions}
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
 */
export function derive<Result>(read: (chunk: Chunk) => Result): (chunk: Chunk) => Result {
  const kept = new WeakMap<Chunk, {value: Result}>()
  return (chunk) => {
    let entry = kept.get(chunk)
    if (!entry) kept.set(chunk, (entry = {value: read(chunk)}))
    return entry.value
  }
}
