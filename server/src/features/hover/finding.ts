import type {Finding} from '#core'
import {RULE_INFO} from '#core/rules/info.ts'
import type {Analysis} from '../../analysis.ts'
import {rulePage} from '../../convert.ts'
import type {ServerContext} from '../../feature.ts'
import type {HoverPart} from './part.ts'

const MOST_QUESTIONS = 3

/** Why the finding is one, and what to ask. Its message is shown by the editor already. */
export function findingHover(
  offset: number,
  _analysis: Analysis,
  findings: readonly Finding[],
  {rulePages}: ServerContext,
): HoverPart[] {
  const found = findings.filter(({span}) => span.start <= offset && offset <= span.end)
  // Two findings of one rule at the same place have one reason.
  return [...new Map(found.map((finding) => [finding.rule, finding])).values()].flatMap(
    ({rule, span, questions = []}) => {
      const info = RULE_INFO.get(rule)
      if (!info) return []
      const {why, ask} = info.docs
      const list = (questions.length ? questions : ask).slice(0, MOST_QUESTIONS).map((question) => `- ${question}`)
      const link = rulePages ? `[${rule}](${rulePage(rulePages, rule)})` : `\`${rule}\``
      return [{span, markdown: [why, ...(list.length ? [`**Ask**\n\n${list.join('\n')}`] : []), link].join('\n\n')}]
    },
  )
}
