import {type Chunk, derive} from '../../markdown/chunks.ts'
import {proseOf} from '../prose.ts'
import {readTime, type WrittenTime} from './written-time.ts'
import {ZONE_PATTERN} from './zones.ts'

/** “All times in UTC”, “T0 = 14:05”, “newest first”. Offsets count from the start of the chunk. */
export interface Statements {
  readonly zones: readonly {readonly zone: string; readonly start: number; readonly end: number}[]
  /** Zones that stand behind times in running text. */
  readonly proseZones: readonly string[]
  readonly newestFirst: readonly number[]
  readonly zero?: WrittenTime
}

// No digit in between: “around that time, at 14:16 UTC” states nothing about other times.
const ABOUT_TIMES = new RegExp(
  `\\b(?:[Tt]imes?|[Tt]ime ?stamps?|[Tt]ime ?zones?|TIMES?|[Dd]ates|[Cc]lock|[Ee]vents)\\b[^.|\\d]{0,60}?(?<![\\w/])(${ZONE_PATTERN})`,
  'g',
)
/** Something of all that `ABOUT_TIMES` finds, told apart more quickly. */
const ABOUT = /[Tt]ime|TIME|[Dd]ates|[Cc]lock|[Ee]vents/
const MAY_NAME_ZONE =
  /[A-Z]{2}|\/[A-Z]|Utc|(?<![\w/])(?:utc|gmt|ce(?:s)?t|p[sd]t|e[sd]t|bst)|Pacific|Mountain|Central|Eastern|European|British|Irish|Indian|Japan|Singapore|Universal/
const CLOCK = /\d[:.]\d\d/
const BEHIND_TIME = new RegExp(
  `\\d[:.]\\d{2}(?::\\d{2})?(?: ?[aApP]\\.?[mM]\\.?)?[*_\`]{0,2} ?\\(?(${ZONE_PATTERN})`,
  'g',
)
const NEWEST_FIRST =
  /\bbottom[- ]to[- ](?:the )?top\b|\b(?:newest|latest|most recent)\b[^.\n]{0,30}\b(?:first|at the top|on top|topmost)\b|\btop-?most\b[^.\n]{0,40}\bmost recent\b|\breverse[- ]chronological\b/i
const ZERO = /\bT(?:[-+]?0)?[ \t]*(?:=|is|was|:)[ \t]*(?=[\d~])/g

const NONE: Statements = {zones: [], proseZones: [], newestFirst: []}

export const statementsOf: (chunk: Chunk) => Statements = derive((chunk) => {
  const zones: {zone: string; start: number; end: number}[] = []
  const proseZones = new Set<string>()
  const newestFirst: number[] = []
  let zero: WrittenTime | undefined
  for (const {span, kind} of proseOf(chunk)) {
    if (kind === 'quote') continue
    const text = chunk.text.slice(span.start, span.end)
    if (ABOUT.test(text) && MAY_NAME_ZONE.test(text)) {
      for (const match of text.matchAll(ABOUT_TIMES)) {
        const end = span.start + match.index + match[0].length
        zones.push({zone: match[1]!, start: end - match[1]!.length, end})
      }
    }
    if (CLOCK.test(text)) for (const match of text.matchAll(BEHIND_TIME)) proseZones.add(match[1]!)
    if (NEWEST_FIRST.test(text)) newestFirst.push(span.start)
    if (text.includes('T'))
      for (const match of text.matchAll(ZERO)) zero ??= readTime(text, match.index + match[0].length)
  }
  return zones.length || proseZones.size || newestFirst.length || zero
    ? {zones, proseZones: [...proseZones], newestFirst, zero}
    : NONE
})
