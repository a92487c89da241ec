import assert from 'node:assert/strict'
import fc from 'fast-check'
import {readTemplate} from '#core/templates/read-template.ts'
import {skeleton} from '#core/templates/skeleton.ts'
import {markdown} from '../../support/markdown-arbitrary.ts'

const SOURCE = `---
id: ours
name: Ours
purpose: For the shop.
metadata: [template, severity, owner]
---

# {title}

## Summary

_What did customers see?_

## Ripple effects <!-- kind: impact -->

_Who else was hit?_
_And for how long?_

Fixed words stay.

## Lessons learned (optional)

### Where we got lucky <!-- optional, covers: well -->

- {item}

## Compliance <!-- kind: support -->
`

describe('a team’s own template', () => {
  it('is a Markdown file with prompts', () => {
    const {template, problems} = readTemplate(SOURCE, '.postmortem/templates/shop.md')
    assert.deepEqual(problems, [])
    assert.deepEqual(template, {
      id: 'ours',
      name: 'Ours',
      purpose: 'For the shop.',
      source: '.postmortem/templates/shop.md',
      metadata: ['template', 'severity', 'owner'],
      sections: [
        {
          kind: 'summary',
          heading: 'Summary',
          depth: 2,
          required: true,
          covers: [],
          prompts: ['What did customers see?'],
        },
        {
          kind: 'impact',
          heading: 'Ripple effects',
          depth: 2,
          required: true,
          covers: [],
          prompts: [],
          body: '_Who else was hit?_\n_And for how long?_\n\nFixed words stay.',
        },
        {kind: 'lessons', heading: 'Lessons learned', depth: 2, required: false, covers: [], prompts: []},
        {
          kind: 'lucky',
          heading: 'Where we got lucky',
          depth: 3,
          required: false,
          covers: ['well'],
          prompts: [],
          body: '- {item}',
        },
        {kind: 'support', heading: 'Compliance', depth: 2, required: true, covers: [], prompts: []},
      ],
    })
  })

  it('takes its id from the file and its kinds from the team’s headings', () => {
    const {template} = readTemplate('## Ripple effects\n', 'C:\\templates\\Our Shop.md', {'ripple effects': 'impact'})
    assert.equal(template?.id, 'our-shop')
    assert.deepEqual(
      template?.sections.map(({kind}) => kind),
      ['impact'],
    )
  })

  it('says what keeps it from having an effect, and works all the same', () => {
    const {template, problems} = readTemplate(
      '---\nmetadata: [severty]\ntitle: a: b\n---\n\n## Feelings\n\n## Impact <!-- kind: inpact -->\n',
      'a.md',
    )
    assert.equal(template?.sections.length, 2)
    assert.deepEqual(
      problems.map(({message, fatal}) => [message.slice(0, 44), fatal]),
      [
        ['The front matter cannot be read from here on', false],
        ['The metadata key “severty” is none that the ', false],
        ['The heading “Feelings” is not known. A comme', false],
        ['“inpact” is no kind of section. Kinds are: t', false],
      ],
    )
  })

  it('refuses what describes no sections', () => {
    for (const [text, path] of [
      ['', 'a.md'],
      ['# Only a title\n\nText.\n', 'a.md'],
      ['## Summary\n', '…'],
      ['---\nid: Two words\n---\n## Summary\n', 'a.md'],
      ['## A\n'.repeat(60_000), 'a.md'],
    ] as const) {
      const {template, problems} = readTemplate(text, path)
      assert.equal(template, undefined)
      assert.equal(problems.at(-1)?.fatal, true)
    }
  })

  it('reads any file, and its skeleton can be written', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const {template, problems} = readTemplate(text, 'a.md')
        for (const {span} of problems) assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end)
        if (template) assert.match(skeleton(template), /^---\ntemplate: /)
      }),
      {numRuns: 150},
    )
  })
})
