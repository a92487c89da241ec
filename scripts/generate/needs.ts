/**
 * Words of which one stands in every text that an expression matches, whole and in lower case; empty where none can be told.
 * What is looked for in a text by its words (`core/src/text/wordings.ts`) is tried only where one of them stands.
 *
 * @param bounded whether the expression is put between borders of words, so that words at its ends are whole
 */
export function needsOf(source: string, bounded = false): string[] {
  const pieces = new Reader(source).alternatives().map((alternative) => {
    const edge: Piece = bounded ? BORDER : [UNKNOWN]
    return piecesOf([edge, ...alternative, edge])
  })
  const each = pieces.map((alternative) => {
    const sets = alternative.map(commonWords).filter((set) => set !== undefined)
    return sets.sort((a, b) => costOf(a) - costOf(b))[0]
  })
  return each.every((set) => set !== undefined) ? [...new Set(each.flat())].sort() : []
}

/** What an expression may match, as far as it can be written out: texts with marks for what cannot. */
type Piece = readonly string[]

/** Letters that cannot be written out; a word that touches them is not whole. */
const UNKNOWN = '\u{1}'
const SEPARATOR = '\u{2}'
const BORDER: Piece = [SEPARATOR]
/** Beyond that, a piece counts as unknown. */
const MOST_TEXTS = 1500

/** Words that stand in every other text; to look for them saves little. */
const COMMON = new Set(
  'a an and any are as at be been for from has have in is it more of on or our that the this to up was we were will with all not should must need needs add use make better'.split(
    ' ',
  ),
)

const costOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + (COMMON.has(word) ? 100 : 1), 0)

/** Joins what stands between two borders. */
function piecesOf(parts: readonly Piece[]): Piece[] {
  const pieces: Piece[] = []
  let open: Piece = ['']
  for (const part of parts) {
    const isBorder = part.every((text) => text === SEPARATOR || text === ' ')
    if (isBorder) {
      pieces.push(open)
      open = ['']
    } else open = product(open, part)
  }
  return [...pieces, open]
}

const product = (a: Piece, b: Piece): Piece =>
  a.length * b.length > MOST_TEXTS ? [UNKNOWN] : [...new Set(a.flatMap((one) => b.map((other) => one + other)))]

/** As few words as possible of which each text holds one. */
function commonWords(piece: Piece): string[] | undefined {
  const words = piece.map((text) => [
    ...new Set(text.split(/[^\w\u{1}]+/u).filter((word) => word && !word.includes(UNKNOWN))),
  ])
  if (words.some(({length}) => length === 0)) return undefined
  const count = new Map<string, number>()
  for (const word of words.flat()) count.set(word, (count.get(word) ?? 0) + 1)
  const worth = (word: string): number => count.get(word)! / (COMMON.has(word) ? 100 : 1)
  return [...new Set(words.map((of) => of.reduce((best, word) => (worth(word) > worth(best) ? word : best))))]
}

/** Reads as much of the syntax of regular expressions as our wordings use. */
class Reader {
  private at = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  alternatives(): Piece[][] {
    const all: Piece[][] = [[]]
    while (this.at < this.source.length && this.source[this.at] !== ')') {
      if (this.source[this.at] === '|') {
        this.at++
        all.push([])
      } else all.at(-1)!.push(this.quantified(this.term()))
    }
    return all
  }

  private term(): Piece {
    const char = this.source[this.at++]!
    if (char === '(') return this.group()
    if (char === '[') return this.set()
    if (char === '^' || char === '$') return BORDER
    if (char === '.') return [UNKNOWN]
    return char === '\\' ? this.escaped() : [char.toLowerCase()]
  }

  private escaped(): Piece {
    const char = this.source[this.at++]!
    if (char === 'b') return BORDER
    if (/[DSWw]/.test(char)) return [UNKNOWN]
    if (char === 'd') return [...'0123456789']
    if (char === 's') return [' ']
    if (/[a-z0-9]/i.test(char)) throw new Error(`“\\${char}” of ${this.source} is not known here`)
    return [char]
  }

  private set(): Piece {
    const end = this.source.indexOf(']', this.at)
    const members = this.source.slice(this.at, end)
    this.at = end + 1
    if (/^\^|\\/.test(members)) return [UNKNOWN]
    const written = members.replace(/(.)-(.)/g, (_, from: string, to: string) =>
      Array.from({length: to.charCodeAt(0) - from.charCodeAt(0) + 1}, (_, i) =>
        String.fromCharCode(from.charCodeAt(0) + i),
      ).join(''),
    )
    return [...written.toLowerCase()]
  }

  private group(): Piece {
    const kind = /^\?(?::|<?[=!])/.exec(this.source.slice(this.at))?.[0] ?? ''
    this.at += kind.length
    const texts = this.alternatives().flatMap((parts) => parts.reduce(product, ['']))
    if (this.source[this.at++] !== ')') throw new Error(`${this.source} lacks a “)”`)
    // What stands beside a place is no part of it.
    return kind === '' || kind === '?:' ? (texts.length > MOST_TEXTS ? [UNKNOWN] : texts) : ['']
  }

  private quantified(piece: Piece): Piece {
    const quantifier = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at))
    if (!quantifier) return piece
    this.at += quantifier[0].length
    if (quantifier[0].startsWith('?')) return ['', ...piece]
    // Repetitions of whole words leave those around them whole.
    const isWords = piece.every((text) => /[^\w\u{1}]$/u.test(text))
    const repeated = isWords ? [`${UNKNOWN} `] : [UNKNOWN]
    const isNeeded = quantifier[0].startsWith('+') || Number(quantifier[1] ?? 0) > 0
    return isNeeded ? repeated : ['', ...repeated]
  }
}
