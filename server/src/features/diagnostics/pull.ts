import {
  type Disposable,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type DocumentUri,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import type {ServerContext} from '../../feature.ts'
import type {PartialResults} from '../../guard.ts'
import {type DiagnosticsFace, diagnosticsOf} from './report.ts'
import {Backlog, checkFiles} from './workspace.ts'

const {Full, Unchanged} = DocumentDiagnosticReportKind

/** For editors that ask. What they already have is answered with “unchanged”. */
export function pullDiagnostics(context: ServerContext): DiagnosticsFace {
  const {client, connection, documents, guard} = context
  /** Documents that were answered while someone typed, so that more is to come. */
  const unsettled = new Set<DocumentUri>()
  const backlog = new Backlog()
  const register = registration(context)
  const refresh = guard.task('workspace/diagnostic/refresh', () =>
    client.refresh.diagnostics ? connection.languages.diagnostics.refresh() : undefined,
  )

  connection.languages.diagnostics.on(
    guard.request(
      'textDocument/diagnostic',
      ({previousResultId}: DocumentDiagnosticParams): DocumentDiagnosticReport =>
        // After an error, what is shown stays.
        previousResultId === undefined ? {kind: Full, items: []} : {kind: Unchanged, resultId: previousResultId},
      async ({textDocument: {uri}, previousResultId}) => {
        // Without a way to say “ask again”, there is no second answer.
        const result = await documents.shown(uri, {evenWhileTyping: !client.refresh.diagnostics})
        if (!result) return {kind: Full, items: []}
        const {analysis, findings, isSettled} = result
        if (isSettled) unsettled.delete(uri)
        else unsettled.add(uri)
        const resultId = `${analysis.id}${isSettled ? '' : '+'}`
        return resultId === previousResultId
          ? {kind: Unchanged, resultId}
          : {kind: Full, resultId, items: diagnosticsOf(context, analysis, findings)}
      },
    ),
  )

  // The request stays open until there is something to say.
  connection.languages.diagnostics.onWorkspace(
    guard.request(
      'workspace/diagnostic',
      (): WorkspaceDiagnosticReport => ({items: []}),
      async (
        {previousResultIds}: WorkspaceDiagnosticParams,
        token,
        partial?: PartialResults<WorkspaceDiagnosticReportPartialResult>,
      ) => {
        const known = new Map(previousResultIds.map(({uri, value}) => [uri, value]))
        const rest: WorkspaceDocumentDiagnosticReport[] = []
        await backlog.whenFilled(token)
        const {left, byPerson} = await checkFiles(
          context,
          await backlog.take(context),
          token,
          ({uri, resultId, items}) => {
            if (known.get(uri) === resultId || (!known.has(uri) && items.length === 0)) return
            const report: WorkspaceDocumentDiagnosticReport = {
              kind: Full,
              uri,
              version: null,
              resultId,
              items: [...items],
            }
            if (partial) partial.report({items: [report]})
            else rest.push(report)
          },
        )
        if (!byPerson) backlog.add(left)
        return {items: rest}
      },
    ),
  )

  return {
    changed: () => undefined,
    quiet: (uri) => {
      if (unsettled.delete(uri)) refresh()
    },
    closed: (uri) => {
      unsettled.delete(uri)
      backlog.add([uri])
    },
    filesChanged: (uris) => backlog.add(uris),
    refresh: () => {
      register()
      backlog.addAll()
      refresh()
    },
    initialized: () => register(),
  }
}

/** Registers for diagnostics, with or without those of the whole workspace, as the setting has it at the time. */
function registration({client, connection, guard, settings}: ServerContext): () => void {
  let current: {readonly wholeWorkspace: boolean; readonly done: Promise<Disposable>} | undefined
  return guard.task('client/registerCapability', async () => {
    if (!client.diagnosticsRegistration) return
    const {
      editor: {lintWorkspace},
    } = await settings.of(undefined)
    if (current?.wholeWorkspace === lintWorkspace) return
    const before = current?.done
    const replace = async (): Promise<Disposable> => {
      ;(await before)?.dispose()
      return connection.client.register(DocumentDiagnosticRequest.type, {
        identifier: 'postmortem',
        documentSelector: null,
        interFileDependencies: false,
        workspaceDiagnostics: lintWorkspace,
      })
    }
    current = {wholeWorkspace: lintWorkspace, done: replace()}
    await current.done
  })
}
