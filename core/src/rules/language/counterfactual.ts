import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'
import {counterfactuals} from '../../language/constructions/counterfactual.ts'
import {isSelf, isThirdPerson} from '../../language/subject.ts'

export const counterfactual = defineLanguageRule({
  id: 'counterfactual',
  code: 'L06',
  group: 'language',
  severity: 'information',
  sections: {
    default: 'information',
    lessons: 'information',
    lucky: 'information',
    actions: 'off',
    questions: 'off',
    support: 'off',
    impact: 'information',
  },
  docs: {
    summary: 'Point at sentences that describe what people did not do instead of what they did.',
    why: 'A past that did not happen explains nothing about the one that did. The reader learns what would have been better, seen from the end, and loses the question why the actual course made sense at the time. The advice that follows from it is “next time, do what you should”.',
    ask: [
      'What was done instead, and what made that the sensible step at that moment?',
      'If this is to happen next time, what will make it happen?',
    ],
    sources: [
      'Bergström, Three analytical traps in accident investigation',
      'Etsy, Debriefing Facilitation Guide',
      'HSSIB/NHS, Learning Response Review and Improvement Tool, dimension 6',
    ],
  },
  detect: counterfactuals,
  severityOf: (detection, _sentence, context) => {
    if (context.section === 'timeline' && detection.form === 'omission' && !isThirdPerson(detection.subject))
      return 'hint'
    if (detection.form === 'modal' && isThirdPerson(detection.subject)) return 'warning'
    if (detection.form === 'omission' && isSelf(detection.subject) && context.section === 'response') return 'hint'
    return undefined
  },
  message: (detection) =>
    detection.form === 'omission'
      ? 'This tells what was not done, and the reader cannot see what was done instead. What made the actual course sensible?'
      : 'This compares the past with one that did not happen, seen from its end. What did the situation look like at that moment?',
})

export const examples: RuleExamples = {
  bad: [
    {text: 'The duty engineer ⟦should have paged⟧ storage at 04:20.'},
    {text: 'We ⟦could have avoided⟧ this by reading the upgrade notes.'},
    {text: '⟦If only⟧ somebody had opened the lag graph.'},
    {text: '⟦Had the team rehearsed⟧ the cut-over, the queue would have held.'},
    {text: 'The restore drill ⟦should have been repeated⟧ before the move.'},
    {text: '⟦Nobody noticed⟧ the growing backlog for fifty minutes.'},
    {text: 'They ⟦did not wait⟧ for the second reviewer and went ahead.'},
    {text: 'We applied the plan ⟦without checking⟧ the workspace.'},
    {text: 'I ⟦should have thought⟧ of the replication slot.'},
    {text: 'It ⟦ought to have been caught⟧ in the design review.'},
    {text: '⟦We never timed⟧ the re-index on real data.'},
    {text: 'The expiry mail ⟦was overlooked⟧.'},
    {text: 'We ⟦should not have touched⟧ the firewall on the day before the holiday.'},
    {text: '⟦At no point did anyone ask⟧ whether the lock was still held.'},
  ],
  good: [
    {text: 'No warning was missed, as the level stayed low.', note: 'What did not happen.'},
    {text: 'No alert was set on that disk, so nobody noticed the growth.', note: 'The reason is told.'},
    {
      text: 'Every service should have an owner in the catalogue.',
      section: 'Action items',
      note: 'Obligation for the future.',
    },
    {text: 'Each release should have at least two approvals.', note: 'Possession, a rule for the present.'},
    {
      text: 'Had the standby also been in that rack, we would have lost the ledger.',
      section: 'Where we got lucky',
      note: 'About the system, and the point of the section.',
    },
    {
      text: 'The export should have run at 02:00; the scheduler log shows no start.',
      note: 'Expected against actual behaviour of software.',
    },
    {text: 'It could have been worse: no payment was lost.'},
    {text: 'We did not see an error at this point; the panel samples every five minutes.', note: 'What was visible.'},
    {text: 'We did not get a page because the route excludes canary hosts.'},
    {text: 'Customers who did not upgrade to 3.1 are not affected.', note: 'Scope.'},
    {text: 'The attacker would have needed a valid session.', note: 'Reach of a hypothetical attacker.'},
    {text: 'If the backlog passes 5k, the autoscaler adds a worker.', note: 'Design.'},
    {text: 'A canary would have caught this in minutes.', note: 'A control, not a person.'},
    {text: 'Could this have reached the archive tier? We do not know yet.'},
    {text: 'Nobody was hurt.'},
    {text: 'The commit was reverted, which would restore the old behaviour once caches had expired.'},
  ],
  limits: [{text: 'The second graph went without a reader that day.', note: 'An omission as an image.'}],
}
