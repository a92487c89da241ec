import {type Hover, MarkupKind} from 'vscode-languageserver'
import type {Finding} from '#core'
import type {Analysis} from '../analysis.ts'
import type {Feature, ServerContext} from '../feature.ts'
import {eventHover} from './hover/event.ts'
import {findingHover} from './hover/finding.ts'
import {metadataHover} from './hover/metadata.ts'
import type {HoverPart} from './hover/part.ts'

/** Each looks at an offset and has something to say or not. */
const SOURCES: readonly ((
  offset: number,
  analysis: Analysis,
  findings: readonly Finding[],
  context: ServerContext,
) => readonly HoverPart[])[] = [findingHover, eventHover, metadataHover]

export const hover: Feature = {
  capabilities: () => ({hoverProvider: true}),
  register(context) {
    const {client, connection, documents, guard} = context
    connection.onHover(
      guard.request(
        'textDocument/hover',
        () => null,
        async ({textDocument, position}): Promise<Hover | null> => {
          const shown = await documents.shown(textDocument.uri)
          if (!shown?.analysis.isPostmortem) return null
          const {analysis, findings} = shown
          const offset = analysis.places.offset(position)
          const parts = SOURCES.flatMap((source) => source(offset, analysis, findings, context))
          if (parts.length === 0) return null
          const value = parts.map(({markdown}) => markdown).join('\n\n---\n\n')
          return {
            contents: client.markdownHover
              ? {kind: MarkupKind.Markdown, value}
              : {kind: MarkupKind.PlainText, value: plain(value)},
            range: analysis.places.range(parts[0]!.span),
          }
        },
      ),
    )
  },
}

/** The Markdown that is written here, for those who show it as it is. */
const plain = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1: $2')
    .replace(/\*\*|(?<!\\)`|\\(?=[*_`[\]])/g, '')
    .replace(/\n---\n/g, '\n')
