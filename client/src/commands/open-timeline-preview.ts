import {activeMarkdown} from './active-document.ts'
import type {Command} from './command.ts'

export const openTimelinePreview: Command = {
  id: 'postmortem.openTimelinePreview',
  execute({preview}) {
    const editor = activeMarkdown()
    if (editor) preview.open(editor.document)
  },
}
