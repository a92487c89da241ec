import * as vscode from 'vscode'
import {eventTime} from './event-time.ts'
import {DOCUMENT_SELECTOR, type Server} from './language-client.ts'

/** The paste interface of VS Code from 1.97 on, as far as it is used here; the oldest supported editors have a draft of it. */
interface PasteApi {
  registerDocumentPasteEditProvider?(
    selector: vscode.DocumentSelector,
    provider: unknown,
    metadata: unknown,
  ): vscode.Disposable
}

interface PasteClasses {
  DocumentPasteEdit?: new (insertText: string, title: string, kind: unknown) => object
  DocumentDropOrPasteEditKind?: {readonly Text?: {append(...parts: string[]): unknown}}
}

/** Offers pasted chat, logs and the like as timeline entries. Plain text stays in the menu beside the pasted text. */
export function registerPaste(server: Server): vscode.Disposable {
  const {registerDocumentPasteEditProvider} = vscode.languages as PasteApi
  const {DocumentPasteEdit, DocumentDropOrPasteEditKind} = vscode as unknown as PasteClasses
  const kind = DocumentDropOrPasteEditKind?.Text?.append('postmortem', 'timeline')
  if (!registerDocumentPasteEditProvider || !DocumentPasteEdit || !kind) return new vscode.Disposable(() => undefined)
  const provider = {
    async provideDocumentPasteEdits(
      document: vscode.TextDocument,
      ranges: readonly vscode.Range[],
      data: vscode.DataTransfer,
    ): Promise<object[] | undefined> {
      if (
        !vscode.workspace.getConfiguration('postmortem', document).get('pasteAsTimeline', true) ||
        ranges.length !== 1
      )
        return undefined
      const text = await data.get('text/plain')?.asString()
      // A single word is no timeline; most pastes end here without a request.
      if (!text || !text.includes('\n')) return undefined
      const {line, character} = ranges[0]!.start
      const converted = await server.request('postmortem/convertPaste', {
        textDocument: {uri: document.uri.toString()},
        position: {line, character},
        text,
        at: eventTime(),
        onlyInTimeline: true,
      })
      return converted
        ? [new DocumentPasteEdit(converted.text, `Paste as timeline (${converted.format})`, kind)]
        : undefined
    },
  }
  return registerDocumentPasteEditProvider.call(vscode.languages, DOCUMENT_SELECTOR, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/plain'],
  })
}
