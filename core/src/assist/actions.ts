import type {ActionItem} from '../document/action-item.ts'
import {readDate} from '../document/actions/due.ts'
import {splitOwners} from '../document/actions/owner.ts'
import {strengthOf} from '../document/actions/strength.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {Fix} from '../lint/finding.ts'
import {insertAt} from '../text/edit.ts'

export {addColumns, fillTypes, listToTable, tableToList, TYPE_QUESTIONS} from './action-table.ts'

/** One line above a section of actions: “5 actions: 3 with an owner, 1 strong”. Undefined for no items. */
export function summaryOf(items: readonly ActionItem[]): string | undefined {
  if (!items.length) return undefined
  const open = items.filter(({done}) => !done)
  const parts = [
    `${open.filter(({owner}) => owner).length} with an owner`,
    ...(open.some(({due}) => due) ? [`${open.filter(({due}) => due).length} with a date`] : []),
    `${open.filter((item) => strengthOf(item) === 'stronger').length} strong`,
  ]
  const done = items.length - open.length
  if (!open.length) return `${count(items.length)}, all done`
  return `${count(items.length)}${done ? `, ${done} done` : ''}: ${parts.join(', ')}`
}

const count = (n: number): string => (n === 1 ? '1 action' : `${n} actions`)

export interface OwnerCandidate {
  readonly name: string
  /** Where the document names it. */
  readonly from: 'actions' | 'metadata' | 'timeline' | 'people'
}

/** Everybody the document names, those who own actions first; for completing owners. */
export function ownersOf(document: PostmortemDocument): OwnerCandidate[] {
  const found = new Map<string, OwnerCandidate>()
  const add = (name: string, from: OwnerCandidate['from']): void => {
    const key = name
      .replace(/^@|[`*_]/g, '')
      .trim()
      .toLowerCase()
    if (key && name.length <= 40 && !found.has(key)) found.set(key, {name: name.replace(/[`*_]/g, '').trim(), from})
  }
  for (const {owner} of document.actionItems)
    if (owner) for (const name of splitOwners(owner.value)) add(name, 'actions')
  for (const people of Object.values(document.metadata.people))
    for (const {value} of people ?? []) add(value, 'metadata')
  for (const {actor} of document.timeline.events) if (actor) add(actor.name, 'timeline')
  for (const section of document.sectionsOf('people')) {
    for (const [handle] of document.text
      .slice(section.bodyStart, section.span.end)
      .matchAll(/(?<![\w@/.])@[A-Za-z][\w-]*/g))
      add(handle, 'people')
  }
  return [...found.values()]
}

export interface DueCandidate {
  /** ISO date. */
  readonly date: string
  readonly label: string
}

/** Days on which work can be due, seen from a day (ISO): the next working days first, then the usual horizons. */
export function dueDates(today: string): DueCandidate[] {
  const start = parse(today)
  if (start === undefined) return []
  const result: DueCandidate[] = []
  const add = (day: number, label: string): void => {
    const date = format(workday(day))
    if (!result.some((one) => one.date === date))
      result.push({date, label: `${label} (${WEEKDAYS[weekdayOf(parse(date)!)]})`})
  }
  let next = start
  for (let i = 0; i < 5; i++) {
    next = workday(next + 1)
    add(next, i === 0 ? 'next working day' : `in ${i + 1} working days`)
  }
  add(start + 7, 'in a week')
  add(start + 14, 'in two weeks')
  add(start + 28, 'in four weeks')
  add(start + 30, 'in 30 days')
  add(start + 56, 'in eight weeks')
  return result
}

const DAY = 86_400_000
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Days since 1970; undefined for what is no calendar date. */
function parse(date: string): number | undefined {
  const iso = readDate(date.slice(0, 10))
  if (!iso) return undefined
  const [year, month, day] = iso.split('-').map(Number)
  return Date.UTC(year!, month! - 1, day) / DAY
}

const format = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

/** The day itself, or the Monday after it. */
const workday = (day: number): number => day + (weekdayOf(day) === 6 ? 2 : weekdayOf(day) === 0 ? 1 : 0)

/** Days from one date to another; undefined where one of them is none. */
export function daysBetween(from: string, to: string): number | undefined {
  const a = parse(from)
  const b = parse(to)
  return a === undefined || b === undefined ? undefined : b - a
}

/** Open items whose date is past on a day (ISO). */
export const overdue = (items: readonly ActionItem[], today: string): ActionItem[] =>
  items.filter(({done, due}) => !done && due && /^\d{4}-/.test(due.value) && (daysBetween(due.value, today) ?? 0) > 0)

/**
 * A step for this week in front of a longer item: a bullet or a row above it.
 *
 * @param today ISO date from which the week counts; without it the date is a hole
 */
export function firstStep(document: PostmortemDocument, item: ActionItem, today?: string): Fix | undefined {
  const days = today === undefined ? [] : dueDates(today)
  const date = days[4]?.date ?? '{date within 7 days}'
  const title = 'Split off a first step for this week'
  const {text} = document
  const lineStart = text.lastIndexOf('\n', item.span.start - 1) + 1
  if (item.source === 'table') {
    const row = text.slice(item.span.start, item.span.end)
    const cells = row.split(/(?<!\\)\|/)
    const at = cells.findIndex((cell) => cell.includes(text.slice(item.task.span.start, item.task.span.end)))
    if (at < 0) return undefined
    const due =
      item.due && cells.findIndex((cell) => cell.includes(text.slice(item.due!.span.start, item.due!.span.end)))
    const blank = cells.map((cell, i) =>
      i === at
        ? ' First step: {what can be done this week} '
        : i === due
          ? ` ${date} `
          : cell.trim() === '' && (i === 0 || i === cells.length - 1)
            ? cell
            : '  ',
    )
    return {
      title,
      kind: 'rewrite',
      hasHoles: true,
      edits: [insertAt(item.span.start, `${blank.join('|')}\n${text.slice(lineStart, item.span.start)}`)],
    }
  }
  const marks = /^(\s*)(?:[-*+]|\d+[.)])\s+/.exec(text.slice(lineStart))
  if (item.source !== 'list' || !marks) return undefined
  return {
    title,
    kind: 'rewrite',
    hasHoles: true,
    edits: [insertAt(lineStart, `${marks[0]}[ ] First step: {what can be done this week} (due: ${date})\n`)],
  }
}
