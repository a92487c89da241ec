import * as vscode from 'vscode'
import type {CommandContext} from './commands/command.ts'
import {COMMANDS} from './commands/index.ts'
import {type ClientFactory, createServer} from './language-client.ts'

/** The one activation of all hosts; what differs between them comes in as `create`. */
export function activate(extension: vscode.ExtensionContext, create: ClientFactory): void {
  const server = createServer(extension, create)
  const context: CommandContext = {extension, server}
  extension.subscriptions.push(
    server,
    ...COMMANDS.map((command) => vscode.commands.registerCommand(command.id, (...args) => command.execute(context, ...(args as never[])))),
  )
  void server.start()
}
