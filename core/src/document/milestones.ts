import {shift} from '../text/span.ts'
import {chunksAbout} from './chunks-about.ts'
import type {SectionKind} from './kinds.ts'
import {minutesOf} from './moment.ts'
import type {PostmortemDocument} from './postmortem-document.ts'
import {timeContextOf} from './read-timeline.ts'
import {findTime} from './timeline/base-date.ts'
import {MILESTONE_CUES, NOT_YET} from './timeline/milestone-cues.ts'
import {milestoneOfField, type ToldMilestone, toldMilestonesOf} from './timeline/milestone-sentences.ts'
import {plainLine} from './timeline/plain-line.ts'
import {momentOf} from './timeline/resolve.ts'
import {type Milestone, MILESTONES, type TimelineEvent} from './timeline.ts'

/** The events that an incident is measured by. An event outside the timeline has the source `field` or `sentence`. */
export type Milestones = Readonly<Partial<Record<Milestone, TimelineEvent>>>

const known = new WeakMap<PostmortemDocument, Milestones>()

/** Recognises milestones: by tags first, then fields, then what the timeline says, then sentences about start and end. */
export function milestonesOf(document: PostmortemDocument): Milestones {
  let milestones = known.get(document)
  if (!milestones) known.set(document, (milestones = findMilestones(document)))
  return milestones
}

interface Reading {
  readonly events: readonly Reader[]
  readonly tagged: ReadonlyMap<Milestone, TimelineEvent>
  readonly told: (milestone: Milestone, source: 'field' | 'sentence') => TimelineEvent[]
}

/** An event with its plain text and the weights of its wording. */
interface Reader {
  readonly event: TimelineEvent
  readonly weights: Weights
  readonly at?: number
}

function findMilestones(document: PostmortemDocument): Milestones {
  const {events} = document.timeline
  const inTime = events.map(readEvent).map((reader, index) => ({reader, index}))
  const anyTime = inTime.filter(({reader}) => reader.at !== undefined)
  anyTime.sort((a, b) => a.reader.at! - b.reader.at! || a.index - b.index)
  const told = readTold(document)
  const tagged = new Map<Milestone, TimelineEvent>()
  for (const event of events)
    for (const tag of event.tags) if (isMilestone(tag) && !tagged.has(tag)) tagged.set(tag, event)
  return choose({
    events: anyTime.map(({reader}) => reader),
    tagged,
    told: (milestone, source) =>
      told.filter((one) => one.milestone === milestone && one.event.source === source).map(({event}) => event),
  })
}

const isMilestone = (tag: string): tag is Milestone => (MILESTONES as readonly string[]).includes(tag)

function readEvent(event: TimelineEvent): Reader {
  return {event, weights: weightsOf(plainLine(event.text).slice(0, 400)), at: minutesOf(event.when, true)}
}

type Weights = Readonly<Partial<Record<Milestone, number>>>

const weighed = new Map<string, Weights>()

/** How surely a text stands for each milestone; remembered by the text. */
function weightsOf(text: string): Weights {
  let weights = weighed.get(text)
  if (!weights) {
    if (weighed.size > 10_000) weighed.clear()
    weighed.set(text, (weights = weigh(text)))
  }
  return weights
}

function weigh(text: string): Weights {
  const isAttacker = /^(?:the )?(?:attacker|adversary|exploiter|hacker|impersonator)\b/i.test(text)
  const weights: Partial<Record<Milestone, number>> = {}
  for (const {meaning, pattern} of MILESTONE_CUES.candidatesIn(text)) {
    const {milestone, weight} = meaning
    if ((weights[milestone] ?? 0) >= weight) continue
    if (isAttacker && milestone !== 'start' && milestone !== 'introduced') continue
    if (!pattern.test(text)) continue
    const ends = milestone === 'mitigated' || milestone === 'resolved'
    if (!ends || weight === 3 || !NOT_YET.test(text)) weights[milestone] = weight
  }
  // Whoever finds the cause knew of the problem before.
  if (weights.diagnosed === 3 && (weights.detected ?? 0) < 3) delete weights.detected
  return weights
}

