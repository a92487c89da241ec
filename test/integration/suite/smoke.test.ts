import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {driver, print} from './driver.ts'
import {open} from './editor.ts'

describe('the editor', () => {
  it('is a VS Code that this extension supports', () => {
    print(
      `    VS Code ${vscode.version}, ${vscode.env.appHost}, ${typeof process === 'undefined' ? 'worker' : process.version}`,
    )
    assert.match(vscode.version, /^1\.\d+\.\d+/)
  })

  it('opens a file', async () => {
    const document = await open('postmortems/smoke.md', '# Post-mortem: a queue filled up\n')
    assert.equal(vscode.window.activeTextEditor?.document, document)
    await driver?.screenshot('smoke')
  })
})
