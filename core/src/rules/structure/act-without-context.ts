import type {SectionKind} from '../../document/kinds.ts'
import {effectiveKind} from '../../document/section.ts'
import {sentencesOf} from '../../language/sentences.ts'
import {type Chunk, derive} from '../../markdown/chunks.ts'
import {shift} from '../../text/span.ts'
import {insertAt} from '../../text/edit.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const actWithoutContext = defineRule({
  id: 'act-without-context',
  code: 'D06',
  group: 'structure',
  severity: 'hint',
  docs: {
    summary: 'Ask what made a person’s act look right where trigger or causes tell only the act.',
    why: 'An act without what the person saw and expected explains nothing: the next person in that place sees the same and does the same.',
    ask: [
      'What was on the screen at that moment?',
      'What did the person expect to happen, and why?',
      'How does this usually go?',
    ],
    sources: ['Dekker: local rationality', 'Howie: the situation as it looked from inside'],
  },
  *check(document) {
    const seen = new Set<SectionKind>()
    const places = [...document.sectionsOf('trigger'), ...document.sectionsOf('causes')].map(({span}) => span)
    for (const {chunk, start} of document.chunks) {
      const end = start + chunk.text.length
      if (!places.some((place) => place.start < end && start <= place.end)) continue
      const around = document.sectionAt(start + 1)
      if ((!around && document.sections.length) || !tellsAct(chunk)) continue
      for (const {block, sentences} of sentencesOf(chunk)) {
        if (block.kind === 'quote' || block.kind === 'table-cell') continue
        const kind = effectiveKind(document.sectionAt(start + block.span.start))
        if ((kind !== 'trigger' && kind !== 'causes') || seen.has(kind)) continue
        // The question has been asked already.
        if (/\*\*Ask:?\*\*/.test(chunk.text)) continue
        for (const [i, sentence] of sentences.entries()) {
          const text = chunk.text.slice(sentence.start, sentence.end)
          if (!ACT.test(text)) continue
          const near = sentences
            .slice(Math.max(0, i - 2), i + 3)
            .map((one) => chunk.text.slice(one.start, one.end))
            .join(' ')
          if (CONTEXT.test(near)) continue
          seen.add(kind)
          const question = actWithoutContext.docs.ask[0]!
          const gap = block.kind === 'list-item' ? undefined : '\n\n'
          yield {
            span: shift({start: sentence.start, end: sentence.end}, start),
            message:
              'This sentence tells what somebody did, and nothing near it tells what that looked like to them. What did they see and expect?',
            questions: actWithoutContext.docs.ask,
            fixes: gap
              ? [
                  {
                    title: 'Insert the question for the people who know',
                    kind: 'question',
                    edits: [insertAt(start + block.span.end, `${gap}> **Ask:** ${question}`)],
                  },
                ]
              : [],
          }
          break
        }
      }
    }
  },
})

const WHO =
  '(?:engineers?|developers?|operators?|on-?calls?|administrators?|admins?|SREs?|employees?|colleagues?|maintainers?|team members?|contractors?|technicians?|responders?|deployers?|reviewers?|committers?|person|analysts?|DBA)'
const DID =
  '(?:\\w+ly\\s+)?(?:deleted|removed|dropped|ran|executed|started|restarted|deployed|pushed|merged|changed|edited|updated|disabled|enabled|turned|switched|triggered|applied|created|renamed|moved|added|clicked|typed|entered|selected|rebooted|stopped|killed|scaled|upgraded|reverted|approved|released|published|copied|overwrote|granted|revoked|rotated|drained|terminated|force-pushed|committed|opened|closed|skipped|set)'
const ACTS = `${WHO}\\s+(?:(?:had|then|also|first|manually)\\s+)?${DID}`
const ACT = new RegExp(
  `\\b(?:an?|the|one|our|another|two|some|one of (?:the|our))\\s+(?:[\\w-]+\\s+){0,2}${ACTS}\\b`,
  'i',
)
const MAY_ACT = new RegExp(ACTS, 'i')

/** Whether it is worth taking a chunk apart into sentences. */
const tellsAct: (chunk: Chunk) => boolean = derive(({text}) => MAY_ACT.test(text))

/** What the person saw, knew, wanted or was told. */
const CONTEXT =
  /\b(?:because|since|expect\w*|show\w*|displayed|at that time|at the time|believ\w+|assum\w+|thought|thinking|as (?:the|it|they|part|this|a|an|there)|in order to|so that|looked|appear\w+|seem\w+|while|intend\w*|intention|want\w+|attempt\w*|tr(?:y|ied|ying) to|under the impression|unaware|without knowing|(?:did|could) not (?:know|see|show)|follow\w+ (?:the|our|a)|according to|per (?:the|our)|usual\w*|normal\w*|routine|procedure|runbook|told|asked|request\w*|supposed|instead of|mistook|accidental\w*|by mistake|unintentional\w*|to (?:fix|test|solve|reduce|improve|allow|add|remove|free|clean|resolve|debug|investigate|support|enable|make|help|prepare|mitigate|address))\b/i

export const examples: RuleExamples = {
  bad: [
    {
      section: 'Trigger',
      text: '⟦At 10:02 an engineer deleted the index.⟧ All searches failed.\n',
      fixed:
        'At 10:02 an engineer deleted the index. All searches failed.\n\n> **Ask:** What was on the screen at that moment?\n',
    },
    {section: 'Causes', text: '- The disk was small.\n- ⟦The on-call engineer restarted the leader.⟧\n'},
  ],
  good: [
    {section: 'Trigger', text: 'At 10:02 an engineer deleted the index because the runbook lists it as unused.\n'},
    {section: 'Trigger', text: 'At 10:02 an engineer deleted the index. The console showed it as unused.\n'},
    {section: 'Trigger', text: 'At 10:02 the nightly job deleted the index. All searches failed.\n'},
    {section: 'Resolution', text: 'An engineer restored the index.\n'},
  ],
}
