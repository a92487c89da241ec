import {blocksOfKind} from '../../document/blocks.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const titleImpactMismatch = defineRule({
  id: 'title-impact-mismatch',
  code: 'X14',
  group: 'consistency',
  severity: 'hint',
  docs: {
    summary: 'Find a title that says outage where the impact says that part of it went on.',
    why: 'Most people read only the title. A full outage there, and a partial one in the text, is remembered as a full one.',
    ask: ['What exactly could users not do?'],
    sources: ['PagerDuty: “outage” only for full outages'],
  },
  *check(document) {
    const title = document.sections.find(({kind}) => kind === 'title')
    if (!title) return
    const heading = document.textOf(title.heading)
    const named = /\b(?:(?:full|complete|total|global|major) )?outage\b/i.exec(heading)
    if (
      !named ||
      /\b(?:partial|minor|short|brief|some|intermittent|degraded?|power|provider|[A-Z][a-z]+ (?:region|zone))\b/i.test(
        heading,
      )
    )
      return
    const impact = blocksOfKind(document, 'impact').filter(({kind}) => kind !== 'heading' && kind !== 'quote')
    if (impact.some(({span}) => FULL.test(document.textOf(span)))) return
    const partial = impact.find(({span}) => PARTIAL.test(document.textOf(span)))
    if (!partial) return
    const match = PARTIAL.exec(document.textOf(partial.span))!
    const start = partial.span.start + match.index
    yield {
      span: {start: title.heading.start + named.index, end: title.heading.start + named.index + named[0].length},
      message: 'The title says outage, the impact says that part of it went on. What exactly could users not do?',
      related: [{span: {start, end: start + match[0].length}, message: 'The words of the impact.'}],
      questions: titleImpactMismatch.docs.ask,
    }
  },
})

const PARTIAL =
  /\b(?:a (?:subset|portion|fraction|small (?:number|percentage)|part) of|some (?:of (?:our |the )?)?(?:users|customers|clients|requests|regions|services)|(?:about|around|approximately|roughly|~)?\s?\d{1,2}(?:\.\d+)? ?% of|partially|intermittent\w*|degraded|only (?:users|customers|\d))/i
const FULL =
  /\b(?:all|every|100 ?%|no|none of) (?:of )?(?:our |the )?(?:users?|customers?|clients?|requests?|traffic|pages?|services?)\b|\b(?:nobody|no one|entire(?:ly)?|complete(?:ly)?|full outage|total)\b/i

export const examples: RuleExamples = {
  bad: [
    {text: '# ⟦Global outage⟧ of the checkout\n\n## Impact\n\nAbout 7 % of users could not pay.\n'},
    {text: '# Checkout ⟦outage⟧\n\n## Impact\n\nA subset of customers saw slow pages.\n'},
  ],
  good: [
    {text: '# Checkout outage\n\n## Impact\n\nNobody could pay for 40 minutes.\n'},
    {text: '# Partial outage of the checkout\n\n## Impact\n\nAbout 7 % of users could not pay.\n'},
    {text: '# Checkout outage\n\n## Impact\n\nAll users of the shop; some users also lost their carts.\n'},
  ],
}
