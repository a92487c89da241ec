import assert from 'node:assert/strict'
import fc from 'fast-check'
import {DEFAULT_CONFIG, lintDocument, PostmortemDocument} from '#core'
import {blocksOf} from '#core/document/blocks.ts'
import {placeholdersIn} from '#core/document/section-content.ts'
import {settle} from '#core/lint/lint.ts'
import {TEMPLATES} from '#core/templates/index.ts'
import {missingSections} from '#core/templates/missing-sections.ts'
import {changeTemplate} from '#core/assist/change-template.ts'
import {insertMissingSections} from '#core/assist/insert-section.ts'
import {insertQuestion, openQuestions} from '#core/assist/questions.ts'
import {customerVersion} from '#core/export/customer-version.ts'
import {facilitatorSheet} from '#core/export/facilitator-sheet.ts'
import {applyEdits, isApplicable} from '#core/text/edit.ts'
import {contains, type Span} from '#core/text/span.ts'
import {markdown} from '../../support/markdown-arbitrary.ts'

const inside = (text: string, span: Span, what: string): void =>
  assert.ok(
    span.start >= 0 && span.end >= span.start && span.end <= text.length,
    `${what} ${span.start}–${span.end} of ${text.length}`,
  )

describe('reading any text', () => {
  it('keeps sections nested, in order and inside the text', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const {sections} = new PostmortemDocument(text)
        let last = -1
        for (const section of sections) {
          inside(text, section.span, 'section')
          inside(text, section.heading, 'heading')
          assert.ok(section.heading.start > last)
          last = section.heading.start
          assert.ok(
            contains(section.span, section.heading) &&
              section.bodyStart >= section.heading.end &&
              section.bodyStart <= Math.max(section.span.end, section.heading.end),
          )
          if (section.parent)
            assert.ok(
              contains(section.parent.span, section.span),
              `“${section.title}” sticks out of “${section.parent.title}”`,
            )
        }
      }),
      {numRuns: 120},
    )
  })

  it('finds fields, text blocks and placeholders inside the text', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const document = new PostmortemDocument(text)
        const {metadata} = document
        for (const field of [...metadata.fields.values()].flat()) {
          inside(text, field.span, field.key)
          inside(text, field.keySpan, field.key)
        }
        for (const people of Object.values(metadata.people)) for (const {span} of people) inside(text, span, 'name')
        for (const {span} of metadata.problems) inside(text, span, 'problem')
        for (const {span} of blocksOf(document)) inside(text, span, 'block')
        for (const {span} of placeholdersIn(document)) inside(text, span, 'placeholder')
      }),
      {numRuns: 120},
    )
  })

  it('reports inside the text, with fixes that apply', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const document = new PostmortemDocument(text)
        for (const finding of settle(document, lintDocument(document, DEFAULT_CONFIG))) {
          inside(text, finding.span, finding.rule)
          for (const related of finding.related ?? []) inside(text, related.span, finding.rule)
          for (const fix of finding.fixes)
            assert.ok(isApplicable(text.length, fix.edits), `${finding.rule}: ${fix.title}`)
        }
      }),
      {numRuns: 80},
    )
  })
})

describe('adding to any text', () => {
  it('keeps every character and leaves nothing of the template missing that can stand there', () => {
    fc.assert(
      fc.property(markdown, fc.constantFrom(...TEMPLATES), (text, template) => {
        const document = new PostmortemDocument(text)
        for (const edits of [
          insertMissingSections(document, template),
          insertMissingSections(document, template, 'all'),
          changeTemplate(document, template),
        ]) {
          assert.ok(isApplicable(text.length, edits))
          for (const edit of edits) assert.ok(edit.start === edit.end || document.metadata.template !== undefined)
          applyEdits(text, edits)
        }
      }),
      {numRuns: 80},
    )
  })

  it('makes the sections of a template complete where nothing is left open above them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEMPLATES),
        fc.subarray([
          '## Summary\n\nA.\n',
          '## Timeline\n\n- 10:02 B\n',
          '### Detection\n\nC.\n',
          '## Lessons learned\n\nD.\n',
          '# Root cause\n\nE.\n',
          '**Impact**\n\nF.\n',
          '## Follow-ups\n\n- G\n',
        ]),
        fc.boolean(),
        (template, pieces, hasTitle) => {
          const text = `${hasTitle ? '# Checkout down\n\n' : ''}${pieces.join('\n')}`
          const result = applyEdits(text, insertMissingSections(new PostmortemDocument(text), template))
          assert.deepEqual(
            missingSections(new PostmortemDocument(result), template).map(({heading}) => heading),
            [],
          )
          assert.doesNotMatch(result, /\n\n\n|[^\n]\n#/)
        },
      ),
      {numRuns: 120},
    )
  })

  it('inserts a question that is found again', () => {
    fc.assert(
      fc.property(
        markdown.filter((text) => !/\r(?!\n)/.test(text)),
        fc.nat(),
        (text, at) => {
          const document = new PostmortemDocument(text)
          const edit = insertQuestion(
            document,
            Math.min(at % (text.length + 1), text.length),
            'What was on the screen?',
          )
          const result = applyEdits(text, [edit])
          assert.equal(openQuestions(new PostmortemDocument(result)).length, openQuestions(document).length + 1)
        },
      ),
      {numRuns: 80},
    )
  })

  it('writes sheet and customer version of anything', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const document = new PostmortemDocument(text)
        assert.match(facilitatorSheet(document, DEFAULT_CONFIG), /^# Facilitator sheet: /)
        const {metadata} = new PostmortemDocument(customerVersion(document, DEFAULT_CONFIG))
        assert.equal(metadata.audience?.value, 'public')
      }),
      {numRuns: 50},
    )
  })
})
