import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {TimelineEvent} from '../document/timeline.ts'
import type {TextEdit} from '../text/edit.ts'
import {type Unit, unitsAround} from './units.ts'

/** The list of entries around an offset as a table, with what stood below an entry in the same cell. */
export function listToTable(document: PostmortemDocument, offset: number): TextEdit[] {
  const units = unitsAt(document, offset, 'list')
  if (!units) return []
  const {timeline, text} = document
  const isZoned = timeline.timezone !== undefined && units.every(({event}) => event.when?.zoneFrom !== 'entry')
  const rows = units.map(({event, span}) => {
    const below = text.slice(Math.min(event.textSpan.end, span.end), span.end)
    return `| ${event.raw} | ${cell(`${document.textOf(event.textSpan)}${below}`)} |`
  })
  const head = `| Time${isZoned ? ` (${timeline.timezone})` : ''} | Event |\n| --- | --- |`
  return replaced(document, units, `${head}\n${rows.join('\n')}`)
}

/** One line of a table: line breaks become `<br>`, bars are escaped, list markers go. */
const cell = (source: string): string =>
  source
    .trim()
    .replace(/\s*\n\s*(?:[-*+]\s+|\d+[.)]\s+|>\s*)?/g, '<br>')
    .replace(/(?<!\\)\|/g, '\\|')

/** The table of entries around an offset as a list. Columns beside time and event follow in parentheses. */
export function tableToList(document: PostmortemDocument, offset: number): TextEdit[] {
  const units = unitsAt(document, offset, 'table')
  if (!units) return []
  const {text} = document
  const {container} = units[0]!.event
  const items = units.map(({event, span}) => {
    const row = text.slice(span.start, span.end)
    const others = cellsOf(row).filter(
      (one) =>
        one !== '' &&
        !document.textOf(event.textSpan).includes(one) &&
        !text.slice(event.whenSpan.start, event.whenSpan.end).includes(one),
    )
    const what = document
      .textOf(event.textSpan)
      .replace(/\\\|/g, '|')
      .split(/<br\s*\/?>/i)
      .join('\n  ')
    return `- ${event.raw} – ${what}${others.length ? ` (${others.join(', ')})` : ''}`
  })
  return [{start: container.start, end: container.end, newText: items.join('\n')}]
}

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((one) => one.trim())

function unitsAt(document: PostmortemDocument, offset: number, source: TimelineEvent['source']): Unit[] | undefined {
  const event = document.timeline.events.find(
    (one) => one.source === source && one.depth <= 1 && one.container.start <= offset && offset <= one.container.end,
  )
  const units = event && unitsAround(document, event)
  return units?.length ? units : undefined
}

function replaced(document: PostmortemDocument, units: readonly Unit[], newText: string): TextEdit[] {
  const [first, last] = [units[0]!, units.at(-1)!]
  const {container} = first.event
  // An item without a time in front stays a list; a table needs a blank line after it.
  const isFirst = document.text.slice(container.start, first.span.start).trim() === ''
  return [
    {
      start: isFirst ? Math.min(container.start, first.span.start) : first.span.start,
      end: Math.max(last.span.end, container.end),
      newText: isFirst ? newText : `\n${newText}`,
    },
  ]
}
