import assert from 'node:assert/strict'
import {DEFAULT_CONFIG, lint, PostmortemDocument} from '#core'
import {NAMES} from './names.ts'

const FRAMES = [
  {text: '{} forgot to run the migration before the deploy.', rules: ['person-blame']},
  {text: 'The outage was caused by {} pushing straight to main.', rules: ['person-blame']},
  {text: '{} should have escalated at 02:15.', rules: ['counterfactual']},
  {text: '{} executed a script that deleted the production database.', rules: []},
  {text: '{} will add a check for missing indexes.', rules: []},
  {text: 'The health check failed because the branch of {} had a newer schema.', rules: []},
]

describe('people are known by what they do, not by a list of names', () => {
  it('has 300 names', () => assert.equal(new Set(NAMES).size, 300))
  for (const {text, rules} of FRAMES) {
    it(`finds ${rules.join() || 'nothing'}: ${text}`, () => {
      const different = NAMES.filter((name) => {
        const document = new PostmortemDocument(`# Post-mortem\n\n## Causes\n\n${text.replace('{}', name)}\n`)
        const found = lint(document, DEFAULT_CONFIG)
          .filter((finding) => finding.span.start > 25)
          .map((finding) => finding.rule)
        return (
          JSON.stringify(found.filter((rule) => /blame|counterfactual|attribution|passive/.test(rule))) !==
          JSON.stringify(rules)
        )
      })
      assert.deepEqual(different, [])
    })
  }
})
