import type {Severity} from '../lint/finding.ts'
import {RULES} from './index.ts'
import {LANGUAGE_RULES} from './language/index.ts'
import type {RuleDocs, RuleGroup} from './rule.ts'

/** What every rule says about itself, whichever machinery runs it. */
export interface RuleInfo {
  readonly id: string
  readonly code?: string
  readonly group: RuleGroup
  readonly severity: Severity
  readonly optIn?: boolean
  readonly docs: RuleDocs
}

/** All rules by id, for pages, hovers, settings and reports. */
export const RULE_INFO: ReadonlyMap<string, RuleInfo> = new Map(
  [...RULES, ...LANGUAGE_RULES].map((rule): [string, RuleInfo] => [rule.id, rule]),
)
