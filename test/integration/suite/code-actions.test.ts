import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {driver, print} from './driver.ts'
import {DEFAULT_CONFIG, type Fix, lint, PostmortemDocument} from '#core'
import {applyEdits} from '#core/text/edit.ts'
import {apply, closeAll, codeActions, diagnostics, hasRule, open, ownDiagnostics, ruleIds} from './editor.ts'
import {SAMPLE} from './sample.ts'

let files = 0

/** Opens `text`, waits for the rule's first finding, and gives the actions at it. */
async function actionsAt(
  rule: string,
  text: string,
): Promise<{document: vscode.TextDocument; actions: vscode.CodeAction[]}> {
  const document = await open(`postmortems/action-${++files}.md`, text)
  const found = await diagnostics(document, hasRule(rule), `a finding of ${rule}`)
  const {range} = found[ruleIds(found).indexOf(rule)]!
  return {document, actions: await codeActions(document, range)}
}

function titled(actions: readonly vscode.CodeAction[], title: string | RegExp): vscode.CodeAction {
  const action = actions.find((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)))
  assert.ok(action, `“${title}” among ${actions.map((one) => one.title).join(' | ')}`)
  return action
}

describe('code actions', () => {
  afterEach(closeAll)

  it('insert a missing section at its place', async () => {
    const {document, actions} = await actionsAt(
      'missing-section',
      '---\ntemplate: minimal\n---\n\n# Queue\n\n## Summary\n\nThe queue was full.\n\n## Timeline\n\n- 10:02 UTC The pager fires\n\n## Causes\n\nOne.\n\n## Action items\n\n- Add an alert\n',
    )
    await apply(titled(actions, /^Insert the section “Impact”/))
    const headings = [...document.getText().matchAll(/^## (.*)$/gm)].map(([, title]) => title)
    assert.deepEqual(headings, ['Summary', 'Impact', 'Timeline', 'Causes', 'Action items'])
  })

  it('silence a rule for one line, with a reason to fill in', async () => {
    const {document, actions} = await actionsAt('placeholder-text', '# Queue\n\n## Summary\n\nTBD\n')
    await apply(titled(actions, 'Disable placeholder-text for this line'))
    assert.match(document.getText(), /^TBD <!-- postmortem-disable-line placeholder-text: \S.*-->$/m)
    await diagnostics(document, (found) => !hasRule('placeholder-text')(found), 'silence of the rule')
  })

  it('silence a rule for the file', async () => {
    const {document, actions} = await actionsAt(
      'placeholder-text',
      '# Queue\n\n## Summary\n\nTBD\n\n## Impact\n\nTBD\n',
    )
    await apply(titled(actions, 'Disable placeholder-text for this file'))
    assert.match(document.getText(), /<!-- postmortem-disable\S* placeholder-text\b.*-->/)
    await diagnostics(document, (found) => !hasRule('placeholder-text')(found), 'silence of the rule')
  })

  it('open the page of the rule', async () => {
    const {actions} = await actionsAt('placeholder-text', '# Queue\n\n## Summary\n\nTBD\n')
    await apply(titled(actions, 'Open the page of placeholder-text'))
    await driver?.waitFor('.tab.active[aria-label*="placeholder-text"]')
    await driver?.screenshot('rule-page')
  })

  it('offer a menu', async () => {
    if (!driver) return
    const document = await open(SAMPLE)
    const found = await diagnostics(document, hasRule('counterfactual'), 'the findings')
    const editor = vscode.window.activeTextEditor!
    const {range} = found[ruleIds(found).indexOf('counterfactual')]!
    editor.selection = new vscode.Selection(range.start, range.start)
    editor.revealRange(range, vscode.TextEditorRevealType.InCenter)
    await vscode.commands.executeCommand('editor.action.quickFix')
    await driver.waitFor('.action-widget')
    await driver.screenshot('code-actions')
    await driver.press('Escape')
  })

  it('all give the text that the engine meant, in a document of real size', async () => {
    const document = await open(SAMPLE)
    await diagnostics(document, hasRule('counterfactual'), 'the findings of the language rules')
    const text = document.getText()
    const meant = textsAfterFixes(text)
    const whole = new vscode.Range(0, 0, document.lineCount, 0)
    const edits = async () => (await codeActions(document, whole)).filter(isOurs)
    const titles = (await edits()).map(({title}) => title)
    assert.ok(titles.length >= ownDiagnostics(document).length, 'an action for each finding')
    let compared = 0
    for (const [i, title] of titles.entries()) {
      const action = (await edits())[i]!
      assert.equal(action.title, title, 'the same text has the same actions')
      await apply(action)
      const changed = document.getText()
      assert.notEqual(changed, text, title)
      const texts = meant.get(title)
      if (texts) {
        assert.ok(texts.includes(changed), `“${title}” gives\n${changed}`)
        compared++
      } else assert.ok(kept(text, changed) > 0.9, `“${title}” leaves the rest as it is`)
      await vscode.commands.executeCommand('leaveSnippet')
      await vscode.commands.executeCommand('undo')
      assert.equal(document.getText(), text, `undoing “${title}”`)
    }
    print(`    ${titles.length} actions applied and undone, ${compared} of them fixes of findings`)
    assert.equal(compared, [...meant.values()].flat().length, 'every fix is offered')
  })

  it('fix everything that changes no meaning, at once', async () => {
    const question = '_Who lost what, how much, and for how long? Give at least one number._'
    const text = `# Queue\n\n## Impact\n\n${question}\n\nNone of the 310 orders was lost.\n`
    const document = await open('postmortems/fix-all.md', text)
    await diagnostics(document, hasRule('placeholder-text'), 'the question of the template')
    const whole = new vscode.Range(0, 0, document.lineCount, 0)
    const [action] = await codeActions(document, whole, 'source.fixAll.postmortem')
    assert.ok(action, 'the action is offered')
    await apply(action)
    assert.equal(document.getText(), '# Queue\n\n## Impact\n\nNone of the 310 orders was lost.\n')
  })
})

/** Markdown’s own snippets are offered as actions too. */
const isOurs = ({edit, kind}: vscode.CodeAction): boolean =>
  edit !== undefined && kind !== undefined && !vscode.CodeActionKind.Refactor.append('surround').contains(kind)

/** What each fix of the document makes of it, by title. */
function textsAfterFixes(text: string): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  const document = new PostmortemDocument(text, {path: SAMPLE})
  for (const fix of lint(document, DEFAULT_CONFIG).flatMap(({fixes}) => fixes)) {
    texts.set(fix.title, [...(texts.get(fix.title) ?? []), applyEdits(text, fix.edits.map(filled(fix)))])
  }
  return texts
}

/** A tab stop shows the name of its hole. */
const filled =
  ({hasHoles}: Fix) =>
  (edit: Fix['edits'][number]): Fix['edits'][number] =>
    hasHoles ? {...edit, newText: edit.newText.replace(/\{([^{}\n]+)\}/g, '$1')} : edit

/** Share of the old lines that are still there. */
function kept(before: string, after: string): number {
  const lines = new Set(after.split('\n'))
  const old = before.split('\n')
  return old.filter((line) => lines.has(line)).length / old.length
}
