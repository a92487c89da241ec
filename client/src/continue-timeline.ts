import * as vscode from 'vscode'

const KEY = 'postmortem.atTimelineEntry'

/** A list item, a table row or a line that starts with a time, as far as a glance tells; the server decides. */
const ENTRY =
  /^\s*(?:(?:[-*+]|\d+[.)])\s+|\|\s*)?(?:\[[ x]\]\s*)?[*_`~[(]*(?:\d{4}-\d\d-\d\d[T ]+)?~?\d{1,2}[:.]\d{2}\b/

/** Tells the key binding of Enter when the cursor stands at the end of what looks like a timeline entry. */
export function watchTimelineEntries(): vscode.Disposable {
  let known = false
  const update = (editor: vscode.TextEditor | undefined): void => {
    const at = isAtEntry(editor)
    if (at === known) return
    known = at
    void vscode.commands.executeCommand('setContext', KEY, at)
  }
  update(vscode.window.activeTextEditor)
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeTextEditorSelection(({textEditor}) => {
      if (textEditor === vscode.window.activeTextEditor) update(textEditor)
    }),
  )
}

function isAtEntry(editor: vscode.TextEditor | undefined): boolean {
  if (editor?.document.languageId !== 'markdown' || editor.selections.length !== 1 || !editor.selection.isEmpty)
    return false
  if (!vscode.workspace.getConfiguration('postmortem', editor.document).get('continueTimeline', true)) return false
  const {active} = editor.selection
  const {text} = editor.document.lineAt(active.line)
  return text.slice(active.character).trim() === '' && ENTRY.test(text)
}
