import assert from 'node:assert/strict'
import fc from 'fast-check'
import {PostmortemDocument} from '#core'
import {timelineSvg} from '#core/export/timeline-svg.ts'
import {timelineView} from '#core/export/timeline-view.ts'
import {timelineHtml} from '../../../client/src/timeline/timeline-html.ts'
import {viewOf} from './views.ts'

describe('still pictures', () => {
  const view = viewOf(
    '09:45 <b>Deleted</b> & gone [start]',
    '10:25 Reported [detected]',
    '10:59 Published',
    '11:49 Back [resolved]',
  )

  it('have no script, no style and no address in them', () => {
    for (const drawing of [timelineHtml(view), timelineSvg(view)]) {
      assert.doesNotMatch(drawing, /<script|<style|\sstyle=|\bon\w+=|href=|url\(/)
      assert.doesNotMatch(drawing, /<b>/)
    }
  })

  it('say figures and gaps in words too', () => {
    const html = timelineHtml(view)
    assert.match(html, /Time to detect <strong>40 min<\/strong>/)
    assert.match(html, /<strong>50 min<\/strong> What /)
  })

  it('take the colours of the theme in the preview, and their own in a file', () => {
    assert.match(timelineHtml(view), /fill="var\(--postmortem-impact\)"/)
    assert.doesNotMatch(timelineSvg(view), /var\(/)
  })

  it('are well formed for any text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 80}), (text) => {
        const any = timelineView(new PostmortemDocument(`## Timeline\n\n- 10:00 ${text}\n- 10:05 b\n`))
        for (const drawing of [timelineSvg(any), timelineHtml(any)]) {
          const open: string[] = []
          for (const [, close, name, self] of drawing.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
            if (close) assert.equal(open.pop(), name)
            else if (!self) open.push(name!)
          }
          assert.deepEqual(open, [])
          assert.doesNotMatch(drawing.replace(/<\/?[a-z]+(?:\s[^<>]*?)?\/?>/g, ''), /[<>]/)
        }
      }),
      {numRuns: 200},
    )
  })
})
