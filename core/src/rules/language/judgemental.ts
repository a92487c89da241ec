import type {Detection, LanguageContext} from '../../language/detection.ts'
import {isIn} from '../../language/lexicon.ts'
import type {Sentence} from '../../language/sentence.ts'
import {isHuman, isSelf, isThirdPerson} from '../../language/subject.ts'
import {wordingOf} from '../../language/wording.ts'
import type {Fix} from '../../lint/finding.ts'
import {remove, replace} from '../../text/edit.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const judgemental = defineLanguageRule({
  id: 'judgemental',
  code: 'L04',
  group: 'language',
  severity: 'warning',
  sections: {
    default: 'warning',
    poor: 'information',
    lessons: 'information',
    impact: 'information',
    actions: 'warning',
    support: 'off',
  },
  docs: {
    summary:
      'Point at words that rate people, what they did or the work that they made, against a standard nobody has named.',
    why: 'A rating stands in for a description that the text already has at hand. The standard behind it is mostly one that was found afterwards, and it makes a judge of the account. Those who were there read the rating, and keep the rest of what they know to themselves. A parameter with a figure beside it is another matter: “30 s is too short for bodies above 5 MB” can be checked.',
    ask: [
      'Measured against which standard, and who knew of it at that time?',
      'What does the work look like when it goes well, and how was this time different?',
      'What would a reader need to see to reach that judgement on their own?',
    ],
    sources: [
      'Bergström 2021, Three analytical traps in accident investigation',
      'VA National Center for Patient Safety, Five Rules of Causation, rule 2',
      'Site Reliability Workbook, chapter 10',
    ],
  },
  severityOf: ({subject}, _sentence, {section}) => {
    if (section === 'actions' && !isThirdPerson(subject)) return 'off'
    return isSelf(subject) ? 'information' : undefined
  },
  message: (detection, _sentence, context) =>
    isHuman(detection.subject)
      ? `${wordingOf(detection, context.text)} rates people against a standard that a reader cannot see, and what they did stays untold. Which observation stands behind it?`
      : `${wordingOf(detection, context.text)} gives a rating where a reader needs the description. What did it cover, and what did this event need?`,
  fixes: (detection, sentence, context) => [
    ...withoutAdverb(detection, sentence, context),
    ...asCoverage(detection, sentence, context),
    ...asStep(detection, sentence, context),
    ...asUsualWork(detection, sentence, context),
  ],
})

const rewrite = (title: string, sentence: Sentence, text: string): Fix => ({
  title,
  kind: 'rewrite',
  hasHoles: true,
  edits: [replace(sentence, text)],
})

/** “carelessly reused” → “reused”. Not where the adverb is all that the verb says: “reacted poorly”. */
function withoutAdverb({span}: Detection, sentence: Sentence, context: LanguageContext): Fix[] {
  const {tokens} = sentence
  const at = tokens.findIndex(
    (token) =>
      token.start >= span.start && token.end <= span.end && isIn(token.lower, 'conduct-adverb', 'manner-adverb'),
  )
  const adverb = tokens[at]
  const next = tokens[at + 1]
  const previous = tokens[at - 1]
  if (!adverb || !previous || !next || next.tag !== 'VERB' || previous.tag === 'PUNCT') return []
  // “an amateurishly written” would leave the wrong article, “rather hastily” half of the adverb.
  if (
    /^an?$/.test(previous.lower) ||
    previous.tag === 'ADV' ||
    context.text.slice(adverb.end, next.start).trim() !== ''
  )
    return []
  return [{title: `Delete “${adverb.text}”`, kind: 'safe', edits: [remove({start: adverb.start, end: next.start})]}]
}

/** “Testing was inadequate.” → what it covered and what it did not. */
function asCoverage({span}: Detection, sentence: Sentence, context: LanguageContext): Fix[] {
  const first = sentence.tokens.find((token) => token.start === span.start)
  if (
    !first ||
    !isIn(first.lower, 'human-work') ||
    !/\b(?:is|are|was|were|been|be|turned out)\b/.test(context.text.slice(span.start, span.end))
  )
    return []
  if (!/^[.\s]*$/.test(context.text.slice(span.end, sentence.end))) return []
  const before = context.text.slice(sentence.start, first.end)
  return [
    rewrite(
      'Say what it covered',
      sentence,
      `${before} covered {what} and left out {what}; this event needed {measure}.`,
    ),
  ]
}

