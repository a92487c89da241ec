import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {driver} from './driver.ts'
import {closeAll, diagnostics, hasRule, open, until} from './editor.ts'
import {SAMPLE} from './sample.ts'

describe('the timeline', () => {
  afterEach(closeAll)

  it('goes to the clipboard as Mermaid', async () => {
    const document = await open(SAMPLE)
    await diagnostics(document, hasRule('missing-section'), 'the findings')
    await vscode.commands.executeCommand('postmortem.exportTimeline', {format: 'mermaid-timeline', to: 'clipboard'})
    assert.match(await vscode.env.clipboard.readText(), /^timeline\n[^]*A driver finds two regions in one cage/m)
  })
})

// What the page shows can be seen only in a window that is driven.
if (driver) {
  const window = driver
  const PAGE = '#page'

  describe('the timeline preview', () => {
    afterEach(closeAll)

    async function preview(): Promise<vscode.TextDocument> {
      const document = await open(SAMPLE)
      await diagnostics(document, hasRule('missing-section'), 'the findings')
      await vscode.commands.executeCommand('postmortem.openTimelinePreview')
      await window.waitFor('.list .entry', {frame: PAGE})
      return document
    }

    const entries = (): Promise<string[]> => window.texts('.list .entry', PAGE)

    it('shows every event beside the text', async () => {
      await preview()
      const shown = await entries()
      assert.equal(shown.length, 10)
      assert.match(shown[3]!, /08:20[^]*A driver finds two regions/)
      await window.screenshot('timeline')
    })

    it('follows the text', async () => {
      const document = await preview()
      const row = [...Array(document.lineCount).keys()].find((line) =>
        document.lineAt(line).text.startsWith('| 09:20'),
      )!
      await vscode.window.showTextDocument(document, vscode.ViewColumn.One)
      await vscode.window.activeTextEditor!.edit((edit) =>
        edit.insert(new vscode.Position(row, 0), '| 09:16 | Two test prints show the region | shift book |\n'),
      )
      await window.waitFor('.list .entry:has-text("Two test prints show the region")', {frame: PAGE})
      assert.equal((await entries()).length, 11)
    })

    it('leads from an event to its line', async () => {
      const document = await preview()
      await window.click('.list .entry:has-text("A driver finds")', PAGE)
      const line = await until(
        vscode.window.onDidChangeTextEditorSelection,
        () => {
          const editor = vscode.window.visibleTextEditors.find((one) => one.document === document)
          return editor?.selection.active.line || undefined
        },
        () => 'the jump to the line',
      )
      assert.match(document.lineAt(line).text, /A driver finds/)
    })

    for (const [name, theme, mark] of [
      ['dark', 'Default Dark Modern', 'vscode-dark'],
      ['high-contrast', 'Default High Contrast', 'vscode-high-contrast'],
      ['high-contrast-light', 'Default High Contrast Light', 'vscode-high-contrast-light'],
    ] as const) {
      it(`looks right in the theme “${theme}”`, async () => {
        const workbench = vscode.workspace.getConfiguration('workbench')
        await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global)
        try {
          await preview()
          await window.waitFor(`body.${mark}`, {frame: PAGE})
          await window.screenshot(`timeline-${name}`)
        } finally {
          await workbench.update('colorTheme', undefined, vscode.ConfigurationTarget.Global)
        }
      })
    }

    it('fits a narrow window', async () => {
      await preview()
      await vscode.commands.executeCommand('workbench.action.closeSidebar')
      await window.screenshot('timeline-narrow', {width: 800, height: 900})
      await window.resize(1440, 900)
    })
  })
}
