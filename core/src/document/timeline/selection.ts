import {type Chunk, derive, type PlacedChunk} from '../../markdown/chunks.ts'
import {shift, type Span} from '../../text/span.ts'
import {firstFrom} from '../blocks.ts'
import type {SectionKind} from '../kinds.ts'
import type {PostmortemDocument} from '../postmortem-document.ts'
import {isKind, type Section} from '../section.ts'
import {type Container, entriesOf, type Entry} from './entries.ts'
import {readWhole} from './written-time.ts'

/** An entry in its place in the document. Looks up what does not depend on the place, as copies of many entries cost time. */
export class PlacedEntry {
  /** The same entry in its chunk, for what is remembered with it. */
  readonly origin: Entry
  readonly container: Container
  readonly section: Section | undefined
  /** The section that makes the entry part of a timeline; undefined outside timelines. */
  readonly timeline: Section | undefined
  readonly span: Span
  readonly when: Span
  readonly text: Span
  readonly actor: Span | undefined

  constructor(
    origin: Entry,
    by: number,
    around: {readonly container: Container; readonly section?: Section; readonly timeline?: Section},
  ) {
    this.origin = origin
    this.container = around.container
    this.section = around.section
    this.timeline = around.timeline
    this.span = shift(origin.span, by)
    this.when = shift(origin.when, by)
    this.text = shift(origin.text, by)
    this.actor = origin.actor && shift(origin.actor, by)
  }

  get source(): Entry['source'] {
    return this.origin.source
  }

  get place(): Entry['place'] {
    return this.origin.place
  }

  get setOff(): boolean {
    return this.origin.setOff
  }

  get raw(): string {
    return this.origin.raw
  }

  get written(): Entry['written'] {
    return this.origin.written
  }

  get line(): string {
    return this.origin.line
  }

  get depth(): number {
    return this.origin.depth
  }

  get columnZone(): string | undefined {
    return this.origin.columnZone
  }

  get columnYear(): number | undefined {
    return this.origin.columnYear
  }

  get tag(): string | undefined {
    return this.origin.tag
  }

  get below(): boolean | undefined {
    return this.origin.below
  }
}

/** An event, or a date that holds for the events below it. */
export interface Selected {
  readonly entry: PlacedEntry
  readonly role: 'event' | 'date'
  /** Where a date stops to hold: the end of its section or list item. Undefined: until the next date. */
  readonly scopeEnd?: number
  /** Index of the timeline section, list or table; see `TimelineEvent.run`. */
  readonly run: number
}

/** Sections below a timeline that are about something else. */
const LEAVES: ReadonlySet<SectionKind> = new Set([
  'causes',
  'actions',
  'lessons',
  'well',
  'poor',
  'lucky',
  'people',
  'questions',
  'support',
  'summary',
  'background',
  'recurrence',
  'external',
])

/** Sections whose lists of times are no timeline: due dates, meetings, references. */
const NO_TIMELINE: ReadonlySet<SectionKind> = new Set([
  'actions',
  'people',
  'questions',
  'support',
  'lessons',
  'well',
  'poor',
  'lucky',
  'recurrence',
  'meta',
])

/** Whether a section is a timeline by its heading, whatever else the heading says: “Timeline (UTC) All times approximate”. */
export const isTimeline = (section: Section): boolean =>
  isKind(section, 'timeline') || (!section.kind && /^(?:[\w-]+ )?time ?line\b/i.test(section.title))

/** Headings that are dates, next to the timeline's heading instead of below it: they go on with the timeline. */
function continuations(sections: readonly Section[]): ReadonlyMap<Section, Section> {
  const found = new Map<Section, Section>()
  const last = new Map<Section | undefined, Section>()
  for (const section of sections) {
    const before = last.get(section.parent)
    const timeline =
      before && before.depth === section.depth ? (isTimeline(before) ? before : found.get(before)) : undefined
    if (timeline && !section.kind && readWhole(section.title)?.date) found.set(section, timeline)
    last.set(section.parent, section)
  }
  return found
}

