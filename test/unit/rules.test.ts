import assert from 'node:assert/strict'
import {readExamples} from '#core/rules/examples.ts'
import {RULES} from '#core/rules/index.ts'
import {RULE_INFO} from '#core/rules/info.ts'
import {LANGUAGE_RULES} from '#core/rules/language/index.ts'
import type {RuleDocs, RuleExamples} from '#core/rules/rule.ts'
import {applyEdits, isApplicable} from '#core/text/edit.ts'
import {type ExampleRule, findingsOf, readExample} from '../support/rule-example.ts'
import {mark} from '../support/marked-text.ts'

interface ExemplifiedRule extends ExampleRule {
  readonly docs: RuleDocs
  readonly examples: RuleExamples
}

const examples = await readExamples([...RULE_INFO.values()])
const rules: readonly ExemplifiedRule[] = [...RULES, ...LANGUAGE_RULES].map((rule) => ({
  ...rule,
  examples: examples.get(rule.id)!,
}))

/** What a message may not say: it speaks of the sentence, never of the writer. Quoted words of the text are exempt. */
const SCOLDING =
  /!|\b(?:wrong(?:ly)?|bad(?:ly)?|please|you should|you must|your|violat\w+|you failed|incorrect|invalid)\b/i
const unquoted = (message: string): string => message.replace(/“[^”]*”|`[^`]*`|‘[^’]*’/g, '')

describe('rules', () => {
  it('have ids of their own', () => {
    const ids = rules.map(({id}) => id)
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    )
    for (const id of ids) assert.match(id, /^[a-z]+(-[a-z0-9]+)*$/)
  })

  for (const rule of rules) {
    describe(rule.id, () => {
      it('says what it looks for, why, and on whose word', () => {
        assert.match(rule.docs.summary, /^[A-Z].*\.$/)
        assert.match(rule.docs.why, /[.?]$/)
        assert.ok(rule.docs.sources.length > 0, 'no source')
        assert.ok(rule.examples.bad.length > 0 && rule.examples.good.length > 0, 'examples of both sides are needed')
      })

      for (const example of rule.examples.bad) {
        it(`finds ${title(example.text)}`, () => {
          const {head, text, spans} = readExample(example)
          const findings = findingsOf(rule, example, head, text)
          assert.equal(
            mark(
              text,
              findings.map(({span}) => span),
            ),
            mark(text, spans),
          )
          for (const finding of findings) {
            assert.match(finding.message, /^[“`A-Z\d].*[.?”]$/s)
            assert.doesNotMatch(unquoted(finding.message), SCOLDING)
            assert.ok(finding.message.length <= 260, `${finding.message.length} characters: ${finding.message}`)
            for (const fix of finding.fixes) {
              const edits = fix.edits.map((edit) => ({
                ...edit,
                start: edit.start + head.length,
                end: edit.end + head.length,
              }))
              assert.ok(isApplicable((head + text).length, edits), `the fix “${fix.title}” does not apply`)
              assert.match(fix.title, /^[A-Z]/)
            }
          }
          if (example.fixed === undefined) return
          const first = findings[0]?.fixes[0]
          assert.ok(first, 'there is no fix')
          const fixed = applyEdits(text, first.edits)
          assert.equal(fixed, example.fixed)
          const again = findingsOf(rule, example, head, fixed)
          const left = again.filter(({span}) => findings.length === 1 || touched(span, first.edits))
          assert.deepEqual(
            left.map(({message}) => message),
            [],
            'the fix leaves the finding in place',
          )
        })
      }
      for (const example of rule.examples.good) {
        it(`allows ${title(example.text)}`, () => {
          const {head, text} = readExample(example)
          assert.equal(
            mark(
              text,
              findingsOf(rule, example, head, text).map(({span}) => span),
            ),
            text,
          )
        })
      }
      for (const example of rule.examples.limits ?? []) {
        it(`knowingly misses ${title(example.text)}`, () => {
          const {head, text} = readExample(example)
          assert.equal(
            mark(
              text,
              findingsOf(rule, example, head, text).map(({span}) => span),
            ),
            text,
            'no longer missed: make it an example',
          )
        })
      }
    })
  }
})

function title(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 90 ? `${line.slice(0, 88)}…` : line || 'an empty document'
}

function touched(span: {start: number; end: number}, edits: readonly {start: number; newText: string}[]): boolean {
  return edits.some((edit) => span.start >= edit.start && span.start <= edit.start + edit.newText.length)
}
