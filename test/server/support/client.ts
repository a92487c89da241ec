import {EventEmitter, once} from 'node:events'
import {PassThrough} from 'node:stream'
import {setImmediate as breathe} from 'node:timers/promises'
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol/node'
import {createConnection, ProposedFeatures} from 'vscode-languageserver/node'
import {applyEdits} from '#core/text/edit.ts'
import type {Files} from '../../../server/src/environment.ts'
import {Places} from '../../../server/src/convert.ts'
import type {InitializationOptions, ServerRequests} from '../../../server/src/protocol.ts'
import {startServer} from '../../../server/src/server.ts'

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities
  readonly options?: InitializationOptions
  /** What `workspace/configuration` answers for `postmortem`. */
  readonly settings?: Record<string, unknown>
  /** Contents by URI, as if they lay on the disk of the server. */
  readonly files?: Map<string, string>
  readonly folders?: readonly string[]
}

export const FOLDER = 'file:///work/notes'

/** Everything that VS Code can do, as far as the server asks. */
export const ABLE: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    applyEdit: true,
    didChangeConfiguration: {dynamicRegistration: true},
    didChangeWatchedFiles: {dynamicRegistration: true},
    workspaceEdit: {documentChanges: true, snippetEditSupport: true, changeAnnotationSupport: {}},
    diagnostics: {refreshSupport: true},
    inlayHint: {refreshSupport: true},
    codeLens: {refreshSupport: true},
  },
  window: {workDoneProgress: true},
  textDocument: {
    diagnostic: {dynamicRegistration: true, relatedInformation: true, codeDescriptionSupport: true},
    codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: []}}, isPreferredSupport: true},
    completion: {completionItem: {snippetSupport: true}},
    documentSymbol: {hierarchicalDocumentSymbolSupport: true},
    hover: {contentFormat: ['markdown', 'plaintext']},
  },
}

/** The same without pull diagnostics. */
export const PUSHED: ClientCapabilities = {
  ...ABLE,
  textDocument: {
    ...ABLE.textDocument,
    diagnostic: undefined,
    publishDiagnostics: {relatedInformation: true, codeDescriptionSupport: true},
  },
}

/** No editor is quicker than its person: tests need not wait. */
const NO_DELAYS = {language: 0, document: 0}

/** A server over in-memory streams and the editor in front of it. */
export class TestClient {
  readonly connection: MessageConnection
  readonly events = new EventEmitter()
  readonly log: string[] = []
  readonly registrations = new Map<string, unknown>()
  /** Answers to `workspace/configuration`, and how often it was asked. */
  settings: Record<string, unknown>
  configurationRequests = 0
  result!: InitializeResult
  private readonly texts = new Map<string, {version: number; text: string}>()
  private readonly streams: readonly PassThrough[]

