import type {Span} from './span.ts'

/** Replaces the text of a span. An insertion has an empty span. */
export interface TextEdit extends Span {
  readonly newText: string
}

export const insertAt = (offset: number, newText: string): TextEdit => ({start: offset, end: offset, newText})
export const replace = (at: Span, newText: string): TextEdit => ({start: at.start, end: at.end, newText})
export const remove = (at: Span): TextEdit => ({start: at.start, end: at.end, newText: ''})

const inOrder = (edits: readonly TextEdit[]): TextEdit[] =>
  edits
    .map((edit, index) => ({edit, index}))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index)
    .map(({edit}) => edit)

/** Whether the edits stay inside a text of this length and none touches what another replaces. */
export function isApplicable(length: number, edits: readonly TextEdit[]): boolean {
  let last = 0
  return inOrder(edits).every((edit) => {
    const fits = edit.start >= last && edit.end >= edit.start && edit.end <= length
    last = edit.end
    return fits
  })
}

/**
 * The text with all edits applied at once. Insertions at the same offset keep their order.
 * @throws RangeError if the edits overlap or lie outside the text
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  if (!isApplicable(text.length, edits)) throw new RangeError('The edits overlap or lie outside the text.')
  let result = ''
  let last = 0
  for (const edit of inOrder(edits)) {
    result += text.slice(last, edit.start) + edit.newText
    last = edit.end
  }
  return result + text.slice(last)
}

/** Keeps, in order of their places, the edits that do not touch an earlier one; for applying many fixes at once. */
export function withoutOverlaps<T extends {readonly edits: readonly TextEdit[]}>(groups: readonly T[]): T[] {
  const taken: TextEdit[] = []
  const kept: T[] = []
  for (const group of groups) {
    const free = group.edits.every((edit) =>
      taken.every(
        (other) =>
          edit.end < other.start ||
          other.end < edit.start ||
          (edit.end === other.start && edit.start < edit.end && other.start < other.end) ||
          (other.end === edit.start && other.start < other.end && edit.start < edit.end),
      ),
    )
    if (!free) continue
    taken.push(...group.edits)
    kept.push(group)
  }
  return kept
}
