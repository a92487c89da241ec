import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import {byText} from '../../text/by-text.ts'
import {ABBREVIATIONS, PLACES, SEASONAL} from './zone-names.ts'

/** A time zone as it is written, and what it means. */
export interface Zone {
  readonly text: string
  /** Minutes from UTC where the zone has the same all year. */
  readonly offset?: number
  /** IANA name where the offset depends on the date. */
  readonly place?: string
}

export const UTC: Zone = {text: 'UTC', offset: 0}

const ABBREVIATION = `(?:${Object.keys(ABBREVIATIONS)
  .filter((name) => name !== 'Z')
  .join('|')})`
const AREA =
  '(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|US|UC|Etc|Canada|Brazil|Mexico)'
const NAMED =
  '(?:Pacific|Mountain|Central|Eastern|Central European|Eastern European|Western European|British|Irish|Indian|Japan|Singapore)'

/** Underscores are marks of emphasis here, not letters. */
const END = '(?![A-Za-z0-9])'

const ZONE = [
  `(?:UTC|GMT|utc|gmt)\\s?[+\\u2212-]\\s?\\d{1,2}(?::?\\d{2})?(?!\\d)`,
  `${AREA}\\/[A-Z][A-Za-z_]+(?:[+-]\\d{1,2})?(?:\\/[A-Z][A-Za-z_]+)?`,
  `${NAMED} (?:(?:Standard|Daylight|Summer|Winter) )?[Tt]ime${END}`,
  `\\+?(?:Coordinated Universal Time|Universal Time)${END}`,
  `\\+?${ABBREVIATION}${END}(?![\\/-]\\w)`,
  `(?:Pacific|Eastern)${END}(?! [A-Z])`,
  `(?:PT|ET)${END}`,
  `(?:utc|Utc|gmt|cet|cest|pst|pdt|est|edt|bst)${END}`,
  `UTC\\/GMT${END}`,
].join('|')

/** What the names of zones start with. */
const ZONE_START = /[A-Z+bcegpu]/
const ZONE_AT = new RegExp(`(?:${ZONE})`, 'y')
const ZONE_IN = new RegExp(`(?<![\\w/])(?:${ZONE})`)

/** The zone that is named at the offset; case counts. */
export function zoneAt(text: string, offset: number): string | undefined {
  if (!ZONE_START.test(text.charAt(offset))) return undefined
  ZONE_AT.lastIndex = offset
  return ZONE_AT.exec(text)?.[0]
}

/** The zone named in a heading or a column's head. */
export const zoneIn = (text: string): string | undefined =>
  /[A-Z]{2}|Pacific|Eastern|[Tt]ime|\/|utc|gmt|cet|pst|pdt|est|edt|bst/.test(text) ? ZONE_IN.exec(text)?.[0] : undefined

const FIXED = /^(?:UTC|GMT)?\s?([+\u2212-])\s?(\d{1,2})(?::?(\d{2}))?$/i

/** An entry of a table; words such as “constructor” are none. */
const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** What a written zone means. Undefined for what is no zone. */
export const readZone: (written: string) => Zone | undefined = byText((written) => {
  const text = written.trim().replace(/\s+/g, ' ')
  const name = text.replace(/^\+(?=[a-z])/i, '').replace(/^UTC\/GMT$/i, 'UTC')
  const fixed = FIXED.exec(name)
  if (fixed) {
    const offset = (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * (fixed[1] === '+' ? 1 : -1)
    return Math.abs(offset) <= 14 * 60 ? {text, offset} : undefined
  }
  if (/^(?:coordinated )?universal time$/i.test(name)) return {text, offset: 0}
  const known = own(ABBREVIATIONS, name.toUpperCase())
  if (known !== undefined) return {text, offset: known}
  const season = /^(.+?)(?: (standard|daylight|summer|winter))? time$/i.exec(name)
  const place = own(PLACES, (season?.[1] ?? name).toLowerCase())
  if (place) return {text, place}
  if (/^[A-Z]\w+\/\w/.test(name) && offsetIn(name, '2024-01-01', 0) !== undefined) return {text, place: name}
  return undefined
})

/** The offset from UTC, in minutes, of a zone at a local date and time. */
export function offsetOf(zone: Zone, date: string, minutes: number): number | undefined {
  return zone.offset ?? (zone.place === undefined ? undefined : offsetIn(zone.place, date, minutes))
}

const offsets = new Map<string, number | undefined>()

/** Minutes from UTC of an IANA zone; undefined for a name that is none. Remembered by the hour, as asking is slow. */
function offsetIn(place: string, date: string, minutes: number): number | undefined {
  const hour = Math.floor(minutes / 60) % 24
  const key = `${place} ${date} ${hour}`
  if (!offsets.has(key)) {
    if (offsets.size > 5000) offsets.clear()
    offsets.set(key, askOffset(place, date, hour))
  }
  return offsets.get(key)
}

function askOffset(place: string, date: string, hour: number): number | undefined {
  try {
    const [year, month, day] = date.split('-').map(Number) as [number, number, number]
    const moment = PlainDateTime.toZonedDateTime(PlainDateTime.create(year, month, day, hour), place)
    return ZonedDateTime.offsetNanoseconds(moment) / 60e9
  } catch {
    return undefined
  }
}

/**
 * Whether an abbreviation names the other half of the year than the date: `PST` in July.
 * @returns the offset that clocks in that place had
 */
export function seasonalOffset(zone: Zone, date: string, minutes = 720): number | undefined {
  const place = own(SEASONAL, zone.text.toUpperCase())
  if (!place || zone.offset === undefined || zone.text.toUpperCase() === 'GMT') return undefined
  const actual = offsetIn(place, date, minutes)
  return actual === zone.offset ? undefined : actual
}

/** Whether two zones show the same clock at that date. */
export const isSameClock = (a: Zone, b: Zone, date: string): boolean => {
  const [x, y] = [offsetOf(a, date, 720), offsetOf(b, date, 720)]
  return x !== undefined && x === y
}
