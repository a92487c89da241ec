import {actionsSection} from '../../document/action-items.ts'
import {insertAt} from '../../text/edit.ts'
import {trimmed} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

const QUESTION = 'What was weighed, and what would change the decision?'

export default defineRule({
  id: 'action-none',
  code: 'A15',
  group: 'actions',
  severity: 'information',
  docs: {
    summary: 'Ask for the reason where a section of actions says that there are none.',
    why: 'Deciding to do nothing is a decision like any other, and often a good one. Without its reason, a reader of the next incident cannot tell it from an empty form.',
    ask: [QUESTION],
    sources: ['Etsy, Debriefing Facilitation Guide', 'Google, SRE Workbook ch. 10'],
  },
  *check(document) {
    for (const section of document.sectionsOf('actions')) {
      if (
        actionsSection(section) !== section ||
        document.actionItems.some(({span}) => section.span.start <= span.start && span.start < section.span.end)
      )
        continue
      const body = trimmed(document.text, {start: section.bodyStart, end: section.span.end})
      const match = NONE.exec(document.textOf(body))
      if (!match) continue
      const start = body.start + match[1]!.length
      const said = match[2]!.replace(/[\s.]+$/, '')
      yield {
        span: {start, end: start + match[2]!.length},
        message: `“${said}” leaves open whether this was decided or not yet written. ${QUESTION}`,
        questions: [QUESTION],
        fixes: [
          {
            title: 'Add the reason',
            kind: 'rewrite',
            hasHoles: true,
            edits: [insertAt(start + said.length, ', because {reason}')],
          },
        ],
      }
    }
  },
})

/** A section that holds nothing but this. */
const NONE =
  /^((?:[-*+]|\d+[.)])?\s*(?:\[[ x]\]\s+)?[*_]{0,2})((?:none(?: (?:yet|so far|identified|required|needed|at this time|planned))?|n\/a|not applicable|nothing(?: (?:to do|planned|needed|required))?|no (?:further |specific |additional |new )?(?:actions?|action items?|follow[- ]?ups?|items?|changes)(?: (?:items? )?(?:required|needed|planned|identified|necessary|taken|were (?:identified|needed|required)|are (?:needed|planned|required)|at this time))?)\.?)[*_]{0,2}$/i

export const examples: RuleExamples = {
  bad: [
    {text: '## Action items\n\n⟦None.⟧\n', fixed: '## Action items\n\nNone, because {reason}.\n'},
    {text: '## Action items\n\n- ⟦N/A⟧\n', fixed: '## Action items\n\n- N/A, because {reason}\n'},
    {text: '## Actions\n\n⟦No actions.⟧\n'},
  ],
  good: [
    {text: '## Action items\n\nNone: the service is switched off in June.\n'},
    {text: '## Action items\n\nNo action, because a second zone costs more than a day of outage a year.\n'},
    {text: '## Action items\n\n- Cap the batch size\n'},
    {
      text: '## Action items\n\n_What changes, who does it, by when?_\n',
      note: 'Still the prompt of the template; missing-section looks at that.',
    },
  ],
}
