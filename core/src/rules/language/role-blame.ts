import type {Detection, LanguageContext} from '../../language/detection.ts'
import type {Sentence} from '../../language/sentence.ts'
import {wordingOf} from '../../language/wording.ts'
import type {Fix} from '../../lint/finding.ts'
import {replace} from '../../text/edit.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const roleBlame = defineLanguageRule({
  id: 'role-blame',
  code: 'L02',
  group: 'language',
  severity: 'warning',
  sections: {default: 'warning', poor: 'information', lessons: 'information', actions: 'off', support: 'off'},
  docs: {
    summary: 'Point at sentences that make a role, a team, a vendor or “we” the fault.',
    why: 'A role has one holder on a given day, so leaving out the name takes nothing away from the blame. When it falls on another team it also moves the event there: it becomes their problem, and the reader’s own work looks safe. “We failed to …” sounds humble and is the most frequent form of all; it still stops at something that was left out where an explanation could begin.',
    ask: [
      'What information did they have at that time, and through which channel?',
      'What made this look fine to the people who did the review or the test?',
      'What were they trying to achieve, and what held them to it?',
    ],
    sources: [
      'Site Reliability Workbook, chapter 10',
      'Cook & Woods 2006, Distancing Through Differencing',
      'Wilcox, The blameless post mortem (DjangoCon US 2019)',
      'HSSIB/NHS, Learning Response Review and Improvement Tool, dimension 4',
    ],
  },
  severityOf: ({subject}, _sentence, {section}) => {
    // “You” is whoever follows the instruction, nobody in the story.
    if (subject?.kind === 'you' && /^you/.test(subject.head.lower)) return 'off'
    return subject?.kind === 'we' && section !== 'external' ? 'information' : undefined
  },
  message: (detection, _sentence, context) => {
    const wording = wordingOf(detection, context.text)
    switch (detection.subject?.kind) {
      case 'we':
        return `${wording} stops at what was left out, where an explanation could begin. What took priority then, or what made it look done?`
      case 'organisation':
        return `${wording} lets the explanation end at a partner, and what either side could see stays out of view. What did each of them know at that time, through which channel?`
      default:
        return `${wording} lets the explanation end at the people in a role or team, and a reader stops asking there. What did they see and know at that time?`
    }
  },
  fixes: (detection, sentence, context) => {
    const text = context.text.slice(sentence.start, sentence.end).replace(/[.]$/, '')
    return [
      ...asPassedCheck(text, sentence),
      ...asPlan(detection, text, sentence),
      ...asTimes(detection, sentence, context),
    ]
  },
})

const rewrite = (title: string, sentence: Sentence, text: string): Fix => ({
  title,
  kind: 'rewrite',
  hasHoles: true,
  edits: [replace(sentence, text)],
})

/** “QA failed to catch the regression” → what the check covers. */
function asPassedCheck(text: string, sentence: Sentence): Fix[] {
  const what =
    /^[^,;:]{1,60}? (?:failed to|did not|never) (?:catch|spot|notice|detect|find|see|discover) ((?:the|a|an|this|that|our)\b[^,;]+)$/.exec(
      text,
    )?.[1]
  return what
    ? [
        rewrite(
          'Tell what the check covers',
          sentence,
          `${what.charAt(0).toUpperCase()}${what.slice(1)} passed {check}, because {check} does not exercise {path}.`,
        ),
      ]
    : []
}

/** “We failed to confirm …” → what was planned and what came in between. */
function asPlan(detection: Detection, text: string, sentence: Sentence): Fix[] {
  const what = /^We (?:(?:also|again|simply|all) )?(?:failed|neglected|forgot|omitted) to (.+)$/s.exec(text)?.[1]
  return what && detection.subject?.kind === 'we'
    ? [
        rewrite(
          'Tell what took priority',
          sentence,
          `We had planned to ${what}; {what took priority, or what made it look done}.`,
        ),
      ]
    : []
}

/** “… did not act soon enough” → two times and what lies in between. */
function asTimes(detection: Detection, sentence: Sentence, context: LanguageContext): Fix[] {
  const {subject, span} = detection
  if (
    !subject ||
    subject.kind === 'we' ||
    subject.span.start !== sentence.start ||
    !/\b(?:(?:soon|early|quickly|fast|promptly) enough|too late|too long|too slow|in time)\b/.test(
      context.text.slice(span.start, sentence.end),
    )
  )
    return []
  const who = context.text.slice(subject.span.start, subject.span.end)
  return [
    rewrite(
      'Give the times and what lies between',
      sentence,
      `${who} was paged at {time} and took the first mitigating step at {time}; in between {what was being diagnosed}.`,
    ),
  ]
}

export const examples: RuleExamples = {
  bad: [
    {
      text: 'Support ⟦failed to spot⟧ the double charge.',
      fixed: 'The double charge passed {check}, because {check} does not exercise {path}.',
    },
    {
      text: 'The duty engineer did not ⟦react⟧ quickly enough.',
      fixed:
        'The duty engineer was paged at {time} and took the first mitigating step at {time}; in between {what was being diagnosed}.',
    },
    {text: 'Facilities never ⟦told us⟧ about the power test.'},
    {text: 'The trainee ⟦pushed an unreviewed⟧ template to production.'},
    {text: 'The storage team ⟦dropped the ball⟧ on the snapshot restore.'},
    {text: 'The night shift ⟦was asleep⟧ at the switch for the first hour.'},
    {text: 'The carrier’s help desk ⟦wasted a whole morning of our time⟧.'},
    {
      text: 'We ⟦failed to verify⟧ that the exporter ran on the new hosts.',
      fixed:
        'We had planned to verify that the exporter ran on the new hosts; {what took priority, or what made it look done}.',
    },
    {text: '⟦Whoever wrote⟧ this retry loop clearly had not thought about quotas.'},
    {text: 'The approvers ⟦rubber-stamped the change⟧.'},
    {text: 'Someone on the web team ⟦decided to ignore⟧ the sunset notice.'},
    {text: 'Leadership ⟦refused to⟧ pay for a second line and we paid for it.'},
    {text: 'The agency ⟦left the test account enabled⟧.'},
    {text: 'Compliance ⟦blocked the patch⟧ for no good reason.'},
    {text: 'The integration ⟦team is responsible for this mess⟧.'},
  ],
  good: [
    {text: 'The duty engineer acknowledged the page at 05:20.', note: 'An act.'},
    {text: 'The storage team owns the snapshot service.', note: 'Ownership.'},
    {text: 'The QA cluster failed to boot.', note: 'The subject is a cluster.'},
    {text: 'We failed over to the Dublin site at 10:05.', note: 'An operation, not a failing.'},
    {text: 'The billing team was paged but had no panel for this queue.', note: 'A condition.'},
    {text: 'Team impact: the network on-call spent 19 hours re-patching links.', note: 'Harm to responders.'},
    {
      text: 'We did not get a page because the rule leaves out the pilot hosts.',
      note: '“We” is a receiver, and the cause is a rule.',
    },
    {text: 'The carrier’s status page reported recovery at 16:40.', note: 'A fact with its source.'},
    {text: 'An engineer on the team started this job.', note: 'A role and an act.'},
    {
      text: 'Approvers saw 52 files in the diff; the changed limit was in file 48.',
      note: 'The conditions of the review.',
    },
    {text: 'The team waited for the vendor to restore the link.'},
    {text: 'We ignored the cache in the test.'},
  ],
  limits: [
    {text: 'The vendor has an interesting idea of redundancy.', note: 'Irony without a predicate of fault.'},
    {text: 'Some desks were better staffed than others that night.'},
  ],
}
