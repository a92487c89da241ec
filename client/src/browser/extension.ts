import * as vscode from 'vscode'
import {BrowserMessageReader, BrowserMessageWriter, LanguageClient} from 'vscode-languageclient/browser'
import {activate as activateIn} from '../activate.ts'

export function activate(context: vscode.ExtensionContext): ReturnType<typeof activateIn> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server/browser.js').toString(true)
  // The transports are made here, for every start anew: the client would ask whether it was given a `Worker`, and what
  // VS Code puts in the place of that class says no.
  const connect = (): Promise<{reader: BrowserMessageReader; writer: BrowserMessageWriter}> => {
    const worker = new Worker(script)
    return Promise.resolve({reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker)})
  }
  return activateIn(context, (id, name, options) => new LanguageClient(id, name, connect, options))
}
