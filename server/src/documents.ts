import {type Connection, type DocumentUri, TextDocuments} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {ChunkMemo, type Finding} from '#core'
import {parseAhead} from '#core/markdown/chunks.ts'
import {Analysis, carryOver, type Pace} from './analysis.ts'
import {Cancelled, describeError} from './guard.ts'
import type {Settings, SettingsStore} from './settings.ts'
import {folderOf, recognitionPath} from './uri.ts'

/** What is known of an open document. All of it could be computed again. */
interface OpenDocument {
  readonly document: TextDocument
  /** Lives as long as the document is open. */
  readonly memo: ChunkMemo
  readonly openedVersion: number
  current?: {readonly version: number; readonly settings: Settings; readonly analysis: Promise<Analysis>}
  /** Whole-document findings of the last version that they were computed for. */
  settled?: {readonly text: string; readonly findings: readonly Finding[]}
  quietTimer?: ReturnType<typeof setTimeout>
}

export interface DocumentsOptions {
  readonly connection: Connection
  readonly settings: SettingsStore
  readonly folders: () => readonly DocumentUri[]
  readonly breathe: () => Promise<void>
  /** Milliseconds without a change after which whole-document rules run again. */
  readonly quietAfter: number
}

/** Work that takes longer than this lets other messages through. */
const SLICE = 12

/** The version of a text that is not open. */
const CLOSED = -1

/** The open documents and what has been computed for their current versions. */
export class Documents {
  private readonly synced = new TextDocuments(TextDocument)
  private readonly open = new Map<DocumentUri, OpenDocument>()
  private readonly options: DocumentsOptions
  private readonly failedRules = new Set<string>()
  private readonly onOpened: ((uri: DocumentUri) => void)[] = []
  private readonly onChanged: ((uri: DocumentUri) => void)[] = []
  private readonly onQuieted: ((uri: DocumentUri) => void)[] = []
  private readonly onClosed: ((uri: DocumentUri) => void)[] = []

  constructor(options: DocumentsOptions) {
    this.options = options
    this.synced.onDidOpen(({document}) => {
      this.open.set(document.uri, {document, memo: new ChunkMemo(), openedVersion: document.version})
      for (const listener of this.onOpened) listener(document.uri)
    })
    this.synced.onDidChangeContent(({document}) => this.changed(document))
    this.synced.onDidClose(({document: {uri}}) => {
      clearTimeout(this.open.get(uri)?.quietTimer)
      this.open.delete(uri)
      this.options.settings.forget(uri)
      for (const listener of this.onClosed) listener(uri)
    })
  }

  listen(): void {
    this.synced.listen(this.options.connection)
  }

  onDidOpen(listener: (uri: DocumentUri) => void): void {
    this.onOpened.push(listener)
  }

  onDidChange(listener: (uri: DocumentUri) => void): void {
    this.onChanged.push(listener)
  }

  /** Told when a changed document has not changed any more for a while. */
  onDidBecomeQuiet(listener: (uri: DocumentUri) => void): void {
    this.onQuieted.push(listener)
  }

  onDidClose(listener: (uri: DocumentUri) => void): void {
    this.onClosed.push(listener)
  }

  uris(): DocumentUri[] {
    return [...this.open.keys()]
  }

  isOpen(uri: DocumentUri): boolean {
    return this.open.has(uri)
  }

  version(uri: DocumentUri): number | undefined {
    return this.open.get(uri)?.document.version
  }

  /** Whether nobody has typed in the document for a while. */
  isQuiet(uri: DocumentUri): boolean {
    return this.open.get(uri)?.quietTimer === undefined
  }

  get isAnyoneTyping(): boolean {
    return [...this.open.values()].some(({quietTimer}) => quietTimer !== undefined)
  }

  /**
   * The current version, read. Undefined for a document that is not open.
   * @throws Cancelled if the document changes before it is read
   */
  async get(uri: DocumentUri): Promise<Analysis | undefined> {
    const open = this.open.get(uri)
    if (!open) return undefined
    const settings = await this.options.settings.of(uri)
    const {version} = open.document
    if (open.current?.version === version && open.current.settings === settings) return open.current.analysis
    const current = {version, settings, analysis: this.read(open, settings)}
    open.current = current
    current.analysis.catch(() => {
      if (open.current === current) open.current = undefined
    })
    return current.analysis
  }

