import {defineRule, type RuleExamples} from '../rule.ts'
import {untraced} from './tracing.ts'

export const luckWithoutAction = defineRule({
  id: 'luck-without-action',
  code: 'X09',
  group: 'consistency',
  severity: 'hint',
  docs: {
    summary: 'Ask for an action, or an accepted risk, on every lucky circumstance.',
    why: 'What spared the system by chance this time is the next incident of this kind.',
    ask: ['Would it save us again?', 'What would make it certain instead of lucky?'],
    sources: ['Wilcox: where we got lucky'],
  },
  *check(document) {
    yield* untraced(
      document,
      'lucky',
      (one, count) =>
        one === 1
          ? 'No action speaks of this, so the next time needs the same luck.'
          : `No action speaks of this and ${one - 1} more of the ${count} points here, so the next time needs the same luck.`,
      luckWithoutAction.docs.ask,
    )
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '## Where we got lucky\n\n- ⟦The nightly backup had just finished.⟧\n\n## Action items\n\n- [ ] Add an alert at 80 % disk usage\n- [ ] Grow the pool\n',
    },
  ],
  good: [
    {
      text: '## Where we got lucky\n\n- The nightly backup had just finished.\n\n## Action items\n\n- [ ] Take a backup every hour\n- [ ] Grow the pool\n',
    },
    {
      text: '## Where we got lucky\n\n- The nightly backup had just finished; we accept the risk of a day.\n\n## Action items\n\n- [ ] Grow the pool\n- [ ] Add an alert\n',
    },
  ],
}