interface Told {
  readonly milestone: Milestone
  readonly event: TimelineEvent
}

/** Sections whose sentences about times are about something else than this incident's course. */
const ELSEWHERE: ReadonlySet<SectionKind> = new Set([
  'actions',
  'lessons',
  'well',
  'poor',
  'lucky',
  'recurrence',
  'support',
  'people',
  'questions',
  'timeline',
  'background',
])

function readTold(document: PostmortemDocument): Told[] {
  const found: Told[] = []
  const context = timeContextOf(document)
  const add = (one: ToldMilestone, by: number): void => {
    const when = momentOf(one.written, shift(one.when, by).start, context)
    if (!when?.date) return
    found.push({
      milestone: one.milestone,
      event: outside(
        shift(one.span, by),
        shift(one.when, by),
        document.textOf(shift(one.when, by)),
        one.text,
        when,
        one.source,
      ),
    })
  }
  for (const [key, values] of document.metadata.fields) {
    const milestone = milestoneOfField(key)
    for (const {value, span} of milestone ? values : []) {
      const written = findTime(String(value))
      const when = written && momentOf(written, span.start, context)
      if (milestone && when?.date)
        found.push({milestone, event: outside(span, span, String(value), `${key}: ${value}`, when, 'field')})
    }
  }
  const isHere = (kind: SectionKind | undefined): boolean => !kind || !ELSEWHERE.has(kind)
  for (const {chunk, start} of chunksAbout(document, isHere)) {
    for (const one of toldMilestonesOf(chunk)) if (isHere(document.kindAt(one.span.start + start))) add(one, start)
  }
  return found
}

const outside = (
  span: TimelineEvent['span'],
  whenSpan: TimelineEvent['span'],
  raw: string,
  text: string,
  when: TimelineEvent['when'],
  source: 'field' | 'sentence',
): TimelineEvent => ({
  span,
  whenSpan,
  raw,
  when,
  text,
  textSpan: span,
  tags: [],
  links: [],
  source,
  container: span,
  depth: 0,
  run: -1,
})

const firstOf = (readers: readonly Reader[], milestone: Milestone, weight: number): Reader | undefined =>
  readers.find(({weights}) => (weights[milestone] ?? 0) >= weight)

function strongest(
  readers: readonly Reader[],
  milestone: Milestone,
  from: 'first' | 'last',
  floor = 1,
): Reader | undefined {
  for (let weight = 3; weight >= floor; weight--) {
    const matching = readers.filter(({weights}) => (weights[milestone] ?? 0) === weight)
    if (matching.length) return from === 'first' ? matching[0] : matching.at(-1)
  }
  return undefined
}

const at = (event: TimelineEvent | undefined): number | undefined => minutesOf(event?.when, true)

