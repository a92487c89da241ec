import type {TextDocumentEdit, TextEdit, WorkspaceEdit} from 'vscode-languageserver'
import type {Analysis} from '../analysis.ts'
import type {ServerContext} from '../feature.ts'

/** With the version where the client takes it, so that an edit never lands in a newer text. */
export function workspaceEdit(
  {uri, version}: Analysis,
  edits: TextDocumentEdit['edits'],
  {client}: ServerContext,
): WorkspaceEdit {
  return client.documentChanges
    ? {documentChanges: [{textDocument: {uri, version}, edits}]}
    : {changes: {[uri]: edits as TextEdit[]}}
}
