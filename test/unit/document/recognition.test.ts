import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import {PostmortemDocument, recognize} from '#core'

const because = (text: string, file?: string, config = {}): string => {
  const {sections, metadata} = new PostmortemDocument(text)
  const {postmortem, because: reason} = recognize(file, sections, metadata, {include: [], exclude: [], ...config})
  return postmortem ? reason : `no: ${reason}`
}

const REVIEW =
  '# Late orders\n\n## Summary\n\nA.\n\n## Impact\n\nB.\n\n## Timeline\n\n- 10:02 C\n\n## Root cause\n\nD.\n'

describe('is it a post-mortem', () => {
  it('by what the settings say', () => {
    assert.equal(because('# Anything\n', 'docs/reviews/a.md', {include: ['docs/reviews/**']}), 'setting')
    assert.equal(because(REVIEW, 'docs/postmortems/a.md', {exclude: ['**/a.md'], include: ['**/a.md']}), 'no: excluded')
  })
  it('by path and file name', () => {
    assert.equal(because('# A\n', '/home/mira/ops/postmortems/2024/a.md'), 'path')
    assert.equal(because('# A\n', 'incidents\\2024-03-01-orders.md'), 'path')
    assert.equal(because('# A\n', 'notes/postmortem-orders.md'), 'path')
    assert.equal(because('# A\n', 'content/incidents/2024-03-01-orders/index.md'), 'path')
    assert.equal(because('# How we write them\n', 'docs/postmortems/README.md'), 'no: nothing-found')
    assert.equal(because('# A\n', 'docs/postmortems/template.md'), 'no: nothing-found')
  })
  it('by front matter', () => {
    assert.equal(because('---\ntemplate: howie\n---\n\n# A\n'), 'front-matter')
    assert.equal(because('---\nseverity: SEV2\nincident_commander: Mira\n---\n\n# A\n'), 'front-matter')
    assert.equal(because('---\ntemplate: page.html\n---\n\n# A\n'), 'no: nothing-found')
  })
  it('by title and headings', () => {
    assert.equal(because('# Post-mortem: late orders\n'), 'title')
    assert.equal(because('---\ntitle: "Incident report: late orders"\n---\n\nText.\n'), 'title')
    assert.equal(because(REVIEW), 'sections')
    assert.equal(
      because('## Issue summary\n\nA.\n\n## Timeline (UTC)\n\n- 10:02 B\n\n## Resolution and recovery\n\nC.\n'),
      'sections',
    )
  })
  it('keeps silent on plans, changelogs, minutes and READMEs', () => {
    for (const text of [
      '# Project Phoenix\n\n## Summary\n\nA.\n\n## Background\n\nB.\n\n## Timeline\n\n- March: C\n\n## Next steps\n\n- D\n',
      '# Changelog\n\n## 1.2.0\n\n### Fixes\n\n- A\n\n### Improvements\n\n- B\n\n### Impact\n\nC.\n',
      '# Weekly sync\n\n## Attendees\n\nA\n\n## Action items\n\n- B\n',
      '# library\n\n## Background\n\nA.\n\n## How it works\n\nB.\n\n## Monitoring\n\nC.\n\n## References\n\nD.\n',
      '# Retrospective of sprint 12\n\n## What went well\n\n- A\n',
      '',
    ])
      assert.match(because(text, 'docs/a.md'), /^no/, text)
  })
  it('keeps silent on the documentation of our dependencies', function () {
    this.timeout(60_000)
    const folder = new URL('../../../node_modules', import.meta.url).pathname
    const files = fs
      .readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter((file) => /\.md$/i.test(file))
      .slice(0, 150)
    assert.ok(files.length > 50)
    const found = files.filter((file) => {
      const full = path.join(folder, file)
      return fs.statSync(full).size < 60_000 && !because(fs.readFileSync(full, 'utf8'), full).startsWith('no')
    })
    assert.deepEqual(found, [])
  })
})
