import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import type {TimelineEvent} from '../../document/timeline.ts'
import {runsOf} from '../../document/timeline/runs.ts'
import {isSameClock, readZone, seasonalOffset, type Zone} from '../../document/timeline/zones.ts'
import type {Fix, Problem} from '../../lint/finding.ts'
import {normalizeZone, stateZone} from '../../timeline-edits/zone.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {anchorOf} from './anchor.ts'

export const timelineZone = defineRule({
  id: 'timeline-zone',
  code: 'T01',
  group: 'timeline',
  severity: 'warning',
  docs: {
    summary: 'Ask for one time zone that holds for all times of a timeline.',
    why: 'A reader elsewhere, or the author after the clocks have changed, cannot lay 14:05 beside a graph, a log line or a customer’s mail. Two zones in one list hide how long things took.',
    ask: ['Which clock was this read from?', 'Would UTC save the next reader the sum?'],
    sources: [
      'Atlassian incident handbook: timestamps with time zone',
      'PagerDuty: Time (UTC) column',
      'Survey of 300 post-mortems: 61 of 167 clocked timelines name no zone',
    ],
  },
  *check(document) {
    const timed = document.timeline.events.filter(({when}) => when?.minutes !== undefined)
    if (timed.length < 2) return
    yield* missing(document, timed)
    yield* mixed(document)
    yield* offSeason(document, timed)
  },
})

function* missing(document: PostmortemDocument, timed: readonly TimelineEvent[]): Iterable<Problem> {
  const [first] = timed
  const zoneless = timed.filter(({when}) => when!.zone === undefined)
  if (zoneless.length < 2 || zoneless.length < timed.length / 2 || !first) return
  const edit = stateZone(document, '{UTC}')
  yield {
    span: anchorOf(document, first),
    message: `No time zone is named for these ${zoneless.length} times, so a reader elsewhere cannot place them.`,
    questions: timelineZone.docs.ask,
    fixes: edit ? [{title: 'State the zone below the heading', kind: 'rewrite', hasHoles: true, edits: [edit]}] : [],
  }
}

/** Entries of one timeline that show different clocks. */
function* mixed(document: PostmortemDocument): Iterable<Problem> {
  for (const events of runsOf(document)) {
    const named = events.flatMap((event) => {
      const zone =
        event.when?.zone === undefined || event.when.minutes === undefined || event.when.date === undefined
          ? undefined
          : readZone(event.when.zone)
      return zone ? [{event, zone}] : []
    })
    const groups: {readonly zone: Zone; readonly events: TimelineEvent[]}[] = []
    for (const {event, zone} of named) {
      const group = groups.find(
        (other) =>
          other.zone.text === zone.text ||
          isSameClock(other.zone, zone, event.when!.date!) ||
          isOtherHalf(other.zone, zone),
      )
      if (group) group.events.push(event)
      else groups.push({zone, events: [event]})
    }
    if (groups.length < 2) continue
    const [main, ...others] = [...groups].sort((a, b) => b.events.length - a.events.length)
    const strangers = others.flatMap(({events: few}) => few)
    const first = strangers.sort((a, b) => a.span.start - b.span.start)[0]!
    const fixes: Fix[] = [main!.zone.text, 'UTC']
      .filter((zone, i, all) => all.indexOf(zone) === i)
      .flatMap((zone): Fix[] => {
        const edits = normalizeZone(document, zone, zone === 'UTC' && main!.zone.text !== 'UTC' ? events : strangers)
        return edits.length ? [{title: `Tell all times in ${zone}`, kind: 'rewrite', edits}] : []
      })
    yield {
      span: first.whenSpan,
      message: `This time is told in ${readZone(first.when!.zone!)!.text}, most others here in ${main!.zone.text}.`,
      related: [
        {span: main!.events[0]!.whenSpan, message: `Told in ${main!.zone.text}.`},
        ...strangers.slice(1, 10).map(({whenSpan, when}) => ({span: whenSpan, message: `Told in ${when!.zone!}.`})),
      ],
      questions: timelineZone.docs.ask,
      fixes,
    }
  }
}

