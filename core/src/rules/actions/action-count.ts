import {actionsSection} from '../../document/action-items.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {itemGroups} from './item-groups.ts'

const QUESTION = 'Which two or three themes do they follow?'

export default defineRule({
  id: 'action-count',
  code: 'A13',
  group: 'actions',
  severity: 'hint',
  docs: {
    summary: 'Notice more than ten open items in one section without headings or groups.',
    why: 'A long flat list is read at its top and forgotten at its end. Themes show what belongs together, and what could wait.',
    ask: [QUESTION, 'Which of them would still be worth doing if the other ones were done?'],
    sources: ['PagerDuty Postmortem Documentation', 'Google, SRE Workbook ch. 10'],
  },
  *check(document) {
    const outer = document.sections.filter((section) => actionsSection(section) !== section).map(actionsSection)
    const divided = new Set(outer)
    for (const {at, section, open} of itemGroups(document)) {
      if (open.length <= 10 || !section || divided.has(section)) continue
      yield {span: at, message: `${open.length} open items stand in one list. ${QUESTION}`, questions: [QUESTION]}
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: `⟦## Action items⟧\n\n${Array.from({length: 11}, (_, i) => `- Add a quota to service ${i + 1}\n`).join('')}`,
    },
  ],
  good: [
    {
      text: `## Action items\n\n${Array.from({length: 10}, (_, i) => `- Add a quota to service ${i + 1}\n`).join('')}`,
    },
    {
      text: `## Action items\n\n### Quotas\n\n${Array.from({length: 8}, (_, i) => `- Add a quota to service ${i + 1}\n`).join('')}\n### Alerts\n\n${Array.from({length: 8}, (_, i) => `- Add an alert to service ${i + 1}\n`).join('')}`,
    },
  ],
}
