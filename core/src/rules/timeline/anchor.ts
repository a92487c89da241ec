import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import type {Section} from '../../document/section.ts'
import type {TimelineEvent} from '../../document/timeline.ts'
import {isTimeline} from '../../document/timeline/selection.ts'
import type {Span} from '../../text/span.ts'

/** The heading of the timeline that an entry belongs to; the entry's time where there is none. */
export function anchorOf(document: PostmortemDocument, event: TimelineEvent): Span {
  return timelineSection(document, event)?.heading ?? event.whenSpan
}

/** The outermost timeline section around an entry. */
export function timelineSection(document: PostmortemDocument, event: TimelineEvent): Section | undefined {
  let found: Section | undefined
  for (let at = document.sectionAt(event.span.start); at; at = at.parent) if (isTimeline(at)) found = at
  return found
}

/** “3 entries”, “1 entry”. */
export const entries = (count: number): string => `${count} ${count === 1 ? 'entry' : 'entries'}`
