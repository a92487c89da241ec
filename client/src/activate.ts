import * as vscode from 'vscode'
import type {CommandContext} from './commands/command.ts'
import {COMMANDS} from './commands/index.ts'
import {watchTimelineEntries} from './continue-timeline.ts'
import {type ClientFactory, createServer} from './language-client.ts'
import {registerPaste} from './paste.ts'
import {createStatus} from './status.ts'
import {createMarkdownPreview, type MarkdownPreviewApi} from './timeline/markdown-preview.ts'
import {createTimelinePreview} from './timeline/preview.ts'

/** The one activation of all hosts; what differs between them comes in as `create`. */
export function activate(extension: vscode.ExtensionContext, create: ClientFactory): MarkdownPreviewApi {
  const server = createServer(extension, create)
  const preview = createTimelinePreview(extension, server)
  const markdown = createMarkdownPreview(server)
  const context: CommandContext = {extension, server, preview}
  extension.subscriptions.push(
    server,
    preview,
    markdown,
    ...COMMANDS.map((command) =>
      vscode.commands.registerCommand(command.id, (...args) => command.execute(context, ...(args as never[]))),
    ),
  )
  // Nothing else before the server is on its way: the rest serves what it finds.
  void server.start().catch((error: unknown) => server.log.error(error instanceof Error ? error : String(error)))
  extension.subscriptions.push(createStatus(server), registerPaste(server), watchTimelineEntries())
  return {extendMarkdownIt: markdown.extendMarkdownIt}
}
