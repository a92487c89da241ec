import {milestonesOf, secondsBetween} from '#core/document/milestones.ts'
import {durationText, formatMoment} from '#core/document/moment.ts'
import type {Moment, MomentSource, TimelineEvent} from '#core/document/timeline.ts'
import type {Analysis} from '../../analysis.ts'
import {escapeMarkdown, type HoverPart} from './part.ts'

const SOURCES: Readonly<Record<MomentSource | string, string>> = {
  entry: 'written here',
  heading: 'from the heading above',
  line: 'from a line above',
  column: 'from the head of the column',
  statement: 'from the statement that holds for all times',
  previous: 'from the entry before',
  midnight: 'the next day, as the clock starts again',
  title: 'from the title',
  'file-name': 'from the file name',
  metadata: 'from the metadata',
  prose: 'from the text',
  setting: 'from the settings',
}

/** What a time of the timeline was read as: in its zone and in UTC, in which phase, how long after the start, and why. */
export function eventHover(offset: number, {document, timelineView}: Analysis): HoverPart[] {
  const event = document.timeline.events.find(({whenSpan}) => whenSpan.start <= offset && offset <= whenSpan.end)
  if (!event) return []
  const {when} = event
  if (!when) return [{span: event.whenSpan, markdown: `“${escapeMarkdown(event.raw)}” is not a time yet.`}]
  const milestones = milestonesOf(document)
  const names = Object.entries(milestones)
    .filter(([, milestone]) => milestone === event)
    .map(([name]) => name)
  const phase = timelineView.events[document.timeline.events.indexOf(event)]?.phase
  const lines = [
    `**${escapeMarkdown(local(when))}**${names.length ? ` · ${names.join(', ')}` : ''}`,
    utc(when),
    [sinceStart(event, milestones.start), PHASES[phase ?? '']].filter(Boolean).join(', '),
    [when.dateFrom && when.date ? `Date ${SOURCES[when.dateFrom]}` : '', zoneLine(when)].filter(Boolean).join('; '),
  ]
  return [{span: event.whenSpan, markdown: lines.filter(Boolean).join('\n\n')}]
}

const PHASES: Readonly<Record<string, string>> = {
  introduced: 'before users were affected',
  impact: 'users affected, not seen yet',
  detection: 'seen, not taken up yet',
  response: 'during the response',
  recovery: 'after the mitigation',
}

function local(when: Moment): string {
  const iso = formatMoment({...when, offset: undefined})
  const clock = iso
    ? iso.replace('T', ' ')
    : when.minutes === undefined
      ? ''
      : formatMoment({...when, date: '2000-01-01', offset: undefined})!.slice(11)
  return [clock, when.zone].filter(Boolean).join(' ')
}

function utc(when: Moment): string {
  if (!when.offset || when.minutes === undefined) return ''
  const iso = formatMoment(when)
  return iso ? `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC` : ''
}

function sinceStart(event: TimelineEvent, start: TimelineEvent | undefined): string {
  if (!start || start === event) return ''
  const between = secondsBetween(start, event)
  if (!between) return ''
  const {seconds, approximate} = between
  if (seconds === 0) return 'At the start'
  return `${approximate ? 'About ' : ''}${durationText(Math.abs(seconds))} ${seconds < 0 ? 'before' : 'after'} the start (${escapeMarkdown(start.raw)})`
}

function zoneLine({zone, zoneFrom, minutes}: Moment): string {
  if (zone && zoneFrom) return `zone ${SOURCES[zoneFrom]}`
  return minutes === undefined || zone ? '' : 'no zone is stated'
}
