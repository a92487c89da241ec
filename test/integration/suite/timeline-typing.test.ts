import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {driver} from './driver.ts'
import {closeAll, diagnostics, hasRule, open, until, withSetting, workspace} from './editor.ts'

const TEXT = `# Post-mortem: checkout errors

## Root causes

They should have tested the migration before deploying it.

## Timeline

All times in UTC.

- 2024-03-09 10:00 UTC The migration starts.
- 2024-03-09 10:12 UTC Checkout returns errors.
- 2024-03-09 11:42 UTC The migration is rolled back and service is restored.

## Action items

- [ ] Reject migrations without a lock timeout (owner: @dana, due: 2024-04-01)
`
const LOG =
  'commit 2b9c44d1\nAuthor: Lena <lena@example.org>\nDate:   Sat Mar 9 11:50:00 2024 +0100\n\n    Raise the lock timeout\n'

/** A paste as the window sees it; the clipboard of a window without a screen holds nothing. */
const pasting = (text: string): string => `(() => {
  const data = new DataTransfer()
  data.setData('text/plain', ${JSON.stringify(text)})
  const input = document.querySelector('.monaco-editor .native-edit-context') ?? document.querySelector('.monaco-editor textarea.inputarea')
  input.focus()
  input.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))
})()`

describe('writing a post-mortem', () => {
  let document: vscode.TextDocument
  let editor: vscode.TextEditor
  let last: number

  beforeEach(async () => {
    document = await open('postmortems/errors.md', TEXT)
    editor = vscode.window.activeTextEditor!
    last = lineOf('restored.')
    await diagnostics(document, hasRule('counterfactual'), 'a finding')
  })
  afterEach(closeAll)

  const lineOf = (words: string): number =>
    document
      .getText()
      .split('\n')
      .findIndex((line) => line.includes(words))

  /** The cursor, once the window has it too: keys go where the window sees it. */
  async function moveTo(position: vscode.Position): Promise<void> {
    if (editor.selection.active.isEqual(position)) return
    const moved = until(
      vscode.window.onDidChangeTextEditorSelection,
      () => (editor.selection.active.isEqual(position) ? true : undefined),
      () => 'the cursor',
    )
    editor.selection = new vscode.Selection(position, position)
    await moved
    // Commands run in order: behind this one, key bindings know where the cursor stands.
    await vscode.commands.executeCommand('setContext', 'postmortem.test', true)
  }

  const changed = <T>(read: () => T | undefined, what: () => string): Promise<T> =>
    until(vscode.workspace.onDidChangeTextDocument, read, what)

  it('goes on with Enter at the end of a timeline entry', async function () {
    if (!driver) return
    await moveTo(document.lineAt(last).range.end)
    const line = changed(
      () => (document.lineCount > TEXT.split('\n').length ? document.lineAt(last + 1).text : undefined),
      () => 'a new entry',
    )
    await driver.press('Enter')
    assert.match(await line, /^- (\d{4}-\d\d-\d\d )?\d\d:\d\d UTC $/)
    await driver.type('x')
    await changed(
      () => (document.lineAt(last + 1).text.endsWith('UTC x') ? true : undefined),
      () => 'typing behind the time',
    )
  })

  it('leaves Enter alone elsewhere', async function () {
    if (!driver) return
    await moveTo(document.lineAt(lineOf('should have')).range.end)
    const lines = changed(
      () => (document.lineCount > TEXT.split('\n').length ? true : undefined),
      () => 'a new line',
    )
    await driver.press('Enter')
    await lines
    assert.equal(document.lineAt(lineOf('should have') + 1).text, '')
  })

  it('takes an event of now', async () => {
    await vscode.commands.executeCommand('postmortem.insertEventNow')
    assert.match(document.lineAt(last + 1).text, /^- \d{4}-\d\d-\d\d \d\d:\d\d UTC $/)
    assert.deepEqual(editor.selection.active, document.lineAt(last + 1).range.end)
  })

  it('takes what another program wrote, with the plain text one undo away', async () => {
    await moveTo(new vscode.Position(last + 1, 0))
    await vscode.env.clipboard.writeText(LOG)
    await vscode.commands.executeCommand('postmortem.pasteAsTimeline')
    assert.match(document.getText(), /\n- (2024-03-09 )?10:50[^\n]*Raise the lock timeout/)
    await vscode.commands.executeCommand('undo')
    assert.ok(document.getText().includes(LOG.trimEnd()))
  })

  it('takes pasted text as events', async function () {
    // Older editors have the interface for themselves only.
    if (!driver || Number(vscode.version.split('.')[1]) < 97) return
    await moveTo(new vscode.Position(last + 1, 0))
    const converted = changed(
      () => (/10:50[^\n]*Raise the lock timeout/.test(document.getText()) ? true : undefined),
      () => 'the pasted event',
    )
    await driver.evaluate(pasting(LOG))
    await converted
  })

  it('takes other text as it is', async function () {
    if (!driver) return
    await moveTo(new vscode.Position(lineOf('should have') + 1, 0))
    const pasted = changed(
      () => (document.getText().includes(LOG.trimEnd()) ? true : undefined),
      () => 'the pasted text',
    )
    await driver.evaluate(pasting(LOG))
    await pasted
  })

  it('asks a question below the block at the cursor', async function () {
    if (!driver) return
    await moveTo(new vscode.Position(lineOf('should have'), 3))
    const run = vscode.commands.executeCommand('postmortem.insertQuestion')
    await driver.waitFor('.quick-input-widget .monaco-list-row')
    await driver.screenshot('questions')
    await driver.press('Enter')
    await run
    assert.match(document.lineAt(lineOf('should have') + 2).text, /^> \*\*Ask:\*\* .+\?$/)
  })

  it('shows the time that has passed, and what the sections amount to', async () => {
    const whole = new vscode.Range(0, 0, document.lineCount, 0)
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole,
    )
    assert.ok(hints.some(({label}) => label === '+12 min'))
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      10,
    )
    assert.ok(lenses.some(({command}) => /^3 events/.test(command?.title ?? '')))
    await driver?.screenshot('figures', {width: 1280, height: 800})
  })

  it('offers what fits the place', async () => {
    await editor.edit((edit) => edit.insert(new vscode.Position(lineOf('## Action items'), 0), '#\n\n'))
    const at = new vscode.Position(lineOf('## Action items') - 2, 1)
    const {items} = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
      '#',
    )
    const impact = items.find(({label}) => label === 'Impact')!
    assert.match((impact.insertText as vscode.SnippetString).value, /^## Impact\n\n\$\{1:/)
  })

  it('gives a version for customers and a sheet for the facilitator', async () => {
    await vscode.commands.executeCommand('postmortem.customerVersion')
    assert.match(vscode.window.activeTextEditor!.document.getText(), /audience: public/)
    await vscode.window.showTextDocument(document)
    await vscode.commands.executeCommand('postmortem.facilitatorSheet')
    await driver?.screenshot('facilitator-sheet', {width: 1280, height: 800})
  })

  it('follows the team’s settings file', async () => {
    const file = vscode.Uri.joinPath(workspace(), '.postmortemrc.yml')
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('rules:\n  counterfactual: off\n'))
    try {
      await diagnostics(document, (all) => !hasRule('counterfactual')(all), 'silence')
    } finally {
      await vscode.workspace.fs.delete(file)
    }
    await diagnostics(document, hasRule('counterfactual'), 'the finding again')
  })

  it('has its neighbours checked where the setting says so', async () => {
    const neighbour = vscode.Uri.joinPath(workspace(), 'postmortems', 'neighbour.md')
    await vscode.workspace.fs.writeFile(neighbour, new TextEncoder().encode(TEXT))
    const found = (): boolean => hasRule('counterfactual')(vscode.languages.getDiagnostics(neighbour))
    await withSetting('postmortem.lintWorkspace', true, () =>
      until(
        vscode.languages.onDidChangeDiagnostics,
        () => (found() ? true : undefined),
        () => 'findings of a file that is not open',
      ).then(() => undefined),
    )
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (found() ? undefined : true),
      () => 'silence about it',
    )
    await vscode.workspace.fs.delete(neighbour)
  })
})
