import assert from 'node:assert/strict'
import * as vscode from 'vscode'

describe('the packaged extension', () => {
  const extension = vscode.extensions.getExtension('postmortem.postmortem')!

  it('is the installed one, not the working tree', () => {
    assert.match(extension.extensionPath, /[\\/]extensions[\\/]postmortem\.postmortem-/)
  })

  it('holds every file that its manifest names', async () => {
    const {main, browser, icon, contributes} = extension.packageJSON as {
      main: string
      browser: string
      icon: string
      contributes: Record<'grammars' | 'snippets', {path: string}[]>
    }
    const files = [main, browser, icon, ...[...contributes.grammars, ...contributes.snippets].map(({path}) => path)]
    for (const file of files) await vscode.workspace.fs.stat(vscode.Uri.joinPath(extension.extensionUri, file))
  })

  it('holds nothing else', async () => {
    const names = (await vscode.workspace.fs.readDirectory(extension.extensionUri)).map(([name]) => name.toLowerCase())
    const expected = [
      'changelog.md',
      'dist',
      'docs',
      'license.txt',
      'media',
      'package.json',
      'readme.md',
      'schemas',
      'snippets',
      'syntaxes',
    ]
    assert.deepEqual(
      names.filter((name) => !name.startsWith('.vsix') && !expected.includes(name)),
      [],
    )
  })
})
