import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import {DEFAULT_CONFIG, type Finding, type Fix, lint, PostmortemDocument} from '#core'
import {fixAll, safeEdits} from '#core/lint/fix-all.ts'

const finding = (rule: string, ...fixes: Fix[]): Finding => ({
  rule,
  severity: 'warning',
  message: '',
  span: {start: 0, end: 1},
  fixes,
})
const fix = (kind: Fix['kind'], start: number, end: number, newText: string, hasHoles = false): Fix => ({
  title: '',
  kind,
  hasHoles,
  edits: [{start, end, newText}],
})

describe('fixes that run unasked', () => {
  it('are those that change no meaning and leave nothing to fill in', () => {
    assert.deepEqual(safeEdits('abc', [finding('r', fix('safe', 0, 1, 'A'))]), [{start: 0, end: 1, newText: 'A'}])
    assert.deepEqual(
      safeEdits('abc', [
        finding('r', fix('rewrite', 0, 1, 'A')),
        finding('r', fix('question', 0, 0, 'Q')),
        finding('r', fix('safe', 0, 1, '{a}', true)),
      ]),
      [],
    )
    assert.deepEqual(safeEdits('abc', [finding('missing-section', fix('safe', 3, 3, '## Impact'))]), [])
  })

  it('take the first of a finding, and the first of two at one place', () => {
    assert.deepEqual(
      safeEdits('abc', [
        finding('r', fix('safe', 0, 1, 'A'), fix('safe', 1, 2, 'B')),
        finding('s', fix('safe', 0, 2, 'X')),
      ]),
      [{start: 0, end: 1, newText: 'A'}],
    )
  })

  it('run until nothing changes, and end where two undo each other', () => {
    assert.equal(
      fixAll('aaa', (text) =>
        text.includes('a') ? [finding('r', fix('safe', text.indexOf('a'), text.indexOf('a') + 1, 'b'))] : [],
      ),
      'bbb',
    )
    const flip = (text: string): Finding[] => [finding('r', fix('safe', 0, 1, text.startsWith('a') ? 'b' : 'a'))]
    assert.match(fixAll('a', flip), /^[ab]$/)
  })

  const corpus = path.join(import.meta.dirname, '../../../shared/corpus/docs')

  it('leave nothing to do on real documents', function () {
    if (!fs.existsSync(corpus)) return
    this.timeout(120_000)
    for (const file of fs.readdirSync(corpus).filter((_, i) => i % 3 === 0)) {
      const findingsOf = (text: string): Finding[] =>
        lint(new PostmortemDocument(text, {path: file}), {...DEFAULT_CONFIG, all: true})
      const fixed = fixAll(fs.readFileSync(path.join(corpus, file), 'utf8'), findingsOf)
      assert.deepEqual(safeEdits(fixed, findingsOf(fixed)), [], file)
    }
  })
})