  /** The current version of a document that is a post-mortem. */
  async postmortem(uri: DocumentUri): Promise<Analysis | undefined> {
    const analysis = await this.get(uri)
    return analysis?.isPostmortem ? analysis : undefined
  }

  /**
   * What there is to show now. While someone types, whole-document findings are those of an earlier version at their
   * new places: a half-written line is no news.
   *
   * @param evenWhileTyping run whole-document rules in any case
   */
  async shown(
    uri: DocumentUri,
    {evenWhileTyping = false} = {},
  ): Promise<
    {readonly analysis: Analysis; readonly findings: readonly Finding[]; readonly isSettled: boolean} | undefined
  > {
    const analysis = await this.get(uri)
    const open = this.open.get(uri)
    if (!analysis || !open) return undefined
    const pace = this.paceOf(analysis)
    if (evenWhileTyping || this.isQuiet(uri) || !open.settled) {
      const findings = await analysis.findings(pace)
      if (analysis.isPostmortem) open.settled = {text: analysis.text, findings: await analysis.documentFindings(pace)}
      return {analysis, findings, isSettled: true}
    }
    const {text, findings} = open.settled
    return {
      analysis,
      findings: await analysis.findingsWith(carryOver(findings, text, analysis.text), pace),
      isSettled: false,
    }
  }

  /** All findings of a version, new or known. */
  findingsOf(analysis: Analysis): Promise<readonly Finding[]> {
    return analysis.findings(this.paceOf(analysis))
  }

  /** To be called when settings have changed: older findings say nothing any more. */
  forgetFindings(): void {
    for (const open of this.open.values()) open.settled = undefined
  }

  /** Reads a text that is not open. */
  async readClosed(uri: DocumentUri, text: string): Promise<Analysis> {
    return this.analyse(
      uri,
      CLOSED,
      text,
      new ChunkMemo(),
      await this.options.settings.ofClosed(uri, folderOf(uri, this.options.folders())),
    )
  }

  private changed(document: TextDocument): void {
    const open = this.open.get(document.uri)
    // The first “change” tells of the opening.
    if (!open || document.version === open.openedVersion) return
    clearTimeout(open.quietTimer)
    open.quietTimer = setTimeout(() => {
      open.quietTimer = undefined
      for (const listener of this.onQuieted) listener(document.uri)
    }, this.options.quietAfter)
    for (const listener of this.onChanged) listener(document.uri)
  }

  private async read(open: OpenDocument, settings: Settings): Promise<Analysis> {
    const {uri, version} = open.document
    const text = open.document.getText()
    const pace = this.pace(() => this.version(uri) !== version)
    for (const _ of parseAhead(text, open.memo)) await pace()
    return this.analyse(uri, version, text, open.memo, settings)
  }

  private paceOf({uri, version}: Analysis): Pace {
    // A file that is not open has no versions to be overtaken by.
    return this.pace(() => version !== CLOSED && this.version(uri) !== version)
  }

  private pace(isStale: () => boolean): Pace {
    let sliceEnd = performance.now() + SLICE
    return () => {
      if (performance.now() < sliceEnd) return undefined
      return this.options.breathe().then(() => {
        if (isStale()) throw new Cancelled()
        sliceEnd = performance.now() + SLICE
      })
    }
  }

  private analyse(uri: DocumentUri, version: number, text: string, memo: ChunkMemo, settings: Settings): Analysis {
    const path = recognitionPath(uri, this.options.folders())
    return new Analysis({
      uri,
      version,
      text,
      path,
      settings,
      memo,
      onFailure: (rule, error) => this.report(rule, error),
    })
  }

  /** A rule that breaks is told of once; it would break again on every key. */
  private report(rule: string, error: unknown): void {
    if (this.failedRules.has(rule)) return
    this.failedRules.add(rule)
    this.options.connection.console.error(`Rule ${rule} reports nothing: ${describeError(error)}`)
  }
}
