import {wordingOf} from '../../language/wording.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const absolutes = defineLanguageRule({
  id: 'absolutes',
  code: 'L19',
  group: 'language',
  severity: 'hint',
  sections: {
    default: 'hint',
    actions: 'hint',
    external: 'information',
    timeline: 'off',
    support: 'off',
    questions: 'off',
  },
  collapseAbove: 1,
  docs: {
    summary:
      'Point at absolute claims about people, process and the future: never again, everyone knows, impossible to recur.',
    why: 'Absolutes about the future promise what complex systems do not give, and narrow the learning to an exact repeat. Absolutes about people describe a character instead of a count.',
    ask: ['How often, counted over which period?', 'What remains possible after the change?'],
    sources: ['Cook 1998, How Complex Systems Fail', 'Etsy, Debriefing Facilitation Guide'],
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} promises or claims more than can be counted. How often, over which period, and what remains possible?`,
})

export const examples: RuleExamples = {
  bad: [
    {text: 'This ⟦will never happen again⟧.', section: 'Lessons learned'},
    {text: 'We have made it ⟦impossible for this to recur⟧.'},
    {text: 'Such a leak ⟦can never happen again⟧.', section: 'Lessons learned'},
  ],
  good: [
    {text: 'The pod never became ready.', note: 'A system in a bounded window.'},
    {text: 'The connection is always closed after 30 s.'},
    {text: 'Never run this against the live cluster (runbook).'},
    {text: 'Every action item has an owner.'},
  ],
  limits: [{text: 'Such a thing is now a matter of the past.'}],
}
