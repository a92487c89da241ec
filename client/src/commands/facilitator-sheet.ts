import * as vscode from 'vscode'
import {openText} from './open-text.ts'

export const facilitatorSheet = openText('postmortem.facilitatorSheet', 'postmortem/facilitatorSheet', (document) =>
  vscode.commands.executeCommand('markdown.showPreview', document.uri),
)
