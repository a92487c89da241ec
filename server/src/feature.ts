import type {Connection, DocumentUri, ServerCapabilities} from 'vscode-languageserver'
import type {Client} from './client.ts'
import type {Documents} from './documents.ts'
import type {Environment, Files} from './environment.ts'
import type {Guard} from './guard.ts'
import type {SettingsStore} from './settings.ts'
import type {WatchedFiles} from './watched-files.ts'

/** What features work with. */
export interface ServerContext {
  readonly connection: Connection
  readonly client: Client
  readonly environment: Environment
  readonly files: Files
  readonly watchedFiles: WatchedFiles
  readonly documents: Documents
  readonly settings: SettingsStore
  readonly guard: Guard
  /** Folder of the rules' pages; undefined where nobody knows one. */
  readonly rulePages: string | undefined
  readonly folders: () => readonly DocumentUri[]
}

/** One thing that the server can do for an editor. */
export interface Feature {
  readonly capabilities?: (client: Client) => ServerCapabilities
  /** @returns what to do when the client is ready for requests from the server */
  readonly register: (context: ServerContext) => (() => unknown) | void
}
