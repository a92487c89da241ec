import type {Detection, LanguageContext} from '../../language/detection.ts'
import type {Sentence} from '../../language/sentence.ts'
import {wordingOf} from '../../language/wording.ts'
import type {Fix} from '../../lint/finding.ts'
import {replace} from '../../text/edit.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const personBlame = defineLanguageRule({
  id: 'person-blame',
  code: 'L01',
  group: 'language',
  severity: 'warning',
  sections: {default: 'warning', actions: 'off', support: 'off'},
  docs: {
    summary:
      'Point at sentences that make one person the fault: a name, a handle, “he”, “she” or “I” with words of failing.',
    why: 'A reader of such a sentence hands out more blame and harsher penalties than a reader of the same event told without them, and goes on looking for conditions less. Inside the team the effect is silence: people keep details to themselves, and the next review has less to work with. Naming somebody is not the point: “Chris ran a script that emptied the table” is an act and stays. It is the predicate of fault that ends the explanation. That holds for self-reproach as well.',
    ask: [
      'What did they see, know and expect at that moment?',
      'What would have led any responder to take the same step?',
      'How did the system let this step succeed?',
    ],
    sources: [
      'Fausey & Boroditsky 2010, Psychonomic Bulletin & Review 17:644',
      'Allspaw 2012, Blameless PostMortems and a Just Culture',
      'Site Reliability Workbook, chapter 10',
      'Etsy, Debriefing Facilitation Guide',
      'HSSIB/NHS, Learning Response Review and Improvement Tool, dimension 4',
    ],
  },
  message: (detection, _sentence, context) =>
    detection.subject?.kind === 'first'
      ? `${wordingOf(detection, context.text)} turns the account into a confession: a reader learns how it feels now, not how it looked then. What did the screen and the notes show at that moment?`
      : `${wordingOf(detection, context.text)} lets the explanation end at one person, and a reader stops asking there. What did they see, know and expect at that moment?`,
  fixes: (detection, sentence, context) => [
    ...asOmissionWithContext(detection, sentence, context),
    ...asTrigger(detection, sentence, context),
    ...asRole(detection, context),
  ],
})

/** “Sam forgot to …” → “{Role} did not …; {what was on show}”. */
function asOmissionWithContext(detection: Detection, sentence: Sentence, context: LanguageContext): Fix[] {
  const {subject} = detection
  const text = context.text.slice(sentence.start, sentence.end)
  const match = /^(.*?)\b(?:forgot|forgets|neglected|neglects|failed|fails|omitted|omits) to (?=[a-z])(.+?)[.]?$/s.exec(
    text,
  )
  if (
    !match ||
    !subject ||
    subject.span.start !== sentence.start ||
    match[1]!.trim().length > subject.span.end - subject.span.start
  )
    return []
  return [
    {
      title: 'Tell what the step showed',
      kind: 'rewrite',
      hasHoles: true,
      edits: [replace(sentence, `{Role} did not ${match[2]!}; {what the tool or the runbook showed at that step}.`)],
    },
  ]
}

/** “… was caused by Sam pushing to main” → the act as the trigger, and the conditions. */
function asTrigger(detection: Detection, sentence: Sentence, context: LanguageContext): Fix[] {
  const match = /\bcaused by \S+(?: \p{Lu}\S*)? (\p{Ll}+ing\b.*?)[.]?$/su.exec(
    context.text.slice(sentence.start, sentence.end),
  )
  if (!match || detection.subject?.kind !== 'person') return []
  return [
    {
      title: 'Name the trigger and its conditions',
      kind: 'rewrite',
      hasHoles: true,
      edits: [
        replace(
          sentence,
          `The trigger was ${match[1]!} at {time}. It reached production because {condition} and {condition}.`,
        ),
      ],
    },
  ]
}

/** A name becomes a hole for the role, where people are to be named by role. */
function asRole({subject}: Detection, context: LanguageContext): Fix[] {
  if (context.config.attribution !== 'role' || subject?.kind !== 'person' || subject.head.tag !== 'NAME') return []
  const isPossessive = /['’]s?$/.test(context.text.slice(subject.span.start, subject.span.end))
  return isPossessive
    ? []
    : [
        {
          title: 'Put the role in place of the name',
          kind: 'rewrite',
          hasHoles: true,
          edits: [replace(subject.span, '{the role}')],
        },
      ]
}

export const examples: RuleExamples = {
  bad: [
    {
      text: 'Nadia ⟦forgot to⟧ drain the node before the upgrade.',
      fixed: '{Role} did not drain the node before the upgrade; {what the tool or the runbook showed at that step}.',
    },
    {text: '@okonkwo ⟦broke the nightly import⟧ and blocked billing with it.'},
    {text: 'The data loss ⟦was caused by Mateusz⟧ running the purge twice.'},
    {text: 'Ines ⟦ignored the red smoke test⟧ and released anyway.'},
    {text: 'It was ⟦Tariq’s fault⟧ that the quota was not raised.'},
    {text: 'K.L. ⟦neglected to⟧ rotate the signing key.'},
    {text: 'Bea ⟦failed to check⟧ which tenant the console pointed at.'},
    {text: 'The stale index ⟦is down to Joon⟧ not reading the upgrade notes.'},
    {text: '⟦Blame for the missing alert lies with Fatima⟧.'},
    {text: '⟦Erik’s carelessness⟧ with the toggle cost us half a day.'},
    {text: 'I ⟦messed up⟧ the firewall plan and should not have been trusted with it.'},
    {text: 'The ⟦faulty template came from rsingh@⟧, who did not bother to render it.'},
    {text: 'He ⟦let the certificate lapse⟧ without telling anyone.'},
    {text: 'Root ⟦cause: Hanna dropped⟧ the wrong schema.'},
    {text: 'Gustavo ⟦botched the hand-over⟧, which is why nobody had the pager.'},
  ],
  good: [
    {
      text: 'Olu executed a query that truncated the sessions table.',
      note: 'A named person and an act. Naming is not blaming.',
    },
    {text: '- 09:17 UTC - Nadia restarted the broker.', section: 'Timeline', note: 'A response act.'},
    {
      text: 'Ines saw the red smoke test at 14:02 and, reading it as the known flake, went on with the release.',
      note: 'The act with what made it sensible: the form that is wanted.',
    },
    {text: 'Incident commander: Tariq. Scribe: Bea.', note: 'Roles.'},
    {
      text: 'Joon will add a pre-flight check for quotas (due 2025-03-14).',
      section: 'Action items',
      note: 'An owner of future work.',
    },
    {text: 'Thanks to Fatima for spotting the odd latency so early.', note: 'Credit.'},
    {text: 'No one was at fault, and this review does not look for fault.', note: 'A rejection.'},
    {text: 'Bus fault in `libusb` on 2 of 9 scanners; see Erik’s trace.', note: 'A technical sense of the noun.'},
    {text: '> “I think that was me” – Hanna, 11:40 in #net', note: 'Words from that day are evidence.'},
    {text: 'The blame view in git shows that the line is from 2018.', note: 'The name of a tool.'},
    {
      text: 'The smoke test failed because Gustavo’s branch had an older schema.',
      note: 'The possessive names an artefact; what failed is a check.',
    },
    {text: 'Mateusz waited for the replica to catch up before he promoted it.'},
  ],
  limits: [
    {text: 'The night had Tariq written all over it.'},
    {text: 'Let us say that Bea and the console are not friends.', note: 'An allusion.'},
  ],
}
