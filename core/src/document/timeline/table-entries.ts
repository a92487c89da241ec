import type {Table, TableCell, TableRow} from 'mdast'
import {spanOf} from '../../markdown/parse.ts'
import type {Span} from '../../text/span.ts'
import type {Container, Entry} from './entries.ts'
import {oneLine, readLater, readLeading} from './entry-line.ts'
import {readWhole, type WrittenTime} from './written-time.ts'
import {zoneIn} from './zones.ts'

type Role = 'date' | 'clock' | 'until' | 'weekday' | 'text' | 'actor' | 'tag' | 'other'

interface Column {
  readonly role: Role
  readonly head: string
}

interface Cell {
  readonly span: Span
  readonly source: string
  readonly written?: WrittenTime
}

const TIME_HEAD = /\b(?:time|times|timestamp|when|date|day|clock|hour)\b/i
const UNTIL_HEAD = /\b(?:end|until|stop|finish|to)\b/i
/** A day in such a column lies ahead. */
const DUE_HEAD = /^(?:due|deadline|target|eta|by|by when|until|complete by|expected)\b/i
const TEXT_HEAD =
  /\b(?:events?|descriptions?|what|actions?|activity|notes?|details?|messages?|comments?|summary|happened|status|changes?|updates?|entry|milestone)\b/i
const ACTOR_HEAD = /^(?:who|actor|person|people|by|role|responder|author|owner|team|source)$/i
const TAG_HEAD = /^(?:type|kind|phase|tag|class|category)$/i

/** The rows of a table with a column of times, in order; nothing for other tables. */
export function readTable(table: Table, text: string): Omit<Entry, 'depth'>[] {
  const [head, ...body] = table.children
  if (!head || !body.length) return []
  const heads = cellsOf(head, text)
  const rows = body.map((row) => cellsOf(row, text))
  const columns = columnsOf(heads, rows)
  if (!columns.some(({role}) => role === 'text') || !columns.some(({role}) => role === 'date' || role === 'clock'))
    return []
  const container: Container = {kind: 'table', span: spanOf(table), size: rows.length}
  const timeHead = columns.filter(({role}) => role === 'clock' || role === 'date').map((column) => column.head)
  const shared = {columnZone: timeHead.map(zoneIn).find(Boolean), columnYear: timeHead.map(yearIn).find(Boolean)}
  const first = isTimed(heads, columns) ? [readRow(head, heads, columns, text, container, shared)] : []
  const others = body.map((row, i) => readRow(row, rows[i]!, columns, text, container, shared))
  return [...first, ...others].filter((entry) => entry !== undefined)
}

function cellsOf(row: TableRow, text: string): Cell[] {
  return row.children.map((cell) => {
    const span = contentOf(cell)
    const source = text.slice(span.start, span.end)
    const isEscaped = source.includes('\\') || source.includes('&nbsp;')
    return {
      span,
      source,
      written: readWhole(source) ?? (isEscaped ? readWhole(source.replace(/&nbsp;|\\/g, ' ')) : undefined),
    }
  })
}

function contentOf(cell: TableCell): Span {
  const [first, last] = [cell.children[0], cell.children.at(-1)]
  if (!first || !last) return {start: spanOf(cell).start, end: spanOf(cell).start}
  return {start: spanOf(first).start, end: spanOf(last).end}
}

const isTimed = (cells: readonly Cell[], columns: readonly Column[]): boolean =>
  columns.some(({role}, i) => (role === 'clock' || role === 'date') && cells[i]?.written?.clock?.minutes !== undefined)

