import {shift, type Span} from '../text/span.ts'
import type {PostmortemDocument} from './postmortem-document.ts'
import type {MomentSource, Timeline, TimelineEvent} from './timeline.ts'
import {readActor} from './timeline/actor.ts'
import {type BaseDate, baseDatesOf} from './timeline/base-date.ts'
import {dateOf, dayFirstIn, type Resolved, resolveTimes, type TimeContext} from './timeline/resolve.ts'
import {isTimeline, type PlacedEntry, type Selected, selectEntries} from './timeline/selection.ts'
import {statementsOf} from './timeline/statements.ts'
import {readTags} from './timeline/tags.ts'
import type {WrittenDate, WrittenTime} from './timeline/written-time.ts'
import {readZone, type Zone, zoneIn} from './timeline/zones.ts'

/** Reads the events of a document: entries chunk by chunk, then dates and zones from what stands around them. */
export function readTimeline(document: PostmortemDocument, options: {readonly timezone?: string}): Timeline {
  settings.set(document, options.timezone)
  const selected = selectEntries(document)
  if (!selected.length) return {events: [], newestFirst: false}
  const zones = zonesOf(document, options.timezone)
  const context = contextOf(document, selected, zones)
  contexts.set(document, context)
  const events = resolveTimes(selected, context).map((resolved) => toEvent(resolved, document))
  const {main} = zones
  return {
    events,
    newestFirst: context.newestFirst,
    ...(main ? {timezone: main.zone.text} : timezoneOf(events)),
    ...(main?.span ? {timezoneSpan: main.span} : {}),
  }
}

const settings = new WeakMap<PostmortemDocument, string | undefined>()
const contexts = new WeakMap<PostmortemDocument, TimeContext>()

/** What the document says about dates and zones, for times outside the timeline. */
export function timeContextOf(document: PostmortemDocument): TimeContext {
  void document.timeline
  let context = contexts.get(document)
  if (!context) contexts.set(document, (context = contextOf(document, [], zonesOf(document, settings.get(document)))))
  return context
}

/** The one zone that entries name. */
function timezoneOf(events: readonly TimelineEvent[]): {timezone?: string} {
  const named = new Set(events.flatMap(({when}) => (when?.zone === undefined ? [] : [when.zone])))
  return named.size === 1 ? {timezone: [...named][0]!} : {}
}

interface StatedZone {
  readonly zone: Zone
  readonly from: MomentSource
  readonly span?: Span
  /** The stretch of text that it holds for; undefined for the whole document. */
  readonly within?: Span
}

interface Zones {
  readonly stated: readonly StatedZone[]
  /** The only zone that running text names, and the setting: used where the timeline itself states none. */
  readonly fallback?: StatedZone
  readonly main?: StatedZone
}

/** Zones by heading and statement first; then the only zone that the prose names, and the setting. */
function zonesOf(document: PostmortemDocument, setting: string | undefined): Zones {
  const stated: StatedZone[] = []
  for (const section of document.sections) {
    const name = section.style === 'label' || section.kind === 'title' ? undefined : zoneIn(section.title)
    const zone = name === undefined ? undefined : readZone(name)
    if (zone) stated.push({zone, from: 'heading', span: section.heading, within: section.span})
  }
  const prose = new Set<string>()
  for (const {chunk, start} of document.chunks) {
    const {zones, proseZones} = statementsOf(chunk)
    for (const {zone: name, ...at} of zones) {
      const zone = readZone(name)
      const span = shift(at, start)
      const section = document.sectionAt(span.start)
      if (zone)
        stated.push({zone, from: 'statement', span, within: section && isTimeline(section) ? section.span : undefined})
    }
    for (const name of proseZones) prose.add(name)
  }
  const field = document.metadata.fields.get('timezone')?.[0] ?? document.metadata.fields.get('time_zone')?.[0]
  const fieldZone = field && readZone(String(field.value))
  if (field && fieldZone) stated.push({zone: fieldZone, from: 'metadata', span: field.span})
  const main = stated.find(({within}) => within === undefined || isTimelineSpan(document, within)) ?? stated[0]
  const onlyProse = prose.size === 1 ? readZone([...prose][0]!) : undefined
  const settingZone = setting === undefined ? undefined : readZone(setting)
  const fallback: StatedZone | undefined = onlyProse
    ? {zone: onlyProse, from: 'prose'}
    : settingZone && {zone: settingZone, from: 'setting'}
  return {stated, main, fallback}
}

const isTimelineSpan = (document: PostmortemDocument, span: Span): boolean =>
  document.sections.some((section) => section.span.start === span.start && isTimeline(section))

