import type {LanguageRule} from '../language-rule.ts'
import {agentlessPassive} from './agentless-passive.ts'
import {counterfactual} from './counterfactual.ts'

/** Every class of the language catalogue. */
export const LANGUAGE_RULES: readonly LanguageRule[] = [agentlessPassive, counterfactual]
