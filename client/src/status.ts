import * as vscode from 'vscode'
import type {DocumentStatus} from '../../server/src/protocol.ts'
import {DOCUMENT_SELECTOR, type Server} from './language-client.ts'

/** Says in the status bar, and to the menus, what the file was taken for; in the status bar also why, and what stands in it. */
export function createStatus(server: Server): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('postmortem.status', DOCUMENT_SELECTOR)
  item.name = 'Post-mortem'
  const show = (status: DocumentStatus | null): void => {
    void vscode.commands.executeCommand(
      'setContext',
      'postmortem.isPostmortem',
      status?.recognition.postmortem ?? false,
    )
    const text = describe(status)
    item.text = text.text
    item.detail = text.detail
    item.command = status?.template ? {title: 'Change template', command: 'postmortem.changeTemplate'} : undefined
  }
  const refresh = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document
    // A webview in front leaves the editor beside it as it was.
    if (!document) return
    if (!vscode.languages.match(DOCUMENT_SELECTOR, document)) return show(null)
    item.busy = true
    try {
      const status = await server.request('postmortem/status', {textDocument: {uri: document.uri.toString()}})
      if (document === vscode.window.activeTextEditor?.document) show(status)
    } finally {
      item.busy = false
    }
  }
  show(null)
  const run = (): void => void refresh().catch(() => show(null))
  run()
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(run),
    server.onNotification('postmortem/statusChanged', (status) => {
      if (status.uri === vscode.window.activeTextEditor?.document.uri.toString()) show(status)
    }),
  )
}

const REASONS: Readonly<Record<DocumentStatus['recognition']['because'], string>> = {
  setting: 'a setting includes it',
  path: 'its path',
  'front-matter': 'its front matter',
  title: 'its title',
  sections: 'its sections',
  excluded: 'a setting excludes it',
  'nothing-found': 'neither path nor title nor sections speak of an incident',
}

export function describe(status: DocumentStatus | null): {text: string; detail: string} {
  if (!status) return {text: 'Post-mortem', detail: 'Not read yet'}
  const {
    recognition: {postmortem, because, detail},
    template,
    findings,
  } = status
  const reason = `${REASONS[because]}${detail ? ` (${detail})` : ''}`
  if (!postmortem) return {text: 'No post-mortem', detail: `Not checked: ${reason}`}
  const counts = (['error', 'warning', 'information', 'hint'] as const)
    .filter((severity) => findings[severity])
    .map((severity) => `${findings[severity]} ${NOUNS[severity][findings[severity] === 1 ? 0 : 1]}`)
  return {
    text: `Post-mortem: ${template?.name ?? ''}`,
    detail: `${counts.join(', ') || 'No findings'}. Recognised by ${reason}`,
  }
}

const NOUNS = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['remark', 'remarks'],
  hint: ['hint', 'hints'],
} as const