/** `CET` and `CEST` are one clock at two times of the year. */
function isOtherHalf(a: Zone, b: Zone): boolean {
  const [x, y] = [a.text.toUpperCase(), b.text.toUpperCase()]
  return (
    x !== y &&
    x.replace(/[SD]T$/, 'T').replace('EST', 'ET') === y.replace(/[SD]T$/, 'T').replace('EST', 'ET') &&
    Math.abs((a.offset ?? 0) - (b.offset ?? 0)) === 60
  )
}

function* offSeason(document: PostmortemDocument, timed: readonly TimelineEvent[]): Iterable<Problem> {
  const event = timed.find(
    ({when}) =>
      when!.zone !== undefined && when!.date !== undefined && isOffSeason(when!.zone, when!.date, when!.minutes!),
  )
  if (!event) return
  const {zone, date, minutes} = event.when!
  const actual = seasonalOffset(readZone(zone!)!, date!, minutes)!
  const span = event.when!.zoneFrom === 'entry' ? event.whenSpan : (document.timeline.timezoneSpan ?? event.whenSpan)
  const name = document.text.indexOf(zone!, span.start)
  const exact = name >= 0 && name < span.end ? {start: name, end: name + zone!.length} : span
  yield {
    span: exact,
    severity: 'hint',
    message: `${zone!} is ${offsetText(readZone(zone!)!.offset!)} all year, while on ${date!} clocks there showed ${offsetText(actual)}.`,
    related: [{span: event.whenSpan, message: `Read as ${event.raw} ${zone!}.`}],
    questions: timelineZone.docs.ask,
  }
}

function isOffSeason(name: string, date: string, minutes: number): boolean {
  const zone = readZone(name)
  return zone !== undefined && seasonalOffset(zone, date, minutes) !== undefined
}

const offsetText = (minutes: number): string =>
  minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '−' : '+'}${Math.abs(minutes) / 60}`

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n⟦## Timeline⟧\n\n- 14:02 Pager fires\n- 14:05 Rota answers\n',
      fixed: '# 2024-03-09\n\n## Timeline\n\nAll times in {UTC}.\n\n- 14:02 Pager fires\n- 14:05 Rota answers\n',
    },
    {
      text: '# 2024-03-09\n\n## Timeline\n\n- 14:02 UTC Pager fires\n- 14:05 UTC Rota answers\n- ⟦15:10 CET⟧ Queue drained\n',
      fixed:
        '# 2024-03-09\n\n## Timeline\n\n- 14:02 UTC Pager fires\n- 14:05 UTC Rota answers\n- 14:10 UTC Queue drained\n',
    },
    {
      text: '# 2024-07-09\n\n## Timeline (all times ⟦PST⟧)\n\n- 14:02 Pager fires\n- 14:05 Rota answers\n',
      note: 'A hint: in July the clocks there show PDT.',
    },
  ],
  good: [
    {text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 Pager fires\n- 14:05 Rota answers\n'},
    {text: '# 2024-03-09\n\n## Timeline\n\nAll times in CET.\n\n- 14:02 Pager fires\n- 14:05 Rota answers\n'},
    {text: '## Timeline\n\n- 2024-03-09 Released\n- 2024-03-11 Withdrawn\n', note: 'Days need no zone.'},
    {text: '## Timeline\n\n- T+0 Pager fires\n- T+3m Rota answers\n'},
    {
      text: '# 2024-03-09\n\n## Timeline\n\n- 14:02 Pager fires\n- 14:05 Rota answers\n',
      config: {timezone: 'Europe/Berlin'},
    },
    {
      text: '# 2024-03-31\n\n## Timeline\n\n- 00:50 CET Pager fires\n- 03:05 CEST Rota answers\n',
      note: 'The clocks changed in between.',
    },
  ],
}
