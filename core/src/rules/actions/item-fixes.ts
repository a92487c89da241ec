import {addColumns} from '../../assist/action-table.ts'
import type {ActionItem} from '../../document/action-item.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import type {Fix} from '../../lint/finding.ts'
import {insertAt, replace} from '../../text/edit.ts'

/** Puts a question below the item; a row of a table has no room for it. */
export function questionBelow(document: PostmortemDocument, item: ActionItem, question: string): Fix[] {
  if (item.source === 'table') return []
  const {text} = document
  const title = 'Insert the question for the people who know'
  if (item.source === 'list') {
    const lineStart = text.lastIndexOf('\n', item.textSpan.start - 1) + 1
    const indent = ' '.repeat(indentOf(text.slice(lineStart, item.textSpan.start)))
    return [{title, kind: 'question', edits: [insertAt(item.textSpan.end, `\n${indent}> **Ask:** ${question}`)]}]
  }
  const blank = /\n[ \t]*\r?\n|$/.exec(text.slice(item.textSpan.end))!
  return [{title, kind: 'question', edits: [insertAt(item.textSpan.end + blank.index, `\n\n> **Ask:** ${question}`)]}]
}

/** The column behind the marks of a bullet: where its own text starts, check box not counted. */
function indentOf(prefix: string): number {
  const marks = /^(\s*(?:[-*+]|\d+[.)])\s+)(?:\[[ xX]\]\s+)?/.exec(prefix)
  return marks ? marks[1]!.length : prefix.length
}

/** Rewords the task and keeps owner, ticket and all that stands around it. */
export const rewordTask = (item: ActionItem, title: string, newText: string): Fix => ({
  title,
  kind: 'rewrite',
  hasHoles: true,
  edits: [replace(item.task.span, newText)],
})

/** Room for what several items lack: a column, and a hole behind each bullet. */
export function placeFor(
  document: PostmortemDocument,
  missing: readonly ActionItem[],
  role: 'owner' | 'due',
  hole: string,
): Fix[] {
  const row = missing.find(({source}) => source === 'table')
  const column = row && addColumns(document, row.span.start, [role])
  const bullets = missing.filter(({source}) => source === 'list')
  const edits = bullets.map((item, i) => insertAt(item.textSpan.end, ` (${role}: {${hole} ${i + 1}})`))
  return [
    ...(column ? [column] : []),
    ...(edits.length
      ? [{title: `Add a place for the ${hole} to each item`, kind: 'rewrite' as const, hasHoles: true, edits}]
      : []),
  ]
}
