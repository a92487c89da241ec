import {type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind} from 'vscode-languageserver'
import type {Finding, Fix} from '#core'
import {safeEdits} from '#core/lint/fix-all.ts'
import {disableFile, disableLine} from '#core/lint/suppress.ts'
import {RULE_INFO} from '#core/rules/info.ts'
import type {TextEdit as CoreEdit} from '#core/text/edit.ts'
import type {Span} from '#core/text/span.ts'
import type {Analysis} from '../analysis.ts'
import {diagnosticOf, fixEdits} from '../convert.ts'
import type {Feature, ServerContext} from '../feature.ts'
import {refactorings} from './code-actions/refactorings.ts'
import {workspaceEdit} from './workspace-edit.ts'

/** What an editor runs on save when its user wants that. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.postmortem`

/** Actions are computed again from the document; nothing is hidden inside diagnostics. */
export const codeActions: Feature = {
  capabilities: (client) =>
    client.codeActionLiterals
      ? {codeActionProvider: {codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL]}}
      : {},
  register(context) {
    const {connection, documents, guard} = context
    connection.onCodeAction(
      guard.request(
        'textDocument/codeAction',
        () => null,
        async (params) => {
          // The editor asks by itself after each key, for its light bulb.
          const evenWhileTyping = params.context.triggerKind !== CodeActionTriggerKind.Automatic
          const shown = await documents.shown(params.textDocument.uri, {evenWhileTyping})
          return shown?.analysis.isPostmortem ? actionsFor(params, shown.analysis, shown.findings, context) : null
        },
      ),
    )
  },
}

function actionsFor(
  {range, context: {only}}: CodeActionParams,
  analysis: Analysis,
  findings: readonly Finding[],
  context: ServerContext,
): CodeAction[] {
  const wants = (kind: string): boolean => !only || only.some((one) => kind === one || kind.startsWith(`${one}.`))
  const at = analysis.places.span(range)
  const found = findings.filter(({span}) => touches(span, at))
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) {
    for (const finding of found) actions.push(...finding.fixes.map((fix) => fixAction(fix, finding, analysis, context)))
    for (const finding of distinct(found)) actions.push(...suppressions(finding, analysis, context))
  }
  if (wants(CodeActionKind.RefactorRewrite)) actions.push(...refactorings(at, analysis, context))
  // On request only: in a menu beside a finding it would promise more than it does.
  if (only?.some((kind) => FIX_ALL === kind || FIX_ALL.startsWith(`${kind}.`)))
    actions.push(...fixAllAction(analysis, findings, context))
  return actions
}

/** A cursor at either end of a finding is on it. */
const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end

const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [finding.rule, finding])).values(),
]

function fixAction(fix: Fix, finding: Finding, analysis: Analysis, context: ServerContext): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    isPreferred: fix.kind === 'safe' && finding.fixes[0] === fix,
    diagnostics: [diagnosticFor(finding, analysis, context)],
    edit: workspaceEdit(analysis, fixEdits(fix, analysis.places, context.client.snippetEdits), context),
  }
}

function suppressions(finding: Finding, analysis: Analysis, context: ServerContext): CodeAction[] {
  const {rule} = finding
  const line = disableLine(analysis.document, finding)
  const action = (title: string, edit: CoreEdit): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticFor(finding, analysis, context)],
    edit: workspaceEdit(
      analysis,
      fixEdits(withHole(edit, context), analysis.places, context.client.snippetEdits),
      context,
    ),
  })
  const page =
    context.client.options.commands && RULE_INFO.has(rule)
      ? [
          {
            title: `Open the page of ${rule}`,
            kind: CodeActionKind.QuickFix,
            command: {title: '', command: 'postmortem.openRulePage', arguments: [rule]},
          },
        ]
      : []
  return [
    ...(line ? [action(`Disable ${rule} for this line`, line)] : []),
    action(`Disable ${rule} for this file`, disableFile(analysis.document, rule)),
    ...page,
  ]
}

/** Without tab stops, a word to overwrite is better than braces. */
const withHole = (edit: CoreEdit, {client}: ServerContext): Fix => ({
  title: '',
  kind: 'safe',
  hasHoles: true,
  edits: [client.snippetEdits ? edit : {...edit, newText: edit.newText.replace('{reason}', 'reason')}],
})

function fixAllAction(analysis: Analysis, findings: readonly Finding[], context: ServerContext): CodeAction[] {
  const edits = safeEdits(analysis.text, findings)
  if (edits.length === 0) return []
  return [
    {
      title: 'Apply all fixes that change no meaning',
      kind: FIX_ALL,
      edit: workspaceEdit(
        analysis,
        edits.map((edit) => analysis.places.edit(edit)),
        context,
      ),
    },
  ]
}

function diagnosticFor(
  finding: Finding,
  {uri, places}: Analysis,
  {client: {relatedInformation, codeDescription}, rulePages}: ServerContext,
): ReturnType<typeof diagnosticOf> {
  return diagnosticOf(finding, places, {uri, relatedInformation, codeDescription, rulePages})
}
