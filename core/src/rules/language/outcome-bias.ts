import {wordingOf} from '../../language/wording.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const outcomeBias = defineLanguageRule({
  id: 'outcome-bias',
  code: 'L08',
  group: 'language',
  severity: 'information',
  sections: {default: 'information', lucky: 'information', actions: 'off', questions: 'off', support: 'off'},
  docs: {
    summary: 'Point at decisions that are judged by how they turned out, bad ones and heroic ones alike.',
    why: 'The same decision with the same information is rated as worse thinking when it ends badly, and as courage when it ends well, even by readers who say that outcomes do not count. Most acts in operations are bets that usually pay; a review that condemns the lost ones and praises the won ones teaches nothing about either.',
    ask: [
      'Would this decision be rated the same if it had ended well?',
      'Which options were on the table, and what did each seem to cost?',
      'How often does the same choice go unnoticed because it works?',
    ],
    sources: [
      'Baron & Hershey 1988, Outcome bias in decision evaluation',
      'Cook 1998, How Complex Systems Fail, point 10',
      'Zwieback 2013, The Human Side of Postmortems',
    ],
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} rates the decision by its end, which nobody knew then. Which options were on the table, and what did each seem to cost?`,
})

export const examples: RuleExamples = {
  bad: [
    {text: '⟦Restarting the feed turned out to be the wrong⟧ call.'},
    {text: 'The rollback was a ⟦bad idea⟧: it doubled the queue.'},
    {text: 'The cheaper valve has ⟦come back to bite⟧ us.'},
    {text: 'Her ⟦heroic manual⟧ fix at three in the morning kept the shop open.'},
    {text: 'The speed of the recovery ⟦vindicates⟧ the choice of carrier.'},
  ],
  good: [
    {
      text: 'The rollback did not restore service; errors rose from 4% to 11% after it.',
      note: 'The effect of an act, no verdict.',
    },
    {
      text: 'At 03:10 the choice was between a 20-minute restore and an open-ended search; the team chose the restore.',
    },
    {text: 'We now know that a restart of the primary drops the buffer.'},
    {text: 'Traffic moved away in 9 minutes because the second site is sized for it.', section: 'What went well'},
    {text: 'The restart had no effect.'},
    {text: 'Given the information at the time, either option was defensible.'},
    {text: 'The wrong certificate was served to 2% of clients.', note: 'A technical sense.'},
  ],
  limits: [{text: 'Had it gone well, nobody would write this page.', note: 'A remark on the bias itself.'}],
}
