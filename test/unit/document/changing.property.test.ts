import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {ChunkMemo, DEFAULT_CONFIG, type Finding, lint, lintProse, PostmortemDocument} from '#core'
import {milestonesOf} from '#core/document/milestones.ts'
import {typedEdit, versions} from '../../support/edit-arbitrary.ts'
import {markdown} from '../../support/markdown-arbitrary.ts'

const folder = fileURLToPath(new URL('../../../examples', import.meta.url))
const examples = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))

/** All that is read of a text, and all that is said about it. */
function everything(text: string, memo: ChunkMemo): unknown {
  const document = new PostmortemDocument(text, {path: 'incidents/review.md', memo})
  const {sections, metadata, directives, timeline, actionItems} = document
  const findings = lint(document, DEFAULT_CONFIG)
  return {sections, metadata, directives, timeline, actionItems, milestones: milestonesOf(document), findings}
}

describe('a text that changes', () => {
  it('reads as one that is read for the first time', function () {
    this.timeout(60_000)
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...examples), markdown),
        fc.array(typedEdit, {minLength: 1, maxLength: 6}),
        (text, edits) => {
          const memo = new ChunkMemo()
          for (const version of versions(text, edits))
            assert.deepEqual(everything(version, memo), everything(version, new ChunkMemo()))
        },
      ),
      {numRuns: 60},
    )
  })

  it('keeps the findings of blocks that it leaves alone', () => {
    const memo = new ChunkMemo()
    const findingsOf = (text: string): readonly Finding[] =>
      lintProse(new PostmortemDocument(text, {memo}), DEFAULT_CONFIG)
    const text = '# Causes\n\nSam forgot the backup.\n\nThe disk was ful'
    const [before] = findingsOf(text)
    const [after] = findingsOf(`${text}l.`)
    assert.equal(before?.rule, 'person-blame')
    assert.equal(after, before)
    const [again] = findingsOf(text.replace('forgot', 'quite forgot'))
    assert.notEqual(again, before)
  })

  it('keeps them where links are defined in another chunk', () => {
    const memo = new ChunkMemo()
    const findingsOf = (text: string): readonly Finding[] =>
      lintProse(new PostmortemDocument(text, {memo}), DEFAULT_CONFIG)
    const text = 'Sam forgot the [backup][b].\n\nThe disk was ful\n\n# Links\n\n[b]: backup.md\n'
    const [before] = findingsOf(text)
    const [after] = findingsOf(text.replace('ful', 'full'))
    assert.equal(before?.rule, 'person-blame')
    assert.equal(after, before)
  })
})
