import {wordingOf} from '../../language/wording.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const singleCause = defineLanguageRule({
  id: 'single-cause',
  code: 'L14',
  group: 'language',
  severity: 'hint',
  sections: {
    default: 'hint',
    causes: 'hint',
    summary: 'hint',
    actions: 'off',
    questions: 'off',
    support: 'off',
    timeline: 'off',
    impact: 'off',
  },
  collapseAbove: 1,
  docs: {
    summary: 'Point at prose that names the one cause.',
    why: 'Incidents need several conditions at once. A text that names one lets the reader stop there, and the conditions that were harmless before stay as they are. Headings such as “Root cause” are names of sections and stay silent.',
    ask: [
      'What else had to be true for this to become an incident?',
      'Why did the same trigger cause nothing before?',
      'What limited the damage?',
    ],
    sources: [
      'Cook 1998, How Complex Systems Fail, points 3 and 7',
      'Card 2017, The problem with ‘5 whys’',
      'PagerDuty, Postmortem documentation',
    ],
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} lets the reader stop at one cause. What else had to be true for this to become an incident?`,
})

export const examples: RuleExamples = {
  bad: [
    {text: '⟦The root cause was a⟧ missing null check.'},
    {text: 'The ⟦sole cause of⟧ the outage was the expired token.'},
    {text: 'Ultimately it ⟦all boils down to⟧ DNS.'},
  ],
  good: [
    {text: 'Root cause: still unknown.'},
    {text: 'Root cause analysis is planned for Thursday.'},
    {text: 'Three conditions had to coincide: the expired token, the muted alert and the freeze.'},
    {text: 'The root volume filled up.'},
    {text: 'There is a single root certificate in the chain.'},
  ],
  limits: [{text: 'It was the pump and that is that.'}],
}
