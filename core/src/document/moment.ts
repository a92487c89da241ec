import type {Moment} from './timeline.ts'
import {dayNumber, shortDate} from './timeline/calendar.ts'

/** ISO 8601 with offset; without one where the document names no zone; a date alone where there is no time; null where there is no date. */
export function formatMoment(moment: Moment | undefined): string | null {
  if (!moment?.date) return null
  if (moment.minutes === undefined) return moment.date
  const whole = Math.floor(moment.minutes)
  const seconds = Math.round((moment.minutes - whole) * 60)
  const time = `${twoDigits(Math.floor(whole / 60))}:${twoDigits(whole % 60)}${seconds ? `:${twoDigits(seconds)}` : ''}`
  return `${moment.date}T${time}${formatOffset(moment.offset)}`
}

function formatOffset(minutes: number | undefined): string {
  if (minutes === undefined) return ''
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`
}

/**
 * Minutes on one scale for all moments of a document: since 1970 UTC where the zone is known, as if it were UTC where it is not,
 * since midnight of the first day where no date is known. Undefined where there is no time of day, unless `dayCounts`.
 */
export function minutesOf(moment: Moment | undefined, dayCounts = false): number | undefined {
  if (!moment) return undefined
  if (moment.elapsed !== undefined) return moment.elapsed
  if (moment.minutes === undefined && (!dayCounts || moment.date === undefined)) return undefined
  const days = moment.date === undefined ? (moment.day ?? 0) : dayNumber(moment.date)
  return days * 1440 + (moment.minutes ?? 0) - (moment.date === undefined ? 0 : (moment.offset ?? 0))
}

/** `14:05`, or `9 Mar` for a day alone. */
export function clockOf(moment: Moment | undefined): string {
  if (!moment) return ''
  if (moment.elapsed !== undefined)
    return `T${moment.elapsed < 0 ? '-' : '+'}${durationText(Math.abs(moment.elapsed) * 60)}`
  if (moment.minutes === undefined) return moment.date === undefined ? '' : shortDate(moment.date)
  const whole = Math.floor(moment.minutes)
  return `${twoDigits(Math.floor(whole / 60))}:${twoDigits(whole % 60)}`
}

/** `50 min`, `1 h 14 min`, `2 d 3 h`: at most two units. */
export function durationText(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60)
  if (Math.abs(seconds) < 60) return `${Math.round(Math.abs(seconds))} s`
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (days) return hours ? `${days} d ${hours} h` : `${days} d`
  if (hours) return rest ? `${hours} h ${rest} min` : `${hours} h`
  return `${rest} min`
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')
