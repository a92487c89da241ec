import {wordingOf} from '../../language/wording.ts'
import type {Sentence} from '../../language/sentence.ts'
import type {Fix} from '../../lint/finding.ts'
import {replace} from '../../text/edit.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

const RESTORATIVE =
  'Who was hurt, and what do they need? Whose obligation is it to meet that need? How can those who were part of it be heard?'

export const retributive = defineLanguageRule({
  id: 'retributive',
  code: 'L05',
  group: 'language',
  severity: 'warning',
  sections: {default: 'warning', support: 'off'},
  docs: {
    summary: 'Point at the language of guilt and sanction: which rule was broken, who did it, what happens to them.',
    why: 'Such words settle an account with somebody. They look back, and they decide who pays; an account that is told, and not paid, looks forward to what people and systems need. Whoever reads of sanctions learns to say less the next time, and a sanction helps no customer. It deters nobody either, unless the aim is to keep people from doing their work.',
    ask: [
      'Who was hurt (users, responders, the person at the keyboard), and what do they need now?',
      'Whose obligation is it to meet that need?',
      'What, rather than who, let this happen?',
    ],
    sources: [
      'Dekker 2016, Just Culture',
      'Blythe, Blameless retrospectives, slides 32 to 41',
      'Wilcox, The blameless post mortem (DjangoCon US 2019)',
      '49 CFR 831, NTSB investigation procedures',
    ],
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} settles an account with somebody, and whoever reads it learns to say less next time. Who was hurt, and what do they need now?`,
  fixes: (_detection, sentence, context) => {
    const text = context.text.slice(sentence.start, sentence.end)
    if (/\bretrain|\btraining\b|\bsensiti[sz]ed\b/.test(text))
      return [
        rewrite(
          'Change the system in place of the person',
          sentence,
          'Change {interface or guard} so that {step} cannot reach production without {check}.',
        ),
      ]
    if (/\b(?:accountable|to account|liable|answer for)\b/.test(text))
      return [
        rewrite(
          'Let the account be told',
          sentence,
          '{Team} will give its account of {period} in the review on {date}.',
        ),
      ]
    if (/^which (?:rule|policy|procedure|regulation|law)/i.test(text))
      return [
        rewrite('Ask how the work is done', sentence, 'What does the rule ask for, and how is the work usually done?'),
      ]
    return [rewrite('Ask the restorative questions here', sentence, RESTORATIVE)]
  },
})

const rewrite = (title: string, sentence: Sentence, text: string): Fix => ({
  title,
  kind: 'rewrite',
  hasHoles: text.includes('{'),
  edits: [replace(sentence, text)],
})

export const examples: RuleExamples = {
  bad: [
    {text: 'The technician has been ⟦given a written warning⟧.'},
    {text: '⟦Consequences for skipping⟧ the gate will follow.'},
    {
      text: 'We will ⟦hold whoever approved this accountable⟧.',
      fixed: '{Team} will give its account of {period} in the review on {date}.',
    },
    {
      text: '⟦Which rule was broken⟧, and by whom?',
      fixed: 'What does the rule ask for, and how is the work usually done?',
    },
    {text: '⟦HR has been informed⟧ of the repeated breaches.'},
    {text: '⟦Her deploy access has been revoked⟧ until further notice.'},
    {
      text: 'He will ⟦be retrained⟧ before he may touch the console again.',
      fixed: 'Change {interface or guard} so that {step} cannot reach production without {check}.',
    },
    {text: '⟦Those responsible must answer⟧ for the lost orders.'},
    {text: 'This was a ⟦grave offence⟧ against the freeze.'},
    {text: 'Repeat ⟦offenders⟧ will lose their merge rights.'},
    {text: 'The shift ⟦was reprimanded⟧ for bypassing review.'},
    {text: '⟦Disciplinary measures⟧: pending.'},
    {text: '⟦There need to be sanctions⟧ if somebody overrides the gate.'},
    {text: 'We identified the ⟦culprit⟧ within an hour.'},
    {text: 'The ⟦guilty commit’s author⟧ has been talked to.'},
    {
      text: '- [ ] The storage ⟦team needs to attend the training⟧ before it gets access again.',
      section: 'Action items',
    },
  ],
  good: [
    {text: 'Revoked the leaked key at 11:30 and rotated the deploy account.', note: 'Containment of a credential.'},
    {
      text: 'Standing write access was removed for every human; break-glass takes one approval.',
      note: 'A control for all.',
    },
    {text: 'The culprit was a descriptor leak in the exporter.', note: 'A component.'},
    {text: 'The regulator was informed within 72 hours, as the law asks.', note: 'A legal duty.'},
    {
      text: 'Add a failover exercise to the onboarding of every responder.',
      section: 'Action items',
      note: 'Practice as design, for everyone.',
    },
    {text: 'This review makes no decision about discipline.', note: 'A rejection.'},
    {text: 'The penalty for a cache miss is 80 ms.', note: 'A technical sense.'},
    {text: 'Credits were paid to 31 customers.', note: 'Repair for those who were hurt.'},
    {text: 'Policy violations (Gatekeeper) rose from 3 to 140 after the upgrade.', note: 'A term of a tool.'},
    {
      text: 'Who is hurt, what do they need, and whose obligation is it to meet that need?',
      note: 'The restorative questions.',
    },
  ],
  limits: [{text: 'The technician now works in another building.', note: 'A sanction between the lines.'}],
}
