import type {Milestone} from '../document/timeline.ts'

/** Names of the milestones, for people. */
export const MILESTONE_LABELS: Readonly<Record<Milestone, string>> = {
  introduced: 'Introduced',
  start: 'Start of impact',
  detected: 'Detected',
  acknowledged: 'Acknowledged',
  declared: 'Declared',
  engaged: 'Engaged',
  diagnosed: 'Diagnosed',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
  closed: 'Closed',
}
