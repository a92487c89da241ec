import type {
  CodeAction,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node'
import {applyEdits} from '#core/text/edit.ts'
import type {SnippetEdit} from '../../../server/src/protocol.ts'
import type {TestClient} from './client.ts'

/** The code actions at a place given by some words of the document; `only` filters by kind. */
export async function actionsAt(
  client: TestClient,
  uri: string,
  words: string,
  only?: string[],
): Promise<CodeAction[]> {
  const start = client.text(uri).indexOf(words)
  if (start < 0) throw new Error(`“${words}” does not stand in the document`)
  const range = client.places(uri).range({start, end: start})
  return (
    (await client.request<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: {uri},
      range,
      context: {diagnostics: [], ...(only ? {only} : {})},
    })) ?? []
  )
}

/** The document after an edit; tab stops are left as they are. */
export function applied(client: TestClient, uri: string, edit: WorkspaceEdit | undefined): string {
  const changes =
    (edit?.documentChanges as TextDocumentEdit[] | undefined)?.flatMap(({edits}) => edits) ?? edit?.changes?.[uri] ?? []
  return replaced(
    client,
    uri,
    changes.map((one) => ({range: one.range, snippet: isSnippet(one) ? one.snippet.value : (one as TextEdit).newText})),
  )
}

export function replaced(client: TestClient, uri: string, edits: readonly SnippetEdit[]): string {
  const places = client.places(uri)
  return applyEdits(
    client.text(uri),
    edits.map(({range, snippet}) => ({...places.span(range), newText: snippet})),
  )
}

const isSnippet = (edit: unknown): edit is SnippetTextEdit =>
  typeof edit === 'object' && edit !== null && 'snippet' in edit
