import type {Table, TableRow} from 'mdast'
import {CompletionItemKind} from 'vscode-languageserver'
import {dueDates, TYPE_QUESTIONS} from '#core/assist/actions.ts'
import {ACTION_TYPES} from '#core/document/action-item.ts'
import {columnsOf} from '#core/document/actions/table.ts'
import type {ColumnRole} from '#core/document/actions/words.ts'
import type {PostmortemDocument} from '#core/document/postmortem-document.ts'
import {spanOf} from '#core/markdown/parse.ts'
import {peopleOf} from './people.ts'
import type {CompletionPlace, Suggestion} from './place.ts'

/** Owners, dates, types and states of action items, by the column or the word before the cursor. */
export function actionCompletions(place: CompletionPlace): readonly Suggestion[] | undefined {
  const {
    analysis: {document},
    offset,
    before,
  } = place
  const role = document.kindAt(offset) === 'actions' || roleOfColumn(document, offset) ? roleAt(place) : undefined
  if (!role) return undefined
  const typed = role.typed
  const span = {start: offset - typed.length, end: offset}
  const lead = /[|:]$/.test(before.slice(0, before.length - typed.length)) ? ' ' : ''
  return valuesOf(role.role, place).map(({label, detail}) => ({
    label,
    detail,
    kind: CompletionItemKind.Value,
    insert: {text: lead + label},
    span,
    filter: lead + label,
  }))
}

function valuesOf(
  role: ColumnRole,
  {
    analysis: {
      document,
      settings: {lint},
    },
    today,
  }: CompletionPlace,
): {label: string; detail?: string}[] {
  switch (role) {
    case 'owner':
      return peopleOf(document, lint).map((label) => ({label}))
    case 'due':
      return dueDates(today).map(({date, label}) => ({label: date, detail: label}))
    case 'type':
      return ACTION_TYPES.map((label) => ({label, detail: TYPE_QUESTIONS[label]}))
    case 'priority':
      return ['P0', 'P1', 'P2', 'P3'].map((label) => ({label}))
    case 'status':
      return ['open', 'in progress', 'done'].map((label) => ({label}))
    default:
      return []
  }
}

interface RoleAt {
  readonly role: ColumnRole
  /** What stands between the start of the value and the cursor. */
  readonly typed: string
}

/** `owner: …`, `due: …`, `by …`; or the column of a table; or an `@` anywhere. */
const LABEL = /\b(owner|assignee|assigned to|due|deadline|by|type|prio(?:rity)?|status)\s*:\s*([^|:,;)]*)$/i
const ROLES: Readonly<Record<string, ColumnRole>> = {
  owner: 'owner',
  assignee: 'owner',
  'assigned to': 'owner',
  due: 'due',
  deadline: 'due',
  by: 'due',
  type: 'type',
  prio: 'priority',
  priority: 'priority',
  status: 'status',
}

function roleAt({analysis: {document}, offset, before}: CompletionPlace): RoleAt | undefined {
  const handle = /(?<![\w@])@[\w-]*$/.exec(before)
  if (handle) return {role: 'owner', typed: handle[0]}
  const label = LABEL.exec(before)
  if (label) return {role: ROLES[label[1]!.toLowerCase()]!, typed: label[2]!}
  const role = roleOfColumn(document, offset)
  return role ? {role, typed: /[^|]*$/.exec(before)![0].trimStart()} : undefined
}

/** What the column of a table of actions holds at this offset. */
function roleOfColumn(document: PostmortemDocument, offset: number): ColumnRole | undefined {
  const placed = document.chunks.findLast(({start}) => start <= offset)
  if (!placed) return undefined
  const {
    chunk: {root, text},
    start,
  } = placed
  const at = offset - start
  const table = root.children.find(
    (node): node is Table => node.type === 'table' && spanOf(node).start <= at && at <= spanOf(node).end,
  )
  const row = table?.children.find((one, i) => i > 0 && spanOf(one).start <= at && at <= spanOf(one).end)
  if (!table || !row) return undefined
  return columnsOf(table, text)?.[cellIndex(row, at)]
}

/** Counts the cells that begin before the offset: an empty cell may have no place of its own. */
const cellIndex = (row: TableRow, at: number): number => row.children.findLastIndex((cell) => spanOf(cell).start < at)
