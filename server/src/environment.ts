import type {DocumentUri} from 'vscode-languageserver'
import type {EventTime} from './protocol.ts'

/** What differs between Node and the browser. The server itself touches neither. */
export interface Environment {
  /** Files of the disk; without it the server asks the client, where the client offers that. */
  readonly files?: Files
  /** Lets waiting messages through before long work goes on. */
  readonly breathe: () => Promise<void>
  /** The present moment; for tests. */
  readonly now?: () => EventTime
  /** Folder of the rules' pages where they come with the server. */
  readonly rulePages?: string
}

/** Reading only: nothing in the server writes files. */
export interface Files {
  /** Undefined where there is no such file, or where it holds no text. */
  read(uri: DocumentUri): Promise<string | undefined>
  /** Files below a folder whose path matches the glob. */
  find(folder: DocumentUri, pattern: string): Promise<DocumentUri[]>
}
