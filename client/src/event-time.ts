import type {EventTime} from '../../server/src/protocol.ts'

/** The moment with the zone of this machine, for a server that may stand elsewhere. */
export function eventTime(at: Date = new Date()): EventTime {
  return {instant: localIso(at), zone: Intl.DateTimeFormat().resolvedOptions().timeZone}
}

/** ISO 8601 to the second, in local time with its offset. */
export function localIso(at: Date): string {
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0')
  const minutes = -at.getTimezoneOffset()
  const offset =
    minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}${offset}`
}
