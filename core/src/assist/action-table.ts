import type {List, ListItem, Root, Table} from 'mdast'
import {type ACTION_TYPES, type ActionItem} from '../document/action-item.ts'
import {columnsOf, contentOf} from '../document/actions/table.ts'
import {inferType, typeOf} from '../document/actions/type.ts'
import type {ColumnRole} from '../document/actions/words.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {Fix} from '../lint/finding.ts'
import {spanOf} from '../markdown/parse.ts'
import {insertAt, replace, type TextEdit} from '../text/edit.ts'
import {contains, containsOffset, shift, type Span} from '../text/span.ts'

/** Columns of a table of actions in the order in which they are made. */
const COLUMNS = [
  ['action', 'Action'],
  ['type', 'Type'],
  ['owner', 'Owner'],
  ['due', 'Due'],
  ['priority', 'Priority'],
  ['ticket', 'Ticket'],
  ['status', 'Status'],
] as const satisfies readonly (readonly [ColumnRole, string])[]

type Role = (typeof COLUMNS)[number][0]

const ALWAYS: ReadonlySet<Role> = new Set(['action', 'owner', 'due'])

interface Placed<Node> {
  readonly node: Node
  readonly span: Span
  /** Offset of the chunk that the node's own offsets count from. */
  readonly by: number
  /** The block behind it. */
  readonly next?: string
}

/** The list of action items around an offset as a table. Undefined where there is none, or where a bullet holds more than a table can. */
export function listToTable(document: PostmortemDocument, offset: number): Fix | undefined {
  const list = blockAt<List>(document, offset, 'list')
  // A list behind it may go on with its last item.
  if (!list || list.next === 'list') return undefined
  const items = list.node.children.map((bullet) => itemOf(document, shift(spanOf(bullet), list.by)))
  if (items.some((item) => item === undefined) || list.node.children.some((bullet) => !isSimple(bullet)))
    return undefined
  const rows = (items as ActionItem[]).map((item, i) =>
    cellsOf(document, item, detailsOf(document, list.node.children[i]!, list.by)),
  )
  const columns = COLUMNS.filter(([role]) => ALWAYS.has(role) || rows.some((row) => row[role]))
  const lines = [
    columns.map(([, name]) => name),
    columns.map(() => '---'),
    ...rows.map((row) => columns.map(([role]) => escapeCell(row[role]))),
  ]
  const indent = indentAt(document.text, list.span.start)
  // A table cannot interrupt a paragraph, and the line above the list may be one.
  const gap = /(?:^|\n)[ \t]*\r?\n[ \t]*$|^\s*$/.test(document.text.slice(0, list.span.start)) ? '' : `\n${indent}`
  return {
    title: 'Turn the list into a table',
    kind: 'rewrite',
    edits: [replace(list.span, gap + lines.map((cells) => `| ${cells.join(' | ')} |`).join(`\n${indent}`))],
  }
}

/** The table of action items around an offset as a list; columns without a meaning go below their item. */
export function tableToList(document: PostmortemDocument, offset: number): Fix | undefined {
  const table = tableAt(document, offset)
  if (!table) return undefined
  const {node, by, span, roles} = table
  const heads = node.children[0]!.children.map((cell) => unescapeCell(textOfCell(document, cell, by)))
  const indent = indentAt(document.text, span.start)
  const hasStatus = roles.includes('status')
  const lines = node.children.slice(1).flatMap((row) => {
    const cells = new Map<ColumnRole | undefined, string>()
    const others: string[] = []
    row.children.forEach((cell, i) => {
      const value = unescapeCell(textOfCell(document, cell, by))
      const role = roles[i]
      if (role && role !== 'notes' && role !== 'number') cells.set(role, value)
      else if (value && !(role === 'number' && /^\d+\.?$/.test(value))) others.push(`${heads[i] || 'Note'}: ${value}`)
    })
    const item = itemOf(document, shift(spanOf(row), by))
    const [action, ...details] = (cells.get('action') ?? '').split(/\s*<br\s*\/?>\s*(?:•\s*)?/i)
    if (!item) return action ? [`- ${action}`] : []
    const box = hasStatus && item.done !== undefined ? `[${item.done ? 'x' : ' '}] ` : ''
    const status = cells.get('status') ?? ''
    const fields = [
      ['owner', cells.get('owner')],
      ['due', cells.get('due')],
      ['type', cells.get('type')],
      ['priority', cells.get('priority')],
      ['ticket', cells.get('ticket')],
      ['status', /^\W*(?:done|open|to ?do|)\W*$/i.test(status) ? '' : status],
    ].filter(([, value]) => value)
    const suffix = fields.length ? ` (${fields.map(([name, value]) => `${name}: ${value}`).join('; ')})` : ''
    return [`- ${box}${action}${suffix}`, ...[...details, ...others].map((one) => `  - ${one}`)]
  })
  if (!lines.length) return undefined
  return {title: 'Turn the table into a list', kind: 'rewrite', edits: [replace(span, lines.join(`\n${indent}`))]}
}

