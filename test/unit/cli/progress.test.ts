import assert from 'node:assert/strict'
import {createProgress} from '../../../cli/src/progress.ts'

describe('progress on a terminal', () => {
  it('shows nothing on short runs, and wipes what it showed on long ones', () => {
    let clock = 0
    const written: string[] = []
    const progress = createProgress(2000, {isTTY: true, write: (text) => written.push(text)}, () => clock)
    progress.report(10)
    assert.deepEqual(written, [])
    clock = 500
    progress.report(120)
    clock = 520
    progress.report(130)
    progress.hide()
    progress.hide()
    assert.deepEqual(written, ['\r\u001b[KChecking 120 of 2000 files …', '\r\u001b[K'])
  })

  it('shows nothing where nobody looks', () => {
    const written: string[] = []
    const progress = createProgress(2000, {write: (text) => written.push(text)}, () => 1e6)
    progress.report(10)
    progress.hide()
    assert.deepEqual(written, [])
  })
})
