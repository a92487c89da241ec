import type {MarkdownIt} from 'markdown-it'
import * as vscode from 'vscode'
import type {TimelineView} from '#core/export/timeline-view.ts'
import {DOCUMENT_SELECTOR, type Server} from '../language-client.ts'
import {timelineHtml} from './timeline-html.ts'

/** What VS Code's Markdown preview asks extensions for. */
export interface MarkdownPreviewApi {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt
}

interface Known {
  readonly version: number
  /** `null`: the file is no post-mortem, or its timeline has nothing to draw. */
  readonly view: TimelineView | null
  readonly html: string
}

/**
 * Puts the picture under the heading of the timeline in VS Code's own Markdown preview. The preview renders at once and
 * the server answers later; so what is known is drawn, and the preview is refreshed when there is something new.
 */
export function createMarkdownPreview(server: Server): MarkdownPreviewApi & vscode.Disposable {
  const known = new Map<string, Known>()
  const asked = new Set<string>()
  const learn = async (document: vscode.TextDocument): Promise<void> => {
    const uri = document.uri.toString()
    if (asked.has(uri)) return
    asked.add(uri)
    try {
      const result = await server.request('postmortem/timelineView', {textDocument: {uri}})
      const view = result?.view.state === 'ready' ? result.view : null
      const html = view ? timelineHtml(view) : ''
      const isNew = (known.get(uri)?.html ?? '') !== html
      known.set(uri, {version: result?.version ?? document.version, view, html})
      if (isNew) await vscode.commands.executeCommand('markdown.preview.refresh')
    } catch (error) {
      server.log.error(error instanceof Error ? error : String(error))
    } finally {
      asked.delete(uri)
      // The document went on while the server was reading.
      if (!document.isClosed && known.has(uri) && known.get(uri)!.version < document.version) void learn(document)
    }
  }
  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({document}) => {
      if (known.has(document.uri.toString())) void learn(document)
    }),
    vscode.workspace.onDidCloseTextDocument(({uri}) => known.delete(uri.toString())),
  )
  return {
    dispose: () => listeners.dispose(),
    extendMarkdownIt: (md) =>
      md.use((plugin) => {
        plugin.core.ruler.push('postmortem-timeline', (state) => {
          const {currentDocument} = (state.env ?? {}) as {currentDocument?: vscode.Uri}
          const document = currentDocument && openDocument(currentDocument)
          if (!document) return
          const here = known.get(document.uri.toString())
          if (here?.version !== document.version) void learn(document)
          if (!here?.view?.heading) return
          const line = document.positionAt(here.view.heading.start).line
          const heading = state.tokens.findIndex(({type, map}) => type === 'heading_open' && map?.[0] === line)
          const end =
            heading < 0 ? -1 : state.tokens.findIndex(({type}, index) => index > heading && type === 'heading_close')
          if (end < 0) return
          const token = new state.Token('html_block', '', 0)
          token.content = here.html
          state.tokens.splice(end + 1, 0, token)
        })
      }),
  }
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())
  return document && vscode.languages.match(DOCUMENT_SELECTOR, document) ? document : undefined
}
