import type {PostmortemDocument} from './postmortem-document.ts'
import type {Timeline} from './timeline.ts'

export function readTimeline(_document: PostmortemDocument, _options: {readonly timezone?: string}): Timeline {
  return {events: [], newestFirst: false}
}
