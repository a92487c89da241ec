import {byText} from '../text/by-text.ts'

const STOP = new Set(
  'a an the this that these those it its we our us they their them he she his her i my you your and or but so as if then than when while where which who whom whose what why how of in on at to from for with without by into onto over under after before during between about against through because not no nor only also just still already even more most less least very too all any each every some such other another same own one two three first second be is are was were been being am do does did done have has had having will would should could can may might must shall get got make made use used using there here up down out off again further once now new more much many need needs let'.split(
    ' ',
  ),
)

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'-]+/gu
/** The same where there are no other letters, several times quicker. */
const ASCII_WORD = /[a-z\d][a-z\d'-]+/g

/** The words of a text that carry its subject, cut to their stems. */
export const contentWords: (text: string) => ReadonlySet<string> = byText((text) => {
  const words = new Set<string>()
  const pattern = /[^\0-\x7f]/.test(text) ? WORD : ASCII_WORD
  for (const word of text.toLowerCase().match(pattern) ?? []) {
    for (const part of word.includes('-') ? [word, ...word.split('-')] : [word])
      if (part.length > 2 && !STOP.has(part)) words.add(stem(part))
  }
  return words
})

/** “monitoring”, “monitored” and “monitors” are one. Rough on purpose: it only says that two texts speak of the same things. */
const stem: (word: string) => string = byText((word) => {
  const plain = word.replace(/'s?$/, '')
  const cut = plain.replace(/(?:izations?|isations?|ations?|ments?|ings?|ers?|ors?|ed|es|s|ly|ity)$/, '')
  return cut.length >= 3 ? cut.replace(/(.)\1$/, '$1') : plain
}, 10_000)

/** Share of the smaller set that stands in both. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const word of small) if (large.has(word)) shared++
  return shared / small.size
}

export const sharesWord = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const word of a) if (b.has(word)) return true
  return false
}
