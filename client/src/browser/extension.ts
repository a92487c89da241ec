import * as vscode from 'vscode'
import {LanguageClient} from 'vscode-languageclient/browser'
import {activate as activateIn} from '../activate.ts'

export function activate(context: vscode.ExtensionContext): void {
  const worker = vscode.Uri.joinPath(context.extensionUri, 'dist/server/browser.js')
  activateIn(context, (id, name, options) => new LanguageClient(id, name, () => Promise.resolve(new Worker(worker.toString(true))), options))
}
