import {type CodeAction, CodeActionKind, type WorkspaceEdit} from 'vscode-languageserver'
import type {Fix} from '#core'
import {addColumns, fillTypes, firstStep, listToTable, tableToList} from '#core/assist/actions.ts'
import type {TimelineEvent} from '#core/document/timeline.ts'
import type {TextEdit} from '#core/text/edit.ts'
import type {Span} from '#core/text/span.ts'
import * as conversion from '#core/timeline-edits/conversion.ts'
import {sortEntries} from '#core/timeline-edits/sort.ts'
import {normalizeZone} from '#core/timeline-edits/zone.ts'
import type {Analysis} from '../../analysis.ts'
import {today} from '../../clock.ts'
import {fixEdits} from '../../convert.ts'
import type {ServerContext} from '../../feature.ts'
import {workspaceEdit} from '../workspace-edit.ts'

/** Rewrites of what stands around the cursor that no finding asks for. */
export function refactorings(at: Span, analysis: Analysis, context: ServerContext): CodeAction[] {
  const {document, places} = analysis
  const event = document.timeline.events.find(({span}) => span.start <= at.start && at.start <= span.end)
  const offered = event ? ofTimeline(event, at.start, analysis) : ofActions(at.start, analysis, context)
  const simple = offered
    .filter(({edits}) => edits.length > 0)
    .map((fix): CodeAction => ({
      title: fix.title,
      kind: CodeActionKind.RefactorRewrite,
      edit: workspaceEdit(analysis, fixEdits(fix, places, context.client.snippetEdits), context),
    }))
  return event ? [...simple, ...zones(analysis, context)] : simple
}

function ofActions(offset: number, {document}: Analysis, {environment}: ServerContext): readonly Fix[] {
  const item = document.actionItems.find(({span}) => span.start <= offset && offset <= span.end)
  return [
    listToTable(document, offset),
    tableToList(document, offset),
    addColumns(document, offset),
    fillTypes(document, offset),
    item && firstStep(document, item, today(environment)),
  ].filter((fix) => fix !== undefined)
}

function ofTimeline(event: TimelineEvent, offset: number, {document}: Analysis): readonly Fix[] {
  const rewrite = (title: string, edits: readonly TextEdit[]): Fix => ({title, kind: 'rewrite', edits})
  return [
    rewrite('Sort these entries by time', sortEntries(document, event)),
    rewrite('Turn the list into a table', conversion.listToTable(document, offset)),
    rewrite('Turn the table into a list', conversion.tableToList(document, offset)),
  ]
}

/** Times in UTC, or in the zone of the document. The person sees every change before it is made. */
function zones(analysis: Analysis, context: ServerContext): CodeAction[] {
  const {document} = analysis
  const named = new Set(['UTC', ...(document.timeline.timezone ? [document.timeline.timezone] : [])])
  return [...named].flatMap((zone) => {
    const edits = normalizeZone(document, zone)
    const title = `Tell all times in ${zone}`
    return edits.length
      ? [{title, kind: CodeActionKind.RefactorRewrite, edit: previewed(title, edits, analysis, context)}]
      : []
  })
}

function previewed(
  label: string,
  edits: readonly TextEdit[],
  analysis: Analysis,
  context: ServerContext,
): WorkspaceEdit {
  const {changeAnnotations} = context.client
  const plain = edits.map((edit) => analysis.places.edit(edit))
  if (!changeAnnotations) return workspaceEdit(analysis, plain, context)
  return {
    ...workspaceEdit(
      analysis,
      plain.map((edit) => ({...edit, annotationId: 'zone'})),
      context,
    ),
    changeAnnotations: {zone: {label, needsConfirmation: true}},
  }
}