function timelineAround(section: Section | undefined, continued: ReadonlyMap<Section, Section>): Section | undefined {
  let left = false
  for (let at = section; at; at = at.parent) {
    const timeline = isTimeline(at) ? at : continued.get(at)
    if (timeline) return left ? undefined : timeline
    // A label such as “**Detection**:” names an entry, not a section of its own.
    if (at.kind && LEAVES.has(at.kind) && at.style !== 'label') left = true
  }
  return undefined
}

function gather<Key>(groups: Map<Key, PlacedEntry[]>, key: Key, entry: PlacedEntry): void {
  const group = groups.get(key)
  if (group) group.push(entry)
  else groups.set(key, [entry])
}

interface Surrounded {
  readonly entry: Entry
  readonly section: Section | undefined
  readonly timeline: Section | undefined
}

/** The entries of a chunk that may count, with the sections around them. */
function entriesIn(
  document: PostmortemDocument,
  {chunk, start}: PlacedChunk,
  timelineOf: (section: Section | undefined) => Section | undefined,
): Surrounded[] {
  const entries = entriesOf(chunk)
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last) return []
  const from = first.span.start + start
  const to = last.span.start + start
  const section = document.sectionAt(from)
  const isOne = document.sectionAt(to) === section && !holdsStart(document.sections, {start: from + 1, end: to + 1})
  // Most chunks are one section, and most of these no timeline.
  if (isOne && !timelineOf(section)) return outsideOf(chunk).map((entry) => ({entry, section, timeline: undefined}))
  const found = entries.map((entry) => {
    const own = isOne ? section : document.sectionAt(entry.span.start + start)
    return {entry, section: own, timeline: timelineOf(own)}
  })
  // Beside entries of a timeline, those that do not count tell what the list is like.
  return found.some(({timeline}) => timeline) ? found : found.filter(({entry}) => mayCountOutside(entry))
}

const holdsStart = (sections: readonly Section[], {start, end}: Span): boolean =>
  (sections[firstFrom(sections, start)]?.span.start ?? Infinity) < end

const outsideOf: (chunk: Chunk) => readonly Entry[] = derive((chunk) => entriesOf(chunk).filter(mayCountOutside))

/** The entries of the document that may count, with the sections that they stand in. */
function placeEntries(document: PostmortemDocument): PlacedEntry[] {
  const placed: PlacedEntry[] = []
  const around = new Map<Section | undefined, Section | undefined>()
  const continued = continuations(document.sections)
  for (const {chunk, start} of document.chunks) {
    const found = entriesIn(document, {chunk, start}, (section) => {
      if (!around.has(section)) around.set(section, timelineAround(section, continued))
      return around.get(section)
    })
    const containers = new Map<Container, Container>()
    for (const {entry, section, timeline} of found) {
      let container = containers.get(entry.container)
      if (!container)
        containers.set(entry.container, (container = {...entry.container, span: shift(entry.container.span, start)}))
      placed.push(new PlacedEntry(entry, start, {container, section, timeline}))
    }
  }
  return placed
}

/** Decides which entries are events and which only date the ones below. */
export function selectEntries(document: PostmortemDocument): Selected[] {
  const placed = placeEntries(document)
  const outside = clustersOutside(placed)
  const groups = new Map<Container, PlacedEntry[]>()
  for (const entry of placed) gather(groups, entry.container, entry)
  const chosen = placed.filter(
    (entry) =>
      (entry.timeline
        ? isInTimeline(entry, groups.get(entry.container)!)
        : outside.has(groupKey(entry)) && isClear(entry)) || isHeadingDate(entry),
  )
  return withRoles(withoutNestedDetails(chosen))
}

const isHeadingDate = (entry: PlacedEntry): boolean =>
  isDatedHeading(entry) && (entry.timeline !== undefined || entry.section?.kind !== 'title')

