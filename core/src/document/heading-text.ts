import {byText} from '../text/by-text.ts'

/** Words and nothing else, as most headings are. */
const PLAIN_TITLE = /^[A-Za-z]+(?:[ '-][A-Za-z]+)*$/

/** The words of a heading: without emoji, `:shortcodes:`, numbering, marks and end punctuation. */
export function cleanTitle(text: string): string {
  if (PLAIN_TITLE.test(text)) return text
  return text
    .replace(/[\p{Extended_Pictographic}\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}]/gu, (sign) =>
      /[#*\d©®™]/.test(sign) ? sign : '',
    )
    .replace(/(^|\s):[a-z0-9_+-]+:(?=\s|$)/gi, '$1')
    .replace(/\s+#+\s*$/, '')
    .replace(/[*`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /^(?:(?:step|section|part|phase)\s+\d+[.:)]?\s+|\(?(?:\d+(?:\.\d+)*|[ivx]+|[a-h])[.)]\s*(?=\D)|\d+(?:\.\d+)+\s+|\[[ xX]\]\s+)/i,
      '',
    )
    .replace(/[\s:：.?!…–—-]+$/, '')
    .trim()
}

/** For comparing headings: lower case, straight quotes, no article, no trailing parenthesis or zone. */
export const normalizeTitle: (title: string) => string = byText((title) =>
  folded(title)
    .replace(/(?:\s*[([][^)\]]*[)\]])+\s*$/, '')
    .replace(/\s*[-–—,:]?\s*(?:all times?\b.*|times? (?:are )?in\b.*|in utc|utc)$/, '')
    .replace(/[\s:：.?!…–—([-]+$/, '')
    .replace(/^(?:the|our|an?)\s+(?=\S)/, '')
    .trim(),
)

/** Lower case, straight quotes, one spelling of hyphenated words. */
export const folded = (title: string): string =>
  cleanTitle(title)
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”"]/g, '')
    // “1 Summary”, while “5 whys” and “9 March” say what they count.
    .replace(/^\d{1,2} (?=[a-z]{3})(?!whys?\b|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec|hours?\b|days?\b)/, '')
    .replace(/\b(long|short|medium|near) term\b/g, '$1-term')
    .replace(/\b(follow|lead) ?up/g, '$1-up')
    .replace(/\bto-do/g, 'to do')
    .replace(/\s+/g, ' ')
