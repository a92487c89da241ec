import type {DocumentRule} from '../rule.ts'
import actionCount from './action-count.ts'
import actionDashboardOnly from './action-dashboard-only.ts'
import actionDoneState from './action-done-state.ts'
import actionDue from './action-due.ts'
import actionMix from './action-mix.ts'
import actionNone from './action-none.ts'
import actionOneWeek from './action-one-week.ts'
import actionOwner from './action-owner.ts'
import actionOwnerReach from './action-owner-reach.ts'
import actionPersonFixing from './action-person-fixing.ts'
import actionPriority from './action-priority.ts'
import actionStatus from './action-status.ts'
import actionStrength from './action-strength.ts'
import actionTracking from './action-tracking.ts'
import actionType from './action-type.ts'
import actionVague from './action-vague.ts'
import actionVerbFirst from './action-verb-first.ts'
import weakAction from './weak-action.ts'

/** A01 to A18. */
export const ACTION_RULES: readonly DocumentRule[] = [
  actionOwner,
  actionDue,
  actionTracking,
  actionType,
  actionVerbFirst,
  actionVague,
  actionDoneState,
  weakAction,
  actionStrength,
  actionMix,
  actionOneWeek,
  actionPriority,
  actionCount,
  actionPersonFixing,
  actionNone,
  actionStatus,
  actionDashboardOnly,
  actionOwnerReach,
]
