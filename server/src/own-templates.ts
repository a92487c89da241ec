import type {Connection, DocumentUri} from 'vscode-languageserver'
import type {LintConfig} from '#core'
import {OWN_TEMPLATES} from '#core/templates/own-folder.ts'
import {readTemplate, type TemplateProblem} from '#core/templates/read-template.ts'
import type {Template} from '#core/templates/template.ts'
import {DIAGNOSTIC_SOURCE, Places} from './convert.ts'
import type {Files} from './environment.ts'
import {folderOf, joinUri, pathOf} from './uri.ts'

/** The templates of a team, from the workspace folder that a document belongs to. */
export class OwnTemplates {
  private readonly read = new Map<DocumentUri, Promise<readonly Template[]>>()
  private readonly reported = new Set<DocumentUri>()
  private readonly connection: Connection
  private readonly files: Files
  private readonly folders: () => readonly DocumentUri[]

  constructor(connection: Connection, files: Files, folders: () => readonly DocumentUri[]) {
    this.connection = connection
    this.files = files
    this.folders = folders
  }

  for(uri: DocumentUri | undefined, headings: LintConfig['headings']): Promise<readonly Template[]> {
    const folder = uri === undefined ? this.folders()[0] : folderOf(uri, this.folders())
    if (!folder) return Promise.resolve([])
    let templates = this.read.get(folder)
    if (!templates) this.read.set(folder, (templates = this.readIn(folder, headings)))
    return templates
  }

  isTemplate(uri: DocumentUri): boolean {
    return uri.includes(`/${OWN_TEMPLATES}/`)
  }

  /** To be called when files or settings have changed. */
  forget(): void {
    this.read.clear()
  }

  private async readIn(folder: DocumentUri, headings: LintConfig['headings']): Promise<readonly Template[]> {
    const uris = await this.files.find(joinUri(folder, OWN_TEMPLATES), '*.md')
    const templates = await Promise.all(
      uris.sort().map(async (uri) => {
        const text = (await this.files.read(uri)) ?? ''
        const {template, problems} = readTemplate(text, pathOf(uri), headings)
        this.report(uri, text, problems)
        return template ? [template] : []
      }),
    )
    return templates.flat()
  }

  private report(uri: DocumentUri, text: string, problems: readonly TemplateProblem[]): void {
    if (problems.length === 0 && !this.reported.delete(uri)) return
    if (problems.length) this.reported.add(uri)
    const places = new Places(text)
    void this.connection.sendDiagnostics({
      uri,
      diagnostics: problems.map(({message, span, fatal}) => ({
        range: places.range(span),
        severity: fatal ? 1 : 2,
        source: DIAGNOSTIC_SOURCE,
        code: 'template',
        message,
      })),
    })
  }
}