/** The table of action items around an offset with the columns that it lacks; types are filled in where the words suggest one. */
export function addColumns(
  document: PostmortemDocument,
  offset: number,
  wanted: readonly Role[] = ['type', 'owner', 'due', 'ticket', 'status'],
): Fix | undefined {
  const table = tableAt(document, offset)
  if (!table) return undefined
  const {node, by, span, roles} = table
  const missing = COLUMNS.filter(([role]) => wanted.includes(role) && !roles.includes(role))
  if (!missing.length) return undefined
  const width = node.children[0]!.children.length
  const edits: TextEdit[] = node.children.map((row, i) => {
    const at = shift(spanOf(row), by)
    const item = i === 0 ? undefined : itemOf(document, at)
    const cells = missing.map(([role, name]) => (i === 0 ? name : role === 'type' && item ? (typeOf(item) ?? '') : ''))
    const filler = Array.from({length: Math.max(0, width - row.children.length)}, () => '')
    return appendCells(document.text, at, [...filler, ...cells])
  })
  const rule = delimiterRow(document.text, shift(spanOf(node.children[0]!), by), span)
  if (rule)
    edits.push(
      appendCells(
        document.text,
        rule,
        missing.map(() => '---'),
      ),
    )
  return {title: `Add the columns ${missing.map(([, name]) => name).join(', ')}`, kind: 'rewrite', edits}
}

/** Fills in the types that the words of the items suggest: cells of a column of types, or `[detect]` behind the items of a list. */
export function fillTypes(document: PostmortemDocument, offset: number): Fix | undefined {
  const table = tableAt(document, offset)
  const edits = table ? typesOfRows(document, table) : typesOfBullets(document, offset)
  return edits.length ? {title: 'Fill in the types', kind: 'rewrite', edits} : undefined
}

function typesOfRows(document: PostmortemDocument, {node, by, roles}: PlacedTable): TextEdit[] {
  const column = roles.indexOf('type')
  if (column < 0) return []
  return node.children.slice(1).flatMap((row) => {
    const cell = row.children[column]
    const item = itemOf(document, shift(spanOf(row), by))
    const type = item && !item.type && inferType(item.task.value)
    if (!cell || !type || contentOf(cell, chunkText(document, by)).text) return []
    return [insertAt(spanOf(cell).start + by + 1, ` ${type}`)]
  })
}

function typesOfBullets(document: PostmortemDocument, offset: number): TextEdit[] {
  const list = blockAt<List>(document, offset, 'list')
  if (!list) return []
  return document.actionItems.flatMap((item) => {
    const type =
      item.source === 'list' && contains(list.span, item.span) && !item.type ? inferType(item.task.value) : undefined
    return type ? [insertAt(item.textSpan.end, ` [${type}]`)] : []
  })
}

// ── reading ──────────────────────────────────────────────────────────────────

interface PlacedTable extends Placed<Table> {
  readonly roles: readonly (ColumnRole | undefined)[]
}

function tableAt(document: PostmortemDocument, offset: number): PlacedTable | undefined {
  const table = blockAt<Table>(document, offset, 'table')
  if (!table || !document.actionItems.some((item) => item.source === 'table' && contains(table.span, item.span)))
    return undefined
  const roles = columnsOf(table.node, chunkText(document, table.by))
  return roles && {...table, roles}
}

