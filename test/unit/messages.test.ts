import assert from 'node:assert/strict'
import {DEFAULT_CONFIG, lintProse, PostmortemDocument} from '#core'
import {readExamples} from '#core/rules/examples.ts'
import {RULES} from '#core/rules/index.ts'
import {RULE_INFO} from '#core/rules/info.ts'
import {LANGUAGE_RULES} from '#core/rules/language/index.ts'
import {findingsOf, readExample} from '../support/rule-example.ts'

/** What the tool says must pass what it asks of others: blame, error labels, judgement, sanction, drama. */
const OWN_TEST = ['person-blame', 'role-blame', 'human-error-cause', 'judgemental', 'retributive', 'animated']

/** Words of the text that a message quotes are the text's. */
const unquoted = (message: string): string => message.replace(/“[^”]*”|`[^`]*`/g, 'This wording')

function objections(text: string): string[] {
  const document = new PostmortemDocument(`## Causes\n\n${unquoted(text)}\n`)
  return lintProse(document, {...DEFAULT_CONFIG, classifier: false})
    .filter(({rule}) => OWN_TEST.includes(rule))
    .map(({rule, span}) => `${rule}: ${document.textOf(span)} in “${text}”`)
}

const examples = await readExamples([...RULE_INFO.values()])

describe('what the tool says passes its own rules', () => {
  for (const rule of [...RULES, ...LANGUAGE_RULES]) {
    it(rule.id, () => {
      const said = new Set(
        examples.get(rule.id)!.bad.flatMap((example) => {
          const {head, text} = readExample(example)
          return findingsOf(rule, example, head, text).map(({message}) => message)
        }),
      )
      assert.ok(said.size > 0, 'no example says anything')
      assert.deepEqual([...said].flatMap(objections), [])
    })
  }
})
