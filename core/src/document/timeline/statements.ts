import {type Chunk, derive} from '../../markdown/chunks.ts'
import type {Span} from '../../text/span.ts'
import {proseOf} from '../prose.ts'
import {readTime, type WrittenTime} from './written-time.ts'
import {zoneAt} from './zones.ts'

/** “All times in UTC”, “T0 = 14:05”, “newest first”. Offsets count from the start of the chunk. */
export interface Statements {
  readonly zones: readonly {readonly zone: string; readonly start: number; readonly end: number}[]
  /** Zones that stand behind times in running text. */
  readonly proseZones: readonly string[]
  readonly newestFirst: readonly number[]
  readonly zero?: WrittenTime
}

const ABOUT_TIMES = /\b(?:[Tt]ime(?: ?stamps?| ?zones?|s)?|TIMES?|[Dd]ates|[Cc]lock|[Ee]vents)\b/g
/** No digit in between: “around that time, at 14:16 UTC” states nothing about other times. */
const REACH = /[^.|\d]{0,60}/y
const AT_ONCE = /(?:)/y
const BEHIND_TIME = /\d[:.]\d{2}(?::\d{2})?(?: ?[aApP]\.?[mM]\.?)?[*_`]{0,2} ?\(?/g
const NEWEST_FIRST =
  /\bbottom[- ]to[- ](?:the )?top\b|\b(?:newest|latest|most recent)\b[^.\n]{0,30}\b(?:first|at the top|on top|topmost)\b|\btop-?most\b[^.\n]{0,40}\bmost recent\b|\breverse[- ]chronological\b/i
const ZERO = /\bT(?:[-+]?0)?[ \t]*(?:=|is|was|:)[ \t]*(?=[\d~])/g

const NONE: Statements = {zones: [], proseZones: [], newestFirst: []}

export const statementsOf: (chunk: Chunk) => Statements = derive((chunk) => {
  const zones: {zone: string; start: number; end: number}[] = []
  const proseZones = new Set<string>()
  const newestFirst: number[] = []
  let zero: WrittenTime | undefined
  for (const {span, kind, source: text} of proseOf(chunk)) {
    if (kind === 'quote') continue
    for (const zone of zonesNearby(text, ABOUT_TIMES, REACH))
      zones.push({zone: zone.name, start: span.start + zone.start, end: span.start + zone.end})
    for (const {name} of zonesNearby(text, BEHIND_TIME, AT_ONCE)) proseZones.add(name)
    if (NEWEST_FIRST.test(text)) newestFirst.push(span.start)
    if (text.includes('T'))
      for (const match of text.matchAll(ZERO)) zero ??= readTime(text, match.index + match[0].length)
  }
  return zones.length || proseZones.size || newestFirst.length || zero
    ? {zones, proseZones: [...proseZones], newestFirst, zero}
    : NONE
})

interface NamedZone extends Span {
  readonly name: string
}

/** The first zone behind each match of `heads`, if it starts within the `reach` of it. */
function* zonesNearby(text: string, heads: RegExp, reach: RegExp): Iterable<NamedZone> {
  heads.lastIndex = 0
  for (let head = heads.exec(text); head; head = heads.exec(text)) {
    const from = heads.lastIndex
    reach.lastIndex = from
    const zone = firstZone(text, from, from + reach.exec(text)![0].length)
    // Another head may start inside one that leads to nothing.
    heads.lastIndex = zone?.end ?? head.index + 1
    if (zone) yield zone
  }
}

function firstZone(text: string, from: number, to: number): NamedZone | undefined {
  for (let start = from; start <= to; start++) {
    const name = (start === from || !/[\w/]/.test(text.charAt(start - 1))) && zoneAt(text, start)
    if (name) return {name, start, end: start + name.length}
  }
  return undefined
}
