import type {ActionItem} from './action-item.ts'
import type {PostmortemDocument} from './postmortem-document.ts'

export function readActionItems(_document: PostmortemDocument): ActionItem[] {
  return []
}