function contextOf(document: PostmortemDocument, selected: readonly Selected[], zones: Zones): TimeContext {
  const written = selected.flatMap(({entry}) => entry.written ?? [])
  const bases = baseDatesOf(document)
  const dates: WrittenDate[] = [...written.flatMap(datesIn), ...bases.flatMap(({written: base}) => datesIn(base))]
  const year = [
    ...bases.flatMap(({written: base}) => base.date?.year ?? []),
    ...dates.flatMap((date) => date.year ?? []),
  ][0]
  const unambiguous = bases.find(
    ({written: base}) => base.date?.month !== undefined && base.date.day !== undefined && base.date.year !== undefined,
  )
  const known = unambiguous && dateOf(unambiguous.written.date!, {dayFirst: false}, undefined, undefined)
  const dayFirst =
    dayFirstIn(dates, known) ?? dates.some(({numeric}) => numeric !== undefined && numeric.separator !== '/')
  const firstOwn = written.find(({date}) => date?.year !== undefined && (date.day !== undefined || date.numeric))
  const all: readonly BaseDate[] = firstOwn ? [...bases, {written: firstOwn, from: 'previous'}] : bases
  const base = all
    .map(({written: found, from}) => ({date: dateOf(found.date!, {dayFirst, year}, undefined, undefined), from}))
    .find(({date}) => date !== undefined)
  const newestFirst = isNewestFirst(document, selected, dayFirst)
  let other: {readonly zone: StatedZone | undefined} | undefined
  return {
    ...(base?.date === undefined ? {} : {base: {date: base.date, from: base.from}}),
    year,
    dayFirst,
    newestFirst,
    zero: zeroOf(document, selected, dayFirst, year),
    zoneAt: (offset) =>
      zones.stated.find(({within}) => within !== undefined && within.start <= offset && offset < within.end) ??
      zones.stated.find(({within}) => within === undefined) ??
      (other ??= {zone: elsewhere(zones, document)}).zone ??
      zones.fallback,
  }
}

/** A zone that one timeline section states holds for a second one that states none. */
function elsewhere({stated}: Zones, document: PostmortemDocument): StatedZone | undefined {
  const timelines = stated.filter(({within}) => within !== undefined && isTimelineSpan(document, within))
  return new Set(timelines.map(({zone}) => zone.text)).size === 1 ? timelines[0] : undefined
}

const datesIn = ({date, until}: WrittenTime): WrittenDate[] => [
  ...(date ? [date] : []),
  ...(until?.date ? [until.date] : []),
]

function isNewestFirst(document: PostmortemDocument, selected: readonly Selected[], dayFirst: boolean): boolean {
  const isStated = document.chunks.some(({chunk, start}) =>
    statementsOf(chunk).newestFirst.some((at) => document.kindAt(at + start) === 'timeline'),
  )
  if (isStated) return true
  let back = 0
  let forward = 0
  let last: {readonly run: number; readonly at: number} | undefined
  for (const {entry, run, role} of selected) {
    const {written} = entry
    if (role !== 'event' || !written || written.clock?.half !== undefined) continue
    const date = written.date && dateOf(written.date, {dayFirst, year: 2024}, undefined, undefined)
    const at = date === undefined ? written.clock?.minutes : Date.parse(date) / 60_000 + (written.clock?.minutes ?? 0)
    if (at === undefined || (date === undefined && written.date)) continue
    if (last?.run === run && at !== last.at && at > 10_000 === last.at > 10_000) at < last.at ? back++ : forward++
    last = {run, at}
  }
  return back >= 3 && forward === 0
}

/** What `T+0` is: “T0 = 14:05”, or the entry at `T+0` where it has a clock time too. */
function zeroOf(
  document: PostmortemDocument,
  selected: readonly Selected[],
  dayFirst: boolean,
  year: number | undefined,
): TimeContext['zero'] {
  if (!selected.some(({entry}) => entry.written?.elapsed !== undefined)) return undefined
  for (const {chunk} of document.chunks) {
    const {zero} = statementsOf(chunk)
    if (zero?.clock?.minutes !== undefined)
      return {minutes: zero.clock.minutes, date: zero.date && dateOf(zero.date, {dayFirst, year}, undefined, undefined)}
  }
  return undefined
}

const LINK = /\]\(\s*<?([^)\s>]+)|<(https?:\/\/[^>\s]+)>|(?<![(<\w])(https?:\/\/[^\s)>\]]+)/g

function toEvent({selected: {entry, run}, when, until}: Resolved, document: PostmortemDocument): TimelineEvent {
  const {actor, tags, links} = detailsOf(entry, document)
  return {
    span: entry.span,
    raw: entry.raw,
    whenSpan: entry.when,
    when,
    until,
    actor: actor && {name: actor.name, span: shift(actor.span, entry.text.start)},
    text: entry.line,
    textSpan: entry.text,
    tags,
    links,
    source: entry.source,
    container: entry.container.span,
    depth: entry.depth,
    run,
  }
}

/** What an entry says by itself; places count from the start of its text. */
type Details = Pick<TimelineEvent, 'tags' | 'links' | 'actor'>

const details = new WeakMap<object, Details>()

/** Read when first asked for, and kept with the entry of the chunk. */
function detailsOf(entry: PlacedEntry, {text}: PostmortemDocument): Details {
  let known = details.get(entry.origin)
  if (!known) {
    const whole = text.slice(entry.span.start, entry.span.end)
    const mayLink = whole.includes('http') || whole.includes('](')
    const links = mayLink ? [...whole.matchAll(LINK)].map(([, inline, auto, bare]) => inline ?? auto ?? bare!) : []
    const actor = entry.actor
      ? {name: bareName(text.slice(entry.actor.start, entry.actor.end)), span: shift(entry.actor, -entry.text.start)}
      : readActor(text.slice(entry.text.start, entry.text.end), 0)
    details.set(entry.origin, (known = {links, tags: readTags(entry.line, entry.tag), ...(actor ? {actor} : {})}))
  }
  return known
}

const bareName = (source: string): string => source.replace(/[*_`[\]]/g, '').trim()
