import {formatMoment} from '../document/moment.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import {plainLine} from '../document/timeline/plain-line.ts'
import {withoutTags} from '../document/timeline/tags.ts'
import {milestoneNames} from './timeline-mermaid.ts'

const COLUMNS = ['start', 'end', 'written', 'zone', 'actor', 'text', 'tags', 'milestones', 'links'] as const

/** The timeline as CSV (RFC 4180), an entry a row, in the order of the document. */
export function timelineCsv(document: PostmortemDocument): string {
  const milestones = milestoneNames(document)
  const rows = document.timeline.events.map((event) => [
    formatMoment(event.when) ?? '',
    formatMoment(event.until) ?? '',
    event.raw,
    event.when?.zone ?? '',
    harmless(event.actor?.name ?? ''),
    harmless(plainLine(withoutTags(event.text))),
    event.tags.join(' '),
    (milestones.get(event) ?? []).join(' '),
    event.links.join(' '),
  ])
  return [COLUMNS, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

const field = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value)

/** Spreadsheets run what starts like a formula; the apostrophe makes it text for them. */
const harmless = (value: string): string => (/^[=+\-@\t]/.test(value) ? `'${value}` : value)
