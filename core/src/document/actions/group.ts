import type {Section} from '../section.ts'
import type {ActionItem} from '../action-item.ts'
import {findDue, readDue} from './due.ts'
import {readPlainType, readPriority, readType} from './fields.ts'
import {looksLikeOwner} from './owner.ts'
import {readStatus} from './status.ts'
import {isIn} from './words.ts'
import {WORDS} from './words.generated.ts'

/** What a heading says about the items below it. */
export type TitleGroup = Pick<Partial<ActionItem>, 'owner' | 'due' | 'type' | 'priority' | 'done'>

/** Whether a heading groups items instead of naming one. */
export function isGroupTitle(title: string): boolean {
  if (title.length > 200) return false
  const words = title
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(Boolean)
  return (
    words.length === 0 ||
    words.every((word) => isIn(WORDS.groups, word)) ||
    looksLikeOwner(title) ||
    readDue(title) !== undefined ||
    words.some((word) => isIn(WORDS.no_items, word) && words.length <= 3)
  )
}

/**
 * The owner, horizon, type, priority and status in a heading, with the heading as their place.
 *
 * @param isInner whether it stands below “Action items”, where “Process” is a type and no section of its own
 */
export function groupOfTitle(section: Section, isInner: boolean): TitleGroup {
  const {title, heading: span} = section
  if (title.length > 200) return {}
  const result: {-readonly [Field in keyof TitleGroup]: TitleGroup[Field]} = {}
  const name = title.replace(/[’']s(?: (?:actions?|items?|tasks?))?$/i, '')
  if (looksLikeOwner(name)) result.owner = {value: name, span}
  const parts = [
    title,
    ...[...title.matchAll(/\(([^()]+)\)/g)].map((match) => match[1]!),
    title.replace(/\s*\([^()]*\)\s*/g, ''),
  ]
  for (const part of parts) {
    const due = readDue(part.replace(/^target:?\s*/i, ''))
    if (due && !result.due) result.due = {value: due, span}
    const bare = part.replace(/\s+(?:actions?|items?|measures?|improvements?|tasks?)$/i, '')
    const type = isInner ? readType(bare) : readPlainType(bare)
    if (type && !result.type) result.type = {value: type, span}
    const priority = /priority|^p\d$|^(?:critical|urgent)$/i.test(part) ? readPriority(part) : undefined
    if (priority && !result.priority) result.priority = {value: priority, span}
    const done = readStatus(part.replace(/\s+(?:actions?|items?|tasks?|measures?)$/i, ''))
    if (done !== undefined && result.done === undefined) result.done = done
  }
  if (!result.due) {
    const due = findDue(title)
    if (due) result.due = {value: due.value, span}
  }
  return result
}
