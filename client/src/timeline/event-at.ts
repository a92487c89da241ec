import type {TimelineView} from '#core/export/timeline-view.ts'

/** The event that an offset of the document lies in: the innermost where lists are nested, none between events. */
export function eventAt(view: TimelineView, offset: number): number | undefined {
  let found: TimelineView['events'][number] | undefined
  for (const event of view.events) {
    const {start, end} = event.span
    if (start <= offset && offset <= end && (!found || start >= found.span.start)) found = event
  }
  return found?.id
}
