import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import type {TimelineEvent} from '../../document/timeline.ts'
import {dayNumber, isoDate, weekdayOfDate} from '../../document/timeline/calendar.ts'
import type {Fix, Problem} from '../../lint/finding.ts'
import {replace} from '../../text/edit.ts'
import {dateEntry} from '../../timeline-edits/entry-text.ts'
import {timeAt} from '../../timeline-edits/rewrite-time.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {anchorOf} from './anchor.ts'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

export const timelineDate = defineRule({
  id: 'timeline-date',
  code: 'T02',
  group: 'timeline',
  severity: 'information',
  docs: {
    summary: 'Ask for dates where a timeline leaves the day open or contradicts itself.',
    why: 'A year later nobody knows which day 14:05 belongs to, and a time that is smaller than the one above reads as a slip until the reader thinks of midnight.',
    ask: ['On which day was this?', 'Is 03/04 in March or in April?'],
    sources: [
      'PagerDuty post-mortem guide: timeline',
      'Survey of 300 post-mortems: times without a date inherit it from heading, title or file name',
    ],
  },
  *check(document) {
    const {events} = document.timeline
    yield* undated(document, events)
    const midnight = events.find(({when}) => when?.dateFrom === 'midnight')
    if (midnight?.when?.date !== undefined) yield pastMidnight(midnight, events)
    yield* doubtful(document, events)
    yield* ambiguous(document, events)
  },
})

function* undated(document: PostmortemDocument, events: readonly TimelineEvent[]): Iterable<Problem> {
  const timed = events.filter(({when}) => when?.minutes !== undefined)
  if (timed.length < 2 || timed.some(({when}) => when!.date !== undefined)) return
  yield {
    span: anchorOf(document, timed[0]!),
    message: `None of these ${timed.length} times has a date, in the timeline, the title or the metadata.`,
    questions: ['On which day was this?'],
  }
}

function pastMidnight(event: TimelineEvent, events: readonly TimelineEvent[]): Problem {
  const before = events[events.indexOf(event) - 1]
  const date = event.when!.date!
  return {
    span: event.whenSpan,
    message: `“${event.raw}” is earlier than the time above it and is read as ${date}, the next day.`,
    related: before ? [{span: before.whenSpan, message: `Stands above it with “${before.raw}”.`}] : [],
    questions: ['On which day was this?'],
    fixes: [{title: `Write the date ${date}`, kind: 'rewrite', edits: [dateEntry(event, date)]}],
  }
}

/** A weekday that the date does not fall on, and years with a digit too many. */
function* doubtful(document: PostmortemDocument, events: readonly TimelineEvent[]): Iterable<Problem> {
  for (const event of events) {
    const written = event.when?.dateFrom === 'entry' ? timeAt(document.text, event.whenSpan) : undefined
    const date = event.when?.date
    if (!written?.date || date === undefined) continue
    const {weekday, year} = written.date
    if (weekday !== undefined && year !== undefined && weekday !== weekdayOfDate(date)) {
      yield {
        span: event.whenSpan,
        message: `${date} was a ${WEEKDAYS[weekdayOfDate(date)]!}, and the entry says ${WEEKDAYS[weekday]!}.`,
        questions: ['Is the day or the date off?'],
      }
    }
    const long = /(?<!\d)\d(20\d{2})(?=-\d{1,2}-\d{1,2})/.exec(document.textOf(event.whenSpan))
    if (long) {
      const start = event.whenSpan.start + long.index
      yield {
        span: event.whenSpan,
        message: `The year in “${event.raw}” has five digits; it is read as ${long[1]!}.`,
        fixes: [{title: `Write ${long[1]!}`, kind: 'rewrite', edits: [replace({start, end: start + 5}, long[1]!)]}],
      }
    }
  }
}

