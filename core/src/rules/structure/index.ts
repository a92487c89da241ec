import type {DocumentRule} from '../rule.ts'
import {actWithoutContext} from './act-without-context.ts'
import {brokenFrontMatter} from './broken-front-matter.ts'
import {conflictingMetadata} from './conflicting-metadata.ts'
import {detectionWithoutAction} from './detection-without-action.ts'
import {emptySection} from './empty-section.ts'
import {facilitatorInvolved} from './facilitator-involved.ts'
import {factsAndFixesMixed} from './facts-and-fixes-mixed.ts'
import {internalDetail} from './internal-detail.ts'
import {latePublication} from './late-publication.ts'
import {lessonsRepeatActions} from './lessons-repeat-actions.ts'
import {missingSection} from './missing-section.ts'
import {missingSeverity} from './missing-severity.ts'
import {namedPerson} from './named-person.ts'
import {noOpenQuestion} from './no-open-question.ts'
import {noScribe} from './no-scribe.ts'
import {oneSidedReview} from './one-sided-review.ts'
import {placeholderText} from './placeholder-text.ts'
import {sectionOrder} from './section-order.ts'
import {severalOwners} from './several-owners.ts'
import {singleFactor} from './single-factor.ts'
import {undefinedTerm} from './undefined-term.ts'
import {uninvitedResponder} from './uninvited-responder.ts'
import {unknownMetadataValue} from './unknown-metadata-value.ts'

export const STRUCTURE_RULES: readonly DocumentRule[] = [
  missingSection,
  emptySection,
  placeholderText,
  sectionOrder,
  oneSidedReview,
  singleFactor,
  factsAndFixesMixed,
  namedPerson,
  actWithoutContext,
  noOpenQuestion,
  undefinedTerm,
  detectionWithoutAction,
  latePublication,
  severalOwners,
  lessonsRepeatActions,
  brokenFrontMatter,
  unknownMetadataValue,
  conflictingMetadata,
  missingSeverity,
  facilitatorInvolved,
  noScribe,
  uninvitedResponder,
  internalDetail,
]
