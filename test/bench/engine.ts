import {ChunkMemo, DEFAULT_CONFIG, type Finding, lint, lintDocument, lintProse, PostmortemDocument} from '#core'
import {settle} from '#core/lint/lint.ts'
import {bareParse} from './bare-parse.ts'
import {generatedPostmortem, wordsIn} from './generated-postmortem.ts'
import {collectGarbage, median, type Percentiles, percentiles, type Sample, time, type Timed, timed} from './timing.ts'
import {keystrokes} from './typing.ts'

export interface EngineFigures {
  readonly words: number
  readonly sections: number
  readonly findings: number
  /** unified, remark-parse, GFM and front matter: the tree of the whole text and nothing else. */
  readonly parseMs: number
  /** Everything, nothing remembered. */
  readonly cold: Timed
  /** Its parts: reading the text, rules on the document, language rules. */
  readonly coldRead: Timed
  readonly coldDocument: Timed
  readonly coldLanguage: Timed
  /** The same text again. */
  readonly warm: Timed
  /** From a new text to all its findings. */
  readonly keystroke: Percentiles
  /** The part of a keystroke that is no language rule. */
  readonly keystrokeDocument: Percentiles
  /** Held by an open document after a lint, in MB. */
  readonly heapMb: number
}

const PATH = 'incidents/review.md'
const WORDS_OF_WARM_UP = 150_000

/** Lets the compiler of the engine see everything often enough before anything is measured. */
export function warmUp(): void {
  for (let words = 0, seed = 1; words < WORDS_OF_WARM_UP; words += 3000, seed++) {
    const text = generatedPostmortem(3000, seed)
    bareParse(text)
    const memo = new ChunkMemo()
    lint(new PostmortemDocument(text, {path: PATH, memo}), DEFAULT_CONFIG)
    const typed = keystrokes(text, seed)
    for (let i = 0; i < 10; i++)
      lint(new PostmortemDocument(typed.next().value.text, {path: PATH, memo}), DEFAULT_CONFIG)
  }
}

/** More rounds where one is short. */
const roundsFor = (words: number): number => Math.max(5, Math.min(40, Math.round(120_000 / words)))

/** Texts that are typed in. */
export const seriesFor = (words: number): number => (words > 50_000 ? 3 : 5)

export function measureEngine(words: number): EngineFigures {
  const lints = Array.from({length: roundsFor(words)}, (_, round) =>
    // Another text each time, as some memos go by the text of a sentence.
    measureLint(generatedPostmortem(words, 1000 + round)),
  )
  const part = (name: Exclude<keyof Lint, 'parseMs'>): Timed =>
    timed(lints.map(({[name]: ms, parseMs}) => ({ms, parseMs})))
  const typed = Array.from({length: seriesFor(words)}, (_, i) => measureTyping(generatedPostmortem(words, 1 + i)))
  const text = generatedPostmortem(words, 1)
  const document = new PostmortemDocument(text, {path: PATH})
  return {
    words: wordsIn(text),
    sections: document.sections.length,
    findings: lint(document, DEFAULT_CONFIG).length,
    parseMs: median(lints.map(({parseMs}) => parseMs)),
    cold: part('cold'),
    coldRead: part('read'),
    coldDocument: part('document'),
    coldLanguage: part('language'),
    warm: part('warm'),
    keystroke: percentiles(typed.flatMap(({all}) => all)),
    keystrokeDocument: percentiles(typed.flatMap(({documentOnly}) => documentOnly)),
    heapMb: median(Array.from({length: seriesFor(words)}, (_, i) => measureMemory(generatedPostmortem(words, 1 + i)))),
  }
}

interface Lint {
  readonly parseMs: number
  readonly cold: number
  readonly read: number
  readonly document: number
  readonly language: number
  readonly warm: number
}

function measureLint(text: string): Lint {
  const parseMs = time(() => bareParse(text))
  const memo = new ChunkMemo()
  let open!: PostmortemDocument
  let findings: readonly Finding[] = []
  const read = time(() => (open = new PostmortemDocument(text, {path: PATH, memo})))
  const document = time(() => (findings = lintDocument(open, DEFAULT_CONFIG)))
  const language = time(() => settle(open, [...findings, ...lintProse(open, DEFAULT_CONFIG)]))
  const warm = time(() => lint(new PostmortemDocument(text, {path: PATH, memo}), DEFAULT_CONFIG))
  return {parseMs, cold: read + document + language, read, document, language, warm}
}

const KEYSTROKES = 40
/** The first letters meet a document that has just been read. */
const LEFT_OUT = 5

function measureTyping(text: string): {all: Sample[]; documentOnly: Sample[]} {
  const parseMs = time(() => bareParse(text))
  const memo = new ChunkMemo()
  let open = new PostmortemDocument(text, {path: PATH, memo})
  lint(open, DEFAULT_CONFIG)
  const all: Sample[] = []
  const documentOnly: Sample[] = []
  const typed = keystrokes(text, text.length)
  for (let i = 0; i < LEFT_OUT + KEYSTROKES; i++) {
    const {text: now} = typed.next().value
    let findings: readonly Finding[] = []
    const first = time(() => {
      open = new PostmortemDocument(now, {path: PATH, memo})
      findings = lintDocument(open, DEFAULT_CONFIG)
    })
    const second = time(() => settle(open, [...findings, ...lintProse(open, DEFAULT_CONFIG)]))
    if (i < LEFT_OUT) continue
    documentOnly.push({ms: first, parseMs})
    all.push({ms: first + second, parseMs})
  }
  return {all, documentOnly}
}

/** Apart from what takes time, as compiled code goes with the garbage. */
function measureMemory(text: string): number {
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  const open = new PostmortemDocument(text, {path: PATH, memo: new ChunkMemo()})
  const findings = lint(open, DEFAULT_CONFIG)
  collectGarbage()
  const after = process.memoryUsage().heapUsed
  // Both are held up to here.
  return findings.length && open.text ? (after - before) / 1e6 : 0
}
