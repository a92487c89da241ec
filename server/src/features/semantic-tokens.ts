import {SemanticTokensBuilder, SemanticTokenTypes} from 'vscode-languageserver'
import type {Span} from '#core/text/span.ts'
import type {Analysis} from '../analysis.ts'
import type {Feature} from '../feature.ts'

const TYPES = [
  SemanticTokenTypes.number,
  SemanticTokenTypes.variable,
  SemanticTokenTypes.string,
  SemanticTokenTypes.enumMember,
  SemanticTokenTypes.property,
  SemanticTokenTypes.macro,
] as const
type TokenType = (typeof TYPES)[number]

/** Times, people, tickets and the like for editors without a grammar of ours. */
export const semanticTokens: Feature = {
  capabilities: ({options}) =>
    options.semanticTokens === false
      ? {}
      : {semanticTokensProvider: {legend: {tokenTypes: [...TYPES], tokenModifiers: []}, full: true}},
  register({connection, documents, guard}) {
    connection.languages.semanticTokens.on(
      guard.request(
        'textDocument/semanticTokens/full',
        () => ({data: []}),
        async ({textDocument}) => {
          const analysis = await documents.postmortem(textDocument.uri)
          return analysis ? tokensOf(analysis) : {data: []}
        },
      ),
    )
  },
}

function tokensOf(analysis: Analysis): {data: number[]} {
  const {places} = analysis
  const builder = new SemanticTokensBuilder()
  let end = 0
  for (const {span, type} of placesOf(analysis).sort((a, b) => a.span.start - b.span.start)) {
    const from = places.position(span.start)
    // A token neither overlaps another nor leaves its line.
    if (span.start < end || places.position(span.end).line !== from.line) continue
    end = span.end
    builder.push(from.line, from.character, span.end - span.start, TYPES.indexOf(type), 0)
  }
  return builder.build()
}

function placesOf({
  document: {timeline, actionItems, metadata, directives},
}: Analysis): {span: Span; type: TokenType}[] {
  const all = (type: TokenType, spans: readonly (Span | undefined)[]): {span: Span; type: TokenType}[] =>
    spans.flatMap((span) => (span ? [{span, type}] : []))
  return [
    ...all(
      SemanticTokenTypes.number,
      timeline.events.map(({whenSpan}) => whenSpan),
    ),
    ...all(
      SemanticTokenTypes.variable,
      timeline.events.map(({actor}) => actor?.span),
    ),
    ...actionItems.flatMap(({owner, due, ticket, type}) => [
      ...all(SemanticTokenTypes.variable, [owner?.span]),
      ...all(SemanticTokenTypes.number, [due?.span]),
      ...all(SemanticTokenTypes.string, [ticket?.span]),
      ...all(SemanticTokenTypes.enumMember, [type?.span]),
    ]),
    ...all(
      SemanticTokenTypes.property,
      [...metadata.fields.values()].flatMap((fields) => fields.map(({keySpan}) => keySpan)),
    ),
    ...all(
      SemanticTokenTypes.macro,
      directives.map(({span}) => span),
    ),
  ]
}