  private constructor(options: ClientOptions) {
    this.settings = options.settings ?? {}
    const [toServer, toClient] = (this.streams = [new PassThrough(), new PassThrough()] as const)
    startServer(
      createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
      {
        files: filesOf(options.files ?? new Map()),
        rulePages: 'https://example.org/rules/',
        breathe: async () => {
          this.events.emit('breathe')
          await breathe()
        },
      },
    )
    this.connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer))
    this.answer()
    this.connection.listen()
  }

  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const client = new TestClient(options)
    const params: InitializeParams = {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? ABLE,
      workspaceFolders: (options.folders ?? [FOLDER]).map((uri) => ({uri, name: 'notes'})),
      initializationOptions: {delays: NO_DELAYS, ...options.options},
    }
    client.result = await client.connection.sendRequest('initialize', params)
    await client.connection.sendNotification('initialized', {})
    return client
  }

  /** Closes what is open: timers of the server would keep the process alive. */
  async stop(): Promise<void> {
    for (const uri of [...this.texts.keys()]) await this.close(uri)
    await this.connection.sendRequest('shutdown')
    this.connection.dispose()
    for (const stream of this.streams) stream.destroy()
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params)
  }

  ask<Method extends keyof ServerRequests>(
    method: Method,
    params: ServerRequests[Method]['params'],
  ): Promise<ServerRequests[Method]['result']> {
    return this.connection.sendRequest(method, params)
  }

  /** @returns the URI */
  async open(text: string, uri = `${FOLDER}/post-mortems/incident.md`, version = 1): Promise<string> {
    this.texts.set(uri, {version, text})
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: {uri, languageId: 'markdown', version, text},
    })
    return uri
  }

  async close(uri: string): Promise<void> {
    this.texts.delete(uri)
    await this.connection.sendNotification('textDocument/didClose', {textDocument: {uri}})
  }

  /** Replaces one stretch, as typing does. */
  async replace(uri: string, start: number, end: number, text: string): Promise<number> {
    const open = this.texts.get(uri)!
    const range = new Places(open.text).range({start, end})
    open.text = applyEdits(open.text, [{start, end, newText: text}])
    return this.change(uri, [{range, text}])
  }

  async change(uri: string, contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = ++this.texts.get(uri)!.version
    await this.connection.sendNotification('textDocument/didChange', {textDocument: {uri, version}, contentChanges})
    return version
  }

  text(uri: string): string {
    return this.texts.get(uri)!.text
  }

  places(uri: string): Places {
    return new Places(this.text(uri))
  }

  /** Asks for diagnostics as a pulling editor does. */
  async pull(uri: string, previousResultId?: string): Promise<{kind: string; resultId?: string; items: Diagnostic[]}> {
    return this.request('textDocument/diagnostic', {
      textDocument: {uri},
      ...(previousResultId ? {previousResultId} : {}),
    })
  }

  /** The next diagnostics that the server sends unasked for this file. */
  async pushed(
    uri: string,
    isWanted: (params: {version?: number; diagnostics: Diagnostic[]}) => boolean = () => true,
  ): Promise<Diagnostic[]> {
    for (;;) {
      const [params] = (await once(this.events, `diagnostics ${uri}`)) as [
        {version?: number; diagnostics: Diagnostic[]},
      ]
      if (isWanted(params)) return params.diagnostics
    }
  }

  /** Resolves at the server's next request or notification of this method. */
  async next(method: string): Promise<unknown> {
    const [params] = (await once(this.events, method)) as [unknown]
    return params
  }

  async changeSettings(settings: Record<string, unknown>): Promise<void> {
    this.settings = settings
    await this.connection.sendNotification('workspace/didChangeConfiguration', {settings: null})
  }

  private answer(): void {
    const {connection, events} = this
    connection.onNotification((method, params) => {
      if (method === 'window/logMessage') this.log.push((params as {message: string}).message)
      if (method === 'textDocument/publishDiagnostics')
        events.emit(`diagnostics ${(params as {uri: string}).uri}`, params)
      events.emit(method, params)
    })
    connection.onUnhandledProgress((params) => events.emit('$/progress', params))
    connection.onRequest((method, params) => {
      // After the answer is on its way.
      setImmediate(() => events.emit(method, params))
      const given = params as {
        items: unknown[]
        registrations: {id: string; method: string; registerOptions: unknown}[]
        unregisterations: {id: string; method: string}[]
      }
      switch (method) {
        case 'workspace/configuration':
          this.configurationRequests++
          return given.items.map(() => this.settings)
        case 'client/registerCapability':
          for (const one of given.registrations) this.registrations.set(one.method, one.registerOptions)
          return null
        case 'client/unregisterCapability':
          for (const one of given.unregisterations) this.registrations.delete(one.method)
          return null
        default:
          return null
      }
    })
  }
}

export type {WorkspaceDiagnosticReport}

function filesOf(contents: Map<string, string>): Files {
  return {
    read: (uri) => Promise.resolve(contents.get(uri)),
    find: (folder, pattern) =>
      Promise.resolve(
        [...contents.keys()].filter(
          (uri) =>
            uri.startsWith(folder) &&
            (pattern.includes('.postmortem/') ? uri.includes('/.postmortem/') : /\.(?:md|markdown)$/.test(uri)),
        ),
      ),
  }
}
