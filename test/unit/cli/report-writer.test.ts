import assert from 'node:assert/strict'
import {FORMATS} from '../../../cli/src/options.ts'
import type {CheckedFile} from '../../../cli/src/outcome.ts'
import {ReportWriter} from '../../../cli/src/report-writer.ts'

const checked = (path: string, text: string): CheckedFile => ({
  outcome: {path, postmortem: true, findings: 0, isFixed: false, brokenRules: [], rules: []},
  text,
})

describe('a report that is written file by file', () => {
  it('has the order of the files, whichever is checked first, and is the same for any order', async () => {
    const reports = await Promise.all(
      [
        [0, 1, 2, 3],
        [3, 1, 0, 2],
      ].map(async (places) => {
        const written: string[] = []
        const writer = new ReportWriter('json', {write: (text) => written.push(text)})
        for (const place of places) writer.add(place, checked(`${place}.md`, place === 2 ? '' : `{"file":${place}}`))
        const outcomes = await writer.end()
        assert.deepEqual(
          outcomes.map(({path}) => path),
          ['0.md', '1.md', '2.md', '3.md'],
        )
        return written.join('')
      }),
    )
    assert.equal(reports[0], '{"version":1,"files":[{"file":0},{"file":1},{"file":3}]}\n')
    assert.equal(reports[1], reports[0])
  })

  it('is on its way before all files are checked, and holds back what is out of turn', () => {
    const written: string[] = []
    const writer = new ReportWriter('stylish', {write: (text) => written.push(text)})
    writer.add(1, checked('1.md', 'second'))
    assert.deepEqual(written, [])
    writer.add(0, checked('0.md', 'first'))
    assert.deepEqual(written, ['first', 'second'])
  })

  it('is whole where there is nothing to say', async () => {
    for (const format of FORMATS) {
      let written = ''
      await new ReportWriter(format, {write: (text) => (written += text)}).end()
      if (format === 'json' || format === 'sarif') assert.ok(JSON.parse(written), format)
      else assert.equal(written, '', format)
    }
  })
})
