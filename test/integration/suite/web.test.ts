import assert from 'node:assert/strict'
import * as vscode from 'vscode'

describe('in the browser’s worker', () => {
  it('the extension runs without Node.js', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web)
    assert.equal(typeof process, 'undefined')
  })
})
