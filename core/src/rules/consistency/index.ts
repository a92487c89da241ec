import type {DocumentRule} from '../rule.ts'
import {detectionSourceMismatch} from './detection-source-mismatch.ts'
import {durationMismatch} from './duration-mismatch.ts'
import {impactBeforeDetection} from './impact-before-detection.ts'
import {numberMismatch} from './number-mismatch.ts'
import {resolutionNotInTimeline} from './resolution-not-in-timeline.ts'

/** Rules that hold parts of the document against each other. */
export const CONSISTENCY_RULES: readonly DocumentRule[] = [
  durationMismatch,
  impactBeforeDetection,
  detectionSourceMismatch,
  numberMismatch,
  resolutionNotInTimeline,
]
