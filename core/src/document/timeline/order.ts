import {minutesOf} from '../moment.ts'
import type {PostmortemDocument} from '../postmortem-document.ts'
import type {TimelineEvent} from '../timeline.ts'
import {runsOf} from './runs.ts'

/** An entry that stands behind a later one. */
export interface Slip {
  readonly event: TimelineEvent
  readonly before: TimelineEvent
  readonly minutes: number
}

function slipsIn(events: readonly TimelineEvent[], sign: number, document: PostmortemDocument): Slip[] {
  const slips: Slip[] = []
  let before: TimelineEvent | undefined
  for (const event of events) {
    if (
      event.tags.includes('found-later') ||
      !event.when ||
      (event.when.minutes === undefined && event.when.date === undefined && event.when.elapsed === undefined)
    )
      continue
    const minutes = before && isComparable(before, event, document) ? stepBack(before, event, sign) : undefined
    if (minutes !== undefined && before) slips.push({event, before, minutes})
    // Whichever of the two is out of place, what follows is told once and not again.
    before = event
  }
  return slips
}

/** `First detected 09:29`: a list of labels has an order of its own. */
const isLabelled = ({whenSpan, textSpan}: TimelineEvent): boolean => whenSpan.start > textSpan.start

function isComparable(before: TimelineEvent, event: TimelineEvent, document: PostmortemDocument): boolean {
  if (isLabelled(before) && isLabelled(event) && event.source === 'list') return false
  if (before.container.start === event.container.start) return before.depth === event.depth
  return (
    (before.source === event.source &&
      event.source !== 'heading' &&
      before.depth === event.depth &&
      event.depth <= 1 &&
      document.sectionAt(before.span.start) === document.sectionAt(event.span.start)) ||
    (event.source === 'heading' && before.source === 'heading')
  )
}

const TOLERANCE_OF_ABOUT = 15

/** Minutes that the entry lies before the one above it; undefined where the order is right or cannot be told. */
function stepBack(before: TimelineEvent, event: TimelineEvent, sign: number): number | undefined {
  const [a, b] = [before.when!, event.when!]
  if (event.until || (a.zone !== b.zone && a.minutes !== undefined && b.minutes !== undefined && a.date === b.date))
    return undefined
  if (a.minutes === undefined || b.minutes === undefined) {
    if (
      a.elapsed !== undefined ||
      b.elapsed !== undefined ||
      a.date === undefined ||
      b.date === undefined ||
      a.date === b.date ||
      b.dateFrom !== 'entry'
    )
      return undefined
  }
  const isCoarse = a.elapsed === undefined && (a.minutes === undefined || b.minutes === undefined)
  const [from, to] = isCoarse
    ? [minutesOf({...a, minutes: undefined, offset: 0}, true)!, minutesOf({...b, minutes: undefined, offset: 0}, true)!]
    : [minutesOf(a)!, minutesOf(b)!]
  const back = sign * (from - to)
  const tolerance = a.approximate || b.approximate ? TOLERANCE_OF_ABOUT : 0
  return back > tolerance ? back : undefined
}

/** Entries out of order, run by run; runs without any are left out. */
export function slipsOf(document: PostmortemDocument): readonly (readonly Slip[])[] {
  const sign = document.timeline.newestFirst ? -1 : 1
  return runsOf(document)
    .map((events) => slipsIn(events, sign, document))
    .filter((slips) => slips.length > 0)
}
