/** Containers that a line may open before the rest of it is read as text. No reader of Markdown goes this deep. */
const MAX_DEPTH = 40
/** The same for lists that nest by indentation. */
const MAX_INDENT = 60
/** Stars or underscores in a row, which the parser would pair one by one. A line of its own is a rule and stays. */
const MAX_RUN = 100
const LONGEST_RUNS = ['*', '_'].map((mark) => mark.repeat(MAX_RUN + 1))
const LONG_RUN = /(?<=[^\s*])\*{101,}|\*{101,}(?=[^\s*])|(?<=[^\s_])_{101,}|_{101,}(?=[^\s_])/g

/**
 * The text with the marks of absurdly deep nesting blanked out, so that the parser stays within its stack and its time.
 * The length and all offsets stay the same; an ordinary text comes back as it is.
 */
export function bounded(source: string): string {
  const text = LONGEST_RUNS.some((run) => source.includes(run))
    ? source.replace(LONG_RUN, (run) => run.slice(0, MAX_RUN).padEnd(run.length))
    : source
  let result = ''
  let copied = 0
  for (let start = 0; start < text.length;) {
    const deep = deepPart(text, start)
    if (deep) {
      result += text.slice(copied, deep.start) + ' '.repeat(deep.end - deep.start)
      copied = deep.end
    }
    const next = text.indexOf('\n', start)
    start = next < 0 ? text.length : next + 1
  }
  return copied ? result + text.slice(copied) : text
}

/** The container marks at the start of a line that lie beyond the limits. */
function deepPart(text: string, lineStart: number): {readonly start: number; readonly end: number} | undefined {
  let depth = 0
  let column = 0
  let tooDeep = -1
  let at = lineStart
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === SPACE) column++
    else if (code === TAB) column += 4
    else {
      const length = code === GREATER ? 1 : listMark(text, at)
      if (!length) break
      depth++
      if (tooDeep < 0 && (depth > MAX_DEPTH || column > MAX_INDENT)) tooDeep = at
      column += length
      at += length - 1
    }
    at++
  }
  if (tooDeep < 0 || isRule(text, lineStart)) return undefined
  return {start: tooDeep, end: at}
}

const SPACE = 32
const TAB = 9
const GREATER = 62
const LIST_MARK = /(?:[-+*]|\d{1,9}[.)])(?=[ \t])/y

/** The length of the list mark at this place, 0 if there is none. */
function listMark(text: string, at: number): number {
  LIST_MARK.lastIndex = at
  return LIST_MARK.exec(text)?.[0].length ?? 0
}

/** `- - - -` over the whole line draws a line, however many there are. */
function isRule(text: string, lineStart: number): boolean {
  const end = text.indexOf('\n', lineStart)
  return /^(?:[-\s]+|[*\s]+)$/.test(text.slice(lineStart, end < 0 ? text.length : end))
}
