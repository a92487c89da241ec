import * as vscode from 'vscode'
import type {CommandContext} from './commands/command.ts'
import {COMMANDS} from './commands/index.ts'
import {watchTimelineEntries} from './continue-timeline.ts'
import {type ClientFactory, createServer} from './language-client.ts'
import {registerPaste} from './paste.ts'
import {createStatus} from './status.ts'

/** The one activation of all hosts; what differs between them comes in as `create`. */
export function activate(extension: vscode.ExtensionContext, create: ClientFactory): void {
  const server = createServer(extension, create)
  const context: CommandContext = {extension, server}
  extension.subscriptions.push(
    server,
    ...COMMANDS.map((command) => vscode.commands.registerCommand(command.id, (...args) => command.execute(context, ...(args as never[])))),
  )
  // Nothing else before the server is on its way: the rest serves what it finds.
  void server.start().catch((error: unknown) => server.log.error(error instanceof Error ? error : String(error)))
  extension.subscriptions.push(createStatus(server), registerPaste(server), watchTimelineEntries())
}
