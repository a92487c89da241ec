/** A half-open range `[start, end)` of UTF-16 offsets into a text. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const span = (start: number, end: number): Span => ({start, end})

export const shift = (inner: Span, by: number): Span => ({start: inner.start + by, end: inner.end + by})

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

export const containsOffset = (outer: Span, offset: number): boolean => outer.start <= offset && offset < outer.end

/** Whether two spans share a character. Two empty spans at the same offset overlap. */
export const overlaps = (a: Span, b: Span): boolean => a.start === b.start || (a.start < b.end && b.start < a.end)

export const textOf = (text: string, of: Span): string => text.slice(of.start, of.end)

/** The span without the white space at its ends. */
export function trimmed(text: string, of: Span): Span {
  let {start, end} = of
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return {start, end}
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0
