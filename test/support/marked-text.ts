import type {Span} from '#core/text/span.ts'

/** Takes the marks ⟦…⟧ out of a text and tells where they stood. */
export function unmark(marked: string): {readonly text: string; readonly spans: readonly Span[]} {
  const spans: Span[] = []
  const starts: number[] = []
  let text = ''
  for (const part of marked.split(/([⟦⟧])/)) {
    if (part === '⟦') starts.push(text.length)
    else if (part === '⟧') {
      const start = starts.pop()
      if (start === undefined) throw new Error(`“⟧” without “⟦” in ${JSON.stringify(marked)}`)
      spans.push({start, end: text.length})
    } else text += part
  }
  if (starts.length) throw new Error(`“⟦” without “⟧” in ${JSON.stringify(marked)}`)
  return {text, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end)}
}

/** The opposite of `unmark`, for messages that a person can read. Spans may nest, but not cross. */
export function mark(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({start, end}) => [
    {at: start, sign: '⟦', other: end},
    {at: end, sign: '⟧', other: start},
  ])
  // At one offset: close what began earlier, then open, the widest first; an empty span opens before it closes.
  const rank = ({at, sign, other}: (typeof marks)[number]): number => (sign === '⟧' ? (other === at ? 2 : 0) : 1)
  marks.sort((a, b) => b.at - a.at || rank(b) - rank(a) || a.other - b.other)
  return marks.reduce((result, {at, sign}) => result.slice(0, at) + sign + result.slice(at), text)
}
