import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {driver} from './driver.ts'
import {closeAll, diagnostics, hasRule, open, ownDiagnostics, settled, withSetting} from './editor.ts'

describe('recognition', () => {
  after(closeAll)

  it('checks a file by its folder', async () => {
    const document = await open('postmortems/by-folder.md', '# Queue\n\n## Summary\n\nTBD\n')
    await diagnostics(document, hasRule('placeholder-text'), 'a finding')
  })

  it('checks a file by its title', async () => {
    const document = await open('anywhere.md', '# Post-mortem: queue\n\n## Summary\n\nTBD\n')
    await diagnostics(document, hasRule('placeholder-text'), 'a finding')
  })

  it('leaves other Markdown alone', async () => {
    for (const file of ['README.md', 'docs/printers.md']) {
      const document = await open(file)
      await settled(document)
      assert.deepEqual(ownDiagnostics(document), [], file)
    }
    await driver?.screenshot('unrecognised')
  })

  it('follows the setting “exclude”', async () => {
    const document = await open('postmortems/excluded.md', '# Queue\n\n## Summary\n\nTBD\n')
    await diagnostics(document, hasRule('placeholder-text'), 'a finding')
    await withSetting('postmortem.exclude', ['**/excluded.md'], async () => {
      await diagnostics(document, (found) => found.length === 0, 'silence')
    })
    await diagnostics(document, hasRule('placeholder-text'), 'a finding again')
  })

  it('follows the setting “include”', async () => {
    const document = await open('docs/printers.md')
    await withSetting('postmortem.include', ['docs/printers.md'], async () => {
      await diagnostics(document, hasRule('missing-section'), 'missing sections')
    })
    await diagnostics(document, (found) => found.length === 0, 'silence')
  })

  it('keeps the language of the file', async () => {
    const document = await open('postmortems/2031-03-14-label-printing.md')
    assert.equal(document.languageId, 'markdown')
    assert.equal(vscode.window.activeTextEditor?.document, document)
  })
})
