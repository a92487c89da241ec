import type {PostmortemDocument} from '../postmortem-document.ts'
import type {TimelineEvent} from '../timeline.ts'

/** Entries by run, in the order of the document. */
export function runsOf(document: PostmortemDocument): TimelineEvent[][] {
  const runs = new Map<number, TimelineEvent[]>()
  for (const event of document.timeline.events) {
    const run = runs.get(event.run)
    if (run) run.push(event)
    else runs.set(event.run, [event])
  }
  return [...runs.values()]
}
