import type {Located} from './action-item.ts'

export type DocumentStatus = 'draft' | 'in-review' | 'reviewed' | 'final'
export type Attribution = 'role' | 'name' | 'none'
export type Audience = 'team' | 'company' | 'public'

/** What the document says about itself, from front matter, bold labels, key–value tables and lists (domain.md (f)). */
export interface Metadata {
  readonly id?: Located
  readonly title?: Located
  readonly severity?: Located
  readonly status?: Located<DocumentStatus>
  readonly template?: Located
  readonly audience?: Located<Audience>
  readonly attribution?: Located<Attribution>
  /** Every key as written (lower case, `_` for spaces) with all its values: the untyped rest of the model. */
  readonly fields: ReadonlyMap<string, readonly Located[]>
}
