import type {DocumentRule} from '../rule.ts'
import {causeWithoutAction} from './cause-without-action.ts'
import {dateOrder} from './date-order.ts'
import {detectionSourceMismatch} from './detection-source-mismatch.ts'
import {durationMismatch} from './duration-mismatch.ts'
import {finalWithPlaceholders} from './final-with-placeholders.ts'
import {impactBeforeDetection} from './impact-before-detection.ts'
import {inconsistentSpelling} from './inconsistent-spelling.ts'
import {luckWithoutAction} from './luck-without-action.ts'
import {numberMismatch} from './number-mismatch.ts'
import {orphanAction} from './orphan-action.ts'
import {poorWithoutAction} from './poor-without-action.ts'
import {resolutionNotInTimeline} from './resolution-not-in-timeline.ts'
import {severityImpactMismatch} from './severity-impact-mismatch.ts'
import {titleImpactMismatch} from './title-impact-mismatch.ts'

/** Rules that hold parts of the document against each other. */
export const CONSISTENCY_RULES: readonly DocumentRule[] = [
  durationMismatch,
  impactBeforeDetection,
  detectionSourceMismatch,
  numberMismatch,
  resolutionNotInTimeline,
  poorWithoutAction,
  causeWithoutAction,
  orphanAction,
  luckWithoutAction,
  severityImpactMismatch,
  dateOrder,
  inconsistentSpelling,
  finalWithPlaceholders,
  titleImpactMismatch,
]
