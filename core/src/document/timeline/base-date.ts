import {type Chunk, derive} from '../../markdown/chunks.ts'
import type {PostmortemDocument} from '../postmortem-document.ts'
import {proseOf} from '../prose.ts'
import {effectiveKind} from '../section.ts'
import type {MomentSource} from '../timeline.ts'
import {readTime, type WrittenTime} from './written-time.ts'

/** The date of the incident where entries give none. */
export interface BaseDate {
  readonly written: WrittenTime
  readonly from: MomentSource
}

const WORD_START = /(?<![\w\d.:/-])(?=[\dA-Z])/g

/** Something of every calendar date. */
const MAY_HOLD_DATE = new RegExp(
  ['\\d[-/.]\\d|(?:19|20)\\d{6}', '\\d(?:st|nd|rd|th)?(?:[ \\t]+of)?[ \\t./-]*MONTH', 'MONTH[a-z]*\\.?[ \\t/-]*\\d']
    .join('|')
    .replace(/MONTH/g, '(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)'),
  'i',
)

/** The calendar dates in a text, each with the time beside it. */
function* datesIn(text: string): Iterable<WrittenTime> {
  if (!MAY_HOLD_DATE.test(text)) return
  for (const match of text.matchAll(WORD_START)) {
    const written = readTime(text, match.index)
    if (written && (written.date?.day !== undefined || written.date?.numeric)) yield written
  }
}

/** The first calendar date in a text, with the time beside it. */
export function findDate(text: string): WrittenTime | undefined {
  for (const written of datesIn(text)) return written
  return undefined
}

/** The first date or time in a short text. */
export function findTime(text: string): WrittenTime | undefined {
  for (const match of text.slice(0, 200).matchAll(WORD_START)) {
    const written = readTime(text, match.index)
    if (
      written &&
      (written.clock?.minutes !== undefined ||
        written.date?.day !== undefined ||
        written.date?.numeric ||
        written.epoch !== undefined)
    )
      return written
  }
  return undefined
}

/** The first date of a chunk's text, and the first that has a time in the same sentence. */
const datesOf: (chunk: Chunk) => {readonly any?: WrittenTime; readonly timed?: WrittenTime} = derive((chunk) => {
  let any: WrittenTime | undefined
  for (const {kind, source: text} of proseOf(chunk)) {
    if (kind === 'quote' || kind === 'table-cell' || kind === 'heading') continue
    for (const written of datesIn(text)) {
      any ??= written
      if (written.clock !== undefined || /^[^.!?]{0,160}\d[:.]\d\d/.test(text.slice(written.end)))
        return {any, timed: written}
    }
  }
  return {any}
})

const DATE_FIELDS = [
  'incident_date',
  'date_of_incident',
  'incident.start',
  'incident_start',
  'start',
  'started',
  'start_time',
  'started_at',
  'date',
  'when',
  'day',
  'impact_time',
  'incident_time',
  'outage_date',
  'occurred',
  'occurred_at',
  'date_and_time',
  'incident_window',
]

/**
 * Where the document says when it happened, the likeliest first: the title, the text of its summary where it names a time of day,
 * its fields, the file name, and the date of the front matter, which is often the day of publication.
 */
export function baseDatesOf(document: PostmortemDocument): BaseDate[] {
  const found: BaseDate[] = []
  const add = (from: MomentSource, written: WrittenTime | undefined): void => {
    if (written) found.push({written, from})
  }
  const {metadata} = document
  add('title', findDate(metadata.title?.value ?? ''))
  for (const section of document.sections) if (section.kind === 'title') add('title', findDate(section.title))
  const prose = proseDates(document)
  add('prose', prose.timed)
  const frontMatterEnd = frontMatterLength(document)
  const fields = DATE_FIELDS.flatMap((key) => metadata.fields.get(key) ?? [])
  for (const {value, span} of fields)
    if (span.start >= frontMatterEnd || !isPublication(document, span.start)) add('metadata', findDate(String(value)))
  add('file-name', findDate(fileName(document.path)))
  for (const {value} of fields) add('metadata', findDate(String(value)))
  add('prose', prose.any)
  return found
}

const frontMatterLength = (document: PostmortemDocument): number => {
  const first = document.chunks[0]?.chunk.root.children[0]
  return first && ((first.type as string) === 'yaml' || (first.type as string) === 'toml')
    ? (first.position!.end.offset ?? 0)
    : 0
}

/** `date:` in front matter is when the page was published. */
const isPublication = (document: PostmortemDocument, offset: number): boolean =>
  /^\W*date\b/i.test(document.text.slice(lineStart(document.text, offset), offset))

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

/** Words of the file name; separators around dates become spaces. */
const fileName = (path: string | undefined): string =>
  (path?.replace(/\\/g, '/').split('/').slice(-2).join(' ') ?? '').replace(/__/g, ' ').replace(/_/g, ' ')

const SKIPPED = new Set(['actions', 'background', 'lessons', 'people', 'support', 'recurrence', 'timeline'])

function proseDates(document: PostmortemDocument): {readonly any?: WrittenTime; readonly timed?: WrittenTime} {
  let any: WrittenTime | undefined
  // The head of the document tells when it happened; further down dates are about other things.
  for (const {chunk, start} of document.chunks.slice(0, 8)) {
    const kind = effectiveKind(document.sectionAt(Math.min(start + 1, document.text.length)))
    if (kind && SKIPPED.has(kind)) continue
    const dates = datesOf(chunk)
    any ??= dates.any
    if (dates.timed) return {any, timed: dates.timed}
  }
  return {any}
}
