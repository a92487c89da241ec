import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {driver, print} from './driver.ts'
import {closeAll, diagnostics, hasRule, open, ruleIds} from './editor.ts'
import {SAMPLE} from './sample.ts'

describe('diagnostics', () => {
  after(closeAll)

  it('find what stands in a document of real size', async () => {
    const start = Date.now()
    const document = await open(SAMPLE)
    const found = await diagnostics(document, hasRule('counterfactual'), 'the findings of the language rules')
    print(`    ${document.lineCount} lines, ${found.length} findings, ${Date.now() - start} ms after opening`)
    for (const rule of ['person-blame', 'human-error-cause', 'counterfactual', 'placeholder-text', 'missing-section']) {
      assert.ok(ruleIds(found).includes(rule), `${rule} among ${ruleIds(found).join(', ')}`)
    }
    const lineOf = (rule: string) => document.lineAt(found[ruleIds(found).indexOf(rule)]!.range.start.line).text
    assert.match(lineOf('person-blame'), /Marek carelessly/)
    assert.match(lineOf('human-error-cause'), /Human error/)
    assert.match(lineOf('counterfactual'), /should have noticed/)
    assert.match(lineOf('placeholder-text'), /TBD/)
  })

  it('name their rule, its page and a severity that fits a suggestion', async () => {
    const document = await open(SAMPLE)
    for (const {code, source, severity, message} of await diagnostics(
      document,
      hasRule('person-blame'),
      'the findings',
    )) {
      assert.equal(source, 'postmortem')
      assert.ok(
        typeof code === 'object' && code.target.path.endsWith(`/docs/rules/${code.value}.md`),
        'a link to the page',
      )
      assert.notEqual(severity, vscode.DiagnosticSeverity.Error)
      assert.match(message, /\S.*[.?]$/s)
    }
    await vscode.commands.executeCommand('workbench.actions.view.problems')
    await driver?.screenshot('problems')
    await vscode.commands.executeCommand('workbench.action.closePanel')
  })

  it('go and come back as the text changes', async () => {
    const document = await open('postmortems/typing.md', '# Queue\n\n## Summary\n\nThe queue was full.\n')
    const editor = vscode.window.activeTextEditor!
    await diagnostics(document, (found) => !ruleIds(found).includes('placeholder-text'), 'no placeholder')
    const end = document.lineAt(document.lineCount - 1).range.end
    await editor.edit((edit) => edit.insert(end, '\n## Impact\n\nTBD\n'))
    await diagnostics(document, hasRule('placeholder-text'), 'the placeholder')
    await vscode.commands.executeCommand('undo')
    await diagnostics(document, (found) => !ruleIds(found).includes('placeholder-text'), 'no placeholder again')
  })

  it('go when the file is closed or deleted', async () => {
    const document = await open('postmortems/deleted.md', '# Queue\n\n## Summary\n\nTBD\n')
    await diagnostics(document, hasRule('placeholder-text'), 'the placeholder')
    await closeAll()
    await vscode.workspace.fs.delete(document.uri)
    await diagnostics(document, (found) => found.length === 0, 'silence')
  })

  it('stand in the right place with CRLF, a byte order mark and astral characters', async () => {
    const text = '\uFEFF# 🔥 Queue\r\n\r\n## Summary\r\n\r\n𝒳 TBD\r\n'
    const document = await open('postmortems/crlf.md', text)
    const found = await diagnostics(document, hasRule('placeholder-text'), 'the placeholder')
    const placeholder = found[ruleIds(found).indexOf('placeholder-text')]!
    assert.match(document.getText(placeholder.range), /TBD/)
    assert.equal(placeholder.range.start.line, 4)
  })
})
