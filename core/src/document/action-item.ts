import type {Span} from '../text/span.ts'

export const ACTION_TYPES = ['investigate', 'repair', 'detect', 'mitigate', 'prevent'] as const
export type ActionType = (typeof ACTION_TYPES)[number]

/** How much an action changes the system instead of the people (VA NCPS action hierarchy). */
export type ActionStrength = 'stronger' | 'intermediate' | 'weaker'

/** A value with the place where it is written. */
export interface Located<Value = string> {
  readonly value: Value
  readonly span: Span
}

export interface ActionItem {
  /** The whole item: bullet with children, table row, paragraph, sentence, or heading with the text below. */
  readonly span: Span
  /** The item's own words as they are written, on one line: without bullet and check box, Markdown kept. */
  readonly text: string
  readonly textSpan: Span
  /** What is to be done: `text` without owner, ticket, due date, type, priority and status where they stand at its ends. */
  readonly task: Located
  /** As written: a name, initials, a handle, a team, or several of them. */
  readonly owner?: Located
  /** ISO date where the text has a calendar date, else the horizon as written. */
  readonly due?: Located
  /** Key, number, `#123` or URL. */
  readonly ticket?: Located
  readonly type?: Located<ActionType>
  readonly priority?: Located
  /** Undefined where the item says nothing about its status. */
  readonly done?: boolean
  readonly source: 'list' | 'table' | 'paragraph' | 'heading'
}
