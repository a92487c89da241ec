import {type CompletionItem, InsertTextFormat} from 'vscode-languageserver'
import type {Finding} from '#core'
import type {Analysis} from '../analysis.ts'
import {today} from '../clock.ts'
import {snippetOf} from '../convert.ts'
import type {Feature, ServerContext} from '../feature.ts'
import {actionCompletions} from './completion/actions.ts'
import {directiveCompletions} from './completion/directives.ts'
import type {CompletionPlace, Suggestion} from './completion/place.ts'
import {frontMatterCompletions} from './completion/front-matter.ts'
import {sectionCompletions} from './completion/sections.ts'
import {tagCompletions} from './completion/tags.ts'

/** The first that has something to offer is the one that is meant. */
const SOURCES: readonly ((place: CompletionPlace) => readonly Suggestion[] | undefined)[] = [
  frontMatterCompletions,
  directiveCompletions,
  tagCompletions,
  actionCompletions,
  sectionCompletions,
]

export const completion: Feature = {
  capabilities: () => ({completionProvider: {triggerCharacters: ['#', '@', '[', ':', '|', '<']}}),
  register(context) {
    const {connection, documents, guard} = context
    connection.onCompletion(
      guard.request(
        'textDocument/completion',
        () => null,
        async ({textDocument, position}) => {
          const shown = await documents.shown(textDocument.uri)
          if (!shown) return null
          const {analysis, findings} = shown
          const place = placeAt(analysis, findings, analysis.places.offset(position), context)
          // Front matter is where a document says that it is a post-mortem; the rest waits until it is one.
          const sources = analysis.isPostmortem ? SOURCES : [frontMatterCompletions]
          for (const source of sources) {
            const suggestions = source(place)
            if (suggestions) return suggestions.map((suggestion, i) => itemOf(suggestion, i, place, context))
          }
          return null
        },
      ),
    )
  },
}

function placeAt(
  analysis: Analysis,
  findings: readonly Finding[],
  offset: number,
  {environment}: ServerContext,
): CompletionPlace {
  const {text} = analysis
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  return {analysis, findings, offset, lineStart, before: text.slice(lineStart, offset), today: today(environment)}
}

function itemOf(
  {label, detail, documentation, kind, insert, span, filter}: Suggestion,
  index: number,
  {analysis, offset}: CompletionPlace,
  {client}: ServerContext,
): CompletionItem {
  const range = analysis.places.range(span ?? {start: offset, end: offset})
  const snippet = client.completionSnippets
    ? (insert.snippet ?? (insert.hasHoles ? snippetOf(insert.text) : undefined))
    : undefined
  return {
    label,
    kind,
    sortText: String(index).padStart(4, '0'),
    ...(detail ? {detail} : {}),
    ...(documentation ? {documentation} : {}),
    ...(filter ? {filterText: filter} : {}),
    ...(snippet === undefined ? {} : {insertTextFormat: InsertTextFormat.Snippet}),
    textEdit: {range, newText: snippet ?? insert.text},
  }
}
