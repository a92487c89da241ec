import * as vscode from 'vscode'
import type {BaseLanguageClient} from 'vscode-languageclient'
import type {ClientRequests} from '../../server/src/protocol.ts'

/** Lets the server read files where it has no disk: in the browser and in virtual workspaces. */
export function answerFileRequests(client: BaseLanguageClient): void {
  answer(client, 'postmortem/readFile', async ({uri}) => {
    try {
      return {text: new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)))}
    } catch {
      return null
    }
  })
  answer(client, 'postmortem/findFiles', async ({folder, pattern}) => {
    const files = await vscode.workspace.findFiles(new vscode.RelativePattern(vscode.Uri.parse(folder), pattern))
    return files.map((uri) => uri.toString())
  })
}

function answer<Method extends keyof ClientRequests>(
  client: BaseLanguageClient,
  method: Method,
  handle: (params: ClientRequests[Method]['params']) => Promise<ClientRequests[Method]['result']>,
): void {
  client.onRequest(method, handle)
}
