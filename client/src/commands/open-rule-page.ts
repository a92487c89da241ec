import * as vscode from 'vscode'
import type {Command} from './command.ts'

export const openRulePage: Command = {
  id: 'postmortem.openRulePage',
  async execute({extension}, rule?: string) {
    const folder = vscode.Uri.joinPath(extension.extensionUri, 'docs', 'rules')
    const id = rule ?? (await pickRule(folder))
    if (id) await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(folder, `${id}.md`))
  },
}

async function pickRule(folder: vscode.Uri): Promise<string | undefined> {
  const files = await vscode.workspace.fs.readDirectory(folder)
  const ids = files
    .filter(([name]) => name.endsWith('.md') && name !== 'README.md')
    .map(([name]) => name.slice(0, -'.md'.length))
  return vscode.window.showQuickPick(ids, {title: 'Open rule page', placeHolder: 'Rule'})
}
