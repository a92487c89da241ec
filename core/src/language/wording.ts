import type {Detection} from './detection.ts'

const LONGEST = 60
const NEGATION =
  /(?:\b(?:did|do|does|was|were|had|has|have|is|are|could|would|will)\s+not|\bnever|\b\p{L}+n['’]t)\s+$/iu

/** The detected words in quotation marks, on one line and with the “not” in front of them; long ones are cut in the middle. */
export function wordingOf(detection: Detection, text: string): string {
  const {start, end} = detection.span
  const negation = NEGATION.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? ''
  const words = (negation + text.slice(start, end))
    .replace(/[*_`“”"]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (words.length <= LONGEST) return `“${words}”`
  const head = words.slice(0, LONGEST / 2).replace(/\s\S*$/, '')
  const tail = words.slice(-LONGEST / 2).replace(/^\S*\s/, '')
  return `“${head} … ${tail}”`
}
