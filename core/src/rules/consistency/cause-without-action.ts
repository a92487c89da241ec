import {defineRule, type RuleExamples} from '../rule.ts'
import {untraced} from './tracing.ts'

export const causeWithoutAction = defineRule({
  id: 'cause-without-action',
  code: 'X07',
  group: 'consistency',
  severity: 'hint',
  docs: {
    summary: 'Ask for an action, a decision or an open question on every contributing factor.',
    why: 'A condition that helped this incident along and stays as it is will be there for the next one.',
    ask: ['Does an action answer this in other words?', 'If not: who has decided that it stays?'],
    sources: ['Atlassian: actions for the causes', 'SRE workbook'],
  },
  *check(document) {
    yield* untraced(
      document,
      'causes',
      (one, count) =>
        one === 1
          ? 'No action speaks of this condition. Does it stay as it is?'
          : `No action speaks of this and ${one - 1} more of the ${count} conditions here. Do they stay as they are?`,
      causeWithoutAction.docs.ask,
    )
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '## Contributing factors\n\n- The disk had no alert.\n- ⟦The certificate is renewed by hand.⟧\n\n## Action items\n\n- [ ] Add an alert at 80 % disk usage\n- [ ] Page a second phone after five minutes\n',
    },
  ],
  good: [
    {
      text: '## Contributing factors\n\n- The disk had no alert.\n- The certificate is renewed by hand.\n\n## Action items\n\n- [ ] Add an alert at 80 % disk usage\n- [ ] Renew certificates automatically\n',
    },
    {
      text: '## Contributing factors\n\n- The disk had no alert.\n- The certificate is renewed by hand.\n\n## Action items\n\n- [ ] Add an alert at 80 % disk usage\n- [ ] Add a replica\n\n## Open questions\n\n- Who renews the certificate?\n',
    },
    {
      text: '## Contributing factors\n\nThe disk had no alert, and the certificate is renewed by hand.\n\n## Action items\n\n- [ ] Add a replica\n- [ ] Grow the pool\n',
      note: 'Prose is not taken apart.',
    },
  ],
}
