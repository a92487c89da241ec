import {milestonesOf} from '../document/milestones.ts'
import {clockOf, minutesOf} from '../document/moment.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {Moment, TimelineEvent} from '../document/timeline.ts'
import {dateOfDay, shortDate} from '../document/timeline/calendar.ts'
import {plainLine} from '../document/timeline/plain-line.ts'
import {withoutTags} from '../document/timeline/tags.ts'
import {timelineView} from './timeline-view.ts'

/** Longer texts make boxes that nobody reads. */
const LONGEST = 90

/** Mermaid ends a text at `:`, `;` and `#`, and has no escape for them in every diagram. */
const safe = (text: string): string => {
  const line = plainLine(withoutTags(text))
    .replace(/(\d):(?=\d)/g, '$1∶')
    .replace(/:\s*/g, ' – ')
    .replace(/[;]/g, ',')
    .replace(/[#"<>{}[\]|]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line
}

/** The timeline as a Mermaid `timeline` diagram, a section for each day. */
export function mermaidTimeline(document: PostmortemDocument): string {
  const lines = ['timeline', ...titleLine(document)]
  let day: string | undefined
  for (const event of inTime(document)) {
    const date = event.when?.date
    if (date !== undefined && date !== day) lines.push(`    section ${shortDate(date)} ${date.slice(0, 4)}`)
    day = date ?? day
    const clock =
      event.when?.minutes === undefined && event.when?.elapsed === undefined ? event.raw : clockOf(event.when)
    lines.push(`        ${safe(clock) || '?'} : ${safe(event.text) || '…'}`)
  }
  return `${lines.join('\n')}\n`
}

/** Phases as bars and entries as milestones of a Mermaid `gantt` diagram, in the zone of the document. */
export function mermaidGantt(document: PostmortemDocument): string {
  const view = timelineView(document)
  const offset = document.timeline.events.find(({when}) => when?.offset !== undefined)?.when?.offset ?? 0
  const stamp = (at: number): string => {
    const minutes = Math.round(at / 60_000) + offset
    const day = Math.floor(minutes / 1440)
    const rest = minutes - day * 1440
    return `${dateOfDay(day)} ${two(Math.floor(rest / 60))}:${two(rest % 60)}`
  }
  const lines = ['gantt', ...titleLine(document), '    dateFormat YYYY-MM-DD HH:mm', '    axisFormat %H:%M']
  if (view.phases.length) lines.push('    section Phases')
  for (const {name, label, from, to} of view.phases) {
    lines.push(`    ${label} :${name === 'impact' ? 'crit, ' : ''}${stamp(from)}, ${stamp(to)}`)
  }
  const placed = view.events.filter(({at}) => at !== undefined).sort((a, b) => a.at! - b.at!)
  if (placed.length) lines.push('    section Events')
  for (const {at, until, text, raw} of placed) {
    const name = safe(text) || safe(raw)
    lines.push(
      `    ${name} :${until !== undefined && until > at! ? `${stamp(at!)}, ${stamp(until)}` : `milestone, ${stamp(at!)}, 0m`}`,
    )
  }
  return `${lines.join('\n')}\n`
}

const two = (n: number): string => String(n).padStart(2, '0')

function titleLine(document: PostmortemDocument): string[] {
  const title = safe(timelineView(document).title)
  return title ? [`    title ${title}`] : []
}

/** Entries from the oldest to the newest; those without a time stay behind the one before them. */
export function inTime(document: PostmortemDocument): TimelineEvent[] {
  const {events, newestFirst} = document.timeline
  const order = newestFirst ? [...events].reverse() : [...events]
  let last = -Infinity
  const keyed = order.map((event, index) => ({event, index, at: (last = placeOf(event.when) ?? last)}))
  return keyed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at) || a.index - b.index).map(({event}) => event)
}

const placeOf = (moment: Moment | undefined): number | undefined => minutesOf(moment, true)

/** Milestones by event, for columns and labels. */
export function milestoneNames(document: PostmortemDocument): ReadonlyMap<TimelineEvent, string[]> {
  const names = new Map<TimelineEvent, string[]>()
  for (const [name, event] of Object.entries(milestonesOf(document)))
    names.set(event, [...(names.get(event) ?? []), name])
  return names
}
