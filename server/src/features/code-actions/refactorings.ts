import {type CodeAction, CodeActionKind} from 'vscode-languageserver'
import type {Fix} from '#core'
import {addColumns, fillTypes, firstStep, listToTable, tableToList} from '#core/assist/actions.ts'
import type {Span} from '#core/text/span.ts'
import type {Analysis} from '../../analysis.ts'
import {fixEdits} from '../../convert.ts'
import type {ServerContext} from '../../feature.ts'
import {workspaceEdit} from '../workspace-edit.ts'

/** Rewrites of what stands around the cursor that no finding asks for. */
export function refactorings({start}: Span, analysis: Analysis, context: ServerContext): CodeAction[] {
  const {document, places} = analysis
  const item = document.actionItems.find(({span}) => span.start <= start && start <= span.end)
  const today = context.environment.today?.() ?? new Date().toISOString().slice(0, 10)
  const offered: (Fix | undefined)[] = [
    listToTable(document, start), tableToList(document, start), addColumns(document, start), fillTypes(document, start),
    item && firstStep(document, item, today),
  ]
  return offered.filter((fix) => fix !== undefined).map((fix) => ({
    title: fix.title, kind: CodeActionKind.RefactorRewrite, edit: workspaceEdit(analysis, fixEdits(fix, places, context.client.snippetEdits), context),
  }))
}
