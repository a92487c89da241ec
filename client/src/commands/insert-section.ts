import * as vscode from 'vscode'
import {applySnippets} from '../edits.ts'
import {activeMarkdown, documentOf, tellNoPostmortem} from './active-document.ts'
import type {Command} from './command.ts'

export const insertSection: Command = {
  id: 'postmortem.insertSection',
  async execute({server}) {
    const editor = activeMarkdown()
    if (!editor) return
    const offers = await server.request('postmortem/sections', documentOf(editor))
    if (!offers) return tellNoPostmortem()
    const items = offers
      .filter(({present}) => !present)
      .map((offer) => ({label: offer.heading, description: offer.required ? 'asked for by the template' : '', offer}))
    if (items.length === 0)
      return void vscode.window.showInformationMessage('The document has every section of its template.')
    const picked = await vscode.window.showQuickPick(items, {
      title: 'Insert section',
      placeHolder: 'It goes where the template has it',
    })
    if (picked) await applySnippets(editor, [picked.offer.edit])
  },
}
