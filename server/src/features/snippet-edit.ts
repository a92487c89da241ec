import type {TextEdit} from '#core/text/edit.ts'
import type {Analysis} from '../analysis.ts'
import {escapeSnippet} from '../convert.ts'
import type {SnippetEdit} from '../protocol.ts'

/** An edit whose text is a snippet already. */
export const snippetEdit = ({start, end, newText}: TextEdit, {places}: Analysis): SnippetEdit => ({
  range: places.range({start, end}),
  snippet: newText,
})

/** An edit of plain text; the cursor goes behind it, or to `caret`. */
export function plainEdit(edit: TextEdit, analysis: Analysis, caret?: number): SnippetEdit {
  const {newText} = edit
  const snippet =
    caret === undefined
      ? escapeSnippet(newText)
      : `${escapeSnippet(newText.slice(0, caret))}$0${escapeSnippet(newText.slice(caret))}`
  return snippetEdit({...edit, newText: snippet}, analysis)
}