const isDatedHeading = ({source, written}: Entry): boolean =>
  source === 'heading' && written?.date !== undefined && !written.clock

/** Whether an entry can be chosen outside the sections that are timelines. */
const mayCountOutside = (entry: Entry): boolean => isClear(entry) || isDatedHeading(entry)

const hasClock = ({written}: Entry): boolean =>
  written !== undefined && (written.clock !== undefined || written.elapsed !== undefined || written.epoch !== undefined)

const hasDay = ({written}: Entry): boolean =>
  written?.date !== undefined && (written.date.day !== undefined || written.date.numeric !== undefined)

function isInTimeline(entry: PlacedEntry, group: readonly PlacedEntry[]): boolean {
  const {written, place, source} = entry
  if (!written) return source === 'table' && /\p{L}/u.test(entry.line)
  if (place === 'leading') return isPlainTime(entry, group)
  if (place === 'trailing') return source !== 'line' || hasClock(entry)
  if (source === 'list')
    return (
      group.length > 1 &&
      group.every((other) => other.place === 'inner' || other.written?.prose) &&
      group.length >= entry.container.size / 2
    )
  return source === 'line' && !written.clock
}

/** Whether what stands first is meant as a time, and not a version, a year or a number. */
function isPlainTime(entry: PlacedEntry, group: readonly PlacedEntry[]): boolean {
  const {written, setOff, line} = entry
  if (!written) return false
  if (written.clock?.style === 'bare' && !written.date) {
    const bare = group.filter((other) => other.written?.clock?.style === 'bare')
    return bare.length > 2 && bare.some(({written: other}) => (other!.clock!.minutes ?? 0) < 19 * 60)
  }
  if (written.clock?.style === 'dot' && !written.date && written.clock.half === undefined) {
    return setOff || /^[\p{Lu}@`[]/u.test(line) || written.clock.hourDigits === 2
  }
  if (
    written.date?.weekday !== undefined &&
    written.date.month === undefined &&
    !written.date.numeric &&
    !written.clock
  )
    return setOff
  if (written.later !== undefined || written.elapsed !== undefined) return group.length > 1
  if (written.vague && !written.date && !written.clock) return setOff && line !== ''
  return true
}

const groupKey = (entry: PlacedEntry): unknown =>
  entry.source === 'heading' ? (entry.section?.parent ?? 'top') : entry.container

/** Clear enough to be an event without a heading that says so. */
const isClear = (entry: Entry): boolean =>
  entry.written !== undefined &&
  entry.place === 'leading' &&
  !entry.written.prose &&
  entry.written.clock?.style !== 'bare' &&
  (entry.written.clock?.style !== 'dot' || entry.written.date !== undefined) &&
  (hasClock(entry) || hasDay(entry)) &&
  (entry.line !== '' || entry.source === 'heading')

/** Lists, tables, runs of lines and headings outside timeline sections that are plainly a timeline. */
function clustersOutside(placed: readonly PlacedEntry[]): ReadonlySet<unknown> {
  const groups = new Map<unknown, PlacedEntry[]>()
  for (const entry of placed) {
    if (entry.timeline || !isClear(entry) || isExcluded(entry)) continue
    gather(groups, groupKey(entry), entry)
  }
  const hasTimeline = placed.some(
    (entry) => entry.timeline && entry.place === 'leading' && (hasClock(entry) || hasDay(entry)),
  )
  const clear = [...groups].filter(([, entries]) => {
    const clocked = entries.filter(hasClock)
    const {container, source} = entries[0]!
    const isMost = source === 'heading' || source === 'line' || entries.length >= container.size / 2
    if (!isMost || !tellsWords(entries)) return false
    if (source === 'line' && !entries.every(({setOff}) => setOff)) return false
    return (
      clocked.length >= 3 ||
      (!hasTimeline &&
        source !== 'line' &&
        entries.length >= 3 &&
        entries.every((entry) => hasDay(entry) && entry.setOff))
    )
  })
  return new Set(clear.map(([key]) => key))
}

function isExcluded({section}: PlacedEntry): boolean {
  for (let at = section; at; at = at.parent) if (at.kind && NO_TIMELINE.has(at.kind)) return true
  return false
}

/** Measurements have times too, but no sentences. */
const tellsWords = (entries: readonly PlacedEntry[]): boolean =>
  entries.filter(({line, source}) => source === 'heading' || /[\p{L}]{3,}[^\p{L}]+[\p{L}]{2,}/u.test(line)).length >
  entries.length / 2

/** Below an entry with a time of its own, times further back in a line are details. */
function withoutNestedDetails(entries: readonly PlacedEntry[]): PlacedEntry[] {
  const kept: PlacedEntry[] = []
  let around: PlacedEntry | undefined
  for (const entry of entries) {
    if (around && entry.span.start >= around.span.end) around = undefined
    if (around && entry.place !== 'leading' && entry.source === 'list') continue
    kept.push(entry)
    if (entry.source === 'list' && hasClock(entry) && (!around || entry.span.end > around.span.end)) around = entry
  }
  return kept
}

function withRoles(entries: readonly PlacedEntry[]): Selected[] {
  let run = -1
  let last: PlacedEntry | undefined
  const runs = new Map<unknown, number>()
  return entries.flatMap((entry, i): Selected[] => {
    const key = runKey(entry)
    if (!runs.has(key)) runs.set(key, ++run)
    last = entry
    const role = roleOf(entry, entries, i)
    return role ? [{entry: last, run: runs.get(key)!, ...role}] : []
  })
}

/** Everything below one timeline heading belongs together; elsewhere every list stands for itself. */
const runKey = (entry: PlacedEntry): unknown =>
  entry.timeline ??
  (entry.source === 'heading'
    ? (entry.section?.parent ?? 'top')
    : entry.source === 'line'
      ? (entry.section ?? 'top')
      : entry.container)

const sameTimeline = (a: PlacedEntry, b: PlacedEntry): boolean => a.timeline !== undefined && a.timeline === b.timeline

function roleOf(
  entry: PlacedEntry,
  entries: readonly PlacedEntry[],
  index: number,
): Pick<Selected, 'role' | 'scopeEnd'> | undefined {
  const {written, source, place, section} = entry
  const isDateOnly =
    written !== undefined &&
    !hasClock(entry) &&
    !written.placeholder &&
    written.later === undefined &&
    (written.date !== undefined || written.plusDays !== undefined)
  if (source === 'heading') {
    const isOwn =
      section !== undefined && section.heading.start <= entry.span.start && entry.span.start < section.heading.end
    const scopeEnd = isOwn ? section.span.end : undefined
    if (!isDateOnly) return place === 'inner' ? undefined : {role: 'event'}
    const holdsOthers =
      isOwn &&
      entries
        .slice(index + 1, index + 400)
        .some(
          (other) =>
            (other.span.start < section.span.end && other.source !== 'heading') ||
            (other.span.start < section.span.end && hasClock(other)),
        )
    const isEvent = !holdsOthers && place === 'leading' && entry.timeline !== undefined && entry.timeline !== section
    return isEvent ? {role: 'event'} : {role: 'date', scopeEnd}
  }
  if (!isDateOnly) return {role: 'event'}
  if (source === 'line' && place === 'inner') return {role: 'date'}
  const next = entries[index + 1]
  if (source === 'list' && next && next.span.start < entry.span.end && hasClock(next) && !hasDay(next))
    return {role: 'date', scopeEnd: entry.span.end}
  if (
    (entry.line === '' ||
      (entry.below && next && (hasClock(next) || next.written?.vague) && !hasDay(next) && sameTimeline(entry, next))) &&
    source !== 'table'
  )
    return {role: 'date'}
  return {role: 'event'}
}
