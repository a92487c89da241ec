import type {Moment} from './timeline.ts'

/** ISO 8601 with offset; without one where the document names no zone; a date alone where there is no time; null where there is no date. */
export function formatMoment(moment: Moment | undefined): string | null {
  if (!moment?.date) return null
  if (moment.minutes === undefined) return moment.date
  const whole = Math.floor(moment.minutes)
  const seconds = Math.round((moment.minutes - whole) * 60)
  const two = (n: number): string => String(n).padStart(2, '0')
  const time = `${two(Math.floor(whole / 60))}:${two(whole % 60)}${seconds ? `:${two(seconds)}` : ''}`
  return `${moment.date}T${time}${formatOffset(moment.offset)}`
}

function formatOffset(minutes: number | undefined): string {
  if (minutes === undefined) return ''
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}
