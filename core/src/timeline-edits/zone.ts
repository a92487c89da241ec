import {minutesOf} from '../document/moment.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {TimelineEvent} from '../document/timeline.ts'
import {dateOfDay} from '../document/timeline/calendar.ts'
import {offsetOf, readZone} from '../document/timeline/zones.ts'
import {insertAt, type TextEdit} from '../text/edit.ts'
import {rewriteTime} from './rewrite-time.ts'
import {lineEnd} from './units.ts'

/** States the zone of all times in a line of its own below the timeline's heading, or above its first entry. */
export function stateZone(document: PostmortemDocument, zone: string): TextEdit | undefined {
  const [first] = document.timeline.events
  if (!first) return undefined
  const heading = timelineHeading(document, first)
  const at = heading ? lineEnd(document.text, heading) : first.container.start
  return heading
    ? insertAt(at, `\n\nAll times in ${zone}.${/^\n[ \t]*\n/.test(document.text.slice(at)) ? '' : '\n'}`)
    : insertAt(at, `All times in ${zone}.\n\n`)
}

/** Offset inside the heading of the section that holds the entry, the timeline's own before that of a day. */
function timelineHeading(document: PostmortemDocument, event: TimelineEvent): number | undefined {
  let section = document.sectionAt(event.span.start)
  if (section && section.heading.start === event.span.start) section = section.parent
  for (let at = section; at; at = at.parent) if (at.kind === 'timeline') section = at
  return section && section.style !== 'label' && section.kind !== 'title' ? section.heading.start : undefined
}

/** Rewrites the times of these entries so that all of them are told in one zone. Entries whose style is not understood stay. */
export function normalizeZone(
  document: PostmortemDocument,
  zone: string,
  events: readonly TimelineEvent[] = document.timeline.events,
): TextEdit[] {
  const target = readZone(zone)
  if (!target) return []
  return events.flatMap((event) => {
    const {when} = event
    if (!when || when.minutes === undefined || when.offset === undefined || when.date === undefined) return []
    const offset = offsetOf(target, when.date, when.minutes)
    if (offset === undefined || (offset === when.offset && when.zone === target.text)) return []
    const local = minutesOf(when)! + offset
    const days = Math.floor(local / 1440)
    return (
      rewriteTime(
        document.text,
        event.whenSpan,
        {date: dateOfDay(days), minutes: local - days * 1440, zone},
        when.date,
      ) ?? []
    )
  })
}
