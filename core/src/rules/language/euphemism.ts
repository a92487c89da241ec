import {wordingOf} from '../../language/wording.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const euphemism = defineLanguageRule({
  id: 'euphemism',
  code: 'L17',
  group: 'language',
  severity: 'hint',
  sections: {
    default: 'hint',
    impact: 'information',
    summary: 'information',
    external: 'information',
    actions: 'off',
    questions: 'off',
    support: 'off',
  },
  collapseAbove: 1,
  docs: {
    summary:
      'Point at words that make the event smaller or blurrier than it was: hiccup, blip, unforeseen circumstances.',
    why: 'A softened event cannot be checked or compared, and readers wonder what else was softened. A plain statement of what failed, for whom and for how long costs less trust.',
    ask: ['What could users not do, how many of them, and for how long?'],
    sources: ['PagerDuty, Postmortem documentation', 'Site Reliability Workbook, chapter 10'],
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} leaves the size of the event to the reader’s fancy. What could users not do, and for how long?`,
})

export const examples: RuleExamples = {
  bad: [
    {text: 'We had a small ⟦hiccup⟧ with logins.'},
    {text: 'Due to ⟦unforeseen circumstances⟧ the shop was closed.'},
    {text: 'There was ⟦some turbulence⟧ during the roll-out.'},
  ],
  good: [
    {text: 'Login failed for 31% of attempts between 10:02 and 10:19 UTC.'},
    {text: 'Network blips of under 2 s, 14 per hour, preceded the failover.'},
    {text: 'Full outage of checkout for 12 minutes.'},
    {text: 'Anomaly detection fired at 08:14.'},
  ],
  limits: [{text: 'The service took a breather.'}],
}
