import {fillingOf} from '../../document/section-content.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const oneSidedReview = defineRule({
  id: 'one-sided-review',
  code: 'D02',
  group: 'structure',
  severity: 'information',
  docs: {
    summary: 'Ask what went well where only what went poorly is told.',
    why: 'What worked stays invisible, and the next change can take it away. A list of failings alone also reads like a verdict.',
    ask: ['What kept this from being worse?', 'What helped people to see, to decide or to act?'],
    sources: ['PagerDuty: negativity bias', 'Wilcox: what went well, what went poorly, where we got lucky'],
  },
  *check(document) {
    const poor = document.sectionsOf('poor')[0]
    const others = [...document.sectionsOf('well'), ...document.sectionsOf('lucky')]
    if (!poor || !others.length || fillingOf(document, poor) !== 'written') return
    if (others.some((section) => fillingOf(document, section) === 'written')) return
    yield {
      span: poor.heading,
      message: 'Only what went poorly is told here, so what worked stays invisible. What kept this from being worse?',
      related: others.map(({heading, title}) => ({span: heading, message: `“${title}” holds nothing yet.`})),
      questions: oneSidedReview.docs.ask,
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '## Lessons learned\n\n### What went well\n\n_What worked, and what condition made it work?_\n\n⟦### What went poorly⟧\n\n- The runbook named a host that is gone.\n\n### Where we got lucky\n',
    },
  ],
  good: [
    {
      text: '## What went well\n\n- The alert named the host.\n\n## What went poorly\n\n- The runbook named a host that is gone.\n',
    },
    {
      text: '## What went poorly\n\n- The runbook named a host that is gone.\n\n## Where we got lucky\n\n- It was a Sunday.\n',
    },
    {
      text: '## What went poorly\n\n- The runbook named a host that is gone.\n',
      note: '`missing-section` names the sections that are not there.',
    },
  ],
}
