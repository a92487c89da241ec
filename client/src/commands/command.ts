import type * as vscode from 'vscode'
import type {Server} from '../language-client.ts'
import type {TimelinePreview} from '../timeline/preview.ts'

/** What commands work with. */
export interface CommandContext {
  readonly extension: vscode.ExtensionContext
  readonly server: Server
  readonly preview: TimelinePreview
}

/** One entry of the command palette or one target of a code action. `id` stands in package.json. */
export interface Command {
  readonly id: `postmortem.${string}`
  execute(context: CommandContext, ...args: never[]): unknown
}
