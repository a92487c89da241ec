import {wordingOf} from '../../language/wording.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const sunkCost = defineLanguageRule({
  id: 'sunk-cost',
  code: 'L11',
  group: 'language',
  severity: 'hint',
  sections: {default: 'hint', timeline: 'off', support: 'off', questions: 'off', lucky: 'off'},
  docs: {
    summary: 'Point at courses of action that are justified by what was spent on them already.',
    why: 'Early signs for a plan are strong, later signs against it come slowly and weakly. A text that gives past effort as the reason for going on hides what going on and stopping each promised, and leaves the next change without a point at which to stop.',
    ask: [
      'What did continuing and stopping each look like at that moment?',
      'What would have been a signal to stop, and who could have called it?',
      'If we started today, would we choose this way?',
    ],
    sources: ['Dekker, The Field Guide to Understanding ‘Human Error’: plan continuation', 'Blythe 2017'],
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} gives effort already spent as the reason. What did going on and stopping each promise at that moment?`,
})

export const examples: RuleExamples = {
  bad: [
    {text: '⟦Having come this far, we saw⟧ the move through.'},
    {text: 'We ⟦kept debugging because we were nearly⟧ there.'},
    {text: 'We ⟦did not want to lose the progress⟧ of the re-index.'},
    {text: '⟦Past the point of no return⟧, we carried on with the move.'},
  ],
  good: [
    {text: 'At 02:40 the team estimated 15 more minutes for the restore and 60 for a rollback, and continued.'},
    {text: 'The schema change is irreversible once step 4 has run.'},
    {text: 'Three hours into the migration, lag reached 40 minutes.'},
    {text: 'The runbook has no abort step after cut-over.'},
    {text: 'We stopped at 03:00 as agreed in the change plan.'},
    {text: 'Committed transactions were not lost.'},
  ],
  limits: [{text: 'The invoice was in the mail, so the rack went in.', note: 'The cost is left to the reader.'}],
}
