import type {Span} from '../../text/span.ts'
import {isDay, isoDate, monthOf} from '../timeline/calendar.ts'

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)day'
const COUNT = '(?:\\d+|an?|one|two|three|four|five|six|eight|ten|twelve|(?:a )?few|(?:a )?couple of)'
const PERIOD = '(?:day|week|month|quarter|year|sprint|cycle|iteration)'

/** A calendar date in the shapes that people write; a number-only date with slashes only where the year comes first. */
const DATE = `(?:\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|(?:${DAY},? )?\\d{1,2}(?:st|nd|rd|th)?[ -/]${MONTH}\\.?(?:[ ,-/]+\\d{4})?|(?:${DAY},? )?${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?(?!\\d|:)|\\d{1,2}/\\d{1,2}/\\d{2,4})`
const PART = '(?:(?:(?:early|mid|late|end of|eo)[- ]?)?[qh][1-4](?:[ /-]?(?:fy)?\\d{2,4})?)'
const END = `(?:(?:the )?(?:end|start|beginning|middle) of (?:the |this |next |[a-z]+ )?(?:${PERIOD}|${MONTH}|[qh][1-4])(?: \\d{4})?|eo[dwmqy]|cob)`
const RELATIVE = `(?:(?:early |later |end of )?(?:this|next) (?:${PERIOD}|${DAY})|(?:the )?(?:coming|next|following) (?:${COUNT} )?${PERIOD}s?|tomorrow|today|${DAY})`

/** A horizon inside a text; `1` of `pattern` is the part that is the value. */
interface Horizon {
  /** Something of all that the pattern matches: the pattern is long, and most texts hold none. */
  readonly hint: RegExp
  readonly pattern: RegExp
}

const horizon = (hint: RegExp, source: string): Horizon => ({hint, pattern: new RegExp(source, 'i')})

const IN_TEXT: readonly Horizon[] = [
  horizon(
    /\b(?:by|before|until|than|due|on|target(?:ed|ing)?|for|eta)[: ]+(?:the )?(?:\d|[qh][1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|early|mid|late|end|eo|start|beginning|cob|this|next|coming|following|tomorrow|today)/i,
    `\\b(?:by|before|until|no later than|due(?: on| by)?|target(?:ed|ing)?(?: for)?|eta)[: ]+(?:the )?(${DATE}|${END}|${PART}(?: ?[-–] ?${PART})?|${RELATIVE}|${MONTH} \\d{4})(?![\\w-])`,
  ),
  horizon(
    /the (?:coming|next|following)/i,
    `\\b((?:in|over|within|during) the (?:coming|next|following) (?:${COUNT} )?${PERIOD}s?)(?![\\w-])`,
  ),
  horizon(
    /within/i,
    `\\b(within (?:the next )?${COUNT} (?:business |working |calendar )?${PERIOD}s?)(?=\\s*(?:[.;)\\]]|$))`,
  ),
  horizon(
    /in (?:\d|an? |one|two|three|four|five|six|eight|ten|twelve|few|couple)/i,
    `\\b(in ${COUNT} ${PERIOD}s?)(?=\\s*(?:[.;)\\]]|$))`,
  ),
  horizon(/[qh][1-4]/i, `\\b(?:in|during|for|over) (?:the )?(${PART}(?: ?[-–] ?${PART})?(?: sprints?)?)(?![\\w-])`),
  horizon(
    /(?:this|next) (?:week|month|quarter|sprint|year)/i,
    `\\b((?:early |later |end of )?(?:this|next) (?:week|month|quarter|sprint|year))(?=\\s*(?:[.;,)\\]]|$))`,
  ),
  horizon(
    /tomorrow|before (?:the )?next/i,
    `\\b(tomorrow|before (?:the )?next (?:release|deploy(?:ment)?|migration|sprint|on-call shift))(?=\\s*(?:[.;)\\]]|$))`,
  ),
]

/** A whole cell, bracket or heading part that is nothing but a date or a horizon. */
const WHOLE = new RegExp(
  `^(?:(?:due|by|eta|target|deadline|before|until|from|starting|week of|expected)(?: date| by| on)?[: ]*)?(${DATE}|${END}|${PART}(?: ?[-–—] ?${PART})?|${RELATIVE}|(?:in |within )?(?:the )?(?:next |coming )?(?:${COUNT}|\\d+ ?[-–] ?\\d+) (?:business |working )?${PERIOD}s?|${PERIOD} \\d+(?: ?[-–] ?\\d+)?|${MONTH}(?: \\d{4})?|asap|immediately|ongoing)[.!]?$`,
  'i',
)

/** A number, or a word of those that tell a day or a period without one. */
const MAY_BE_WHOLE =
  /\d|day|week|month|quarter|year|sprint|cycle|iteration|\bof\b|\beo[dwmqy]|\bcob|tomorrow|asap|immediately|ongoing|^(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)/i

export interface FoundDue {
  readonly value: string
  /** Where the value stands. */
  readonly span: Span
}

/** The first due date or horizon in running text. */
export function findDue(text: string): FoundDue | undefined {
  if (!MAY_BE_DUE.test(text)) return undefined
  let best: FoundDue | undefined
  for (const {hint, pattern} of IN_TEXT) {
    const match = hint.test(text) ? pattern.exec(text) : null
    if (!match) continue
    const start = match.index + match[0].lastIndexOf(match[1]!)
    if (!best || start < best.span.start)
      best = {value: dueValue(match[1]!), span: {start, end: start + match[1]!.length}}
  }
  return best
}

const MAY_BE_DUE = /\b(?:by|before|until|later than|due|target|eta|in|over|within|during|for|this|next|tomorrow)\b/i

/** The value of a text that is a date or a horizon and nothing else. */
export function readDue(text: string): string | undefined {
  if (/^\s*\d{4}-\d\d-\d\d\s*$/.test(text)) return text.trim()
  const match = MAY_BE_WHOLE.test(text) ? WHOLE.exec(text.trim()) : null
  return match ? dueValue(match[1]!) : undefined
}

/** A date becomes ISO; everything else stays as it is written. */
export const dueValue = (text: string): string => readDate(text) ?? text.trim().replace(/\s+/g, ' ')

const DAY_MONTH_YEAR = new RegExp(`^(?:${DAY},? )?(\\d{1,2})(?:st|nd|rd|th)?[ -/](${MONTH})\\.?[ ,-/]+(\\d{4})$`, 'i')
const MONTH_DAY_YEAR = new RegExp(`^(?:${DAY},? )?(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i')

/** `YYYY-MM-DD` for a date with a year whose order of day and month is clear. */
export function readDate(text: string): string | undefined {
  const trimmed = text.trim()
  let match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(trimmed)
  if (match) return dateOf(match[1]!, Number(match[2]), match[3]!)
  match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(trimmed)
  if (match) return dateOf(match[3]!, Number(match[2]), match[1]!)
  match = DAY_MONTH_YEAR.exec(trimmed)
  if (match) return dateOf(match[3]!, match[2]!, match[1]!)
  match = MONTH_DAY_YEAR.exec(trimmed)
  if (match) return dateOf(match[3]!, match[1]!, match[2]!)
  return undefined
}

/** The date if the calendar has it. */
function dateOf(year: string, month: string | number, day: string): string | undefined {
  const number = typeof month === 'number' ? month : monthOf(month)
  return number && isDay(Number(year), number, Number(day)) ? isoDate(Number(year), number, Number(day)) : undefined
}
