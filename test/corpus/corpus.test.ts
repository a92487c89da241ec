import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {
  ChunkMemo,
  DEFAULT_CONFIG,
  type Finding,
  isAtLeast,
  LineIndex,
  lint,
  modelJson,
  PostmortemDocument,
  recognize,
} from '#core'
import {typedEdit, versions} from '../support/edit-arbitrary.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = path.join(root, 'examples')
const shared = path.join(root, '../shared/corpus/docs')

interface Read {
  readonly document: PostmortemDocument
  readonly postmortem: boolean
  readonly findings: readonly Finding[]
}

function read(file: string): Read {
  const document = new PostmortemDocument(fs.readFileSync(file, 'utf8'), {path: file})
  const {postmortem} = recognize(file, document.sections, document.metadata, DEFAULT_CONFIG)
  return {document, postmortem, findings: lint(document, DEFAULT_CONFIG)}
}

/** One line a finding: place, severity, rule and the words that are marked. */
function report({document, findings}: Read): string {
  const lines = new LineIndex(document.text)
  return findings
    .map(({span, severity, rule}) => {
      const {line, character} = lines.positionAt(span.start)
      const marked = document.textOf(span).replace(/\s+/g, ' ').slice(0, 60)
      return `${line + 1}:${character + 1} ${severity} ${rule} ⟦${marked}⟧\n`
    })
    .join('')
}

describe('whole documents', () => {
  for (const name of fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()) {
    it(`${name} has the findings that are stored beside it`, () => {
      const file = path.join(folder, name)
      const result = read(file)
      const stored = path.join(root, 'test/corpus/findings', `${name.replace(/\.md$/, '')}.txt`)
      const actual = result.postmortem ? report(result) : 'no post-mortem\n'
      if (process.env.UPDATE_CORPUS) fs.writeFileSync(stored, actual)
      assert.equal(actual, fs.readFileSync(stored, 'utf8'))
    })
  }

  it('says next to nothing about a good review', () => {
    const {findings} = read(path.join(root, 'examples/queue-backlog.md'))
    assert.deepEqual(
      findings.filter(({severity}) => isAtLeast(severity, 'information')).map(({rule}) => rule),
      [],
    )
  })
})

describe('real documents, where they are', () => {
  const files = fs.existsSync(shared) ? fs.readdirSync(shared).filter((name) => name.endsWith('.md')) : []

  it('are read and reported without an error, with every place inside the text', function () {
    this.timeout(120_000)
    for (const name of files) {
      const {document, findings} = read(path.join(shared, name))
      modelJson(document, DEFAULT_CONFIG)
      for (const {span, rule, fixes, related = []} of findings) {
        for (const place of [span, ...related.map((one) => one.span), ...fixes.flatMap(({edits}) => edits)]) {
          assert.ok(
            place.start >= 0 && place.start <= place.end && place.end <= document.text.length,
            `${name}: ${rule}`,
          )
        }
      }
    }
  })

  it('read after changes as they read for the first time', function () {
    this.timeout(120_000)
    fc.assert(
      fc.property(fc.constantFrom('', ...files), fc.array(typedEdit, {minLength: 1, maxLength: 4}), (name, edits) => {
        const text = name ? fs.readFileSync(path.join(shared, name), 'utf8') : ''
        const memo = new ChunkMemo()
        const findings = (version: string, kept: ChunkMemo): readonly Finding[] =>
          lint(new PostmortemDocument(version, {path: name, memo: kept}), DEFAULT_CONFIG)
        for (const version of versions(text, edits))
          assert.deepEqual(findings(version, memo), findings(version, new ChunkMemo()))
      }),
      {numRuns: 40},
    )
  })

  it('get a median of at most two language findings above hint', function () {
    this.timeout(120_000)
    if (files.length === 0) return
    const counts = files.map(
      (name) =>
        read(path.join(shared, name)).findings.filter(
          (f) =>
            /blame|judg|retrib|counterf|hindsight|outcome|human|folk|agentless|attribution|why|bias|recency|sunk|vague|euphem|absol|single|specul|animated/.test(
              f.rule,
            ) && isAtLeast(f.severity, 'information'),
        ).length,
    )
    const median = counts.sort((a, b) => a - b)[counts.length >> 1]!
    assert.ok(median <= 2, `median ${median}`)
  })
})
