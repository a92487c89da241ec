import assert from 'node:assert/strict'
import {PostmortemDocument} from '#core'
import {changeTemplate} from '#core/assist/change-template.ts'
import {insertMissingSections, insertSection, insertSectionSnippet} from '#core/assist/insert-section.ts'
import {TEMPLATES} from '#core/templates/index.ts'
import type {SectionKind} from '#core/document/kinds.ts'
import {applyEdits} from '#core/text/edit.ts'

const [blameless] = TEMPLATES
const template = blameless!
const section = (kind: SectionKind) => template.sections.find((one) => one.kind === kind)!

/** The headings of a text after a section has been inserted, the new one marked. */
function headingsWith(text: string, kind: SectionKind): string[] {
  const result = applyEdits(text, [insertSection(new PostmortemDocument(text), template, section(kind))])
  const before = text.split('\n').filter((line) => /^(?:#|\*\*)/.test(line))
  assert.doesNotMatch(result, /[^\n]\n#|\n{3,}/, 'blank lines around headings')
  return result
    .split('\n')
    .filter((line) => /^(?:#|\*\*)/.test(line))
    .map((line) => (before.includes(line) ? line : `+ ${line}`))
}

describe('where a section goes', () => {
  it('behind the section that the template has before it', () => {
    assert.deepEqual(headingsWith('# A\n\n## Summary\n\nB.\n\n## Timeline\n\nC.\n', 'impact'), [
      '# A',
      '## Summary',
      '+ ## Impact',
      '## Timeline',
    ])
  })
  it('in front of the one that it has after it, at the depth of its neighbours', () => {
    assert.deepEqual(headingsWith('# A\n\n### Timeline\n\nC.\n', 'impact'), ['# A', '+ ### Impact', '### Timeline'])
    assert.deepEqual(headingsWith('# Timeline\n\nC.\n\n# Action items\n\n- D\n', 'detection'), [
      '+ # Detection',
      '# Timeline',
      '# Action items',
    ])
  })
  it('the summary in front of everything but title and metadata', () => {
    assert.deepEqual(headingsWith('# A\n\nIntroduction.\n\n## Date\n\n2024-03-01\n\n## Impact\n\nB.\n', 'summary'), [
      '# A',
      '## Date',
      '+ ## Summary',
      '## Impact',
    ])
  })
  it('inside the section that holds it', () => {
    assert.deepEqual(
      headingsWith(
        '# A\n\n## Lessons learned\n\n### What went well\n\n- B\n\n### Where we got lucky\n\n- C\n\n## Thanks\n\nD.\n',
        'poor',
      ),
      [
        '# A',
        '## Lessons learned',
        '### What went well',
        '+ ### What went poorly',
        '### Where we got lucky',
        '## Thanks',
      ],
    )
  })
  it('on its own where that section is missing', () => {
    assert.deepEqual(headingsWith('# A\n\n## What went well\n\n- B\n\n## Actions\n\n- C\n', 'poor'), [
      '# A',
      '## What went well',
      '+ ## What went poorly',
      '## Actions',
    ])
  })
  it('beside a bold heading as a real one, and never inside a list', () => {
    assert.deepEqual(headingsWith('# A\n\n**Impact**\n\nB.\n\n**Timeline**\n\nC.\n', 'detection'), [
      '# A',
      '**Impact**',
      '+ ## Detection',
      '**Timeline**',
    ])
    const text = '# A\n\n- **Impact**: B\n- **Detection**: C\n- **Resolution**: D\n'
    assert.deepEqual(
      applyEdits(text, [insertSection(new PostmortemDocument(text), template, section('timeline'))]).slice(
        0,
        text.length,
      ),
      text,
    )
  })
  it('at the end of a text that knows no sections', () => {
    assert.match(
      applyEdits('Some words.', [insertSection(new PostmortemDocument('Some words.'), template, section('impact'))]),
      /^Some words\.\n\n## Impact\n\n_/,
    )
    assert.match(
      applyEdits('', [insertSection(new PostmortemDocument(''), template, section('impact'))]),
      /^## Impact\n\n_/,
    )
  })
  it('with the line ends of the document', () => {
    const text = '# A\r\n\r\n## Summary\r\n\r\nB.\r\n'
    const result = applyEdits(text, insertMissingSections(new PostmortemDocument(text), template))
    assert.doesNotMatch(result, /[^\r]\n/)
  })
  it('with tab stops for an editor', () => {
    const text = '# A\n\n## Summary\n\nB.\n'
    assert.match(
      insertSectionSnippet(new PostmortemDocument(text), template, section('well')).newText,
      /^\n## What went well\n\n\$\{1:_What worked/,
    )
  })
})

describe('another template', () => {
  const change = (text: string, id: string): string =>
    applyEdits(
      text,
      changeTemplate(
        new PostmortemDocument(text),
        TEMPLATES.find((one) => one.id === id)!,
      ),
    )

  it('is named in the front matter, and adds what is missing', () => {
    const result = change(
      '---\ntemplate: blameless\nseverity: SEV2\n---\n\n# A\n\n## Summary\n\nB.\n\n## Somewhere else\n\nC.\n',
      'minimal',
    )
    assert.match(result, /^---\ntemplate: minimal\nseverity: SEV2\n---\n\n# A\n\n## Summary\n\nB\.\n\n/)
    for (const heading of ['Impact', 'Timeline', 'Contributing factors', 'Action items', 'Somewhere else'])
      assert.match(result, new RegExp(`\\n## ${heading}\\n`))
  })
  it('makes front matter where there is none, and keeps TOML as it is', () => {
    assert.match(change('\uFEFF# A\r\n', 'minimal'), /^\uFEFF---\r\ntemplate: minimal\r\n---\r\n\r\n# A\r\n/)
    assert.match(
      change('+++\ntitle = "A"\n+++\n\n# A\n', 'minimal'),
      /^\+\+\+\ntemplate = "minimal"\ntitle = "A"\n\+\+\+\n/,
    )
  })
  it('moves and removes nothing', () => {
    const text = '# A\n\n## Action items\n\n- B\n\n## Root cause\n\nC.\n\n## TL;DR\n\nD.\n'
    const result = change(text, 'sre-book')
    let at = 0
    for (const line of text.split('\n')) {
      const found = result.indexOf(line, at)
      assert.ok(found >= 0, line)
      at = found
    }
  })
})
