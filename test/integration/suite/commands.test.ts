import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {closeAll, diagnostics, hasRule, open} from './editor.ts'

describe('commands', () => {
  after(closeAll)

  it('of the manifest all exist', async () => {
    const {contributes} = vscode.extensions.getExtension('postmortem.postmortem')!.packageJSON as {
      contributes: {commands: {command: string}[]}
    }
    const known = new Set(await vscode.commands.getCommands(true))
    assert.deepEqual(
      contributes.commands.map(({command}) => command).filter((command) => !known.has(command)),
      [],
    )
  })

  it('restart the server, which finds the same again', async () => {
    const document = await open('postmortems/restart.md', '# Queue\n\n## Summary\n\nTBD\n')
    await diagnostics(document, hasRule('placeholder-text'), 'the placeholder')
    await vscode.commands.executeCommand('postmortem.restartServer')
    await diagnostics(document, hasRule('placeholder-text'), 'the placeholder after the restart')
  })

  it('show the log', async () => {
    await vscode.commands.executeCommand('postmortem.showLog')
    await vscode.commands.executeCommand('workbench.action.closePanel')
  })

  it('insert all missing sections', async () => {
    const document = await open('postmortems/missing.md', '# Queue\n\n## Summary\n\nThe queue was full.\n')
    await diagnostics(document, hasRule('missing-section'), 'missing sections')
    await vscode.commands.executeCommand('postmortem.insertMissingSections')
    await diagnostics(document, (found) => !hasRule('missing-section')(found), 'no missing section')
    assert.match(document.getText(), /^## Summary[^]*^## Timeline[^]*^## Action items/m)
  })
})
