import type {DocumentUri} from 'vscode-languageserver'
import type {ServerContext} from '../../feature.ts'
import {type DiagnosticsFace, diagnosticsOf} from './report.ts'
import {backgroundCheck} from './workspace.ts'

const DELAY = 150

/** For editors that wait to be told. A version that is no longer current is not worth sending. */
export function pushDiagnostics(context: ServerContext): DiagnosticsFace {
  const {client, connection, documents, guard} = context
  const delay = client.options.delays?.language ?? DELAY
  const timers = new Map<DocumentUri, ReturnType<typeof setTimeout>>()
  const workspace = backgroundCheck(context, ({uri, items}) =>
    connection.sendDiagnostics({uri, diagnostics: [...items]}),
  )

  const publish = guard.event('publishDiagnostics', async (uri: DocumentUri) => {
    const result = await documents.shown(uri)
    if (!result || documents.version(uri) !== result.analysis.version) return
    await connection.sendDiagnostics({
      uri,
      version: result.analysis.version,
      diagnostics: diagnosticsOf(context, result.analysis, result.findings),
    })
  })
  const schedule = (uri: DocumentUri, after: number): void => {
    clearTimeout(timers.get(uri))
    // A timer of no time takes a millisecond or two.
    if (after === 0) {
      timers.delete(uri)
      publish(uri)
      return
    }
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri)
        publish(uri)
      }, after),
    )
  }
  return {
    // What was just opened need not wait.
    changed: (uri) => schedule(uri, documents.isQuiet(uri) ? 0 : delay),
    quiet: (uri) => schedule(uri, 0),
    closed(uri) {
      clearTimeout(timers.get(uri))
      timers.delete(uri)
      void connection.sendDiagnostics({uri, diagnostics: []})
      workspace.add([uri])
    },
    filesChanged: (uris) => workspace.add(uris),
    refresh() {
      for (const uri of documents.uris()) schedule(uri, 0)
      workspace.settingsChanged()
    },
    initialized: () => workspace.settingsChanged(),
  }
}
