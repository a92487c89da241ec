import {
  CancellationTokenSource,
  type CancellationToken,
  type Diagnostic,
  type DocumentUri,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver'
import type {ServerContext} from '../../feature.ts'
import {diagnosticsOf} from './report.ts'

export const MARKDOWN_FILES = '**/*.{md,markdown}'

/** Diagnostics of a file that is not open. */
export interface FileReport {
  readonly uri: DocumentUri
  /** The same for the same text under the same settings. */
  readonly resultId: string
  readonly items: readonly Diagnostic[]
}

/** What a check of closed files still has to look at. */
export class Backlog {
  private files = new Set<DocumentUri>()
  private isEverything = true
  private wake: (() => void) | undefined

  get isEmpty(): boolean {
    return !this.isEverything && this.files.size === 0
  }

  addAll(): void {
    this.isEverything = true
    this.wake?.()
  }

  add(uris: readonly DocumentUri[]): void {
    for (const uri of uris) this.files.add(uri)
    if (uris.length) this.wake?.()
  }

  /** Everything that waits, the files of the workspace included where all of them do. */
  async take(context: ServerContext): Promise<DocumentUri[]> {
    const named = [...this.files]
    const everything = this.isEverything
    this.files = new Set()
    this.isEverything = false
    if (!everything) return named
    const found = await Promise.all(context.folders().map((folder) => context.files.find(folder, MARKDOWN_FILES)))
    return [...new Set([...named, ...found.flat()])].sort()
  }

  /** Resolves when there is something to do, or when the token is cancelled. */
  whenFilled(token: CancellationToken): Promise<void> {
    if (!this.isEmpty || token.isCancellationRequested) return Promise.resolve()
    return new Promise((resolve) => {
      const registration = token.onCancellationRequested(() => this.wake?.())
      this.wake = () => {
        this.wake = undefined
        registration.dispose()
        resolve()
      }
    })
  }
}

const SHOW_PROGRESS_FROM = 20

/**
 * Checks closed files one by one, typing first. Files that are open belong to their editors.
 *
 * @returns the files that were not reached, as the token or the person stopped the check
 */
export async function checkFiles(
  context: ServerContext,
  uris: readonly DocumentUri[],
  token: CancellationToken,
  report: (report: FileReport) => unknown,
): Promise<{readonly left: readonly DocumentUri[]; readonly byPerson: boolean}> {
  const progress = uris.length >= SHOW_PROGRESS_FROM ? await beginProgress(context) : undefined
  try {
    for (const [i, uri] of uris.entries()) {
      await pauseWhileTyping(context)
      const byPerson = progress?.token.isCancellationRequested ?? false
      if (byPerson || token.isCancellationRequested) return {left: uris.slice(i), byPerson}
      progress?.report(Math.floor((100 * i) / uris.length), `${i} of ${uris.length} files`)
      if (!context.documents.isOpen(uri)) await report(await checkFile(context, uri))
      await context.environment.breathe()
    }
    return {left: [], byPerson: false}
  } finally {
    progress?.done()
  }
}

async function checkFile(context: ServerContext, uri: DocumentUri): Promise<FileReport> {
  const text = await context.files.read(uri)
  if (text === undefined) return {uri, resultId: 'none', items: []}
  const analysis = await context.documents.readClosed(uri, text)
  return {
    uri,
    resultId: `${hash(text)}/${hash(JSON.stringify(analysis.settings.lint))}`,
    items: diagnosticsOf(context, analysis, await context.documents.findingsOf(analysis)),
  }
}

async function beginProgress({client, connection}: ServerContext): Promise<WorkDoneProgressServerReporter | undefined> {
  if (!client.progress) return undefined
  const progress = await connection.window.createWorkDoneProgress()
  progress.begin('Checking post-mortems', 0, undefined, true)
  return progress
}

async function pauseWhileTyping({documents}: ServerContext): Promise<void> {
  while (documents.isAnyoneTyping) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** FNV-1a over UTF-16 units: tells versions of a text apart, nothing more. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return `${(value >>> 0).toString(36)}${text.length.toString(36)}`
}

/** For editors that are told: checks in the background whenever there is something to check. */
export function backgroundCheck(
  context: ServerContext,
  send: (report: FileReport) => unknown,
): Pick<Backlog, 'add'> & {settingsChanged(): void} {
  const {guard, settings} = context
  const backlog = new Backlog()
  /** Files with findings that the editor shows. */
  const told = new Set<DocumentUri>()
  let running: CancellationTokenSource | undefined
  let isAskedAgain = false

  const checkAll = async (token: CancellationToken): Promise<void> => {
    while (!backlog.isEmpty && !token.isCancellationRequested) {
      const {left, byPerson} = await checkFiles(context, await backlog.take(context), token, async (report) => {
        if (report.items.length) told.add(report.uri)
        // What is fine and was fine before is no news.
        else if (!told.delete(report.uri)) return
        await send(report)
      })
      if (!byPerson) backlog.add(left)
    }
  }
  const takeBack = async (): Promise<void> => {
    for (const uri of told) if (!context.documents.isOpen(uri)) await send({uri, resultId: 'none', items: []})
    told.clear()
  }
  const begin = (): CancellationToken => {
    running = new CancellationTokenSource()
    // A source that was never asked for its token can be cancelled once only.
    return running.token
  }
  const run = guard.task('workspace check', async () => {
    isAskedAgain = true
    if (running) return
    let token = begin()
    try {
      while (isAskedAgain) {
        isAskedAgain = false
        const {
          editor: {lintWorkspace},
        } = await settings.of(undefined)
        await (lintWorkspace ? checkAll(token) : takeBack())
        if (isAskedAgain) token = begin()
      }
    } finally {
      running = undefined
    }
  })
  return {
    add(uris) {
      backlog.add(uris)
      run()
    },
    settingsChanged() {
      running?.cancel()
      backlog.addAll()
      run()
    },
  }
}
