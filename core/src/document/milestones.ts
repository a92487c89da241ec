import type {PostmortemDocument} from './postmortem-document.ts'
import type {Milestone, TimelineEvent} from './timeline.ts'

export type Milestones = Readonly<Partial<Record<Milestone, TimelineEvent>>>

export interface Metric {
  readonly name: 'timeToDetect' | 'timeToAcknowledge' | 'timeToEngage' | 'timeToMitigate' | 'timeToResolve' | 'impact' | 'exposure'
  readonly seconds: number
  readonly from: TimelineEvent
  readonly to: TimelineEvent
}

export interface Gap {
  readonly from: TimelineEvent
  readonly to: TimelineEvent
  readonly seconds: number
  readonly question: string
}

export function milestonesOf(_document: PostmortemDocument): Milestones {
  return {}
}

export function metricsOf(_document: PostmortemDocument): readonly Metric[] {
  return []
}

export function gapsOf(_document: PostmortemDocument): readonly Gap[] {
  return []
}
