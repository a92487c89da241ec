import type {Attribution} from '../document/metadata.ts'
import {dateOfDay, dayNumber} from '../document/timeline/calendar.ts'
import {readTime} from '../document/timeline/written-time.ts'
import {offsetOf, readZone} from '../document/timeline/zones.ts'
import {readPages, readZabbix} from './alerts.ts'
import {readDiscord, readIrc, readSlack, readTeams} from './chat.ts'
import type {PasteContext, PastedEvent, PasteReader} from './pasted-event.ts'
import {readGitLog, readLog, readShell} from './programs.ts'
import {readCsv, readJson} from './tables.ts'

export type {PastedEvent} from './pasted-event.ts'

export interface PasteOptions {
  /** How people are named; `role` gives initials where no role is known. */
  readonly attribution: Attribution
  /** Roles by name, in any case. */
  readonly roles?: Readonly<Record<string, string>>
  /** The zone that the timeline is told in; times whose zone the text tells are brought into it. */
  readonly zone?: string
  /** `YYYY-MM-DD`: the day of the paste, for “Today” and “Yesterday”. */
  readonly today?: string
  /** The day that times at this place of the document are on; it is not written again. */
  readonly date?: string
  /** Whether the document puts the day first. */
  readonly dayFirst?: boolean
}

export interface PastedTimeline {
  /** `Slack`, `git log` … */
  readonly format: string
  readonly events: readonly PastedEvent[]
  /** The events as a Markdown list. */
  readonly markdown: string
}

/** From the most to the least telling. */
const FORMATS: readonly (readonly [name: string, read: PasteReader])[] = [
  ['JSON', readJson],
  ['git log', readGitLog],
  ['shell history', readShell],
  ['Zabbix', readZabbix],
  ['Discord', readDiscord],
  ['Teams', readTeams],
  ['PagerDuty or Opsgenie', readPages],
  ['IRC', readIrc],
  ['CSV', readCsv],
  ['Slack', readSlack],
  ['log', readLog],
]

/** Longer texts are pasted for other reasons. */
const LONGEST = 400_000

/** Reads copied chat, pages, logs, history and tables as events. Undefined for any other text, Markdown timelines among it. */
export function readPastedEvents(text: string, options: PasteOptions): PastedTimeline | undefined {
  if (text.length > LONGEST || !/\d/.test(text)) return undefined
  const context: PasteContext = {
    dayFirst: options.dayFirst ?? !/\d ?[ap]m\b/i.test(text),
    ...(options.today === undefined ? {} : {today: options.today}),
  }
  for (const [format, read] of FORMATS) {
    const events = read(text, context)
    if (!events?.length) continue
    const sorted = inOrder(events).map((event) => inZone(event, options.zone))
    return {format, events: sorted, markdown: markdownOf(sorted, options)}
  }
  return undefined
}

/** `git log` runs backwards; other programs are left as they are, unless every step goes back. */
function inOrder(events: readonly PastedEvent[]): PastedEvent[] {
  const keys = events.map(({date, minutes, offset}) =>
    date === undefined ? undefined : dayNumber(date) * 1440 + minutes - (offset ?? 0),
  )
  if (keys.some((key) => key === undefined)) return [...events]
  const isBackwards = keys.slice(1).every((key, i) => key! <= keys[i]!)
  return isBackwards ? [...events].reverse() : [...events]
}

function inZone(event: PastedEvent, name: string | undefined): PastedEvent {
  const zone = name === undefined ? undefined : readZone(name)
  const {date, offset} = event
  if (!zone || offset === undefined || date === undefined) return event
  const target = offsetOf(zone, date, event.minutes)
  if (target === undefined) return event
  const local = dayNumber(date) * 1440 + event.minutes - offset + target
  const day = Math.floor(local / 1440)
  return {...event, date: dateOfDay(day), minutes: local - day * 1440, offset: target}
}

const two = (n: number): string => String(n).padStart(2, '0')

/** A list with a date where the day changes, and with a zone where the timeline names none. */
function markdownOf(events: readonly PastedEvent[], options: PasteOptions): string {
  let day = options.date
  const isZoned = options.zone !== undefined && readZone(options.zone) !== undefined
  return events
    .map((event) => {
      const clock = `${two(Math.floor(event.minutes / 60))}:${two(Math.floor(event.minutes) % 60)}`
      const date = event.date !== undefined && event.date !== day ? `${event.date} ` : ''
      day = event.date ?? day
      // In the timeline's own zone the zone need not be said again.
      const zone = event.offset === undefined || isZoned ? '' : ` ${offsetName(event.offset)}`
      const actor = actorOf(event.actor, options)
      const text = event.code ? `\`${event.text.replace(/`/g, '′')}\`` : plain(event.text)
      const time = `${date}${clock}${zone}`
      const said = `${actor ? `${actor}: ` : ''}${text}`
      // A text that starts like a time would become part of it.
      return `- ${time}${readTime(`${time} ${said}`)?.end === time.length ? '' : ':'} ${said}`
    })
    .join('\n')
}

const offsetName = (minutes: number): string => {
  const size = Math.abs(minutes)
  return minutes === 0
    ? 'UTC'
    : `UTC${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${size % 60 ? `:${two(size % 60)}` : ''}`
}

/** What Markdown would take for a tag, a heading of a table or a comment is made text. */
const plain = (text: string): string => text.replace(/<(?=[!/a-z])/gi, '\\<').replace(/(?<!\\)\|/g, '\\|')

/** Programs keep their names, people are named as the document names people. */
function actorOf(name: string | undefined, {attribution, roles}: PasteOptions): string | undefined {
  if (name === undefined || attribution === 'none')
    return /^(?:Zabbix|PagerDuty|Opsgenie)$/.test(name ?? '') ? name : undefined
  if (attribution === 'name' || /^(?:Zabbix|PagerDuty|Opsgenie)$|\bbot\b/i.test(name)) return name
  const role = Object.entries(roles ?? {}).find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1]
  return role ?? initialsOf(name)
}

/** `Jane Doe` → `JD`; a handle or a single name gives its first two letters. */
function initialsOf(name: string): string {
  const words = name
    .replace(/^@/, '')
    .split(/[\s._-]+/)
    .filter((word) => /\p{L}/u.test(word))
  if (words.length > 1)
    return words
      .slice(0, 3)
      .map((word) => [...word][0]!.toUpperCase())
      .join('')
  return [...(words[0] ?? name)].slice(0, 2).join('').toUpperCase()
}
