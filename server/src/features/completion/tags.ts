import {CompletionItemKind} from 'vscode-languageserver'
import type {EventTag, MILESTONES} from '#core/document/timeline.ts'
import type {CompletionPlace, Suggestion} from './place.ts'

const TAGS: readonly (readonly [EventTag, string])[] = [
  ['fact', 'What was seen, with its source.'],
  ['assumption', 'What somebody took to be so at the time.'],
  ['expectation', 'What somebody thought would happen next.'],
  ['hypothesis', 'An explanation that was followed, and what ended it.'],
  ['decision', 'What was chosen, and between what.'],
  ['unknown', 'What nobody knew at the time.'],
  ['found later', 'What became known only after the incident.'],
]

const STAGES: Readonly<Record<(typeof MILESTONES)[number], string>> = {
  introduced: 'The condition came into being.',
  start: 'Users were first affected.',
  detected: 'The first signal was seen.',
  acknowledged: 'Somebody took it up.',
  declared: 'The incident was opened.',
  engaged: 'The people who could help were there.',
  diagnosed: 'The mechanism was understood.',
  mitigated: 'Users were no longer affected.',
  resolved: 'The fault was gone.',
  closed: 'Watching and clean-up were over.',
}

/** What kind of event an entry of the timeline is, after an opening bracket. */
export function tagCompletions({
  analysis: {document},
  offset,
  before,
}: CompletionPlace): readonly Suggestion[] | undefined {
  const typed = /(?<![\])\w])\[([\w -]*)$/.exec(before)?.[1]
  if (typed === undefined || document.kindAt(offset) !== 'timeline') return undefined
  const closed = document.text.startsWith(']', offset)
  const all = [...TAGS, ...Object.entries(STAGES)]
  return all.map(([tag, documentation]) => ({
    label: tag,
    documentation,
    kind: CompletionItemKind.EnumMember,
    insert: {text: closed ? tag : `${tag}]`},
    span: {start: offset - typed.length, end: offset},
  }))
}
