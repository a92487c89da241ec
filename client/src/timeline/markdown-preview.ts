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
  const pictureBelow = (uri: vscode.Uri, line: number | undefined): string => {
    const document = openDocument(uri)
    if (!document) return ''
    const here = known.get(document.uri.toString())
    if (here?.version !== document.version) void learn(document)
    const heading = here?.view?.heading
    return heading && document.positionAt(heading.start).line === line ? here.html : ''
  }
  return {
    dispose: () => listeners.dispose(),
    // While it parses, the preview does not say which document it reads; while it renders, it does.
    extendMarkdownIt(md) {
      const {rules} = md.renderer
      const before = rules['heading_close']
      rules['heading_close'] = (tokens, index, options, env, self) => {
        const html = before ? before(tokens, index, options, env, self) : self.renderToken(tokens, index, options)
        const {currentDocument} = (env ?? {}) as {currentDocument?: vscode.Uri}
        return html + (currentDocument ? pictureBelow(currentDocument, tokens[index - 2]?.map?.[0]) : '')
      }
      return md
    },
  }
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())
  return document && vscode.languages.match(DOCUMENT_SELECTOR, document) ? document : undefined
}
