import * as vscode from 'vscode'
import {applySnippets} from '../edits.ts'
import {activeMarkdown, documentOf} from './active-document.ts'
import type {Command} from './command.ts'

export const insertQuestion: Command = {
  id: 'postmortem.insertQuestion',
  async execute({server}) {
    const editor = activeMarkdown()
    if (!editor) return
    const {line, character} = editor.selection.active
    const at = {...documentOf(editor), position: {line, character}}
    const groups = await server.request('postmortem/questions', at)
    const items = groups.flatMap(({label, questions}) => [
      {label, kind: vscode.QuickPickItemKind.Separator},
      ...questions.map((question) => ({label: question})),
    ])
    const picked = await vscode.window.showQuickPick(items, {
      title: 'Insert question',
      placeHolder: 'A question for the people who were there',
    })
    const edit = picked && (await server.request('postmortem/insertQuestion', {...at, question: picked.label}))
    if (edit) await applySnippets(editor, [edit])
  },
}
