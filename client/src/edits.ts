import * as vscode from 'vscode'
import type {SnippetEdit} from '../../server/src/protocol.ts'

/** Applies edits with tab stops and leaves the cursor in the first of them. */
export async function applySnippets(editor: vscode.TextEditor, edits: readonly SnippetEdit[]): Promise<void> {
  const [first] = edits
  if (!first) return
  // A single snippet need not wait for a workspace edit, and keeps the undo stop that typing has.
  if (edits.length === 1) {
    await editor.insertSnippet(new vscode.SnippetString(first.snippet), toRange(first.range))
    return
  }
  const all = new vscode.WorkspaceEdit()
  all.set(
    editor.document.uri,
    edits.map(({range, snippet}) => new vscode.SnippetTextEdit(toRange(range), new vscode.SnippetString(snippet))),
  )
  await vscode.workspace.applyEdit(all)
}

export const toRange = ({start, end}: SnippetEdit['range']): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character)
