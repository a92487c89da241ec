import * as vscode from 'vscode'
import type {ServerRequests, TextResult} from '../../../server/src/protocol.ts'
import {activeMarkdown, documentOf, tellNoPostmortem} from './active-document.ts'
import type {Command} from './command.ts'

type TextMethod = {
  [Method in keyof ServerRequests]: ServerRequests[Method] extends {result: TextResult | null} ? Method : never
}[keyof ServerRequests]

/** A command that opens what the server made of the document beside it, unsaved. */
export const openText = (
  id: Command['id'],
  method: Exclude<TextMethod, 'postmortem/exportTimeline'>,
  after?: (document: vscode.TextDocument) => unknown,
): Command => ({
  id,
  async execute({server}) {
    const editor = activeMarkdown()
    if (!editor) return
    const result = await server.request(method, documentOf(editor))
    if (!result) return tellNoPostmortem()
    const document = await vscode.workspace.openTextDocument({language: result.languageId, content: result.text})
    await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside)
    await after?.(document)
  },
})
