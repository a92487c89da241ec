import {type Chunk, derive} from '../markdown/chunks.ts'
import {type ProseBlock, proseOf} from '../document/prose.ts'
import type {Sentence} from './sentence.ts'
import {tagTokens} from './tagger.ts'
import type {Token} from './token.ts'
import {type TokenOrBreak, tokenize} from './tokenize.ts'
import {type VerbGroup, verbGroupsOf} from './verb-groups.ts'

export interface BlockSentences {
  readonly block: ProseBlock
  readonly sentences: readonly Sentence[]
}

/** The sentences of a chunk, block by block, each split when it is first asked. Headings give none. */
export const sentencesOf: (chunk: Chunk) => readonly BlockSentences[] = derive((chunk) =>
  proseOf(chunk)
    .filter((block) => block.kind !== 'heading')
    .map((block) => new LazyBlock(block, chunk.text)),
)

class LazyBlock implements BlockSentences {
  readonly block: ProseBlock
  private readonly text: string
  private read?: readonly Sentence[]

  constructor(block: ProseBlock, text: string) {
    this.block = block
    this.text = text
  }

  get sentences(): readonly Sentence[] {
    return (this.read ??= split(this.block, tokenize(this.block.node.children, this.text)))
  }
}

const ABBREVIATIONS = new Set([
  'e.g',
  'i.e',
  'eg',
  'ie',
  'etc',
  'vs',
  'cf',
  'approx',
  'ca',
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'st',
  'no',
  'nr',
  'fig',
  'sec',
  'inc',
  'ltd',
  'co',
  'resp',
  'incl',
  'viz',
  'al',
  'jan',
  'feb',
  'mar',
  'apr',
  'jun',
  'jul',
  'aug',
  'sep',
  'sept',
  'oct',
  'nov',
  'dec',
  'a.m',
  'p.m',
  'u.s',
  'min',
  'max',
  'hrs',
  'mins',
  'misc',
  'dept',
])

function split(block: ProseBlock, items: readonly TokenOrBreak[]): Sentence[] {
  const sentences: LazySentence[] = []
  let current: Token[] = []
  let afterBreak = true
  const finish = (): void => {
    if (current.some((token) => token.tag !== 'PUNCT')) {
      sentences.push(new LazySentence(block, current, afterBreak, sentences.at(-1)))
      afterBreak = false
    }
    current = []
  }
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!
    if (item === 'break') {
      finish()
      afterBreak = true
      continue
    }
    current.push(item)
    if (endsSentence(items, i)) finish()
  }
  finish()
  return sentences
}

function endsSentence(items: readonly TokenOrBreak[], i: number): boolean {
  const token = items[i] as Token
  const next = items[i + 1]
  if (next === undefined || next === 'break') return false
  if (token.tag === 'PUNCT') {
    if (token.text === '.' || token.text.startsWith('..') || token.text === '…') {
      const before = items[i - 1]
      if (
        token.text === '.' &&
        before !== undefined &&
        before !== 'break' &&
        before.end === token.start &&
        isAbbreviation(before)
      )
        return false
      return next.start > token.end && startsSentence(next)
    }
    if (token.text === '!' || token.text === '?') return next.start > token.end || !isCloser(next)
    // A closing quote or bracket after the full stop belongs to the sentence.
    if (isCloser(token)) {
      const before = items[i - 1]
      return (
        before !== undefined &&
        before !== 'break' &&
        /^[.!?]$/.test(before.text) &&
        next.start > token.end &&
        startsSentence(next)
      )
    }
  }
  return false
}

const isCloser = (token: Token): boolean => /^["”’')\]»]$/.test(token.text)

const startsSentence = (token: Token): boolean =>
  token.tag === 'CODE' ||
  token.tag === 'NUM' ||
  /^[\p{Lu}\p{N}"“‘'(@[*«]/u.test(token.text) ||
  /^[a-z]/.test(token.text)

function isAbbreviation(token: Token): boolean {
  return (
    ABBREVIATIONS.has(token.lower) || /^[A-Z]$/.test(token.text) || (token.tag === 'NAME' && /\.$/.test(token.text))
  )
}

class LazySentence implements Sentence {
  readonly start: number
  readonly end: number
  readonly kind: ProseBlock['kind']
  readonly isHeader: boolean
  readonly isQuestion: boolean
  readonly startsItem: boolean
  readonly previous?: Sentence
  readonly words: readonly Token[]
  private tagged = false
  private read?: readonly VerbGroup[]

  constructor(block: ProseBlock, tokens: Token[], afterBreak: boolean, previous: Sentence | undefined) {
    this.start = tokens[0]!.start
    this.end = tokens.at(-1)!.end
    this.kind = block.kind
    this.isHeader = block.isHeader
    this.words = tokens
    this.isQuestion = tokens.slice(-3).some((token) => token.text === '?')
    this.startsItem = afterBreak && (block.kind !== 'paragraph' || tokens[0]!.tag === 'NUM')
    this.previous = previous
    markQuotes(tokens)
  }

  get tokens(): readonly Token[] {
    if (!this.tagged) {
      this.tagged = true
      tagTokens(this.words)
    }
    return this.words
  }

  get groups(): readonly VerbGroup[] {
    return (this.read ??= verbGroupsOf(this.tokens))
  }
}

const OPEN = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['‘', '’'],
  ["'", "'"],
])

/** Words in double quotes are somebody's; in single quotes only from four words on, as those also mark a term. */
function markQuotes(tokens: readonly Token[]): void {
  for (let i = 0; i < tokens.length; i++) {
    const close = tokens[i]!.tag === 'PUNCT' ? OPEN.get(tokens[i]!.text) : undefined
    if (!close) continue
    const end = tokens.findIndex((token, k) => k > i && token.tag === 'PUNCT' && token.text === close)
    if (end < 0) continue
    const isSingle = tokens[i]!.text === "'" || tokens[i]!.text === '‘'
    if (!isSingle || end - i > 4) for (let k = i + 1; k < end; k++) tokens[k]!.quoted = true
    i = end
  }
}
