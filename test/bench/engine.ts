import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {ChunkMemo, DEFAULT_CONFIG, lint, lintDocument, lintProse, PostmortemDocument} from '#core'
import {cpuTime, median, quantile} from './cpu-time.ts'
import {generatedPostmortem, random, wordsIn} from './generated-postmortem.ts'

/** Milliseconds of processor time, and the same as a multiple of one bare parse of the same text. */
export interface Timed {
  readonly ms: number
  readonly ratio: number
}

export interface EngineFigures {
  readonly words: number
  readonly sections: number
  readonly findings: number
  /** unified, remark-parse, GFM and front matter: the tree of the whole text and nothing else. */
  readonly parseMs: number
  /** Everything, nothing remembered. */
  readonly cold: Timed
  /** The part of it that reads the document and runs the rules on the document; our parse is in neither of these two. */
  readonly coldDocument: Timed
  readonly coldLanguage: Timed
  /** The same text again. */
  readonly warm: Timed
  readonly keystroke: {readonly p50: Timed; readonly p95: Timed}
  /** The part of a keystroke that is no language rule. */
  readonly keystrokeDocument: {readonly p50: Timed; readonly p95: Timed}
  /** Held by an open document after a lint, in MB. */
  readonly heapMb: number
}

const bare = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze()

/** The bare parse that everything is held against. */
export const bareParse = (text: string): unknown => bare.parse(text)

const PATH = 'incidents/review.md'

/** Lets the compiler of the engine see everything once before anything is measured. */
export function warmUp(): void {
  for (let seed = 1; seed <= 12; seed++) {
    const text = generatedPostmortem(3000, seed)
    bare.parse(text)
    lint(new PostmortemDocument(text, {path: PATH}), DEFAULT_CONFIG)
  }
}

export function measureEngine(words: number): EngineFigures {
  const rounds = words > 50_000 ? 3 : words > 10_000 ? 5 : Math.max(9, Math.min(40, Math.round(40_000 / words)))
  const parse: number[] = []
  const cold: number[] = []
  const document: number[] = []
  const language: number[] = []
  const warm: number[] = []
  let findings = 0
  for (let round = 0; round < rounds; round++) {
    // Another text each time, as some memos go by the text of a sentence.
    const text = generatedPostmortem(words, 1000 + round)
    collectGarbage()
    parse.push(cpuTime(() => bare.parse(text)))
    collectGarbage()
    const memo = new ChunkMemo()
    let read!: PostmortemDocument
    cold.push(
      cpuTime(() => {
        read = new PostmortemDocument(text, {path: PATH, memo})
        findings = lint(read, DEFAULT_CONFIG).length
      }),
    )
    warm.push(cpuTime(() => lint(new PostmortemDocument(text, {path: PATH, memo}), DEFAULT_CONFIG)))
    const again = new PostmortemDocument(generatedPostmortem(words, 5000 + round), {path: PATH})
    document.push(cpuTime(() => lintDocument(again, DEFAULT_CONFIG)))
    language.push(cpuTime(() => lintProse(again, DEFAULT_CONFIG)))
  }
  const parseMs = median(parse)
  const timed = (ms: number): Timed => ({ms, ratio: ms / parseMs})
  const text = generatedPostmortem(words, 1)
  const {all, documentOnly, heapMb} = type(text, words > 50_000 ? 50 : 100)
  return {
    words: wordsIn(text),
    sections: new PostmortemDocument(text).sections.length,
    findings,
    parseMs,
    cold: timed(median(cold)),
    coldDocument: timed(median(document)),
    coldLanguage: timed(median(language)),
    warm: timed(median(warm)),
    keystroke: {p50: timed(median(all)), p95: timed(quantile(all, 0.95))},
    keystrokeDocument: {p50: timed(median(documentOnly)), p95: timed(quantile(documentOnly, 0.95))},
    heapMb,
  }
}

/** A sentence typed letter by letter into the paragraph nearest to the middle. */
function type(text: string, keystrokes: number): {all: number[]; documentOnly: number[]; heapMb: number} {
  const typed = ' The standby took over and somebody should have seen it sooner. '
  const draw = random(keystrokes)
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  const memo = new ChunkMemo()
  let now = text
  let open = new PostmortemDocument(now, {path: PATH, memo})
  lint(open, DEFAULT_CONFIG)
  collectGarbage()
  const heapMb = (process.memoryUsage().heapUsed - before) / 1e6
  const all: number[] = []
  const documentOnly: number[] = []
  let at = paragraphEnd(now, now.length / 2)
  for (let i = 0; i < keystrokes; i++) {
    if (i > 0 && i % typed.length === 0) at = paragraphEnd(now, now.length * (0.4 + 0.2 * draw()))
    now = now.slice(0, at) + typed[i % typed.length]! + now.slice(at)
    at++
    let first = 0
    const second = cpuTime(() => {
      first = cpuTime(() => {
        open = new PostmortemDocument(now, {path: PATH, memo})
        lintDocument(open, DEFAULT_CONFIG)
      })
      lintProse(open, DEFAULT_CONFIG)
    })
    documentOnly.push(first)
    all.push(second)
  }
  return {all, documentOnly, heapMb}
}

/** The end of a line of prose: a full stop before a blank line. */
function paragraphEnd(text: string, from: number): number {
  const at = text.indexOf('.\n\n', from)
  return at < 0 ? text.length : at + 1
}

const collectGarbage = (): void => globalThis.gc?.()
