import type {Detection} from './detection.ts'

const LONGEST = 60

/** The detected words in quotation marks, on one line; long ones are cut in the middle. */
export function wordingOf(detection: Detection, text: string): string {
  const words = text.slice(detection.span.start, detection.span.end).replace(/[*_`“”"]/g, '').replace(/\s+/g, ' ').trim()
  if (words.length <= LONGEST) return `“${words}”`
  const head = words.slice(0, LONGEST / 2).replace(/\s\S*$/, '')
  const tail = words.slice(-LONGEST / 2).replace(/^\S*\s/, '')
  return `“${head} … ${tail}”`
}
