import type {PhrasingContent} from 'mdast'
import {spanOf} from '../markdown/parse.ts'
import type {Tag, Token} from './token.ts'
import {wordInfo} from './word-info.ts'

/** What the tokenizer hands to the sentence splitter: tokens, and hard line breaks between them. */
export type TokenOrBreak = Token | 'break'

/**
 * The tokens of inline content. Sees through bold, italics and links; inline code is one token;
 * images, HTML and footnote marks are nothing. Offsets count like those of the nodes.
 */
export function tokenize(nodes: readonly PhrasingContent[], source: string): TokenOrBreak[] {
  const tokens: TokenOrBreak[] = []
  walk(nodes, source, false, tokens)
  return tokens
}

function walk(nodes: readonly PhrasingContent[], source: string, linked: boolean, tokens: TokenOrBreak[]): void {
  for (const node of nodes) {
    switch (node.type) {
      case 'text': {
        const {start, end} = spanOf(node)
        scan(source, start, end, linked, tokens)
        break
      }
      case 'inlineCode': {
        const {start, end} = spanOf(node)
        tokens.push({
          start,
          end,
          text: source.slice(start, end),
          lower: node.value.toLowerCase(),
          lemma: node.value.toLowerCase(),
          tag: 'CODE',
          quoted: false,
          linked,
        })
        break
      }
      case 'break':
        tokens.push('break')
        break
      case 'html':
        if (/^<br\b/i.test(node.value)) tokens.push('break')
        break
      case 'link':
        // A bare address says nothing in words.
        if (source.charCodeAt(spanOf(node).start) !== 91 /* [ */) {
          const {start, end} = spanOf(node)
          tokens.push({
            start,
            end,
            text: source.slice(start, end),
            lower: 'url',
            lemma: 'url',
            tag: 'CODE',
            quoted: false,
            linked: true,
          })
        } else walk(node.children, source, true, tokens)
        break
      case 'linkReference':
        walk(node.children, source, true, tokens)
        break
      case 'strong':
      case 'emphasis':
      case 'delete':
        walk(node.children, source, linked, tokens)
        break
      default:
        break
    }
  }
}

const NUMBER_SOURCE = String.raw`\d+(?:[.,:/-]\d+)*(?:%|(?:st|nd|rd|th|ms|s|m|h|d|k|K|M|G|GB|MB|TB|KB|x)\b)?`
/** What starts with a digit is one. */
const NUMBER = new RegExp(NUMBER_SOURCE, 'uy')

