import {chunksAbout} from '../../document/chunks-about.ts'
import type {SectionKind} from '../../document/kinds.ts'
import {type Milestones, milestonesOf} from '../../document/milestones.ts'
import {durationText, minutesOf} from '../../document/moment.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {type StatedDuration, statedDurationsOf} from '../../document/timeline/stated-durations.ts'
import type {TimelineEvent} from '../../document/timeline.ts'
import type {Problem} from '../../lint/finding.ts'
import {shift} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const durationMismatch = defineRule({
  id: 'duration-mismatch',
  code: 'X01',
  group: 'consistency',
  severity: 'information',
  docs: {
    summary: 'Hold stated durations against the times of the timeline.',
    why: 'The length of an incident is what gets quoted. When the summary says two and a half hours and the timeline two, the reader trusts neither.',
    ask: ['Which two moments does this duration lie between?', 'Is one of the times off, or was a part counted twice?'],
    sources: [
      'C. Wilcox, The blameless post mortem (DjangoCon US 2019): the worked example',
      'VOID report 2022: durations are not clear-cut',
    ],
  },
  *check(document) {
    const stated = statedIn(document)
    const seen = new Map<
      string,
      {problem: Problem & {related: {span: {start: number; end: number}; message: string}[]}}
    >()
    for (const {duration, span} of stated) {
      const problem = judge(duration, span, document)
      if (!problem) continue
      const key = `${duration.role} ${Math.round(duration.minutes)}`
      const known = seen.get(key)
      if (known) known.problem.related.push({span, message: `“${document.textOf(span)}” again.`})
      else seen.set(key, {problem: {...problem, related: [...(problem.related ?? [])]}})
    }
    for (const {problem} of seen.values()) yield problem
  },
})

/** Sections whose durations are about other things than this incident's course. */
const ELSEWHERE: ReadonlySet<SectionKind> = new Set([
  'actions',
  'timeline',
  'lessons',
  'lucky',
  'recurrence',
  'background',
  'support',
  'questions',
  'causes',
  'people',
])

function statedIn(
  document: PostmortemDocument,
): {readonly duration: StatedDuration; readonly span: {start: number; end: number}}[] {
  const isHere = (kind: SectionKind | undefined): boolean => !kind || !ELSEWHERE.has(kind)
  return chunksAbout(document, (kind) => isHere(kind) || kind === 'timeline').flatMap(({chunk, start}) =>
    statedDurationsOf(chunk).flatMap((duration) => {
      const span = shift(duration.span, start)
      const kind = document.kindAt(span.start)
      return isHere(kind) || (kind === 'timeline' && duration.field) ? [{duration, span}] : []
    }),
  )
}

