import type {BaseLanguageClient, LanguageClientOptions} from 'vscode-languageclient'
import * as vscode from 'vscode'
import type {InitializationOptions, ServerNotifications, ServerRequests} from '../../server/src/protocol.ts'
import {answerFileRequests} from './files.ts'

/** Makes the client that suits the host: a Node process or a web worker. */
export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient

/** The language server as the rest of the extension sees it: typed requests, started on first need. */
export interface Server {
  /** Starts the server where it does not run yet. */
  request<Method extends keyof ServerRequests>(
    method: Method,
    params: ServerRequests[Method]['params'],
  ): Promise<ServerRequests[Method]['result']>
  onNotification<Method extends keyof ServerNotifications>(
    method: Method,
    handle: (params: ServerNotifications[Method]) => void,
  ): vscode.Disposable
  start(): Promise<void>
  restart(): Promise<void>
  readonly log: vscode.LogOutputChannel
}

/** The languages that may hold post-mortems; whether a file is one is for the server to say. */
export const DOCUMENT_SELECTOR = [{language: 'markdown'}]

export function createServer(context: vscode.ExtensionContext, create: ClientFactory): Server & vscode.Disposable {
  const log = vscode.window.createOutputChannel('Post-mortem', {log: true})
  const client = create('postmortem', 'Post-mortem', {
    documentSelector: DOCUMENT_SELECTOR,
    outputChannel: log,
    initializationOptions: initializationOptions(context),
    diagnosticCollectionName: 'postmortem',
    diagnosticPullOptions: {onChange: true},
    markdown: {isTrusted: false, supportHtml: false},
  })
  answerFileRequests(client)
  let started: Promise<void> | undefined
  const start = (): Promise<void> =>
    (started ??= client.start().catch((error: unknown) => {
      // The next request tries again.
      started = undefined
      throw error
    }))
  return {
    log,
    start,
    async request(method, params) {
      await start()
      return client.sendRequest(method, params)
    },
    onNotification: (method, handle) => client.onNotification(method, handle),
    async restart() {
      await started?.catch(() => undefined)
      if (client.isRunning()) await client.stop()
      started = undefined
      await start()
    },
    dispose: () => {
      void client.dispose().catch(() => undefined)
      log.dispose()
    },
  }
}

const initializationOptions = (context: vscode.ExtensionContext): InitializationOptions => ({
  files: true,
  commands: true,
  documentSymbols: false,
  semanticTokens: false,
  rulePages: vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules/').toString(),
})