function columnsOf(heads: readonly Cell[], rows: readonly (readonly Cell[])[]): Column[] {
  const width = Math.max(heads.length, ...rows.slice(0, 50).map((row) => row.length))
  const columns = Array.from({length: width}, (_, i): {role: Role; head: string} => {
    const head = heads[i]?.source.replace(/[*_`]/g, '').trim() ?? ''
    const cells = rows
      .map((row) => row[i])
      .filter((cell): cell is Cell => cell !== undefined && cell.source.trim() !== '')
    return {role: roleOf(head, cells), head}
  })
  const clocks = columns.filter(({role}) => role === 'clock')
  clocks.slice(1).forEach((column) => (column.role = UNTIL_HEAD.test(column.head) ? 'until' : 'other'))
  columns
    .filter(({role}) => role === 'date')
    .slice(1)
    .forEach((column) => (column.role = 'other'))
  if (!columns.some(({role}) => role === 'text')) {
    const texts = columns.map((column, i) => ({
      column,
      length: sum(rows.map((row) => (column.role === 'other' ? (row[i]?.source.length ?? 0) : 0))),
    }))
    const longest = texts.filter(({column}) => column.role === 'other').sort((a, b) => b.length - a.length)[0]
    if (longest && longest.length > 0) longest.column.role = 'text'
  }
  // Of several describing columns the first is what happened.
  columns
    .filter(({role}) => role === 'text')
    .slice(1)
    .forEach((column) => (column.role = 'other'))
  return columns
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

function roleOf(head: string, cells: readonly Cell[]): Role {
  const timed = cells.filter(({written}) => written)
  if (DUE_HEAD.test(head) && timed.every(({written}) => written!.clock === undefined)) return 'other'
  const share = cells.length ? timed.length / cells.length : 0
  if (timed.length && (share >= 0.6 || (TIME_HEAD.test(head) && share >= 0.3))) {
    if (
      timed.every(
        ({written}) =>
          written!.date?.weekday !== undefined &&
          written!.date.month === undefined &&
          !written!.date.numeric &&
          !written!.clock,
      )
    )
      return 'weekday'
    return timed.some(({written}) => written!.clock || written!.elapsed !== undefined || written!.epoch !== undefined)
      ? 'clock'
      : 'date'
  }
  if (ACTOR_HEAD.test(head)) return 'actor'
  if (TAG_HEAD.test(head)) return 'tag'
  if (TEXT_HEAD.test(head)) return 'text'
  return 'other'
}

const yearIn = (head: string): number | undefined => {
  const year = /\b(20\d{2}|19\d{2})\b/.exec(head)?.[1]
  return year === undefined ? undefined : Number(year)
}

function readRow(
  row: TableRow,
  cells: readonly Cell[],
  columns: readonly Column[],
  text: string,
  container: Container,
  shared: Pick<Entry, 'columnZone' | 'columnYear'>,
): Omit<Entry, 'depth'> | undefined {
  const cellOf = (role: Role): Cell | undefined => cells[columns.findIndex((column) => column.role === role)]
  const content = cellOf('text')
  const times = [cellOf('date'), cellOf('clock')].filter(
    (cell): cell is Cell => cell !== undefined && cell.source.trim() !== '',
  )
  const inOrder = [...times].sort((a, b) => a.span.start - b.span.start)
  if (!content || cells.every(({source}) => source.trim() === '')) return undefined
  const parts = times.map(
    (cell) =>
      cell.written ??
      (readLeading(text, cell.span.start, cell.span.end) ?? readLater(text, cell.span.start, cell.span.end))?.written,
  )
  const until = cellOf('until')?.written
  const written = merge(parts, until)
  const at = inOrder[0]?.span.start ?? spanOf(row).start
  const raw = oneLine(inOrder.map(({source}) => source.trim()).join(' '))
  const tag = cellOf('tag')?.source.trim()
  const actor = cellOf('actor')?.span
  return {
    source: 'table',
    place: 'leading',
    setOff: true,
    span: spanOf(row),
    when: {start: at, end: inOrder.at(-1)?.span.end ?? at},
    raw,
    written: written && {...written, start: 0, end: raw.length},
    text: content.span,
    line: oneLine(content.source),
    container,
    ...shared,
    ...(actor && actor.end > actor.start ? {actor} : {}),
    ...(tag ? {tag} : {}),
  }
}

function merge(parts: readonly (WrittenTime | undefined)[], until: WrittenTime | undefined): WrittenTime | undefined {
  const [date, clock] = parts.length > 1 ? parts : [undefined, parts[0]]
  const main = clock ?? date
  if (!main) return undefined
  return {
    ...main,
    date: main.date ?? date?.date,
    until: main.until ?? (until && {date: until.date, clock: until.clock}),
    approximate: main.approximate || (date?.approximate ?? false),
  }
}