function judge(
  duration: StatedDuration,
  span: {start: number; end: number},
  document: PostmortemDocument,
): Problem | undefined {
  const text = document.textOf(span).replace(/\s+/g, ' ')
  if (duration.between !== undefined) {
    if (fits(duration, duration.between) || fits(duration, 1440 - duration.between)) return undefined
    return {
      span,
      message: `“${text}” stands beside two times that lie ${durationText(duration.between * 60)} apart.`,
      questions: durationMismatch.docs.ask,
    }
  }
  const pairs = pairsFor(duration, document)
  if (!pairs.length || pairs.some(({minutes}) => fits(duration, minutes))) return undefined
  const nearest =
    mainPair(duration, document) ??
    pairs.reduce((a, b) => (Math.abs(b.minutes - duration.minutes) < Math.abs(a.minutes - duration.minutes) ? b : a))
  const from = `“${nearest.from.raw}”`
  return {
    span,
    message: `The timeline does not bear out “${text}”: from ${from} to “${nearest.to.raw}” it is ${durationText(nearest.minutes * 60)}.`,
    related: [
      {span: nearest.from.whenSpan, message: `From here: ${shortened(nearest.from.text)}`},
      {span: nearest.to.whenSpan, message: `To here: ${shortened(nearest.to.text)}`},
    ],
    questions: durationMismatch.docs.ask,
  }
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 78)}…` : text)

/** Two minutes or a twentieth; “about”, number words and whole hours may be off by a seventh. */
function fits({minutes, until, sense, days}: StatedDuration, actual: number): boolean {
  const isRound = sense === 'about' || (minutes >= 120 && minutes % 60 === 0) || until !== undefined
  const slack = days ? Math.max(900, minutes * 0.15) : Math.max(2, (isRound ? 0.15 : 0.05) * minutes)
  if (sense === 'at-most') return actual <= minutes + slack
  if (sense === 'at-least') return actual >= minutes - slack && actual <= minutes * 1.6 + 30
  return actual >= minutes - slack && actual <= (until ?? minutes) + slack
}

interface Pair {
  readonly from: TimelineEvent
  readonly to: TimelineEvent
  readonly minutes: number
}

/** More entries than this have pairs for every length. */
const MOST = 60

/** The entries with their times in order, and once more with days alone; the same for all durations of a document. */
const sortedPoints = new WeakMap<PostmortemDocument, Map<boolean, readonly Point[]>>()

interface Point {
  readonly event: TimelineEvent
  readonly at: number
}

function pointsOf(document: PostmortemDocument, days: boolean): readonly Point[] {
  const known = sortedPoints.get(document) ?? new Map<boolean, readonly Point[]>()
  sortedPoints.set(document, known)
  let found = known.get(days)
  if (!found) {
    const milestones = milestonesOf(document)
    const told = [milestones.start, milestones.mitigated, milestones.detected].filter((event) => event && event.run < 0)
    const events = [...document.timeline.events, ...(told as TimelineEvent[])]
    found = events.flatMap((event) => points(event, days)).sort((a, b) => a.at - b.at)
    known.set(days, found)
  }
  return found
}

/** The pairs of entries that a duration of this kind can lie between. */
function pairsFor(duration: StatedDuration, document: PostmortemDocument): Pair[] {
  const milestones = milestonesOf(document)
  const timed = pointsOf(document, duration.days)
  if (timed.length < 2 || timed.length > MOST || document.timeline.events.length < 2) return []
  const [earliest, latest] =
    duration.role === 'detection' ? detectionWindow(milestones, timed, duration.days) : [Infinity, Infinity]
  const pairs: Pair[] = []
  for (let i = 0; i < timed.length; i++) {
    for (let k = i + 1; k < timed.length; k++) {
      const [from, to] = [timed[i]!, timed[k]!]
      if (from.at > earliest || (duration.role === 'detection' && (to.at < earliest || to.at > latest))) continue
      pairs.push({from: from.event, to: to.event, minutes: to.at - from.at})
    }
  }
  return pairs
}

/** A detection ends between the first signal and the first answer to it; some count to the one, some to the other. */
function detectionWindow(
  milestones: Milestones,
  timed: readonly {readonly at: number}[],
  days: boolean,
): [number, number] {
  const detected = minutesOf(milestones.detected?.when, days)
  if (detected === undefined) return [Infinity, Infinity]
  const answers = [milestones.acknowledged, milestones.engaged, milestones.declared].flatMap((event) => {
    const at = minutesOf(event?.when, days)
    return at !== undefined && at > detected ? [at] : []
  })
  return [detected, Math.min(...answers, timed.find(({at}) => at > detected)?.at ?? detected)]
}

function points(event: TimelineEvent, days: boolean): Point[] {
  return [event.when, event.until].flatMap((moment) => {
    const at = minutesOf(moment, days)
    return at === undefined ? [] : [{event, at}]
  })
}

function mainPair({role, days}: StatedDuration, document: PostmortemDocument): Pair | undefined {
  const {start, detected, mitigated, resolved} = milestonesOf(document)
  const [from, to] =
    role === 'detection'
      ? [start, detected]
      : role === 'resolution'
        ? [start ?? detected, resolved ?? mitigated]
        : [start ?? detected, mitigated ?? resolved]
  const [a, b] = [minutesOf(from?.when, days), minutesOf(to?.when, days)]
  return from && to && a !== undefined && b !== undefined && b > a ? {from, to, minutes: b - a} : undefined
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n## Impact\n\nDocs were down for ⟦2 hours 30 minutes⟧.\n\n## Timeline (UTC)\n\n- 09:45 Branch deleted, docs return 404\n- 10:25 Reader reports it\n- 10:59 Branch republished\n- 11:49 Docs are back\n',
    },
    {
      text: '# 2024-03-09\n\n## Stats\n\n- Time to detect: ⟦30 minutes⟧\n\n## Timeline (UTC)\n\n- 09:45 Branch deleted, docs return 404\n- 10:25 Reader reports it\n- 10:59 Branch republished\n- 11:49 Docs are back\n',
    },
    {
      text: '# 2024-03-09\n\n## Summary\n\n**Duration:** ⟦2 hours⟧ (10:45 – 16:11 UTC)\n',
      note: 'The two times beside it say 5 h 26 min.',
    },
  ],
  good: [
    {
      text: '# 2024-03-09\n\n## Impact\n\nDocs were down for about two hours.\n\n## Timeline (UTC)\n\n- 09:45 Branch deleted, docs return 404\n- 10:25 Reader reports it\n- 10:59 Branch republished\n- 11:49 Docs are back\n',
      note: '124 minutes are about two hours.',
    },
    {
      text: '# 2024-03-09\n\n## Stats\n\n- Time to detect: 40 min\n- Time to resolve: 2h 4m\n\n## Timeline (UTC)\n\n- 09:45 Branch deleted, docs return 404\n- 10:25 Reader reports it\n- 11:49 Docs are back\n',
    },
    {
      text: '# 2024-03-09\n\n## Impact\n\nThe cache expires every 3 hours; orders failed for 40 minutes.\n\n## Timeline (UTC)\n\n- 09:45 Orders start failing\n- 10:25 Orders are back to normal\n',
    },
    {text: '# 2024-03-09\n\n## Summary\n\nThe outage lasted 1 hour and 48 minutes, from 16:58 to 18:46 UTC.\n'},
  ],
}
