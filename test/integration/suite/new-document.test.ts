import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {driver} from './driver.ts'
import {closeAll, until, workspace} from './editor.ts'

// The dialogs are answered with the keyboard, so these tests need a window that can be driven.
if (driver) {
  const keyboard = driver

  describe('new post-mortem from template', () => {
    afterEach(closeAll)

    const opened = (): Promise<vscode.TextEditor> =>
      until(
        vscode.window.onDidChangeActiveTextEditor,
        () => {
          const editor = vscode.window.activeTextEditor
          return editor?.document.uri.path.includes('/post-mortems/') ? editor : undefined
        },
        () => 'the new document',
      )

    /** Types an answer into the dialog whose title ends with `step`, and confirms it. */
    async function answer(step: string, text: string, screenshot?: string): Promise<void> {
      await keyboard.waitFor(`.quick-input-widget .quick-input-title:has-text("${step}")`)
      if (text) {
        await keyboard.press('Control+A')
        await keyboard.type(text)
      }
      if (screenshot) await keyboard.screenshot(screenshot)
      await keyboard.press('Enter')
    }

    it('asks for template, title, severity and start, and writes the file with tab stops', async () => {
      const done = vscode.commands.executeCommand('postmortem.newDocument')
      await answer('(1/4)', 'Blameless post-mortem', 'new-document-template')
      await answer('(2/4)', 'Checkout returned errors in Europe', 'new-document-title')
      await answer('(3/4)', '', 'new-document-severity')
      await answer('(4/4)', '2031-03-14T05:38:00+00:00', 'new-document-start')
      await done
      const {document} = await opened()
      const text = document.getText()
      assert.match(text, /^# .*Checkout returned errors in Europe/m)
      assert.match(text, /2031-03-14/)
      assert.match(text, /^## Summary/m)
      assert.match(text, /^## Action items/m)
      assert.doesNotMatch(text, /\$\{?\d|\{[a-z]+\}/, 'no raw tab stop')
      assert.match(document.uri.path, /\/post-mortems\/2031-03-14-checkout-returned-errors-in-europe\.md$/)
      const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri))
      assert.equal(saved, text)
      await keyboard.screenshot('new-document')

      // The cursor is in the first tab stop: what is typed goes there, and Tab goes to the next.
      const before = vscode.window.activeTextEditor!.selection.start
      await keyboard.type('First.')
      await keyboard.press('Tab')
      const after = await until(
        vscode.window.onDidChangeTextEditorSelection,
        () => {
          const {start} = vscode.window.activeTextEditor!.selection
          return start.line !== before.line || start.character > before.character + 'First.'.length ? start : undefined
        },
        () => 'the jump to the next tab stop',
      )
      assert.ok(after.isAfter(before))
    })

    it('leaves no file behind when it is cancelled', async () => {
      const files = () => vscode.workspace.findFiles('post-mortems/*.md')
      const before = (await files()).length
      const done = vscode.commands.executeCommand('postmortem.newDocument')
      await answer('(1/4)', 'Blameless post-mortem')
      await keyboard.waitFor('.quick-input-widget .quick-input-title:has-text("(2/4)")')
      await keyboard.press('Escape')
      await done
      assert.equal((await files()).length, before)
      assert.ok(workspace())
    })
  })
}