/** Numbers that are a day and a month either way round, with nothing in the document that decides. */
function* ambiguous(document: PostmortemDocument, events: readonly TimelineEvent[]): Iterable<Problem> {
  const numeric = events.flatMap((event) => {
    const written = event.when?.dateFrom === 'entry' ? timeAt(document.text, event.whenSpan) : undefined
    const date = written?.date
    return date?.numeric && written?.places.date && date.year !== undefined && date.numeric.separator === '/'
      ? [{event, place: written.places.date, year: date.year, ...date.numeric}]
      : []
  })
  const [first] = numeric
  if (
    !first ||
    numeric.some((one) => one.first > 12 || one.second > 12) ||
    numeric.every((one) => one.first === one.second)
  )
    return
  if (isSettledElsewhere(document, numeric)) return
  const fix = (dayFirst: boolean): Fix => ({
    title: `Write ISO dates, with the ${dayFirst ? 'day' : 'month'} first as written`,
    kind: 'rewrite',
    edits: numeric.map(({place, year, first: a, second: b}) =>
      replace(place, dayFirst ? isoDate(year, b, a) : isoDate(year, a, b)),
    ),
  })
  const isDayFirst = first.event.when!.date === isoDate(first.year, first.second, first.first)
  yield {
    span: first.event.whenSpan,
    message: `“${first.event.raw}” can be read with the day or with the month first, and nothing else in the document decides.`,
    related: numeric.slice(1, 6).map(({event}) => ({span: event.whenSpan, message: 'The same question.'})),
    questions: [
      `Is this ${isoDate(first.year, first.first, first.second)} or ${isoDate(first.year, first.second, first.first)}?`,
    ],
    fixes: [fix(isDayFirst), fix(!isDayFirst)],
  }
}

/** A date in words or ISO form near one of the readings decides for the reader as well. */
function isSettledElsewhere(
  document: PostmortemDocument,
  numeric: readonly {readonly year: number; readonly first: number; readonly second: number}[],
): boolean {
  const [{year, first, second}] = numeric as [{year: number; first: number; second: number}]
  const others = document.timeline.events.flatMap(({when, raw}) =>
    when?.date !== undefined && !/\d\/\d/.test(raw) ? [when.date] : [],
  )
  const named = [...others, ...document.text.slice(0, 4000).matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)].map((one) =>
    typeof one === 'string' ? one : one[0],
  )
  return named.some((date) =>
    [isoDate(year, first, second), isoDate(year, second, first)].some(
      (reading) => Math.abs(dayNumber(date) - dayNumber(reading)) <= 10,
    ),
  )
}

export const examples: RuleExamples = {
  bad: [
    {text: '# Queue stalled\n\n⟦## Timeline (UTC)⟧\n\n- 14:02 Pager fires\n- 14:05 Rota answers\n'},
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 23:58 Queue stalls\n- ⟦00:40⟧ Queue drained\n',
      fixed: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 23:58 Queue stalls\n- 2024-03-10 00:40 Queue drained\n',
    },
    {
      text: '## Timeline (UTC)\n\n- ⟦Tuesday, 9 March 2024⟧: Released\n- Monday, 11 March 2024: Withdrawn\n',
      note: 'The 9th was a Saturday.',
    },
    {
      text: '## Timeline (UTC)\n\n- ⟦22024-03-09 14:02⟧ Pager fires\n- 2024-03-09 14:05 Rota answers\n',
      fixed: '## Timeline (UTC)\n\n- 2024-03-09 14:02 Pager fires\n- 2024-03-09 14:05 Rota answers\n',
    },
    {
      text: '## Timeline (UTC)\n\n- ⟦03/04/2024 14:02⟧ Pager fires\n- 03/05/2024 14:05 Rota answers\n',
      fixed: '## Timeline (UTC)\n\n- 2024-03-04 14:02 Pager fires\n- 2024-03-05 14:05 Rota answers\n',
      note: 'March or April, or the fourth and fifth month: nothing tells.',
    },
  ],
  good: [
    {text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 Pager fires\n- 14:05 Rota answers\n'},
    {
      text: '## Timeline (UTC)\n\n### 9 March 2024\n\n- 23:58 Queue stalls\n\n### 10 March\n\n- 00:40 Queue drained\n',
    },
    {
      text: '## Timeline (UTC)\n\n- 03/04/2024 14:02 Pager fires\n- 03/24/2024 14:05 Rota answers\n',
      note: 'There is no 24th month.',
    },
    {text: '## Timeline\n\n- T+0 Pager fires\n- T+3m Rota answers\n'},
  ],
}
