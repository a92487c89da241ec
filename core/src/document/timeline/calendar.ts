import {byText} from '../../text/by-text.ts'

/** Days and times as numbers. Dates are `YYYY-MM-DD` in the Gregorian calendar, as everywhere in the core. */

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** 1 to 12 for `Feb`, `february`, `Sept.`. */
export function monthOf(word: string): number | undefined {
  const stem = word.toLowerCase().replace(/\.$/, '')
  const at = stem.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(stem.slice(0, 3)))
  return at < 0 ? undefined : at + 1
}

/** 0 (Sunday) to 6 for `Mon`, `Tues`, `Wednesday`. */
export function weekdayOf(word: string): number | undefined {
  const at = WEEKDAYS.findIndex((day) => day.startsWith(word.toLowerCase().slice(0, 3)))
  return at < 0 ? undefined : at
}

const two = (n: number): string => String(n).padStart(2, '0')

export const isoDate = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`

/** Whether the calendar has this day. */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const DAY = 86_400_000

/** Days since 1970. */
export const dayNumber: (date: string) => number = byText((date) => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY))

export function dateOfDay(days: number): string {
  const date = new Date(days * DAY)
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

export const addDays = (date: string, days: number): string => (days === 0 ? date : dateOfDay(dayNumber(date) + days))

/** 0 (Sunday) to 6. */
export const weekdayOfDate = (date: string): number => (((dayNumber(date) + 4) % 7) + 7) % 7

/** `9 Mar` */
export const shortDate = (date: string): string => {
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? ''
  return `${Number(date.slice(8, 10))} ${month.slice(0, 1).toUpperCase()}${month.slice(1, 3)}`
}
