import type {Table, TableCell, TableRow} from 'mdast'
import {spanOf} from '../../markdown/parse.ts'
import {byText} from '../../text/by-text.ts'
import type {Span} from '../../text/span.ts'
import {dueValue, readDue} from './due.ts'
import {type Entry, type EntryContext, isMeant, readEntry} from './entry.ts'
import {readPriority, readType} from './fields.ts'
import {oneLine} from './inline.ts'
import {readOwner} from './owner.ts'
import {readStatus} from './status.ts'
import {findTicket} from './ticket.ts'
import {type ColumnRole, isIn} from './words.ts'
import {WORDS} from './words.generated.ts'

const ROLES = Object.keys(WORDS.columns) as ColumnRole[]

const headsOf = (table: Table, text: string): string[] =>
  table.children[0]?.children.map((cell) => headOf(contentOf(cell, text).text)) ?? []

const headOf = byText((source) =>
  oneLine(source)
    .replace(/[*_`:]/g, '')
    .trim()
    .toLowerCase(),
)

/** What each column of a table of actions holds; undefined for a table that holds none. */
export function columnsOf(table: Table, text: string): readonly (ColumnRole | undefined)[] | undefined {
  const heads = headsOf(table, text)
  const roles: (ColumnRole | undefined)[] = heads.map((head) => ROLES.find((role) => isIn(WORDS.columns[role], head)))
  // The first column of a role counts; “Description” beside “Action” is a note.
  roles.forEach((role, i) => {
    if (role && roles.indexOf(role) < i) roles[i] = role === 'action' ? 'notes' : undefined
  })
  if (!roles.includes('action')) {
    const free = heads.findIndex((head, i) => !roles[i] && head !== '')
    const named = free >= 0 ? free : roles.indexOf('notes')
    if (named < 0) return undefined
    roles[named] = 'action'
  }
  // `| Title | Action |`: what is called action says more than a title.
  return roles
}

/** Whether the head alone shows that the table lists actions, wherever it stands. */
export function isActionTable(table: Table, text: string): boolean {
  const heads = headsOf(table, text)
  if (heads.some((head) => /^(?:time|date|when|timestamp)\b/.test(head))) return false
  return (
    heads.some((head) =>
      /^(?:action items?|action points?|corrective actions?|preventi?ve actions?|follow[- ]?ups?|remediation items?)$/.test(
        head,
      ),
    ) ||
    (heads.some((head) => isIn(WORDS.columns.action, head)) &&
      heads.some((head) => isIn(WORDS.columns.owner, head)) &&
      heads.some((head) => isIn(WORDS.columns.due, head)))
  )
}

/** The entries of a table with the spans of their rows. */
export function readTable(table: Table, text: string, context: EntryContext): {entry: Entry; span: Span}[] {
  const roles = columnsOf(table, text)
  if (!roles) return []
  return table.children.slice(1).flatMap((row) => {
    const entry = readRow(row, roles, text, context)
    return entry ? [{entry, span: spanOf(row)}] : []
  })
}

function readRow(
  row: TableRow,
  roles: readonly (ColumnRole | undefined)[],
  text: string,
  context: EntryContext,
): Entry | undefined {
  const cellOf = (role: ColumnRole): Cell | undefined => {
    const cell = row.children[roles.indexOf(role)]
    return cell && contentOf(cell, text)
  }
  const action = cellOf('action')
  if (!action || !isTask(action.text)) return undefined
  const own = readEntry(text, action.span, context)
  const columns: {-readonly [Field in keyof Entry]?: Entry[Field]} = {}
  const owner = cellOf('owner')
  const person = owner && readOwner(owner.text)
  if (person) columns.owner = {value: person, span: owner.span}
  const due = cellOf('due')
  if (due && isMeant(due.text)) columns.due = {value: readDue(due.text) ?? dueValue(due.text), span: due.span}
  for (const role of ['ticket', 'number', 'notes'] as const) {
    const cell = cellOf(role)
    const found = cell && findTicket(cell.text, context.targetOf)
    // A number in front is a ticket only where it looks like one.
    if (found && !found.reference && !columns.ticket)
      columns.ticket = {
        value: found.value,
        span: {start: cell.span.start + found.span.start, end: cell.span.start + found.span.end},
      }
  }
  const ticket = cellOf('ticket')
  if (ticket && !columns.ticket && isMeant(ticket.text) && readStatus(ticket.text) === undefined)
    columns.ticket = {value: oneLine(ticket.text), span: ticket.span}
  const type = cellOf('type')
  const kind = type && readType(type.text)
  if (kind) columns.type = {value: kind, span: type.span}
  const priority = cellOf('priority')
  const urgency = priority && readPriority(priority.text)
  if (urgency) columns.priority = {value: urgency, span: priority.span}
  const status = cellOf('status') ?? cellOf('ticket')
  const done = status && readStatus(status.text)
  if (done !== undefined) columns.done = done
  return {...own, ...columns}
}

interface Cell {
  readonly text: string
  readonly span: Span
}

/** The words of a cell without the bars and spaces around them. */
export function contentOf(cell: TableCell, text: string): Cell {
  const first = cell.children[0]
  const last = cell.children.at(-1)
  const whole = spanOf(cell)
  const span =
    first && last ? {start: spanOf(first).start, end: spanOf(last).end} : {start: whole.start, end: whole.start}
  return {text: text.slice(span.start, span.end), span}
}

/** Whether a text can be a task: it has words, and it is no placeholder and no “none”. */
export function isTask(source: string): boolean {
  const text = oneLine(source)
    .replace(/\{\{\s*[\w-]*\s*\}\}|\[link to [^\]]*\](?!\()/g, '')
    .replace(/^[*_~`\s]+|[*_~`\s.!]+$/g, '')
  if (!/\p{L}{2}|#\d/u.test(text)) return false
  if (
    /^(?:n\/?a|none(?: (?:yet|so far|identified|required|needed|at this time))?|nothing(?: .{0,40})?|no (?:further |specific |additional |new )?(?:actions?|action items?|follow[- ]?ups?|items?)\b.{0,60}|not applicable|tb[acd]|todo|to do|wip|placeholder|xxx+|item \d+|action item \d*|description here|(?:pending|will fill here|to be (?:added|filled|determined|decided|defined))\b.{0,20})$/i.test(
      text,
    )
  )
    return false
  return !/^(?:\[[^\]]*\]|\{[^}]*\}|<[^>]*>)$/.test(text) || /^<https?:/.test(text)
}
