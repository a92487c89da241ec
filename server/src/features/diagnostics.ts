import type {Feature} from '../feature.ts'
import {pullDiagnostics} from './diagnostics/pull.ts'
import {pushDiagnostics} from './diagnostics/push.ts'

export const diagnostics: Feature = {
  // Where registration is possible, it waits for the setting that says whether the workspace is checked too.
  capabilities: (client) =>
    client.pullDiagnostics && !client.diagnosticsRegistration
      ? {diagnosticProvider: {identifier: 'postmortem', interFileDependencies: false, workspaceDiagnostics: false}}
      : {},
  register(context) {
    const {client, documents, settings, watchedFiles} = context
    const face = client.pullDiagnostics ? pullDiagnostics(context) : pushDiagnostics(context)
    documents.onDidOpen((uri) => face.changed(uri))
    documents.onDidChange((uri) => face.changed(uri))
    documents.onDidBecomeQuiet((uri) => face.quiet(uri))
    documents.onDidClose((uri) => face.closed(uri))
    watchedFiles.onDidChange((uris) => {
      const documents = uris.filter((uri) => /\.(?:md|markdown)$/i.test(uri))
      if (documents.length) face.filesChanged(documents)
    })
    settings.onDidChange(() => {
      documents.forgetFindings()
      face.refresh()
    })
    return () => face.initialized()
  },
}
