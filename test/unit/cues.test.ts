import assert from 'node:assert/strict'
import {DEFAULT_CONFIG, lint, PostmortemDocument} from '#core'
import {readCueFiles} from '../../scripts/generate/cues.ts'

/** Findings of the rule (or of any, without one) in a sentence that stands under a heading. */
function findingsIn(example: string, rules?: readonly string[]): string[] {
  const [, section = 'Causes', text = example] = /^([A-Z][\w ]+) :: ([^]*)$/.exec(example) ?? []
  const listed = section === 'Timeline' || section === 'Action items'
  const document = new PostmortemDocument(`# Post-mortem: example\n\n## ${section}\n\n${listed ? '- ' : ''}${text}\n`)
  const found = lint(document, {...DEFAULT_CONFIG, classifier: false})
  const all = found.flatMap((finding) => [
    finding.rule,
    ...(finding.related ?? []).map(({message}) => /\(([a-z-]+)\)$/.exec(message)?.[1] ?? ''),
  ])
  return rules ? all.filter((rule) => rules.includes(rule)) : all
}

const rulesOf = (rule: string): string[] => (rule === 'blame' ? ['person-blame', 'role-blame'] : [rule])

describe('cues', () => {
  for (const file of readCueFiles()) {
    describe(file.family, () => {
      for (const [i, entry] of file.cues.entries()) {
        const rules = rulesOf(entry.rule ?? file.rule ?? '')
        const name = typeof entry.match === 'string' ? entry.match : entry.match.join(' / ')
        it(`${i + 1} flags: ${name}`, () => {
          for (const example of entry.flags ?? [])
            assert.notDeepEqual(findingsIn(example, rules), [], `not found: ${example}`)
          for (const example of entry.allows ?? [])
            assert.deepEqual(findingsIn(example, rules), [], `found: ${example}`)
          for (const example of entry.limits ?? [])
            assert.deepEqual(findingsIn(example, rules), [], `found now, move it to flags: ${example}`)
        })
      }
    })
  }
})