// One alternative a kind of token; the order matters.
const TOKEN = new RegExp(
  [
    String.raw`(?<url>(?:https?:\/\/|www\.)\S+[^\s.,;:!?)\]'"])`,
    String.raw`(?<handle>@[\p{L}\d][\p{L}\d_-]*|[\p{L}][\p{L}\d_.-]*@(?=[\s,.;:)]|$))`,
    String.raw`(?<initials>(?:\p{Lu}\.){2,}(?:\p{Lu}(?=\s))?)`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{M}\d_]*(?:['’ʼ][\p{L}]+|[-‐‑.:](?=[\p{L}\d_])[\p{L}\p{M}\d_]+)*['’]?)`,
    `(?<number>[#~≈]?[$€£]?${NUMBER_SOURCE})`,
    String.raw`(?<newline>\r?\n|\r)`,
    String.raw`(?<dots>\.{2,}|…)`,
    String.raw`(?<dash>--+|[–—])`,
    String.raw`(?<punct>[^\s])`,
  ].join('|'),
  'guy',
)

function scan(source: string, start: number, end: number, linked: boolean, tokens: TokenOrBreak[]): void {
  let at = start
  while (at < end) {
    const code = source.charCodeAt(at)
    if (code === 32 || code === 9 || code === 0xa0) {
      at++
      continue
    }
    const plain = plainWordEnd(source, at, end)
    if (plain > at) {
      pushPlainWord(source.slice(at, plain), at, linked, tokens)
      at = plain
      continue
    }
    if (isMark(code, source, at)) {
      const mark = source.charAt(at)
      push(tokens, mark, mark, at, 'PUNCT', linked)
      at++
      continue
    }
    if (code >= 48 && code <= 57) {
      NUMBER.lastIndex = at
      NUMBER.test(source)
      const number = source.slice(at, Math.min(NUMBER.lastIndex, end))
      push(tokens, number, number.toLowerCase(), at, 'NUM', linked)
      at += number.length
      continue
    }
    TOKEN.lastIndex = at
    const match = TOKEN.exec(source)
    if (!match) {
      at++
      continue
    }
    const text = match[0].length > end - at ? source.slice(at, end) : match[0]
    const groups = match.groups!
    if (groups.newline !== undefined) {
      // Soft line breaks matter only where the next line starts with a time; the splitter looks for that.
      if (isTimedLines(source, tokens) && startsWithTime(source, at + text.length, end)) tokens.push('break')
    } else if (groups.word !== undefined) pushWord(text, at, linked, tokens)
    else {
      const tag: Tag =
        groups.url !== undefined
          ? 'CODE'
          : groups.handle !== undefined || groups.initials !== undefined
            ? 'NAME'
            : groups.number !== undefined
              ? 'NUM'
              : 'PUNCT'
      push(tokens, text, groups.url !== undefined ? 'url' : text.toLowerCase(), at, tag, linked)
    }
    at += text.length
  }
}

/**
 * The end of the word that starts here if it has only ASCII letters, and hyphens between them, and a plain border, so that TOKEN
 * need not look; else `start`.
 */
function plainWordEnd(source: string, start: number, end: number): number {
  let at = start
  while (at < end && (isLetter(source.charCodeAt(at)) || (at > start && isHyphen(source, at)))) at++
  if (at === start || at >= end) return start
  const border = source.charCodeAt(at)
  return isSpace(border) || isMark(border, source, at) ? at : start
}

const isLetter = (code: number): boolean => (code | 0x20) >= 97 && (code | 0x20) <= 122
const isHyphen = (source: string, at: number): boolean =>
  source.charCodeAt(at) === 45 && isLetter(source.charCodeAt(at + 1))
const isSpace = (code: number): boolean => code === 32 || code === 10

/** Whether a mark is a token of its own, whatever follows. */
function isMark(code: number, source: string, at: number): boolean {
  switch (code) {
    case 33: // !
    case 34: // "
    case 40: // (
    case 41: // )
    case 44: // ,
    case 59: // ;
    case 63: // ?
      return true
    // These may stand inside a word or a number, too.
    case 46: // .
    case 58: // :
      return isSpace(source.charCodeAt(at + 1))
    default:
      return false
  }
}

/** A paragraph of lines that each start with a time starts with one itself; “at⏎10:47” in running text is no new line. */
function isTimedLines(source: string, tokens: readonly TokenOrBreak[]): boolean {
  const first = tokens.find((token) => token !== 'break')
  return first !== undefined && startsWithTime(source, first.start, first.start + 24)
}

function startsWithTime(source: string, at: number, end: number): boolean {
  return /^[ \t]*[*_`~[(]*(?:\d{1,2}[:.h]\d\d\b|\d{4}-\d\d-\d\d\b)/.test(source.slice(at, Math.min(end, at + 24)))
}

function push(tokens: TokenOrBreak[], text: string, lower: string, start: number, tag: Tag, linked: boolean): void {
  tokens.push({start, end: start + text.length, text, lower, lemma: lower, tag, quoted: false, linked})
}

const CONTRACTION = /^(.+?)(n['’ʼ]t|['’ʼ](?:s|re|ve|ll|d|m))$/i
const BARE_CONTRACTIONS = new Map(
  Object.entries({
    dont: 'do',
    didnt: 'did',
    doesnt: 'does',
    wasnt: 'was',
    wouldnt: 'would',
    couldnt: 'could',
    shouldnt: 'should',
    cant: 'can',
    wont: 'will',
    isnt: 'is',
    hasnt: 'has',
    havent: 'have',
  }),
)

function pushWord(text: string, start: number, linked: boolean, tokens: TokenOrBreak[]): void {
  if (!APOSTROPHE.test(text)) return pushPlainWord(text, start, linked, tokens)
  const split = CONTRACTION.exec(text)
  if (split) {
    const [, stem, tail] = split
    const lower = straight(tail!)
    let base = stem!.toLowerCase()
    if (lower === "n't" && base === 'ca') base = 'can'
    if (lower === "n't" && base === 'wo') base = 'will'
    if (lower === "n't" && base === 'sha') base = 'shall'
    word(tokens, stem!, base, start, linked)
    word(tokens, tail!, lower === "n't" ? 'not' : lower, start + stem!.length, linked)
    return
  }
  const lower = straight(text)
  if (lower.endsWith("'")) {
    // “the operators' notes”: a possessive mark, or a closing quote, which the splitter tells apart.
    word(tokens, text.slice(0, -1), lower.slice(0, -1), start, linked)
    push(tokens, text.slice(-1), "'", start + text.length - 1, 'PUNCT', linked)
    return
  }
  word(tokens, text, lower, start, linked)
}

const APOSTROPHE = /['’ʼ]/
const straight = (text: string): string => text.toLowerCase().replace(/[’ʼ]/g, "'")

/** A word without an apostrophe. */
function pushPlainWord(text: string, start: number, linked: boolean, tokens: TokenOrBreak[]): void {
  const lower = text.toLowerCase()
  const bare = BARE_CONTRACTIONS.get(lower)
  if (bare) {
    word(tokens, text.slice(0, -2), bare, start, linked)
    word(tokens, text.slice(-2), 'not', start + text.length - 2, linked)
    return
  }
  if (lower === 'cannot') {
    word(tokens, text.slice(0, 3), 'can', start, linked)
    word(tokens, text.slice(3), 'not', start + 3, linked)
    return
  }
  word(tokens, text, lower, start, linked)
}

function word(tokens: TokenOrBreak[], text: string, lower: string, start: number, linked: boolean): void {
  const info = wordInfo(lower)
  tokens.push({
    start,
    end: start + text.length,
    text,
    lower: info.lower,
    lemma: info.lemma,
    tag: info.tag,
    form: info.form,
    quoted: false,
    linked,
    info,
  })
}
