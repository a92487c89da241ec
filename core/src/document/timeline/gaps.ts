import {type Milestones, milestonesOf} from '../milestones.ts'
import {durationText, minutesOf} from '../moment.ts'
import type {PostmortemDocument} from '../postmortem-document.ts'
import type {TimelineEvent} from '../timeline.ts'
import {plainLine} from './plain-line.ts'

/** A stretch of the incident about which the timeline says nothing. */
export interface Gap {
  readonly from: TimelineEvent
  readonly to: TimelineEvent
  readonly seconds: number
  readonly question: string
}

/** A gap is longer than half an hour and a quarter of the incident. */
const SHORTEST = 30
const SHARE = 0.25

const known = new WeakMap<PostmortemDocument, readonly Gap[]>()

/** Gaps between neighbouring entries from the start of the incident to its end, each with the question that it raises. */
export function gapsOf(document: PostmortemDocument): readonly Gap[] {
  let gaps = known.get(document)
  if (!gaps) known.set(document, (gaps = findGaps(document)))
  return gaps
}

interface Timed {
  readonly event: TimelineEvent
  readonly at: number
  readonly end: number
}

function findGaps(document: PostmortemDocument): Gap[] {
  const {events} = document.timeline
  const milestones = milestonesOf(document)
  const timed = events.flatMap((event): Timed[] => {
    const at = minutesOf(event.when)
    return at === undefined ? [] : [{event, at, end: Math.max(at, minutesOf(event.until) ?? at)}]
  })
  timed.sort((a, b) => a.at - b.at)
  const [first, last] = [timed[0], timed.at(-1)]
  if (!first || !last || timed.length < 3) return []
  const from = minutesOf(milestones.start?.when) ?? minutesOf(milestones.detected?.when) ?? first.at
  const to = minutesOf(milestones.resolved?.when) ?? minutesOf(milestones.mitigated?.when) ?? last.at
  // Weeks between publication and disclosure are no gap in a response.
  if (to <= from || to - from > 14 * 1440) return []
  const longest = Math.max(SHORTEST, (to - from) * SHARE)
  const gaps: Gap[] = []
  let end = first.end
  for (let i = 1; i < timed.length; i++) {
    const [before, after] = [timed[i - 1]!, timed[i]!]
    const start = end
    end = Math.max(end, after.end)
    const minutes = after.at - start
    if (minutes <= longest || before.event.run !== after.event.run || before.at < from - 1 || after.at > to + 1)
      continue
    gaps.push({
      from: before.event,
      to: after.event,
      seconds: Math.round(minutes * 60),
      question: questionFor(before, after, minutes, milestones),
    })
  }
  return gaps
}

const ACT =
  /\b(?:(?:re-?)?publish\w*|re-?deploy\w*|deploy\w*|roll(?:s|ed)? back|revert\w*|restart\w*|fix\w*|merg\w+|appl(?:y|ies|ied)|disabl\w+|push\w*|releas\w+|patch\w*|restor\w+|fail(?:s|ed) over|unblock\w*|scal(?:es|ed))\b/i

function questionFor(before: Timed, after: Timed, minutes: number, milestones: Milestones): string {
  const n = durationText(minutes * 60)
  const at = (event: TimelineEvent | undefined): number | undefined => minutesOf(event?.when)
  const within = (from: TimelineEvent | undefined, to: TimelineEvent | undefined): boolean => {
    const [a, b] = [at(from), at(to)]
    return a !== undefined && b !== undefined && a <= before.at && after.at <= b
  }
  const {start, detected, acknowledged, engaged, diagnosed, mitigated, resolved} = milestones
  const ended = mitigated ?? resolved
  if (within(start, detected)) return `What was visible in these ${n}, and where?`
  if (within(detected, acknowledged) || (!acknowledged && within(detected, engaged)))
    return `How did the signal travel in these ${n}, who was reachable, and what else was going on?`
  const isAct = ACT.test(plainLine(before.event.text))
  if (isAct && at(ended) !== undefined && after.at <= at(ended)!)
    return `What was the system doing in these ${n} after the act at ${before.event.raw}, and can we see it?`
  if (within(mitigated, resolved)) return `What was the system doing in these ${n}, and can we see it?`
  if (within(engaged ?? acknowledged ?? detected, diagnosed))
    return `Which hypotheses were followed in these ${n}, and what ended each of them?`
  if (within(diagnosed, ended))
    return `What did the mitigation wait for in these ${n}: access, approval, a build, propagation?`
  return `Who was doing what in these ${n}?`
}
