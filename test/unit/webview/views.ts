import {PostmortemDocument} from '#core'
import {type TimelineView, timelineView} from '#core/export/timeline-view.ts'

/** The view of a timeline with these entries. */
export function viewOf(...entries: readonly string[]): TimelineView {
  const list = entries.map((entry) => `- ${entry}`).join('\n')
  return timelineView(
    new PostmortemDocument(`# Post-mortem: queue full\n\n## Timeline\n\nAll times are UTC, 2024-03-05.\n\n${list}\n`),
  )
}

/** A view of many events at given minutes, with actors and tags here and there. */
export function viewAt(minutes: readonly number[]): TimelineView {
  const start = Date.UTC(2024, 2, 5)
  const who = ['On-call engineer', 'Platform team', 'Support']
  return viewOf(
    ...minutes.map((minute, index) => {
      const at = new Date(start + minute * 60_000).toISOString()
      const actor = who[index % 4]
      return `${at.slice(0, 10)} ${at.slice(11, 16)} ${actor ? `${actor} looks at` : 'Something shows in'} graph ${index}${index % 5 ? '' : ' [decision]'}`
    }),
  )
}
