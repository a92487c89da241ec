import {wordingOf} from '../../language/wording.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const vagueImpact = defineLanguageRule({
  id: 'vague-impact',
  code: 'L18',
  group: 'language',
  severity: 'hint',
  sections: {default: 'off', impact: 'information', summary: 'hint', external: 'information'},
  collapseAbove: 1,
  docs: {
    summary: 'Point at impact without a number: some users, many requests, for a while.',
    why: 'Readers decide priorities by the size of an incident. Without a number they guess; an honest estimate with its error is better than none, and “unknown, because” is better than silence.',
    ask: ['How many, what share of what, measured where?', 'Who was not affected?', 'If unknown, what would tell us?'],
    sources: ['Site Reliability Workbook, chapter 10', 'Wilcox, The blameless post mortem (DjangoCon US 2019)'],
  },
  severityOf: (_detection, sentence, context) => {
    const measured = (tokens: typeof sentence.tokens | undefined): boolean =>
      tokens?.some((token) => token.tag === 'NUM' || /%|unknown|none/.test(token.lower) || token.linked) ?? false
    return measured(sentence.tokens) || measured(context.next?.tokens) ? 'off' : undefined
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} leaves the size open, and readers fill it in. How many, what share of what, measured where?`,
  fixes: (detection, _sentence, context) => {
    const words = context.text.slice(detection.span.start, detection.span.end)
    if (
      !/^(?:some|many|several|most|a few|numerous) (?:users|customers|clients|players|patients|requests|orders)$/i.test(
        words,
      )
    )
      return []
    return [
      {
        title: 'Put in the number and the share',
        kind: 'rewrite',
        hasHoles: true,
        edits: [{...detection.span, newText: '{n} ({p}%) of {population}'}],
      },
    ]
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '⟦Some users⟧ could not log in.',
      section: 'Impact',
      fixed: '{n} ({p}%) of {population} could not log in.',
    },
    {text: 'The shop was down ⟦for a while⟧.', section: 'Impact'},
    {text: '⟦A significant number of requests⟧ failed.', section: 'Impact'},
  ],
  good: [
    {text: 'About 4,200 of 61,000 sessions (7%) saw an error.', section: 'Impact'},
    {text: 'Number of affected users: unknown; the logs of that hour are gone.', section: 'Impact'},
    {text: 'Some pods were on node 7; the list is in the appendix.', section: 'Causes'},
    {text: 'Many thanks to the storage team.', section: 'Impact'},
  ],
  limits: [{text: 'Quite a few people rang.', section: 'Impact'}],
}
