import type {LanguageRule} from '../language-rule.ts'
import {absolutes} from './absolutes.ts'
import {agentlessPassive} from './agentless-passive.ts'
import {animated} from './animated.ts'
import {attribution} from './attribution.ts'
import {availabilityRecency} from './availability-recency.ts'
import {confirmationBias} from './confirmation-bias.ts'
import {counterfactual} from './counterfactual.ts'
import {euphemism} from './euphemism.ts'
import {folkModel} from './folk-model.ts'
import {hindsightCertainty} from './hindsight-certainty.ts'
import {humanErrorCause} from './human-error-cause.ts'
import {judgemental} from './judgemental.ts'
import {outcomeBias} from './outcome-bias.ts'
import {personBlame} from './person-blame.ts'
import {retributive} from './retributive.ts'
import {roleBlame} from './role-blame.ts'
import {singleCause} from './single-cause.ts'
import {speculationAsFact} from './speculation-as-fact.ts'
import {sunkCost} from './sunk-cost.ts'
import {vagueImpact} from './vague-impact.ts'
import {whyQuestion} from './why-question.ts'

/** Every class of the language catalogue. */
export const LANGUAGE_RULES: readonly LanguageRule[] = [
  absolutes,
  agentlessPassive,
  animated,
  attribution,
  availabilityRecency,
  confirmationBias,
  counterfactual,
  euphemism,
  folkModel,
  hindsightCertainty,
  humanErrorCause,
  judgemental,
  outcomeBias,
  personBlame,
  retributive,
  roleBlame,
  singleCause,
  speculationAsFact,
  sunkCost,
  vagueImpact,
  whyQuestion,
]