/** “The runbook was badly written.” → the step that did not fit. */
function asStep({span}: Detection, sentence: Sentence, context: LanguageContext): Fix[] {
  const text = context.text.slice(sentence.start, sentence.end)
  if (
    !/^(?:badly|poorly|sloppily|carelessly) (?:written|documented|worded)$/i.test(
      context.text.slice(span.start, span.end),
    )
  )
    return []
  const what = /^(?:The|Our|Their) ([\p{L} -]+?) (?:was|is|were|are) \S+ \S+?[.]?$/u.exec(text)?.[1]
  return what
    ? [rewrite('Name the step', sentence, `Step {n} of the ${what} says {what}; the system expects {what}.`)]
    : []
}

/** “violated the procedure” → what it asks for and how the work is done. */
function asUsualWork({span}: Detection, sentence: Sentence, context: LanguageContext): Fix[] {
  const rule =
    /^(?:violat|breach|flout|disregard|contraven|disobey|circumvent)\S* .*?\b(policy|procedure|process|protocol|guideline|rule|checklist|freeze|agreement)\b/i.exec(
      context.text.slice(span.start, span.end),
    )?.[1]
  return rule
    ? [
        rewrite(
          'Say how the work is usually done',
          sentence,
          `The ${rule.toLowerCase()} asks for {what}; {n of m} recent changes were done as {what}, because {what makes that work better day to day}.`,
        ),
      ]
    : []
}

export const examples: RuleExamples = {
  bad: [
    {text: 'The firmware was installed ⟦in a careless manner⟧.'},
    {
      text: '⟦Supervision was inadequate⟧.',
      fixed: 'Supervision covered {what} and left out {what}; this event needed {measure}.',
    },
    {text: 'The duty ⟦officer’s reaction was inappropriate⟧ given the red panels.'},
    {text: '⟦Poor judgement⟧ led to the plan to move both feeds at once.'},
    {
      text: 'The restore guide was ⟦badly written⟧.',
      fixed: 'Step {n} of the restore guide says {what}; the system expects {what}.',
    },
    {text: '⟦It is unacceptable⟧ that the gate stood open all night.'},
    {text: 'The rehearsal was short and frankly ⟦half-hearted⟧.'},
    {text: 'A ⟦reckless⟧ push went out at noon.'},
    {text: 'They ⟦lacked the discipline⟧ to label the cables.'},
    {text: '⟦Improper handling of the keys⟧ opened the vault.'},
    {text: 'An ⟦incompetent⟧ briefing left the late shift with the old plan.'},
    {text: '⟦Bad practice⟧: rotating keys on a Sunday.'},
    {text: 'The call was ⟦handled unprofessionally⟧.'},
    {text: 'The token was ⟦carelessly⟧ reused.', fixed: 'The token was reused.'},
    {text: 'Change control here is ⟦a circus⟧.'},
    {text: 'The hand-over note was ⟦half-baked⟧.'},
    {text: '⟦Any halfway decent admin would⟧ look at the label first.'},
    {text: '⟦Kudos to the board for ignoring⟧ the red build.'},
    {text: '⟦By any standard a poor⟧ guide.'},
  ],
  good: [
    {
      text: 'The default buffer of 4 KB is inadequate for headers above 6 KB; p99 of those is 7 KB.',
      note: 'A parameter with its measure.',
    },
    {text: 'Frames arrived in the wrong order.', note: 'A technical sense.'},
    {text: 'An invalid, improperly escaped record was sent to the importer.', note: 'Describes data.'},
    {text: 'The registry lacked suitable checks on what it passed to the mirror.', note: 'About a mechanism.'},
    {text: 'Hit ratio of the edge cache was poor (9% against a usual 80%).', note: 'A state with figures.'},
    {text: 'The foreign key was violated, so the batch was rejected.', note: 'A term of databases.'},
    {text: 'Quotas were set properly on the pilot pool.'},
    {
      text: 'The pager was noisy: 180 pages in a week, two of them actionable.',
      note: 'Says with data what a rating would have hidden.',
    },
    {text: 'Proper names in the trace are masked.'},
    {text: 'Negative acknowledgements rose to 4,000 a second.'},
    {text: 'Careful: this command drops the schema.', note: 'A warning to the reader.'},
    {
      text: 'The second reviewer was not careless; the diff showed one line out of forty.',
      note: 'Turns the rating down.',
    },
    {
      text: 'Testing was inadequate above 200 requests a second, as the rig tops out there.',
      note: 'Gives the measure.',
    },
    {text: 'Make the review of schema changes less sloppy by showing the plan.', section: 'Action items'},
  ],
  limits: [
    {text: 'The hand-over could have filled a stamp.', note: 'A judgement in a picture of its own.'},
    {text: 'One has seen better plans.'},
  ],
}
