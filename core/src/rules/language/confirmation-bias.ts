import {wordingOf} from '../../language/wording.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const confirmationBias = defineLanguageRule({
  id: 'confirmation-bias',
  code: 'L09',
  group: 'language',
  severity: 'hint',
  sections: {
    default: 'hint',
    causes: 'information',
    trigger: 'information',
    timeline: 'off',
    actions: 'off',
    questions: 'off',
    support: 'off',
    lucky: 'off',
  },
  docs: {
    summary: 'Point at sentences that argue for one explanation and count everything as support.',
    why: 'Ambiguous evidence gets read to fit what is believed already. A text that says “as suspected” or “nothing left to look at” closes the question for its readers, and what would have spoken against the explanation is never looked for.',
    ask: [
      'What would we expect to see if this explanation did not hold?',
      'Which hypotheses were raised during the response, and what ended each of them?',
      'Who from outside has read this and asked naive questions?',
    ],
    sources: [
      'PagerDuty, Postmortem documentation',
      'Howie: the post-incident guide',
      'Holmwood, Blame. Language. Sharing.',
    ],
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} closes the question before the reader has seen what would speak against it. What would we expect to see if this did not hold?`,
})

export const examples: RuleExamples = {
  bad: [
    {text: '⟦As we had suspected⟧ all along, it was the gateway.'},
    {text: '⟦This confirms that⟧ the new broker cannot be trusted.'},
    {text: 'There is ⟦nothing left to investigate⟧.'},
    {text: 'That the fault lies in the driver is ⟦beyond doubt⟧.'},
  ],
  good: [
    {text: 'We suspected the pool; its metrics at 10:31 ruled it out.', note: 'Hypothesis, test, result.'},
    {text: 'With the flag on the reproduction fails 20 of 20 times, with it off 0 of 20.'},
    {text: 'Confirmed at 14:05 by the vendor (ticket 88121).'},
    {text: 'Two explanations remain open: a leak in the driver or a slow consumer.'},
    {text: 'As expected by design, the breaker opened after five failures.'},
    {text: 'The consistency check passed on all shards.'},
  ],
  limits: [{text: 'The legacy box did what the legacy box does.', note: 'Known to insiders only.'}],
}
