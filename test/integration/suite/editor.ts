import assert from 'node:assert/strict'
import * as vscode from 'vscode'

const PATIENCE = 15_000

/** The folder that is open; the launcher has made it as a copy, so tests may write. */
export const workspace = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri

/** Waits until `read` gives something, asked again at each `event`. `what` says what is waited for, at the end if need be. */
export function until<T>(
  event: vscode.Event<unknown>,
  read: () => T | undefined,
  what: string | (() => string),
): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = (): void => {
      const value = read()
      if (value === undefined) return
      clearTimeout(limit)
      listener.dispose()
      resolve(value)
    }
    const limit = setTimeout(() => {
      listener.dispose()
      reject(new Error(`${typeof what === 'string' ? what : what()} did not happen within ${PATIENCE / 1000} s.`))
    }, PATIENCE)
    const listener = event(check)
    check()
  })
}

/** Shows a file of the workspace. With `text`, the file is written first. */
export async function open(file: string, text?: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(workspace(), file)
  if (text !== undefined) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text))
  const document = await vscode.workspace.openTextDocument(uri)
  await vscode.window.showTextDocument(document)
  return document
}

/** Our diagnostics of a document, once they are as `expected` says. */
export function diagnostics(
  document: vscode.TextDocument,
  expected: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
  what: string,
): Promise<vscode.Diagnostic[]> {
  return until(
    vscode.languages.onDidChangeDiagnostics,
    () => {
      const own = ownDiagnostics(document)
      return expected(own) ? own : undefined
    },
    () =>
      `${what} in ${vscode.workspace.asRelativePath(document.uri)} (it has: ${ruleIds(ownDiagnostics(document)).join(', ') || 'nothing'})`,
  )
}

let beacons = 0

/**
 * Resolves when the server has dealt with what was opened before: it has then dealt with a file opened after it.
 * The only way to wait for silence without sleeping.
 */
export async function settled(document: vscode.TextDocument): Promise<void> {
  const beacon = await open(`postmortems/beacon-${++beacons}.md`, '# Queue\n\n## Summary\n\nTBD\n')
  await diagnostics(beacon, hasRule('placeholder-text'), 'the placeholder')
  await vscode.window.showTextDocument(document)
}

export const ownDiagnostics = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({source}) => source === 'postmortem')

export function ruleIds(diagnostics: readonly vscode.Diagnostic[]): string[] {
  return diagnostics.map(({code}) => String(typeof code === 'object' ? code.value : code))
}

export const hasRule = (id: string) => (diagnostics: readonly vscode.Diagnostic[]) => ruleIds(diagnostics).includes(id)

/** The code actions that the editor offers at a range, our own and complete with their edits. */
export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: string,
): Promise<vscode.CodeAction[]> {
  const resolveAll = 100
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind, resolveAll)
}

/** Does what choosing the action in the menu does. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), `the edit of “${action.title}” applies`)
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []))
}

/** Changes a setting of the workspace for the time of `work`. */
export async function withSetting(name: string, value: unknown, work: () => Promise<void>): Promise<void> {
  const update = (to: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration().update(name, to, vscode.ConfigurationTarget.Workspace)
  await update(value)
  try {
    await work()
  } finally {
    await update(undefined)
  }
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
}
