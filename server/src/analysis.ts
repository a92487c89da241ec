import type {DocumentUri} from 'vscode-languageserver'
import {type Finding, PostmortemDocument, type Recognition, recognize} from '#core'
import {lintDocumentInSteps, lintProseInSteps, type RuleFailure, settle} from '#core/lint/lint.ts'
import {type TimelineView, timelineView} from '#core/export/timeline-view.ts'
import type {ChunkMemo} from '#core/markdown/chunks.ts'
import {Places} from './convert.ts'
import type {Settings} from './settings.ts'

/**
 * One version of one document under one set of settings. Everything is computed when first asked for and then kept,
 * so that diagnostics, hovers, code actions, lenses and hints of the same version share their work.
 */
export class Analysis {
  readonly uri: DocumentUri
  readonly version: number
  readonly settings: Settings
  readonly document: PostmortemDocument
  readonly places: Places
  /** Another number for every version and every change of settings. */
  readonly id: number
  private readonly onFailure: RuleFailure

  constructor(source: AnalysisSource) {
    this.uri = source.uri
    this.version = source.version
    this.settings = source.settings
    this.onFailure = source.onFailure
    this.id = counter++
    const {headings, timezone} = source.settings.lint
    this.document = new PostmortemDocument(source.text, {path: source.path, headings, timezone, memo: source.memo})
    this.places = new Places(source.text)
  }

  get text(): string {
    return this.document.text
  }

  get recognition(): Recognition {
    return this.once('recognition', () => {
      const {
        document,
        settings: {lint},
      } = this
      return recognize(document.path, document.sections, document.metadata, lint)
    })
  }

  get isPostmortem(): boolean {
    return this.recognition.postmortem
  }

  /**
   * All findings; none for a file that is no post-mortem.
   *
   * @param pace waits or throws between two steps of long work
   */
  findings(pace: Pace): Promise<readonly Finding[]> {
    return this.once('findings', async () =>
      this.isPostmortem
        ? settle(this.document, [...(await this.documentFindings(pace)), ...(await this.languageFindings(pace))])
        : [],
    )
  }

  /** Those of the language rules, with whole-document findings of an earlier version at their new places. */
  async findingsWith(carried: readonly Finding[], pace: Pace): Promise<readonly Finding[]> {
    return this.isPostmortem ? settle(this.document, [...carried, ...(await this.languageFindings(pace))]) : []
  }

  /** Of the rules that look at the whole document, before suppression. */
  documentFindings(pace: Pace): Promise<readonly Finding[]> {
    return this.once('document', () =>
      runAtPace(lintDocumentInSteps(this.document, this.settings.lint, this.onFailure), pace),
    )
  }

  private languageFindings(pace: Pace): Promise<readonly Finding[]> {
    return this.once('language', () =>
      runAtPace(lintProseInSteps(this.document, this.settings.lint, this.onFailure), pace),
    )
  }

  get timelineView(): TimelineView {
    return this.once('timelineView', () => timelineView(this.document))
  }

  private readonly kept = new Map<string, unknown>()

  private once<Value>(part: string, compute: () => Value): Value {
    if (!this.kept.has(part)) {
      const value = compute()
      this.kept.set(part, value)
      // What was cancelled on the way may be asked for again.
      if (value instanceof Promise) value.catch(() => this.kept.delete(part))
    }
    return this.kept.get(part) as Value
  }
}

/** Called between two steps of long work: lets others in now and then, and throws where the result is no longer wanted. */
export type Pace = () => Promise<void> | undefined

async function runAtPace<Result>(steps: Generator<void, Result>, pace: Pace): Promise<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    const pause = pace()
    if (pause) await pause
  }
}

export interface AnalysisSource {
  readonly uri: DocumentUri
  readonly version: number
  readonly text: string
  readonly path: string | undefined
  readonly settings: Settings
  readonly memo: ChunkMemo
  readonly onFailure: RuleFailure
}

let counter = 1

/**
 * Findings of an older text at their places in a newer one. The two texts differ in one stretch, between what they
 * have in common at the start and at the end; a finding that touches it is left out until its rule runs again.
 */
export function carryOver(findings: readonly Finding[], older: string, newer: string): Finding[] {
  if (older === newer) return [...findings]
  const {start, end, by} = difference(older, newer)
  return findings.flatMap((finding) => {
    const {span} = finding
    if (span.start < end && start < span.end) return []
    const moved = span.start >= end && span.end > start ? {start: span.start + by, end: span.end + by} : span
    return [{...finding, span: moved, fixes: [], related: []}]
  })
}

function difference(older: string, newer: string): {start: number; end: number; by: number} {
  const shorter = Math.min(older.length, newer.length)
  const start = shared(shorter, (from, to) => older.slice(from, to) === newer.slice(from, to))
  const tail = shared(
    shorter - start,
    (from, to) =>
      older.slice(older.length - to, older.length - from) === newer.slice(newer.length - to, newer.length - from),
  )
  return {start, end: older.length - tail, by: newer.length - older.length}
}

const BLOCK = 4096

/** How far two texts agree: by blocks, which compare at once, then by halves of the first block that differs. */
function shared(length: number, agree: (from: number, to: number) => boolean): number {
  let at = 0
  while (at + BLOCK <= length && agree(at, at + BLOCK)) at += BLOCK
  let end = Math.min(at + BLOCK, length)
  while (at < end) {
    const middle = (at + end + 1) >> 1
    if (agree(at, middle)) at = middle
    else end = middle - 1
  }
  return at
}
