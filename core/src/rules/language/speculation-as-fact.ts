import {wordingOf} from '../../language/wording.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const speculationAsFact = defineLanguageRule({
  id: 'speculation-as-fact',
  code: 'L20',
  group: 'language',
  severity: 'hint',
  sections: {
    default: 'off',
    causes: 'hint',
    trigger: 'hint',
    summary: 'hint',
    timeline: 'hint',
    detection: 'hint',
    response: 'hint',
  },
  collapseAbove: 1,
  docs: {
    summary: 'Point at guesses that stand as facts: must have, presumably, no doubt.',
    why: 'A guess loses its hedge from one section to the next and ends as the cause. Marked as a hypothesis, with what speaks for and against it, it can be tested.',
    ask: ['How do we know?', 'What would we expect to see if this were not so?', 'Who could tell us?'],
    sources: [
      'Blythe 2017: facts, assumptions, expectations',
      'HSSIB/NHS, Learning Response Review and Improvement Tool, dimension 6',
    ],
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} lets a guess pass for a fact. How do we know, and what would we see if it were not so?`,
})

export const examples: RuleExamples = {
  bad: [
    {text: 'The loss ⟦must have been caused⟧ by the switch upgrade.'},
    {text: 'Someone ⟦presumably⟧ restarted the service.'},
  ],
  good: [
    {text: 'Hypothesis: the switch upgrade caused the loss. Not tested.'},
    {text: 'We do not know who restarted the service.'},
    {text: 'The trace shows 412 ms spent in `lock_wait`.'},
  ],
  limits: [{text: 'A cosmic ray flipped the bit.', note: 'A bare claim without a hedge.'}],
}
