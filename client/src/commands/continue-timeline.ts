import * as vscode from 'vscode'
import {applySnippets} from '../edits.ts'
import {eventTime} from '../event-time.ts'
import {documentOf} from './active-document.ts'
import type {Command} from './command.ts'

/** What Enter does at the end of a timeline entry; not in the palette. */
export const continueTimeline: Command = {
  id: 'postmortem.continueTimeline',
  async execute({server}) {
    const editor = vscode.window.activeTextEditor
    if (!editor) return
    const {line, character} = editor.selection.active
    const {version} = editor.document
    const edit = await server
      .request('postmortem/continueTimeline', {...documentOf(editor), position: {line, character}, at: eventTime()})
      .catch(() => null)
    // Whoever types faster than the server answers gets a plain new line.
    if (edit && editor.document.version === version) await applySnippets(editor, [edit])
    else await vscode.commands.executeCommand('type', {text: '\n'})
  },
}
