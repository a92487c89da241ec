import {readWhole} from '../document/timeline/written-time.ts'
import {fromEpoch, joinLines, type PasteContext, type PastedEvent, type PasteReader, resolved} from './pasted-event.ts'

const TIME_KEY =
  /^(?:@?timestamp|time|ts|date ?time|datetime|created(?:_?at|at)?|at|when|occurred_?at|event_?time|start(?:ed)?(?:_?at)?)$/i
const DATE_KEY = /^(?:date|day)$/i
const TEXT_KEY =
  /^(?:messages?|msg|text|events?|summary|title|descriptions?|body|what|details?|action|notes?|comments?|name)$/i
const ACTOR_KEY =
  /^(?:users?|user_?name|authors?|actors?|who|by|person|from|sender|owner|assignee|real_name|display_name)$/i

type Record_ = Readonly<Record<string, unknown>>

/** JSON lines, or an array of objects. */
export const readJson: PasteReader = (text, context) => {
  const records = parseRecords(text.trim())
  if (!records || records.length < 1) return undefined
  const events = records.flatMap((record): PastedEvent[] => eventOf(record, context))
  return events.length && events.length >= records.length * 0.7 ? events : undefined
}

function parseRecords(text: string): Record_[] | undefined {
  const isRecord = (value: unknown): value is Record_ =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  try {
    if (text.startsWith('[')) {
      const values: unknown = JSON.parse(text)
      return Array.isArray(values) && values.every(isRecord) ? values : undefined
    }
    if (!text.startsWith('{')) return undefined
    const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim())
    const values = lines.map((line): unknown => JSON.parse(line))
    return values.every(isRecord) ? values : undefined
  } catch {
    return undefined
  }
}

function eventOf(record: Record_, context: PasteContext): PastedEvent[] {
  const keys = Object.keys(record)
  const get = (pattern: RegExp): unknown => record[keys.find((key) => pattern.test(key)) ?? '']
  const time = timeOf(get(TIME_KEY) ?? get(DATE_KEY), context)
  const text = get(TEXT_KEY)
  const actor = get(ACTOR_KEY)
  if (!time || typeof text !== 'string' || !text.trim()) return []
  return [
    {
      ...time,
      ...(typeof actor === 'string' && actor.trim() ? {actor: actor.trim()} : {}),
      text: joinLines(text.split('\n')),
    },
  ]
}

function timeOf(value: unknown, context: PasteContext): Pick<PastedEvent, 'date' | 'minutes' | 'offset'> | undefined {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\d{9,10}(?:\.\d+)?$|^\d{13}$/.test(value)
        ? Number(value)
        : undefined
  if (number !== undefined)
    return number > 1e8 && number < 1e14 ? fromEpoch(number > 1e11 ? number : number * 1000) : undefined
  const written = typeof value === 'string' ? readWhole(value) : undefined
  return written && resolved(written, context)
}

/** CSV, or cells copied from a spreadsheet, with a head that names a time and a text. */
export const readCsv: PasteReader = (text, context) => {
  const first = text.slice(0, text.search(/\r|\n|$/))
  const separator = ['\t', ';', ','].find((mark) => first.includes(mark))
  if (separator === undefined) return undefined
  const [head, ...rows] = parseCsv(text, separator)
  if (!head || rows.length < 1) return undefined
  const column = (pattern: RegExp): number =>
    head.findIndex((name) => pattern.test(name.trim().replace(/\s*[([].*$/, '')))
  const [time, date, what, who] = [column(TIME_KEY), column(DATE_KEY), column(TEXT_KEY), column(ACTOR_KEY)]
  const at = time >= 0 ? time : date
  if (at < 0 || what < 0) return undefined
  const events = rows.flatMap((row): PastedEvent[] => {
    const stamp = time >= 0 && date >= 0 ? `${row[date] ?? ''} ${row[time] ?? ''}` : (row[at] ?? '')
    const when = timeOf(stamp.trim(), context)
    const said = joinLines((row[what] ?? '').split('\n'))
    const actor = who >= 0 ? row[who]?.trim() : ''
    return when && said ? [{...when, ...(actor ? {actor} : {}), text: said}] : []
  })
  return events.length && events.length >= rows.length * 0.7 ? events : undefined
}

/** RFC 4180 with any separator; a quote that is never closed ends with the text. */
function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (quoted) {
      if (char !== '"') cell += char
      else if (text.charAt(i + 1) === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === separator) {
      row.push(cell)
      cell = ''
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text.charAt(i + 1) === '\n') i++
      row.push(cell)
      if (row.some((one) => one.trim())) rows.push(row)
      row = []
      cell = ''
    } else cell += char
  }
  row.push(cell)
  if (row.some((one) => one.trim())) rows.push(row)
  return rows
}
