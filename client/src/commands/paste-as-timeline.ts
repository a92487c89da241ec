import * as vscode from 'vscode'
import {eventTime} from '../event-time.ts'
import {activeMarkdown, documentOf} from './active-document.ts'
import type {Command} from './command.ts'

export const pasteAsTimeline: Command = {
  id: 'postmortem.pasteAsTimeline',
  async execute({server}) {
    const editor = activeMarkdown()
    if (!editor) return
    const text = await vscode.env.clipboard.readText()
    const start = editor.selection.start
    const converted = await server.request('postmortem/convertPaste', {
      ...documentOf(editor),
      position: {line: start.line, character: start.character},
      text,
      at: eventTime(),
    })
    if (!converted)
      return void vscode.window.showInformationMessage('The clipboard holds nothing that reads as events with times.')
    // First the text as it was copied, so that one undo brings it back.
    const offset = editor.document.offsetAt(start)
    await editor.edit((edit) => edit.replace(editor.selection, text))
    const pasted = new vscode.Range(
      start,
      editor.document.positionAt(offset + normalized(text, editor.document).length),
    )
    await editor.edit((edit) => edit.replace(pasted, converted.text))
  },
}

/** Editors give pasted text the line ends of the document. */
const normalized = (text: string, {eol}: vscode.TextDocument): string =>
  text.replace(/\r\n|\r|\n/g, eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n')
