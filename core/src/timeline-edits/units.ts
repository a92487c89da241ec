import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {TimelineEvent} from '../document/timeline.ts'
import type {Span} from '../text/span.ts'

/** An entry with everything that moves along with it: children, wrapped lines, entries without a time behind it. */
export interface Unit {
  readonly event: TimelineEvent
  /** Whole lines without the line break at the end. */
  readonly span: Span
}

export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}

/**
 * The siblings of an entry as units that can change places. Undefined where entries share a line, as with `<br>`.
 */
export function unitsAround(document: PostmortemDocument, event: TimelineEvent): Unit[] | undefined {
  const {text} = document
  const siblings = document.timeline.events.filter((other) => isSibling(other, event, document))
  const starts = siblings.map(({span}) => lineStart(text, span.start))
  if (
    new Set(starts).size < starts.length ||
    siblings.some((other, i) => !/^[\s>]*$/.test(text.slice(starts[i]!, other.span.start)))
  )
    return undefined
  return siblings.map((sibling, i) => {
    const end = i + 1 < siblings.length ? starts[i + 1]! : endOf(sibling, document)
    return {event: sibling, span: {start: starts[i]!, end: trimmedEnd(text, starts[i]!, end)}}
  })
}

function isSibling(other: TimelineEvent, event: TimelineEvent, document: PostmortemDocument): boolean {
  if (other.source !== event.source || other.run !== event.run) return false
  if (event.source === 'heading')
    return document.sectionAt(other.span.start)?.parent === document.sectionAt(event.span.start)?.parent
  return other.container.start === event.container.start && other.depth === event.depth
}

function endOf(event: TimelineEvent, document: PostmortemDocument): number {
  if (event.source === 'heading') return document.sectionAt(event.span.start)?.span.end ?? event.span.end
  if (event.source === 'line') return event.span.end
  return Math.max(event.container.end, event.span.end)
}

/** Without white space, and without the backslash of a line break, which stays where it is. */
function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/.test(text.charAt(at - 1))) at--
  return at > start && at < end && text.charAt(at - 1) === '\\' ? at - 1 : at
}
