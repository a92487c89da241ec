import type {DocumentRule} from '../rule.ts'
import {timelineActor} from './timeline-actor.ts'
import {timelineCommunication} from './timeline-communication.ts'
import {timelineDate} from './timeline-date.ts'
import {timelineDecisions} from './timeline-decisions.ts'
import {timelineEvidence} from './timeline-evidence.ts'
import {timelineGap} from './timeline-gap.ts'
import {timelineHypotheses} from './timeline-hypotheses.ts'
import {timelineLaterKnowledge} from './timeline-later-knowledge.ts'
import {timelineMilestones} from './timeline-milestones.ts'
import {timelineOrder} from './timeline-order.ts'
import {timelineSingleView} from './timeline-single-view.ts'
import {timelineStart} from './timeline-start.ts'
import {timelineTag} from './timeline-tag.ts'
import {timelineZone} from './timeline-zone.ts'

/** Rules about the timeline. That its entries tell facts is watched by the language rules. */
export const TIMELINE_RULES: readonly DocumentRule[] = [
  timelineZone,
  timelineDate,
  timelineOrder,
  timelineStart,
  timelineTag,
  timelineEvidence,
  timelineActor,
  timelineMilestones,
  timelineGap,
  timelineLaterKnowledge,
  timelineDecisions,
  timelineCommunication,
  timelineHypotheses,
  timelineSingleView,
]
