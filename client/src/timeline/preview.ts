import * as vscode from 'vscode'
import type {TimelineView} from '#core/export/timeline-view.ts'
import {DOCUMENT_SELECTOR, type Server} from '../language-client.ts'
import {eventAt} from './event-at.ts'
import type {Absence, FromWebview, PageCommand, PageState, ToWebview} from './messages.ts'
import {pageHtml} from './page.ts'

const VIEW_TYPE = 'postmortem.timeline'

/** The timeline beside the editor. There is one; it follows the editor from post-mortem to post-mortem. */
export interface TimelinePreview extends vscode.Disposable {
  open(document: vscode.TextDocument): void
  /** What the preview shows; undefined where there is no preview. */
  readonly document: vscode.TextDocument | undefined
  /** The picture as PNG; undefined where it could not be drawn. Opens the preview, as only a page can draw. */
  rasterize(document: vscode.TextDocument, svg: string): Promise<Uint8Array | undefined>
}

export function createTimelinePreview({extensionUri}: vscode.ExtensionContext, server: Server): TimelinePreview {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview')
  const media = (file: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', file)
  let shown: Panel | undefined
  const adopt = (panel: vscode.WebviewPanel, document?: vscode.TextDocument): Panel => {
    panel.webview.options = {enableScripts: true, localResourceRoots: [folder]}
    panel.iconPath = {light: media('timeline-light.svg'), dark: media('timeline-dark.svg')}
    shown?.panel.dispose()
    const current = connect(panel, server, document)
    shown = current
    panel.onDidDispose(() => {
      current.dispose()
      if (shown === current) shown = undefined
    })
    panel.webview.html = pageHtml(panel.webview, folder)
    return current
  }
  const open = (document: vscode.TextDocument): Panel => {
    if (!shown) {
      const where = {viewColumn: vscode.ViewColumn.Beside, preserveFocus: true}
      return adopt(vscode.window.createWebviewPanel(VIEW_TYPE, 'Timeline', where, {}), document)
    }
    shown.panel.reveal(undefined, true)
    shown.follow(document)
    return shown
  }
  const listeners = vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      // The page itself says what it showed: its state is only an address.
      deserializeWebviewPanel: async (panel, state: PageState | undefined) =>
        void adopt(panel, await documentOf(state?.uri)),
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isMarkdown(editor.document)) shown?.follow(editor.document)
    }),
    vscode.workspace.onDidChangeTextDocument(({document}) => {
      if (document === shown?.document) shown.refresh()
    }),
    vscode.window.onDidChangeTextEditorSelection(({textEditor}) => {
      if (textEditor.document === shown?.document) shown.cursor(textEditor)
    }),
    // Settings change what the server says of a document that has not changed.
    server.onNotification('postmortem/statusChanged', ({uri}) => {
      if (uri === shown?.document?.uri.toString()) shown.refresh()
    }),
  )
  return {
    open,
    get document() {
      return shown?.document
    },
    rasterize: (document, svg) => (shown ?? open(document)).rasterize(svg),
    dispose: () => {
      listeners.dispose()
      shown?.panel.dispose()
    },
  }
}

const isMarkdown = (document: vscode.TextDocument): boolean => vscode.languages.match(DOCUMENT_SELECTOR, document) > 0

async function documentOf(uri: string | undefined): Promise<vscode.TextDocument | undefined> {
  try {
    return uri ? await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)) : undefined
  } catch {
    // Moved or deleted since: the page says what to do.
    return undefined
  }
}

interface Panel extends vscode.Disposable {
  readonly panel: vscode.WebviewPanel
  readonly document: vscode.TextDocument | undefined
  follow(document: vscode.TextDocument): void
  refresh(): void
  cursor(editor: vscode.TextEditor): void
  rasterize(svg: string): Promise<Uint8Array | undefined>
}

