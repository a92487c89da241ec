import {applySnippets} from '../edits.ts'
import {activeMarkdown, documentOf, tellNoPostmortem} from './active-document.ts'
import type {Command} from './command.ts'
import {pickTemplate} from './pick-template.ts'

export const changeTemplate: Command = {
  id: 'postmortem.changeTemplate',
  async execute({server}) {
    const editor = activeMarkdown()
    if (!editor) return
    const template = await pickTemplate(
      server,
      'Change template: keeps all text, adds what is missing',
      editor.document.uri,
    )
    if (!template) return
    const edits = await server.request('postmortem/changeTemplate', {...documentOf(editor), template: template.id})
    if (!edits) return tellNoPostmortem()
    await applySnippets(editor, edits)
  },
}
