import type * as vscode from 'vscode'
import {LanguageClient, TransportKind} from 'vscode-languageclient/node'
import {activate as activateIn} from '../activate.ts'

export function activate(context: vscode.ExtensionContext): ReturnType<typeof activateIn> {
  const module = context.asAbsolutePath('dist/server/node.cjs')
  return activateIn(
    context,
    (id, name, options) =>
      new LanguageClient(
        id,
        name,
        {
          run: {module, transport: TransportKind.ipc},
          debug: {module, transport: TransportKind.ipc, options: {execArgv: ['--nolazy', '--inspect=6019']}},
        },
        options,
      ),
  )
}
