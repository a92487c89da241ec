import * as Now from 'temporal-polyfill/fns/Now'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import type {Environment} from './environment.ts'
import type {EventTime} from './protocol.ts'

/** The present moment on the machine of the server, for editors that do not send theirs. */
export const now = ({now}: Environment): EventTime =>
  now?.() ?? {
    instant: ZonedDateTime.toString(Now.zonedDateTimeISO(), {timeZoneName: 'never', smallestUnit: 'second'}),
    zone: Now.timeZoneId(),
  }

/** ISO date of today. */
export const today = (environment: Environment): string => now(environment).instant.slice(0, 10)
