import * as vscode from 'vscode'
import type {TextResult, TimelineFormat} from '../../../server/src/protocol.ts'
import {activeMarkdown, tellNoPostmortem} from './active-document.ts'
import type {Command, CommandContext} from './command.ts'

/** What the list of choices offers; also the argument of the command, for key bindings. */
interface Choice {
  readonly format: TimelineFormat | 'png'
  readonly to: 'clipboard' | 'file'
  /** Where to, without asking. */
  readonly file?: vscode.Uri
}

export const exportTimeline: Command = {
  id: 'postmortem.exportTimeline',
  async execute(context, choice?: Choice) {
    const document = isPreviewActive() ? context.preview.document : activeMarkdown()?.document
    if (!document) return
    const chosen = choice ?? (await pick())
    if (!chosen) return
    const {format, to} = chosen
    const textDocument = {uri: document.uri.toString()}
    const result = await context.server.request('postmortem/exportTimeline', {
      textDocument,
      format: format === 'png' ? 'svg' : format,
    })
    if (!result) return tellNoPostmortem()
    if (to === 'clipboard') {
      await vscode.env.clipboard.writeText(result.text)
      return void vscode.window.setStatusBarMessage(`The timeline is on the clipboard (${NAMES[format]}).`, 4000)
    }
    const bytes = format === 'png' ? await png(context, document, result) : new TextEncoder().encode(result.text)
    const file = bytes && (chosen.file ?? (await askFile(document, result, format)))
    if (bytes && file) await vscode.workspace.fs.writeFile(file, bytes)
  },
}

const NAMES: Readonly<Record<Choice['format'], string>> = {
  'mermaid-timeline': 'Mermaid timeline',
  'mermaid-gantt': 'Mermaid Gantt chart',
  csv: 'CSV',
  json: 'JSON',
  svg: 'SVG',
  png: 'PNG',
}

const isPreviewActive = (): boolean => {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith('postmortem.timeline')
}

async function pick(): Promise<Choice | undefined> {
  const item = (
    format: Choice['format'],
    to: Choice['to'],
    description: string,
  ): vscode.QuickPickItem & {choice: Choice} => ({
    label: `$(${to === 'file' ? 'save' : 'copy'}) ${NAMES[format]}`,
    description,
    choice: {format, to},
  })
  const items = [
    {label: 'Save as a file', kind: vscode.QuickPickItemKind.Separator},
    item('svg', 'file', 'picture with the list of events'),
    item('png', 'file', 'the same in pixels'),
    item('csv', 'file', 'for spreadsheets'),
    item('json', 'file', 'for programs'),
    item('mermaid-timeline', 'file', 'source of a diagram'),
    item('mermaid-gantt', 'file', 'source of a diagram'),
    {label: 'Copy to the clipboard', kind: vscode.QuickPickItemKind.Separator},
    item('mermaid-timeline', 'clipboard', 'for Markdown'),
    item('mermaid-gantt', 'clipboard', 'for Markdown'),
    item('csv', 'clipboard', ''),
    item('json', 'clipboard', ''),
    item('svg', 'clipboard', ''),
  ]
  const picked = await vscode.window.showQuickPick(items, {title: 'Export timeline', placeHolder: 'Format'})
  return picked && 'choice' in picked ? (picked as {choice: Choice}).choice : undefined
}

async function png(
  {preview}: CommandContext,
  document: vscode.TextDocument,
  {text}: TextResult,
): Promise<Uint8Array | undefined> {
  const bytes = await preview.rasterize(document, text)
  if (!bytes) void vscode.window.showWarningMessage('The picture is too large for PNG. SVG has no such limit.')
  return bytes
}

/** Asks where to, beside the document at first. */
function askFile(
  {uri}: vscode.TextDocument,
  {fileName}: TextResult,
  format: Choice['format'],
): Thenable<vscode.Uri | undefined> {
  const name = format === 'png' ? fileName.replace(/\.svg$/, '.png') : fileName
  return vscode.window.showSaveDialog({
    title: 'Export timeline',
    filters: {[NAMES[format]]: [name.slice(name.lastIndexOf('.') + 1)]},
    ...(uri.scheme === 'untitled' ? {} : {defaultUri: vscode.Uri.joinPath(uri, '..', name)}),
  })
}