/** Joins a panel to the server. The page holds nothing that is not sent to it again when it asks. */
function connect(panel: vscode.WebviewPanel, server: Server, first: vscode.TextDocument | undefined): Panel {
  let document = first
  let view: TimelineView | undefined
  let sent: number | undefined
  let [isReady, isAsking, isStale] = [false, false, false]
  const pictures: ((png: Uint8Array | undefined) => void)[] = []
  const whenReady: (() => void)[] = []
  const post = (message: ToWebview): void => void panel.webview.postMessage(message)

  /** One question at a time: whoever types on gets an answer as often as the server can give one. */
  const refresh = async (): Promise<void> => {
    if (!isReady) return
    if (isAsking) return void (isStale = true)
    isAsking = true
    do {
      isStale = false
      const about = document
      const answer = await ask(about)
      if (about !== document) isStale = true
      else if (!isStale || 'view' in answer) show(about, answer)
    } while (isStale)
    isAsking = false
  }
  const ask = async (about: vscode.TextDocument | undefined): Promise<{view: TimelineView} | {because: Absence}> => {
    if (!about || about.isClosed) return {because: 'no-document'}
    try {
      const result = await server.request('postmortem/timelineView', {textDocument: {uri: about.uri.toString()}})
      return result ? {view: result.view} : {because: 'no-postmortem'}
    } catch (error) {
      server.log.error(error instanceof Error ? error : String(error))
      return {because: 'failed'}
    }
  }
  const show = (about: vscode.TextDocument | undefined, answer: {view: TimelineView} | {because: Absence}): void => {
    const uri = about?.uri.toString()
    panel.title = about ? `Timeline ${nameOf(about.uri)}` : 'Timeline'
    view = 'view' in answer ? answer.view : undefined
    if ('because' in answer) return post({type: 'absent', because: answer.because, ...(uri ? {uri} : {})})
    post({type: 'show', uri: uri!, view: answer.view})
    sent = undefined
    const editor = vscode.window.visibleTextEditors.find((one) => one.document === about)
    if (editor) cursor(editor)
  }
  const cursor = (editor: vscode.TextEditor): void => {
    if (!view) return
    const event = eventAt(view, editor.document.offsetAt(editor.selection.active))
    if (event === sent) return
    sent = event
    post({type: 'cursor', ...(event === undefined ? {} : {event})})
  }
  const handle = async (message: FromWebview): Promise<void> => {
    switch (message.type) {
      case 'ready':
        isReady = true
        document ??= await documentOf(message.uri)
        void refresh()
        whenReady.splice(0).forEach((run) => run())
        return
      case 'reveal':
        if (document) await reveal(document, message.start, message.end, message.focus)
        return
      case 'ask':
        if (document) await insertQuestion(server, document, message.at, message.question)
        return
      case 'run':
        return run(message.command, document, refresh)
      case 'png':
        pictures.shift()?.(message.data === undefined ? undefined : fromBase64(message.data))
    }
  }
  const listener = panel.webview.onDidReceiveMessage((message: FromWebview) => void handle(message))
  return {
    panel,
    cursor,
    refresh: () => void refresh(),
    get document() {
      return document
    },
    follow(next) {
      if (next === document) return
      document = next
      void refresh()
    },
    rasterize: (svg) =>
      new Promise((resolve) => {
        pictures.push(resolve)
        const send = (): void => post({type: 'rasterize', svg})
        if (isReady) send()
        else whenReady.push(send)
      }),
    dispose() {
      listener.dispose()
      for (const resolve of pictures) resolve(undefined)
    },
  }
}

const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1)

async function reveal(document: vscode.TextDocument, start: number, end: number, focus: boolean): Promise<void> {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end))
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document)
  // Showing an editor that is there already could take the keyboard from the page for a moment, and keys would get lost.
  const editor =
    visible && !focus
      ? visible
      : await vscode.window.showTextDocument(document, {
          viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One,
          preserveFocus: !focus,
        })
  // The cursor at the start, nothing selected: the next key must not replace an entry.
  editor.selection = new vscode.Selection(range.start, range.start)
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

async function insertQuestion(
  server: Server,
  document: vscode.TextDocument,
  at: number,
  question: string,
): Promise<void> {
  const {line, character} = document.positionAt(at)
  const found = await server.request('postmortem/insertQuestion', {
    textDocument: {uri: document.uri.toString()},
    position: {line, character},
    question,
  })
  if (!found) return
  const {range, snippet} = found
  const edit = new vscode.WorkspaceEdit()
  const {start, end} = range
  edit.set(document.uri, [
    new vscode.SnippetTextEdit(
      new vscode.Range(start.line, start.character, end.line, end.character),
      new vscode.SnippetString(snippet),
    ),
  ])
  await vscode.workspace.applyEdit(edit)
}

async function run(
  command: PageCommand,
  document: vscode.TextDocument | undefined,
  retry: () => Promise<void>,
): Promise<void> {
  switch (command) {
    case 'export':
      return vscode.commands.executeCommand('postmortem.exportTimeline')
    case 'insert-event':
      if (document)
        await vscode.window.showTextDocument(document, {
          viewColumn:
            vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn ??
            vscode.ViewColumn.One,
        })
      return vscode.commands.executeCommand('postmortem.insertEventNow')
    case 'show-log':
      return vscode.commands.executeCommand('postmortem.showLog')
    case 'retry':
      return retry()
  }
}

function fromBase64(data: string): Uint8Array {
  return Uint8Array.from(atob(data), (char) => char.charCodeAt(0))
}
