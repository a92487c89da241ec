import {defineRule, type RuleExamples} from '../rule.ts'
import {untraced} from './tracing.ts'

export const poorWithoutAction = defineRule({
  id: 'poor-without-action',
  code: 'X06',
  group: 'consistency',
  severity: 'hint',
  docs: {
    summary: 'Ask for an action, or a decision not to act, on everything that went poorly.',
    why: 'A difficulty that is written down and then left alone reads as accepted, though nobody has decided that.',
    ask: ['Does an action answer this in other words?', 'If not: has the team decided to live with it?'],
    sources: ['PagerDuty: document the decision not to act'],
  },
  *check(document) {
    yield* untraced(
      document,
      'poor',
      (one, count) =>
        one === 1
          ? `No action speaks of this${count > 1 ? ', as others here do have one' : ''}. Is it left as it is on purpose?`
          : `No action speaks of this and ${one - 1} more of the ${count} points here. Are they left as they are on purpose?`,
      poorWithoutAction.docs.ask,
    )
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '## What went poorly\n\n- ⟦The runbook named a host that is gone.⟧\n- The pager rang on a phone that was off.\n\n## Action items\n\n- [ ] Page a second phone after five minutes\n- [ ] Grow the disk\n',
    },
  ],
  good: [
    {
      text: '## What went poorly\n\n- The runbook named a host that is gone.\n\n## Action items\n\n- [ ] Generate host names in the runbooks from the inventory\n- [ ] Grow the disk\n',
    },
    {
      text: '## What went poorly\n\n- The runbook named a host that is gone. We accept this until the move.\n\n## Action items\n\n- [ ] Grow the disk\n- [ ] Add a replica\n',
    },
    {
      text: '## What went poorly\n\n- The runbook named a host that is gone.\n',
      note: 'Without actions `missing-section` speaks.',
    },
  ],
  limits: [
    {
      text: '## What went poorly\n\n- The runbook named a host that is gone.\n\n## Action items\n\n- [ ] Write a runbook for the cache\n- [ ] Grow the disk\n',
      note: 'The same word, another thing.',
    },
  ],
}
