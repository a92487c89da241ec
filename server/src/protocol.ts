import type {TimelineView} from '#core/export/timeline-view.ts'
import type {SectionKind} from '#core/document/kinds.ts'
import type {Recognition} from '#core/document/recognition.ts'
import type {Severity} from '#core/lint/finding.ts'
import type {DocumentUri, Position, Range, TextDocumentIdentifier} from 'vscode-languageserver'

/**
 * What client and server say to each other beyond the Language Server Protocol: methods with their parameters and
 * results. Only types and constants, so that a client takes no server code along.
 */

/** Methods that the server answers. Where the document is not open or no post-mortem, the result is `null`. */
export interface ServerRequests {
  /** What the file was recognised as, and what stands in it. */
  'postmortem/status': {params: DocumentParams; result: DocumentStatus | null}
  /** The plain data that a picture of the timeline is drawn from. */
  'postmortem/timelineView': {params: DocumentParams; result: VersionedView | null}
  /** The timeline in a format for other programs. */
  'postmortem/exportTimeline': {params: DocumentParams & {format: TimelineFormat}; result: TextResult | null}
  /** All templates, the team's own from `.postmortem/templates` first. */
  'postmortem/templates': {params: {uri?: DocumentUri}; result: TemplateInfo[]}
  /** The text of a new document, with holes as tab stops. */
  'postmortem/newDocument': {params: NewDocumentParams; result: NewDocument}
  /** The sections of the document's template with the edit that brings each into the document. */
  'postmortem/sections': {params: DocumentParams; result: SectionOffer[] | null}
  /** One edit per section that the template requires and the document lacks. */
  'postmortem/missingSections': {params: DocumentParams; result: SnippetEdit[] | null}
  /** Names the template in the document and adds what it requires; takes nothing away. */
  'postmortem/changeTemplate': {params: DocumentParams & {template: string}; result: SnippetEdit[] | null}
  /** Questions of a facilitator, those for the section at the position first. */
  'postmortem/questions': {
    params: {textDocument?: TextDocumentIdentifier; position?: Position}
    result: QuestionGroup[]
  }
  /** A question as a line of its own below the block at the position. */
  'postmortem/insertQuestion': {params: PositionParams & {question: string}; result: SnippetEdit | null}
  /** A new event of the timeline at its place, in the shape of its neighbours; empty where the time cannot be read. */
  'postmortem/insertEvent': {params: InsertEventParams; result: SnippetEdit[] | null}
  /** What Enter inserts at the end of a timeline entry; `null` where Enter should do what it always does. */
  'postmortem/continueTimeline': {params: PositionParams & {at: EventTime}; result: SnippetEdit | null}
  /** Chat, pages, logs, shell history and the like as timeline entries; `null` for any other text. */
  'postmortem/convertPaste': {params: ConvertPasteParams; result: ConvertedPaste | null}
  /** A Markdown sheet for the person who runs the review. */
  'postmortem/facilitatorSheet': {params: DocumentParams; result: TextResult | null}
  /** The bones of a cause-and-effect diagram, to fill in. */
  'postmortem/fishbone': {params: DocumentParams; result: TextResult | null}
  /** A second document with what may be public. */
  'postmortem/customerVersion': {params: DocumentParams; result: TextResult | null}
}

/** Notifications from the server. */
export interface ServerNotifications {
  /** Sent when the status of an open document has changed. */
  'postmortem/statusChanged': DocumentStatus
}

/** Methods that a client may answer, for files that the server cannot reach itself; see `InitializationOptions.files`. */
export interface ClientRequests {
  /** `null` where there is no such file. */
  'postmortem/readFile': {params: {uri: DocumentUri}; result: {text: string} | null}
  'postmortem/findFiles': {params: {folder: DocumentUri; pattern: string}; result: DocumentUri[]}
}

/** What a client may say in `initializationOptions`. All of it is optional. */
export interface InitializationOptions {
  /** Settings for clients that do not answer `workspace/configuration`, in the shape of `postmortem.*`. */
  readonly settings?: unknown
  /** Whether the client answers `postmortem/readFile` and `postmortem/findFiles`. */
  readonly files?: boolean
  /** Whether the client knows the commands `postmortem.*` that code actions and lenses name. */
  readonly commands?: boolean
  /** False where the editor has an outline of Markdown of its own. */
  readonly documentSymbols?: boolean
  /** False where the editor's own grammar colours times, owners and tickets. */
  readonly semanticTokens?: boolean
  /** Folder of the rules' pages, with a slash at the end. */
  readonly rulePages?: string
  /** Milliseconds of quiet before diagnostics are sent unasked, and before whole-document rules run again. */
  readonly delays?: {readonly language?: number; readonly document?: number}
}

export interface DocumentParams {
  textDocument: TextDocumentIdentifier
}

export interface PositionParams extends DocumentParams {
  position: Position
}

export interface DocumentStatus {
  uri: DocumentUri
  version: number
  recognition: Recognition
  /** Undefined for a file that is no post-mortem. */
  template?: {id: string; name: string}
  findings: Record<Severity, number>
}

export interface VersionedView {
  version: number
  view: TimelineView
}

export type TimelineFormat = 'mermaid-timeline' | 'mermaid-gantt' | 'csv' | 'json' | 'svg'

export interface TextResult {
  text: string
  /** Name for a new file, without folder. */
  fileName: string
  languageId: string
}

export interface TemplateInfo {
  id: string
  name: string
  purpose: string
  source: string
  /** Whether it comes from `.postmortem/templates`. */
  own: boolean
}

export interface NewDocumentParams {
  /** Where the document will stand, for the team's own templates. */
  folder?: DocumentUri
  template: string
  title?: string
  severity?: string
  /** ISO 8601 as the person typed it. */
  start?: string
  /** Pattern with `${date}`, `${title}`, `${severity}` and `${template}`. */
  fileName?: string
  at: EventTime
}

export interface InsertEventParams extends DocumentParams {
  at: EventTime
  /** The time as the person wrote it, in the zone of the timeline; without it: `at`. */
  written?: string
}

export interface NewDocument {
  /** Text with tab stops in the syntax of snippets. */
  snippet: string
  fileName: string
}

export interface SectionOffer {
  /** Null for a heading of a team's own that stands for no known kind. */
  kind: SectionKind | null
  heading: string
  required: boolean
  present: boolean
  edit: SnippetEdit
}

/** An edit whose text may hold tab stops. */
export interface SnippetEdit {
  range: Range
  /** In the syntax of snippets: `$`, `}` and `\` of the text itself are escaped. */
  snippet: string
}

export interface QuestionGroup {
  id: string
  label: string
  questions: string[]
}

/** A moment as the person's machine has it: the server has no clock of its own to rely on. */
export interface EventTime {
  /** ISO 8601 with the offset of the person's zone, `2024-03-01T10:02:00+01:00`. */
  instant: string
  /** IANA name of that zone. */
  zone?: string
}

export interface ConvertPasteParams extends Partial<PositionParams> {
  text: string
  at: EventTime
  /** Answer only where the text goes into a timeline. */
  onlyInTimeline?: boolean
}

export interface ConvertedPaste {
  text: string
  /** What the text was taken for: `Slack`, `git log` … */
  format: string
  events: number
}
