import * as vscode from 'vscode'
import type {DocumentParams} from '../../../server/src/protocol.ts'

/** The editor that a command works on, or a word about why there is none. */
export function activeMarkdown(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor
  if (editor?.document.languageId === 'markdown') return editor
  void vscode.window.showInformationMessage('This command works on an open Markdown file.')
  return undefined
}

export const documentOf = (editor: vscode.TextEditor): DocumentParams => ({
  textDocument: {uri: editor.document.uri.toString()},
})

/** Said where the server has nothing to answer with. */
export function tellNoPostmortem(): void {
  void vscode.window.showInformationMessage(
    'This file was not recognised as a post-mortem. The setting “postmortem.include” can name it.',
  )
}
