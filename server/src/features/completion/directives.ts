import {CompletionItemKind} from 'vscode-languageserver'
import {RULE_INFO} from '#core/rules/info.ts'
import type {CompletionPlace, Suggestion} from './place.ts'

const VERBS: readonly (readonly [string, string])[] = [
  ['disable-next-line', 'Silences rules on the next line.'],
  ['disable-line', 'Silences rules on this line.'],
  ['disable', 'Silences rules from here on.'],
  ['enable', 'Ends what a “disable” above has begun.'],
  ['disable-file', 'Silences rules in the whole file.'],
]

/** Comments that switch rules off, and the rules they may name. */
export function directiveCompletions({
  analysis,
  findings,
  offset,
  before,
}: CompletionPlace): readonly Suggestion[] | undefined {
  const rule = /<!--\s*(?:postmortem|pm)-(?:disable|enable)[\w-]*\s+(?:[\w-]+[\s,]+)*([\w-]*)$/.exec(before)
  if (rule) {
    const onLine = new Set(findings.map((finding) => finding.rule))
    // What the document has findings of comes first.
    const ids = [...RULE_INFO.values()].sort(
      (a, b) => Number(onLine.has(b.id)) - Number(onLine.has(a.id)) || (a.id < b.id ? -1 : 1),
    )
    return ids.map(({id, docs}) => ({
      label: id,
      documentation: docs.summary,
      kind: CompletionItemKind.EnumMember,
      insert: {text: id},
      span: {start: offset - rule[1]!.length, end: offset},
    }))
  }
  const open = /<(?:!(?:--?)?)?\s*(?:p[\w-]*)?$/.exec(before)
  if (!open || !before.includes('<!-')) return undefined
  const end = analysis.text.slice(offset).startsWith('-->') ? '' : ' -->'
  return VERBS.map(([verb, documentation]) => ({
    label: `postmortem-${verb}`,
    documentation,
    kind: CompletionItemKind.Keyword,
    filter: `${open[0]}postmortem-${verb}`,
    insert: {text: `<!-- postmortem-${verb} {rule}: {reason}${end}`, hasHoles: true},
    span: {start: offset - open[0].length, end: offset},
  }))
}
