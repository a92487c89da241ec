import * as vscode from 'vscode'
import type {NewDocument} from '../../../server/src/protocol.ts'
import {eventTime, localIso} from '../event-time.ts'
import type {Command, CommandContext} from './command.ts'
import {pickTemplate} from './pick-template.ts'

export const newDocument: Command = {
  id: 'postmortem.newDocument',
  async execute(context) {
    const place = await pickFolder()
    if (place === 'cancelled') return
    const made = await ask(context, place)
    if (made) await open(made, place)
  },
}

/** Asks only what the first lines need. Undefined where the person leaves; an empty answer leaves a hole. */
async function ask({server}: CommandContext, folder: vscode.Uri | undefined): Promise<NewDocument | undefined> {
  const template = await pickTemplate(server, 'New post-mortem (1/4)', folder)
  if (!template) return undefined
  const title = await vscode.window.showInputBox({
    title: 'New post-mortem (2/4)',
    prompt: 'What did users lose, and where?',
    placeHolder: 'Checkout returned errors in Europe',
  })
  if (title === undefined) return undefined
  const scale = vscode.workspace.getConfiguration('postmortem', folder).get<string[]>('severityScale', [])
  const severity = await vscode.window.showQuickPick([...scale, 'Not decided yet'], {
    title: 'New post-mortem (3/4)',
    placeHolder: 'Severity',
  })
  if (severity === undefined) return undefined
  const start = await vscode.window.showInputBox({
    title: 'New post-mortem (4/4)',
    prompt: 'When did it start? Date, time and offset; can be changed later.',
    value: localIso(new Date()),
  })
  if (start === undefined) return undefined
  return server.request('postmortem/newDocument', {
    folder: folder?.toString(),
    template: template.id,
    title: title.trim(),
    start: start.trim(),
    at: eventTime(),
    ...(scale.includes(severity) ? {severity} : {}),
    fileName: vscode.workspace.getConfiguration('postmortem', folder).get<string>('newDocument.fileName'),
  })
}

/** The folder for the new file; undefined without a workspace, where the document stays untitled. */
async function pickFolder(): Promise<vscode.Uri | 'cancelled' | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? []
  if (folders.length === 0) return undefined
  const folder =
    folders.length === 1
      ? folders[0]
      : await vscode.window.showWorkspaceFolderPick({placeHolder: 'Where does the new post-mortem go?'})
  if (!folder) return 'cancelled'
  const path = vscode.workspace.getConfiguration('postmortem', folder).get<string>('newDocument.folder', '')
  return vscode.Uri.joinPath(folder.uri, ...path.split('/').filter((part) => part && part !== '..'))
}

async function open({snippet, fileName}: NewDocument, folder: vscode.Uri | undefined): Promise<void> {
  const document = folder
    ? await vscode.workspace.openTextDocument(await createFile(folder, fileName))
    : await vscode.workspace.openTextDocument({language: 'markdown', content: ''})
  const editor = await vscode.window.showTextDocument(document)
  await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Range(0, 0, document.lineCount, 0))
  if (folder) await document.save()
}

/** An empty file of this name, or of the next one that is free. */
async function createFile(folder: vscode.Uri, fileName: string): Promise<vscode.Uri> {
  const dot = fileName.lastIndexOf('.')
  for (let n = 1; ; n++) {
    const uri = vscode.Uri.joinPath(folder, n === 1 ? fileName : `${fileName.slice(0, dot)}-${n}${fileName.slice(dot)}`)
    if (await exists(uri)) continue
    await vscode.workspace.fs.writeFile(uri, new Uint8Array())
    return uri
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}
