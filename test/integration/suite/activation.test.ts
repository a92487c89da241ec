import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {print} from './driver.ts'
import {closeAll, diagnostics, hasRule, open} from './editor.ts'
import {SAMPLE} from './sample.ts'

// Runs first: it sees the extension before anything has woken it.
describe('activation', () => {
  after(closeAll)

  it('runs in a VS Code that the manifest promises', () => {
    const {engines} = vscode.extensions.getExtension('postmortem.postmortem')!.packageJSON as {
      engines: {vscode: string}
    }
    print(`    VS Code ${vscode.version}, ${vscode.env.appHost}, asked for ${engines.vscode}`)
    const [major, minor] = [vscode.version, engines.vscode].map((version) =>
      version.replace('^', '').split('.').map(Number),
    ) as [number[], number[]]
    assert.ok(major[0] === minor[0] && major[1]! >= minor[1]!)
  })

  it('waits for a Markdown file', () => {
    assert.equal(vscode.extensions.getExtension('postmortem.postmortem')!.isActive, false)
  })

  it('comes with the first one, and findings soon after', async () => {
    const start = Date.now()
    const document = await open(SAMPLE)
    await vscode.extensions.getExtension('postmortem.postmortem')!.activate()
    const activated = Date.now() - start
    await diagnostics(document, hasRule('missing-section'), 'the first findings')
    print(`    opened and activated after ${activated} ms, first findings after ${Date.now() - start} ms`)
  })
})
