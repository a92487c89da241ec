import {wordingOf} from '../../language/wording.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const availabilityRecency = defineLanguageRule({
  id: 'availability-recency',
  code: 'L10',
  group: 'language',
  severity: 'hint',
  sections: {
    default: 'hint',
    actions: 'hint',
    timeline: 'off',
    recurrence: 'off',
    support: 'off',
    questions: 'off',
    lucky: 'off',
  },
  docs: {
    summary: 'Point at explanations by the case that comes to mind most easily: same as last time, the usual suspect.',
    why: 'What is recent or vivid feels frequent and feels like the cause. “Same as in March” moves an old explanation onto a new event without a comparison, and the difference, which is where the news is, goes unseen.',
    ask: [
      'What is different about this incident compared with the one it reminds us of?',
      'How many incidents of this kind were there in the past year, counted?',
      'Would the proposed action have helped in the ones before the last?',
    ],
    sources: [
      'Blythe 2017, Trust, Just Culture and Blameless Post-Mortems',
      'Zwieback 2013, The Human Side of Postmortems',
    ],
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} explains this event by another one without comparing them. What is different this time?`,
})

export const examples: RuleExamples = {
  bad: [
    {text: '⟦Same problem as last⟧ week, so see that report.'},
    {text: 'This is the May outage ⟦all over again⟧.'},
    {text: 'The ⟦usual suspect,⟧ Kafka, was responsible.'},
    {text: 'This ⟦keeps happening⟧ because of the balancer.'},
  ],
  good: [
    {text: 'Related: INC-210 (same alert, different trigger) and INC-198 (same trigger).'},
    {
      text: 'The first responder had handled INC-210 four days before and applied the same restart; it had no effect.',
    },
    {text: 'Third event of this class in 12 months (INC-101, INC-145, this one).'},
    {text: 'The job ran again at 05:00 and failed with the same stack trace.'},
    {text: 'Traffic on Black Friday was 4.1 times the weekly average.'},
    {text: 'We usually see 200 ms here; during the event it was 2.4 s.'},
  ],
  limits: [{text: 'March has called and wants its outage back.', note: 'A joke.'}],
}
