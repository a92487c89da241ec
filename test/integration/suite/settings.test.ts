import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {closeAll, diagnostics, hasRule, open, ruleIds, withSetting} from './editor.ts'

const TEXT = '# Queue\n\n## Summary\n\nTBD\n'

interface Section {
  properties: Record<string, {markdownDescription?: string; description?: string}>
}

describe('settings', () => {
  after(closeAll)

  it('silence a rule, and let it speak again', async () => {
    const document = await open('postmortems/settings.md', TEXT)
    await diagnostics(document, hasRule('placeholder-text'), 'the placeholder')
    await withSetting('postmortem.rules', {'placeholder-text': 'off'}, async () => {
      await diagnostics(document, (found) => !hasRule('placeholder-text')(found), 'silence of the rule')
    })
    await diagnostics(document, hasRule('placeholder-text'), 'the placeholder again')
  })

  it('change a severity', async () => {
    const document = await open('postmortems/settings.md', TEXT)
    await withSetting('postmortem.rules', {'placeholder-text': 'error'}, async () => {
      const found = await diagnostics(
        document,
        (all) => all.some((one) => one.severity === vscode.DiagnosticSeverity.Error),
        'an error',
      )
      const errors = found.filter(({severity}) => severity === vscode.DiagnosticSeverity.Error)
      assert.deepEqual([...new Set(ruleIds(errors))], ['placeholder-text'])
    })
  })

  it('choose the template that a document is held against', async () => {
    const document = await open('postmortems/settings.md', TEXT)
    const missing = (found: readonly vscode.Diagnostic[]) =>
      ruleIds(found).filter((id) => id === 'missing-section').length
    const before = missing(await diagnostics(document, hasRule('missing-section'), 'missing sections'))
    await withSetting('postmortem.template', 'minimal', async () => {
      await diagnostics(document, (found) => missing(found) > 0 && missing(found) < before, 'fewer missing sections')
    })
  })

  it('are all described in the manifest', () => {
    const {contributes} = vscode.extensions.getExtension('postmortem.postmortem')!.packageJSON as {
      contributes: {configuration: Section | Section[]}
    }
    const settings = [contributes.configuration].flat().flatMap(({properties}) => Object.entries(properties))
    assert.ok(settings.length > 5)
    for (const [name, {markdownDescription, description}] of settings) {
      assert.match(markdownDescription ?? description ?? '', /\S/, name)
    }
  })
})
