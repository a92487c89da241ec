import {
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentUri,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import {readClient} from './client.ts'
import {CONFIG_FILE, ConfigFiles} from './config-files.ts'
import {Documents} from './documents.ts'
import type {Environment} from './environment.ts'
import type {ServerContext} from './feature.ts'
import {FEATURES} from './features/index.ts'
import {createFiles} from './files.ts'
import {createGuard} from './guard.ts'
import {OwnTemplates} from './own-templates.ts'
import {SettingsStore} from './settings.ts'
import {WatchedFiles} from './watched-files.ts'

const QUIET_AFTER = 600

/** Serves one client over one connection. */
export function startServer(connection: Connection, environment: Environment): void {
  let whenReady: (() => unknown)[] = []
  connection.onInitialize((params) => {
    const client = readClient(params)
    const guard = createGuard(environment.breathe, (message) => connection.console.error(message))
    let folderList: readonly DocumentUri[] =
      params.workspaceFolders?.map(({uri}) => uri) ?? (params.rootUri ? [params.rootUri] : [])
    const folders = (): readonly DocumentUri[] => folderList
    const files = createFiles(connection, client, environment)
    const configFiles = new ConfigFiles(connection, files, folders)
    const templates = new OwnTemplates(connection, files, folders)
    const settings = new SettingsStore(connection, client, configFiles, templates)
    const documents = new Documents({
      connection,
      settings,
      folders,
      breathe: environment.breathe,
      quietAfter: client.options.delays?.document ?? QUIET_AFTER,
    })
    const watchedFiles = new WatchedFiles()
    const rulePages = client.options.rulePages ?? environment.rulePages
    const context: ServerContext = {
      connection,
      client,
      environment,
      files,
      watchedFiles,
      documents,
      settings,
      guard,
      rulePages,
      folders,
    }

    documents.listen()
    watchedFiles.listen(connection, guard)
    watchedFiles.onDidChange((uris) => {
      for (const uri of uris) if (uri.endsWith(`/${CONFIG_FILE}`)) configFiles.changed(uri)
      if (uris.some((uri) => templates.isTemplate(uri))) settings.changed()
    })
    connection.onDidChangeConfiguration(
      guard.event('workspace/didChangeConfiguration', ({settings: pushed}) => settings.changed(pushed)),
    )
    whenReady = [
      () =>
        client.configurationRegistration
          ? connection.client.register(DidChangeConfigurationNotification.type, {section: 'postmortem'})
          : undefined,
      () => watchedFiles.register(connection, client),
      () => {
        if (!client.workspaceFolders) return
        connection.workspace.onDidChangeWorkspaceFolders(
          guard.event('workspace/didChangeWorkspaceFolders', ({added, removed}) => {
            const gone = new Set(removed.map(({uri}) => uri))
            folderList = [...folderList.filter((uri) => !gone.has(uri)), ...added.map(({uri}) => uri)]
            settings.changed()
          }),
        )
      },
    ]
    for (const feature of FEATURES) whenReady.push(feature.register(context) ?? (() => undefined))
    const whenInitialized = guard.event('initialized', (ready: () => unknown) => ready())
    connection.onInitialized(() => whenReady.forEach((ready) => whenInitialized(ready)))

    const capabilities: ServerCapabilities = {
      positionEncoding: 'utf-16',
      textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental},
      workspace: {workspaceFolders: {supported: true, changeNotifications: client.workspaceFolders}},
    }
    return {
      capabilities: Object.assign(capabilities, ...FEATURES.map((feature) => feature.capabilities?.(client))),
      serverInfo: {name: 'postmortem-language-server'},
    }
  })
  connection.listen()
}
