import assert from 'node:assert/strict'
import fc from 'fast-check'
import {ChunkMemo, DEFAULT_CONFIG, PostmortemDocument} from '#core'
import {addColumns, fillTypes, firstStep, listToTable, ownersOf, tableToList} from '#core/assist/actions.ts'
import {ACTION_RULES} from '#core/rules/actions/index.ts'
import {templateOf} from '#core/templates/choose.ts'
import {isApplicable} from '#core/text/edit.ts'

/** Pieces of documents in all shapes that the reader knows, and some that break them. */
const piece = fc.oneof(
  fc.constantFrom(
    '## Action items\n',
    '# Actions\n',
    '### Robert\n',
    '### Done\n',
    '**JP**\n',
    '**Tasks**:\n',
    'Action Items\n',
    '\n',
    '\n\n',
    '---\n',
    '- [ ] ',
    '- ',
    '  - ',
    '1. ',
    '* [x] ',
    '| Action | Owner |\n|---|---|\n',
    '| a | b |\n',
    '|',
    '> ',
    '```\n',
    '- **Owner**: Kim\n',
    'Add an alert',
    'be more careful',
    'Improve monitoring',
    'We will cap the batch. ',
    'N/A',
    'None.',
    '@dana',
    '[kim] ',
    '(owner: x; due: 2026-05-01)',
    ' [#12](https://github.com/a/b/issues/12)',
    '[x][y]',
    ' by Friday',
    ' — Priya',
    ' - DONE',
    '**',
    '`',
    '(',
    '[',
    ']',
    ')',
    '<br>',
    '\\',
    '\r\n',
    '\t',
    '\u{1F600}',
    'ß',
    '✅ ',
  ),
  fc.string({maxLength: 12}),
)
const text = fc.array(piece, {maxLength: 30}).map((parts) => parts.join(''))

describe('action items of any text', () => {
  it('are read without an exception, in order, with places inside the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        const {actionItems} = new PostmortemDocument(source, {path: 'incident.md'})
        let last = 0
        for (const item of actionItems) {
          assert.ok(item.span.start >= last)
          last = item.span.start
          for (const span of [
            item.span,
            item.textSpan,
            item.task.span,
            item.owner?.span,
            item.due?.span,
            item.ticket?.span,
            item.type?.span,
            item.priority?.span,
          ]) {
            if (span) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= source.length)
          }
          assert.ok(item.text.length > 0 && item.task.value.length > 0)
        }
      }),
      {numRuns: 150},
    )
  })

  it('give findings with fixes that apply', () => {
    fc.assert(
      fc.property(text, (source) => {
        const document = new PostmortemDocument(source, {path: 'incident.md'})
        const context = {config: DEFAULT_CONFIG, template: templateOf(document, DEFAULT_CONFIG)}
        for (const rule of ACTION_RULES) {
          for (const problem of rule.check(document, context)) {
            assert.ok(problem.span.start >= 0 && problem.span.end <= source.length)
            for (const fix of problem.fixes ?? [])
              assert.ok(isApplicable(source.length, fix.edits), `${rule.id}: ${fix.title}`)
          }
        }
      }),
      {numRuns: 150},
    )
  })

  it('can be converted at any place', () => {
    fc.assert(
      fc.property(text, fc.nat(200), (source, at) => {
        const document = new PostmortemDocument(source, {path: 'incident.md'})
        ownersOf(document)
        const steps = document.actionItems.map((item) => firstStep(document, item, '2026-05-04'))
        for (const fix of [
          listToTable(document, at),
          tableToList(document, at),
          addColumns(document, at),
          fillTypes(document, at),
          ...steps,
        ]) {
          if (fix) assert.ok(isApplicable(source.length, fix.edits), fix.title)
        }
      }),
      {numRuns: 150},
    )
  })

  it('do not depend on what was read before', () => {
    const memo = new ChunkMemo()
    fc.assert(
      fc.property(text, text, (before, source) => {
        const parts = (document: PostmortemDocument): unknown =>
          document.actionItems.map(({span, text: words, owner, due, done}) => [span, words, owner, due, done])
        void new PostmortemDocument(`${before}\n${source}`, {path: 'incident.md', memo}).actionItems
        assert.deepEqual(
          parts(new PostmortemDocument(source, {path: 'incident.md', memo})),
          parts(new PostmortemDocument(source, {path: 'incident.md'})),
        )
      }),
      {numRuns: 150},
    )
  })
})