/** The outermost list or table around an offset, by the chunk that holds it. */
function blockAt<Node extends List | Table>(
  document: PostmortemDocument,
  offset: number,
  type: Node['type'],
): Placed<Node> | undefined {
  const placed = document.chunks.findLast(({start}) => start <= offset)
  return placed && find(placed.chunk.root)

  function find(parent: Root | ListItem | List): Placed<Node> | undefined {
    for (const [i, child] of parent.children.entries()) {
      const span = shift(spanOf(child), placed!.start)
      if (!containsOffset(span, offset) && span.end !== offset) continue
      if (child.type === type && holdsItems(span, child as Node))
        return {node: child as Node, span, by: placed!.start, next: parent.children[i + 1]?.type}
      if (child.type === 'list' || child.type === 'listItem') {
        const inner = find(child)
        if (inner) return inner
      }
    }
    return undefined
  }

  function holdsItems(span: Span, node: Node): boolean {
    if (node.type === 'table') return true
    return (node as List).children.some((bullet) =>
      document.actionItems.some(
        (item) => item.span.start === spanOf(bullet).start + placed!.start && contains(span, item.span),
      ),
    )
  }
}

const itemOf = (document: PostmortemDocument, span: Span): ActionItem | undefined =>
  document.actionItems.find((item) => item.span.start === span.start && item.span.end === span.end)

/** One paragraph, and below it bullets of one line. */
const isSimple = (bullet: ListItem): boolean =>
  bullet.children.every((child, i) =>
    i === 0
      ? child.type === 'paragraph'
      : child.type === 'list' &&
        child.children.every((inner) => inner.children.length === 1 && inner.children[0]!.type === 'paragraph'),
  )

const detailsOf = (document: PostmortemDocument, bullet: ListItem, by: number): string[] =>
  bullet.children.flatMap((child) =>
    child.type === 'list' ? child.children.map((inner) => document.textOf(shift(spanOf(inner.children[0]!), by))) : [],
  )

const chunkText = (document: PostmortemDocument, by: number): string =>
  document.chunks.find(({start}) => start === by)!.chunk.text

const textOfCell = (
  document: PostmortemDocument,
  cell: Table['children'][number]['children'][number],
  by: number,
): string => contentOf(cell, chunkText(document, by)).text

function cellsOf(
  document: PostmortemDocument,
  item: ActionItem,
  details: readonly string[],
): Readonly<Partial<Record<Role, string>>> {
  const own = (span: Span | undefined): boolean => span !== undefined && contains(item.span, span)
  return {
    action: [item.task.value, ...details].join(' <br>• '),
    type: item.type && own(item.type.span) ? item.type.value : undefined,
    owner: item.owner?.value,
    due: item.due?.value,
    priority: item.priority && own(item.priority.span) ? item.priority.value : undefined,
    ticket: item.ticket && !own(item.task.span) ? item.ticket.value : ticketSource(document, item),
    status: item.done === undefined ? undefined : item.done ? 'done' : 'open',
  }
}

/** The ticket with its link, unless the task keeps it. */
function ticketSource(document: PostmortemDocument, item: ActionItem): string | undefined {
  if (!item.ticket || contains(item.task.span, item.ticket.span)) return undefined
  const {text} = document
  const {start, end} = item.ticket.span
  const target = /^\](?:\([^)\s]*\)|\[[^\]]*\])?/.exec(text.slice(end))
  if (text[start - 1] === '[' && target) return `[${text.slice(start, end)}${target[0]}`
  return item.ticket.value
}

const escapeCell = (text = ''): string => text.replace(/\s+/g, ' ').replace(/\\?\|/g, '\\|')

const unescapeCell = (text: string): string => text.replace(/\\\|/g, '|')

const indentAt = (text: string, offset: number): string =>
  /[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))![0]

function appendCells(text: string, row: Span, cells: readonly string[]): TextEdit {
  const source = text.slice(row.start, row.end)
  const isClosed = /(?<!\\)\|\s*$/.test(source) && source.trim().length > 1
  return insertAt(
    row.start + source.trimEnd().length,
    `${isClosed ? '' : ' |'}${cells.map((cell) => ` ${cell} |`).join('')}`,
  )
}

function delimiterRow(text: string, head: Span, table: Span): Span | undefined {
  const match = /\r?\n[ \t]*([|:\- \t]+)/.exec(text.slice(head.end, table.end))
  if (!match) return undefined
  const start = head.end + match.index + match[0].length - match[1]!.length
  return {start, end: start + match[1]!.trimEnd().length}
}

/** The five types for completion, with the question that each answers. */
export const TYPE_QUESTIONS: Readonly<Record<(typeof ACTION_TYPES)[number], string>> = {
  investigate: 'What do we still not know about this incident?',
  repair: 'What damage of this incident is left?',
  detect: 'How would we see the next one earlier?',
  mitigate: 'How would the next one be smaller or shorter?',
  prevent: 'How does this class not happen?',
}
