import {Temporal} from 'temporal-polyfill'
import type {Environment} from './environment.ts'
import type {EventTime} from './protocol.ts'

/** The present moment on the machine of the server, for editors that do not send theirs. */
export const now = ({now}: Environment): EventTime =>
  now?.() ?? {
    instant: Temporal.Now.zonedDateTimeISO().toString({timeZoneName: 'never', smallestUnit: 'second'}),
    zone: Temporal.Now.timeZoneId(),
  }

/** ISO date of today. */
export const today = (environment: Environment): string => now(environment).instant.slice(0, 10)