function choose({events, tagged, told}: Reading): Milestones {
  const chosen: Partial<Record<Milestone, TimelineEvent>> = {}
  const set = (milestone: Milestone, event: TimelineEvent | undefined): void => {
    const tag = tagged.get(milestone)
    const [field] = told(milestone, 'field')
    // A field that gives the day leaves the hour to the timeline.
    const isFiner =
      event?.when?.minutes !== undefined && field?.when?.minutes === undefined && event.when.date === field?.when?.date
    if (tag ?? event) chosen[milestone] = tag ?? (isFiner ? event : (field ?? event))
  }
  for (const milestone of MILESTONES) set(milestone, told(milestone, 'field')[0])

  set('detected', chosen.detected ?? detectionIn(events)?.event)
  set('start', chosen.start ?? startOf(events, told('start', 'sentence')[0], chosen.detected))
  const [start, detected] = [at(chosen.start), at(chosen.detected)]
  const toldDetection = told('detected', 'sentence').find((event) => start === undefined || at(event)! >= start)
  // What was seen long before the impact is another discovery than that of the impact.
  if (!chosen.detected || (start !== undefined && detected !== undefined && detected < start - 60 && toldDetection)) {
    const later = events.filter((reader) => start === undefined || reader.at! >= start)
    set('detected', detectionIn(later)?.event ?? toldDetection ?? chosen.detected)
  }
  const since = at(chosen.detected) ?? at(chosen.start) ?? -Infinity
  const after = events.filter((reader) => reader.at! >= since)
  set('acknowledged', firstOf(after, 'acknowledged', 3)?.event)
  set('declared', (firstOf(events, 'declared', 3) ?? firstOf(after, 'declared', 2))?.event)
  set(
    'engaged',
    firstOf(
      after.filter(({event}) => event !== chosen.detected),
      'engaged',
      2,
    )?.event,
  )
  set(
    'diagnosed',
    strongest(
      after.filter(({event}) => event !== chosen.detected),
      'diagnosed',
      'first',
      2,
    )?.event,
  )
  const lastOne = strongest(after, 'resolved', 'last', 2) ?? lastResolution(after)
  set(
    'mitigated',
    mitigationIn(after, lastOne)?.event ?? told('mitigated', 'sentence').find((event) => at(event)! >= since),
  )
  const mitigated = at(chosen.mitigated) ?? since
  set('resolved', (lastOne && lastOne.at! >= mitigated ? lastOne : undefined)?.event)
  set(
    'closed',
    firstOf(
      events.filter((reader) => reader.at! >= mitigated),
      'closed',
      3,
    )?.event,
  )
  set('introduced', introductionIn(events, chosen.start))
  return chosen
}

const detectionIn = (readers: readonly Reader[]): Reader | undefined =>
  firstOf(readers, 'detected', 2) ?? firstOf(readers, 'detected', 1)

/** The wording of the timeline where it names the start; else a sentence; else the first harm, or the last change before it was seen. */
function startOf(
  events: readonly Reader[],
  sentence: TimelineEvent | undefined,
  detected: TimelineEvent | undefined,
): TimelineEvent | undefined {
  const named = firstOf(events, 'start', 3)
  const seen = at(detected)
  if (named && (seen === undefined || named.at! <= seen + 1440 * 40)) return named.event
  if (sentence) return sentence
  if (seen === undefined) return firstOf(events, 'start', 2)?.event
  const before = events.filter((reader) => reader.at! <= seen && reader.event !== detected && !reader.weights.detected)
  return (firstOf(before, 'start', 2) ?? before.filter(({weights}) => weights.start).at(-1))?.event
}

/** Of weak wordings the first counts, as later ones tidy up. */
function mitigationIn(readers: readonly Reader[], resolved: Reader | undefined): Reader | undefined {
  const until = resolved?.at ?? Infinity
  const before = readers.filter((reader) => reader.at! <= until)
  return (
    strongest(before, 'mitigated', 'first', 2) ??
    before.find((reader) => reader.weights.mitigated && reader !== resolved)
  )
}

/** The last entry, where it tells that something was finished. */
const lastResolution = (readers: readonly Reader[]): Reader | undefined => {
  const last = readers.at(-1)
  return last && readers.length > 2 && last.weights.resolved ? last : undefined
}

function introductionIn(events: readonly Reader[], start: TimelineEvent | undefined): TimelineEvent | undefined {
  const named = firstOf(events, 'introduced', 3)
  if (named) return named.event
  const begin = at(start)
  const change =
    begin === undefined
      ? undefined
      : events.find((reader) => reader.at! < begin && reader.weights.start === 1 && !reader.weights.detected)
  return change?.event
}

