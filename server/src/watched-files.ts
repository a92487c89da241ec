import {type Connection, DidChangeWatchedFilesNotification, type DocumentUri} from 'vscode-languageserver'
import type {Client} from './client.ts'
import {CONFIG_FILE} from './config-files.ts'
import type {Guard} from './guard.ts'

const PATTERNS = [`**/${CONFIG_FILE}`, '**/*.{md,markdown}']

/** Files that change without being open: settings, templates, and documents for the check of the workspace. */
export class WatchedFiles {
  private readonly listeners: ((uris: readonly DocumentUri[]) => void)[] = []

  listen(connection: Connection, guard: Guard): void {
    connection.onDidChangeWatchedFiles(
      guard.event('workspace/didChangeWatchedFiles', ({changes}) => {
        for (const listener of this.listeners) listener(changes.map(({uri}) => uri))
      }),
    )
  }

  async register(connection: Connection, client: Client): Promise<void> {
    if (!client.watchedFiles) return
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: PATTERNS.map((globPattern) => ({globPattern})),
    })
  }

  onDidChange(listener: (uris: readonly DocumentUri[]) => void): void {
    this.listeners.push(listener)
  }
}
