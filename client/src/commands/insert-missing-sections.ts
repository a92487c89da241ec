import * as vscode from 'vscode'
import {applySnippets} from '../edits.ts'
import {activeMarkdown, documentOf, tellNoPostmortem} from './active-document.ts'
import type {Command} from './command.ts'

export const insertMissingSections: Command = {
  id: 'postmortem.insertMissingSections',
  async execute({server}) {
    const editor = activeMarkdown()
    if (!editor) return
    const edits = await server.request('postmortem/missingSections', documentOf(editor))
    if (!edits) return tellNoPostmortem()
    if (edits.length === 0) return void vscode.window.showInformationMessage('No section is missing.')
    await applySnippets(editor, edits)
  },
}
