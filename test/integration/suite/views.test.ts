import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {driver} from './driver.ts'
import {closeAll, diagnostics, hasRule, open, ruleIds} from './editor.ts'
import {SAMPLE} from './sample.ts'

describe('what the editor shows', () => {
  afterEach(closeAll)

  it('a hover on a finding, with the reason', async () => {
    const document = await open(SAMPLE)
    const found = await diagnostics(document, hasRule('counterfactual'), 'the findings')
    const {range} = found[ruleIds(found).indexOf('counterfactual')]!
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
      'vscode.executeHoverProvider',
      document.uri,
      range.start,
    )
    const text = hovers
      .flatMap(({contents}) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n')
    assert.match(text, /\S{3}/)
    const editor = vscode.window.activeTextEditor!
    editor.selection = new vscode.Selection(range.start, range.start)
    editor.revealRange(range, vscode.TextEditorRevealType.InCenter)
    await vscode.commands.executeCommand('editor.action.showHover')
    await driver?.waitFor('.monaco-hover:not(.hidden) .hover-contents')
    await driver?.screenshot('hover')
  })

  it('the outline and the folding of Markdown', async () => {
    const document = await open(SAMPLE)
    const symbols: vscode.DocumentSymbol[] = await vscode.commands.executeCommand(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    )
    assert.ok(symbols.length > 0)
    const folds: vscode.FoldingRange[] = await vscode.commands.executeCommand(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    )
    assert.ok(folds.length > 5)
  })

  it('what the file was recognised as', async () => {
    const document = await open(SAMPLE)
    await diagnostics(document, hasRule('counterfactual'), 'the findings')
    if (!driver) return
    await driver.click(
      '.statusbar-item [aria-label*="Editor Language Status"], .statusbar-item[id="status.languageStatus"]',
    )
    await driver.waitFor('.hover-language-status')
    assert.match((await driver.texts('.hover-language-status')).join('\n'), /Post-mortem: .*\n?.*Recognised by/s)
    await driver.screenshot('status')
    await driver.click('.monaco-editor .view-lines')
    await driver.waitFor('.hover-language-status', {state: 'hidden'})
  })

  for (const [name, theme] of [
    ['light', 'Default Light Modern'],
    ['dark', 'Default Dark Modern'],
    ['high-contrast', 'Default High Contrast'],
    ['high-contrast-light', 'Default High Contrast Light'],
  ] as const) {
    it(`findings in the theme “${theme}”`, async () => {
      const workbench = vscode.workspace.getConfiguration('workbench')
      const document = await open(SAMPLE)
      await diagnostics(document, hasRule('counterfactual'), 'the findings')
      await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global)
      try {
        await driver?.waitFor(
          `.monaco-workbench.${name.includes('contrast') ? (name.endsWith('light') ? 'hc-light' : 'hc-black') : name === 'dark' ? 'vs-dark' : 'vs'}`,
        )
        await driver?.screenshot(`findings-${name}`)
      } finally {
        await workbench.update('colorTheme', undefined, vscode.ConfigurationTarget.Global)
      }
    })
  }
})
