import type {TimelineView} from '#core/export/timeline-view.ts'

// What the extension and the page of the timeline say to each other. A message that is not here does not compile.

//#region to the webview

export type ToWebview =
  | {readonly type: 'show'; readonly uri: string; readonly view: TimelineView}
  /** There is nothing to show, and why. */
  | {readonly type: 'absent'; readonly uri?: string; readonly because: Absence}
  /** The event that the cursor of the editor stands in. */
  | {readonly type: 'cursor'; readonly event?: number}
  /** Asks for a picture of pixels; `png` answers. */
  | {readonly type: 'rasterize'; readonly svg: string}

export type Absence = 'no-document' | 'no-postmortem' | 'failed'

//#endregion
//#region from the webview

export type FromWebview =
  /** The page is there and has nothing; `uri` is what it showed before it was reloaded. */
  | {readonly type: 'ready'; readonly uri?: string}
  /** Shows a place of the document. With `focus` the keyboard goes there too. */
  | {readonly type: 'reveal'; readonly start: number; readonly end: number; readonly focus: boolean}
  /** Puts the question of a gap into the document, behind the event before the gap. */
  | {readonly type: 'ask'; readonly at: number; readonly question: string}
  | {readonly type: 'run'; readonly command: PageCommand}
  /** The picture in base 64; without it, it could not be made. */
  | {readonly type: 'png'; readonly data?: string}

/** Commands that the page has buttons for. */
export type PageCommand = 'export' | 'insert-event' | 'show-log' | 'retry'

//#endregion

/** What the page keeps for the time after a reload. */
export interface PageState {
  readonly uri?: string
  readonly filter?: {readonly text: string; readonly actor: string; readonly tag: string}
  readonly zoom?: number
  readonly pan?: number
  readonly unfolded?: readonly number[]
}