/** A stretch between two milestones of one incident. No averages: such figures do not add up across incidents. */
export interface Metric {
  readonly name:
    'timeToDetect' | 'timeToAcknowledge' | 'timeToEngage' | 'timeToMitigate' | 'timeToResolve' | 'impact' | 'exposure'
  readonly label: string
  readonly seconds: number
  readonly from: TimelineEvent
  readonly to: TimelineEvent
  /** Whether an end is approximate or only a day is known. */
  readonly approximate: boolean
  /** What to keep in mind about this figure. */
  readonly caveat: string
}

/** Said once beside all metrics (VOID reports; Davidovic, Incident Metrics in SRE). */
export const METRIC_CAVEATS: readonly string[] = [
  'Where an incident starts and ends is a judgement; another reader may choose other entries.',
  'How long an incident lasts says little about how severe it is.',
  'Averages of such figures over incidents do not support decisions, so none are shown.',
]

const METRICS: readonly (Pick<Metric, 'name' | 'label' | 'caveat'> & {
  readonly from: Milestone
  readonly to: Milestone
})[] = [
  {
    name: 'timeToDetect',
    label: 'Time to detect',
    from: 'start',
    to: 'detected',
    caveat: 'Counted from the first effect that the document names; effects that nobody saw are not in it.',
  },
  {
    name: 'timeToAcknowledge',
    label: 'Time to acknowledge',
    from: 'detected',
    to: 'acknowledged',
    caveat: 'The first answer that was written down; somebody may have looked earlier.',
  },
  {
    name: 'timeToEngage',
    label: 'Time to engage',
    from: 'acknowledged',
    to: 'engaged',
    caveat: 'The first entry that tells of people at work.',
  },
  {
    name: 'timeToMitigate',
    label: 'Time to mitigate',
    from: 'start',
    to: 'mitigated',
    caveat: 'Ends with the act or the effect, whichever the entry names; the two may lie apart.',
  },
  {
    name: 'timeToResolve',
    label: 'Time to resolve',
    from: 'start',
    to: 'resolved',
    caveat: 'Resolved means what the document calls resolved; clean-up may go on.',
  },
  {
    name: 'impact',
    label: 'Duration of impact',
    from: 'start',
    to: 'mitigated',
    caveat: 'For users; it may differ from the time that the response took.',
  },
  {
    name: 'exposure',
    label: 'Exposure',
    from: 'introduced',
    to: 'start',
    caveat: 'From the change that made it possible to the first effect.',
  },
]

/** The intervals of this incident whose two ends are known, each with its two events. */
export function metricsOf(document: PostmortemDocument): readonly Metric[] {
  const milestones = milestonesOf(document)
  return METRICS.flatMap(({from, to, ...metric}) => {
    // Where nobody wrote down the acknowledgement, the engagement counts from the detection.
    const [a, b] = [milestones[from] ?? (from === 'acknowledged' ? milestones.detected : undefined), milestones[to]]
    const between = a && b && a !== b ? secondsBetween(a, b) : undefined
    return a && b && between && between.seconds >= 0 ? [{...metric, ...between, from: a, to: b}] : []
  })
}

/** Undefined where the times are too coarse to tell. */
export function secondsBetween(
  from: TimelineEvent,
  to: TimelineEvent,
): {readonly seconds: number; readonly approximate: boolean} | undefined {
  const [a, b] = [from.when, to.when]
  const isCoarse = a?.minutes === undefined || b?.minutes === undefined
  const [start, end] = [minutesOf(a, true), minutesOf(b, true)]
  if (!a || !b || start === undefined || end === undefined || (a.date === undefined) !== (b.date === undefined))
    return undefined
  // Between a day and a time, less than a day means nothing.
  if (isCoarse && a.elapsed === undefined && Math.abs(end - start) < 1440) return undefined
  const seconds = Math.round((end - start) * 60)
  return {
    seconds: isCoarse && a.elapsed === undefined ? Math.floor(seconds / 86400) * 86400 : seconds,
    approximate: isCoarse || a.approximate || b.approximate,
  }
}

export {type Gap, gapsOf} from './timeline/gaps.ts'
