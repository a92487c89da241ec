import * as vscode from 'vscode'
import {applySnippets} from '../edits.ts'
import {eventTime} from '../event-time.ts'
import {activeMarkdown, documentOf, tellNoPostmortem} from './active-document.ts'
import type {Command, CommandContext} from './command.ts'

export const insertEventNow: Command = {
  id: 'postmortem.insertEventNow',
  execute: (context) => insertEvent(context, undefined),
}

export const insertEventAt: Command = {
  id: 'postmortem.insertEventAt',
  async execute(context) {
    const written = await vscode.window.showInputBox({
      title: 'Insert event at…',
      prompt: 'The time as the timeline writes it: 14:05, 2024-03-01 14:05, 2:05 pm',
      validateInput: (text) => (/\d/.test(text) ? undefined : 'A time has digits.'),
    })
    if (written) await insertEvent(context, written.trim())
  },
}

async function insertEvent({server}: CommandContext, written: string | undefined): Promise<void> {
  const editor = activeMarkdown()
  if (!editor) return
  const edits = await server.request('postmortem/insertEvent', {...documentOf(editor), at: eventTime(), written})
  if (!edits) return tellNoPostmortem()
  if (edits.length === 0) return void vscode.window.showInformationMessage(`“${written}” cannot be read as a time.`)
  await applySnippets(editor, edits)
}
