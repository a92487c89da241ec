import type {Connection, DocumentUri} from 'vscode-languageserver'
import type {LintConfig} from '#core'
import {type ConfigReading, readConfigFile} from '#core/lint/read-config.ts'
import {DIAGNOSTIC_SOURCE, Places} from './convert.ts'
import type {Files} from './environment.ts'
import {joinUri, parentOf, withSlash} from './uri.ts'

export const CONFIG_FILE = '.postmortemrc.yml'

/** The team's settings beside their documents. What cannot be understood is shown in the file itself. */
export class ConfigFiles {
  private readonly read = new Map<DocumentUri, Promise<ConfigReading | undefined>>()
  private readonly reported = new Set<DocumentUri>()
  private readonly listeners: (() => void)[] = []
  private readonly connection: Connection
  private readonly files: Files
  private readonly folders: () => readonly DocumentUri[]

  /** @param folders the workspace's folders, above which nothing is read */
  constructor(connection: Connection, files: Files, folders: () => readonly DocumentUri[]) {
    this.connection = connection
    this.files = files
    this.folders = folders
  }

  /** The settings of the nearest file at or above the document, up to its workspace folder. */
  async configFor(uri: DocumentUri): Promise<Partial<LintConfig>> {
    for (const folder of this.foldersAbove(uri)) {
      const reading = await this.readIn(folder)
      if (reading) return reading.config
    }
    return {}
  }

  /** To be called when a file of this name has changed on disk or in the editor. */
  changed(uri: DocumentUri): void {
    const folder = parentOf(uri)
    if (folder) this.read.delete(folder)
    for (const listener of this.listeners) listener()
  }

  onDidChange(listener: () => void): void {
    this.listeners.push(listener)
  }

  private foldersAbove(uri: DocumentUri): DocumentUri[] {
    const roots = this.folders().map(withSlash)
    const above: DocumentUri[] = []
    for (let at = parentOf(uri); at; at = parentOf(at)) {
      above.push(at)
      if (roots.includes(at)) return above
    }
    // Outside of the workspace only the document's own folder counts.
    return above.slice(0, 1)
  }

  private readIn(folder: DocumentUri): Promise<ConfigReading | undefined> {
    let reading = this.read.get(folder)
    if (!reading) this.read.set(folder, (reading = this.readNow(joinUri(folder, CONFIG_FILE))))
    return reading
  }

  private async readNow(uri: DocumentUri): Promise<ConfigReading | undefined> {
    const text = await this.files.read(uri)
    if (text === undefined) {
      this.report(uri, undefined, '')
      return undefined
    }
    const reading = readConfigFile(text)
    this.report(uri, reading, text)
    return reading
  }

  private report(uri: DocumentUri, reading: ConfigReading | undefined, text: string): void {
    const problems = reading?.problems ?? []
    if (problems.length === 0 && !this.reported.delete(uri)) return
    if (problems.length) this.reported.add(uri)
    const places = new Places(text)
    void this.connection.sendDiagnostics({
      uri,
      diagnostics: problems.map(({message, span = {start: 0, end: 0}}) => ({
        range: places.range(span),
        severity: 2,
        source: DIAGNOSTIC_SOURCE,
        code: 'configuration',
        message,
      })),
    })
  }
}
