/** Measures a line of text in pixels. Whoever draws in a browser can do it exactly; the estimate is on the safe side. */
export type Measure = (text: string, size: number, bold?: boolean) => number

const NARROW = /[ijltfrI1.,:;'|!()[\] -]/
const WIDE = /[mwMW@%&—…]|[A-Z]/

/** Width in a common sans-serif face; letters of East Asia are as wide as high. */
export const estimateWidth: Measure = (text, size, bold = false) => {
  let width = 0
  for (const char of text) {
    const code = char.codePointAt(0)!
    width += code >= 0x1100 ? 1.05 : NARROW.test(char) ? 0.38 : WIDE.test(char) ? 0.88 : 0.62
  }
  return width * size * (bold ? 1.06 : 1)
}

/** The line, or as much of it as fits, with an ellipsis. Empty where not even a few letters fit. */
export function fitText(text: string, width: number, size: number, measure: Measure, bold = false): string {
  if (measure(text, size, bold) <= width) return text
  const letters = Array.from(text.slice(0, 400))
  let [low, high] = [0, letters.length]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const part = `${letters.slice(0, middle).join('').trimEnd()}…`
    if (measure(part, size, bold) <= width) low = middle
    else high = middle - 1
  }
  return low < 3 ? '' : `${letters.slice(0, low).join('').trimEnd()}…`
}
