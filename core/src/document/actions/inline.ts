/** The text with everything in it that is no prose blanked out, so that offsets stay: code, link targets, addresses, HTML. */
export function masked(source: string): string {
  if (!/[`<@]|\]\(|:\/\//.test(source)) return source
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
  return source
    .replace(/(`+)(?!`)([^`]*(?:`(?!`)[^`]*)??)\1(?!`)/g, (whole, _ticks, code: string) =>
      /^@[\w-]+$/.test(code) ? whole : blank(whole),
    )
    .replace(/\]\([^)\s]*(?:\s+"[^"]*")?\)/g, (target) => `]${blank(target.slice(1))}`)
    .replace(/<?https?:\/\/[^\s<>)\]]+>?/g, blank)
    .replace(/<\/?[a-z][^>]*>|<!--[^]*?-->/gi, blank)
    .replace(/(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+/g, blank)
}

export const oneLine = (text: string): string =>
  // Most texts are one plain line already.
  /[^\S ]|  |^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text

/** Text as a reader sees it, and the offset in the source of each of its characters. */
export interface PlainText {
  readonly text: string
  readonly offsetAt: (index: number) => number
}

/** What a pattern over words is matched against: no marks, link targets or HTML, single spaces, straight quotes, lower case. */
export function plainText(source: string): PlainText {
  if (!MAY_DIFFER.test(source)) return {text: source.toLowerCase(), offsetAt: (index) => index}
  let text = ''
  const offsets: number[] = []
  let at = 0
  while (at < source.length) {
    const char = source[at]!
    const skipped = MAY_BE_MARK.test(char) ? MARKS.exec(((MARKS.lastIndex = at), source)) : null
    if (skipped) {
      at += skipped[0].length
      continue
    }
    if (/\s/.test(char)) {
      if (text && !text.endsWith(' ')) {
        text += ' '
        offsets.push(at)
      }
    } else {
      const lower = (QUOTES[char] ?? char).toLowerCase()
      // A letter whose lower case is longer would move all offsets behind it.
      text += lower.length === 1 ? lower : char
      offsets.push(at)
    }
    at++
  }
  return {text, offsetAt: (index) => offsets[index]!}
}

const QUOTES: Readonly<Record<string, string>> = {'’': "'", '‘': "'", ʼ: "'", '“': '"', '”': '"'}

/** What makes the text longer or shorter than its source. */
const MAY_DIFFER = /^\s|[*_`~![\]<\\\t\n\v\f\r]|  |[^\0-\x7f]/
/** What marks start with. Emoji may be halves of a character here. */
const MAY_BE_MARK = /[*_`~![\]<\\]|[^\0-\x7f]/

/** Emphasis, code ticks, brackets of links with their targets, images, HTML, emoji and check marks. */
const MARKS =
  /\*+|(?<![\w])_+|_+(?![\w])|`+|~~|!?\[(?=[^\]]*\]\()|\]\([^)\s]*(?:\s+"[^"]*")?\)|<\/?[a-z][^>]*>|\\(?=[^\w\s])|[\p{Extended_Pictographic}\u{FE0F}\u{200D}]/uy
