import type {Section} from '../section.ts'
import {byText} from '../../text/by-text.ts'
import type {ActionItem, ActionType} from '../action-item.ts'
import {findDue, readDue} from './due.ts'
import {readPlainType, readPriority, readType} from './fields.ts'
import {looksLikeOwner} from './owner.ts'
import {readStatus} from './status.ts'
import {isIn} from './words.ts'
import {WORDS} from './words.generated.ts'

/** What a heading says about the items below it. */
export type TitleGroup = Pick<Partial<ActionItem>, 'owner' | 'due' | 'type' | 'priority' | 'done'>

/** Whether a heading groups items instead of naming one. */
export const isGroupTitle: (title: string) => boolean = byText((title) => {
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
})

/**
 * The owner, horizon, type, priority and status in a heading, with the heading as their place.
 *
 * @param isInner whether it stands below “Action items”, where “Process” is a type and no section of its own
 */
export function groupOfTitle({title, heading: span}: Section, isInner: boolean): TitleGroup {
  const {owner, due, type, priority, done} = (isInner ? readInner : readOuter)(title)
  return {
    ...(owner === undefined ? {} : {owner: {value: owner, span}}),
    ...(due === undefined ? {} : {due: {value: due, span}}),
    ...(type === undefined ? {} : {type: {value: type, span}}),
    ...(priority === undefined ? {} : {priority: {value: priority, span}}),
    ...(done === undefined ? {} : {done}),
  }
}

interface TitleWords {
  owner?: string
  due?: string
  type?: ActionType
  priority?: string
  done?: boolean
}

const readInner = byText((title) => readTitle(title, readType))
const readOuter = byText((title) => readTitle(title, readPlainType))

function readTitle(title: string, typeIn: (text: string) => ActionType | undefined): TitleWords {
  if (title.length > 200) return {}
  const result: TitleWords = {}
  const name = title.replace(/[’']s(?: (?:actions?|items?|tasks?))?$/i, '')
  if (looksLikeOwner(name)) result.owner = name
  const parts = [
    title,
    ...[...title.matchAll(/\(([^()]+)\)/g)].map((match) => match[1]!),
    title.replace(/\s*\([^()]*\)\s*/g, ''),
  ]
  for (const part of parts) {
    result.due ??= readDue(part.replace(/^target:?\s*/i, ''))
    result.type ??= typeIn(part.replace(/\s+(?:actions?|items?|measures?|improvements?|tasks?)$/i, ''))
    if (/priority|^p\d$|^(?:critical|urgent)$/i.test(part)) result.priority ??= readPriority(part)
    result.done ??= readStatus(part.replace(/\s+(?:actions?|items?|tasks?|measures?)$/i, ''))
  }
  result.due ??= findDue(title)?.value
  return result
}
