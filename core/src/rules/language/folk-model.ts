import {wordingOf} from '../../language/wording.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const folkModel = defineLanguageRule({
  id: 'folk-model',
  code: 'L16',
  group: 'language',
  severity: 'information',
  sections: {
    default: 'information',
    causes: 'warning',
    trigger: 'warning',
    actions: 'off',
    questions: 'off',
    support: 'off',
    impact: 'off',
  },
  docs: {
    summary:
      'Point at big labels for states of mind that stand where the observation should: complacency, lost awareness, tunnel vision.',
    why: 'Such a label swaps one name for another. It cannot be checked, it fits every incident, and it treats people as a part that malfunctioned in an otherwise sound machine. What people saw, what it meant to them and how many alarms they had does explain, and can be changed.',
    ask: [
      'What did they observe, and what did it mean to them?',
      'Which numbers stand behind this label?',
      'What were people attending to, and why did that make sense?',
    ],
    sources: [
      'Dekker & Hollnagel 2004, Human factors and folk models',
      'Bergström, Three analytical traps in accident investigation',
    ],
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} is a name for a state of mind and cannot be checked by a reader. What did people see, and which figures stand behind it?`,
})

export const examples: RuleExamples = {
  bad: [
    {text: '⟦Complacency had⟧ set in after a quiet year.'},
    {text: 'The responder ⟦lost situational awareness⟧.'},
    {text: '⟦Tunnel vision cost⟧ the bridge its first hour.'},
    {text: 'The operator ⟦was distracted⟧.'},
    {text: 'A ⟦communication breakdown between⟧ the two sites.'},
  ],
  good: [
    {
      text: 'The responder had 61 pages in 6 hours, 58 of them non-actionable; this one looked the same.',
      note: 'The label, unpacked into figures.',
    },
    {text: 'The two teams used #db and #inc-42; the message about the freeze was posted in #db only.'},
    {text: 'Between 02:10 and 02:40 the responder was on a call with the vendor.'},
    {text: 'Node 4 lost network connectivity to the control plane.', note: 'Machines, not minds.'},
    {text: 'The panel shows replica lag only after scrolling, so lag was out of view.'},
    {text: 'Fatigue: the responder had been on shift for 14 hours.', note: 'A condition with a number.'},
  ],
  limits: [{text: 'Minds were on the weekend.', note: 'An image.'}],
}
