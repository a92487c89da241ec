import {type DocumentSymbol, SymbolKind} from 'vscode-languageserver'
import {SECTION_NAMES} from '#core/document/kinds.ts'
import type {Section} from '#core/document/section.ts'
import type {Analysis} from '../analysis.ts'
import type {Feature} from '../feature.ts'

/** An outline by meaning, with the events of the timeline. Editors that outline Markdown themselves say so at the start. */
export const documentSymbols: Feature = {
  capabilities: ({options, hierarchicalSymbols}) => ({
    documentSymbolProvider: hierarchicalSymbols && options.documentSymbols !== false,
  }),
  register({connection, documents, guard}) {
    connection.onDocumentSymbol(
      guard.request(
        'textDocument/documentSymbol',
        () => null,
        async ({textDocument}) => {
          const analysis = await documents.postmortem(textDocument.uri)
          return analysis ? symbolsOf(analysis) : null
        },
      ),
    )
  },
}

function symbolsOf({document, places}: Analysis): DocumentSymbol[] {
  const roots: DocumentSymbol[] = []
  const symbols = new Map<Section, DocumentSymbol>()
  for (const section of document.sections) {
    const symbol: DocumentSymbol = {
      name: section.title || '…',
      detail: section.kind ? SECTION_NAMES[section.kind] : '',
      kind: SymbolKind.String,
      range: places.range(section.span),
      selectionRange: places.range(section.heading),
      children: [],
    }
    symbols.set(section, symbol)
    ;((section.parent && symbols.get(section.parent)?.children) ?? roots).push(symbol)
  }
  for (const event of document.timeline.events) {
    // An event that is written as a heading is in the outline already.
    if (event.source === 'heading') continue
    const section = document.sectionAt(event.span.start)
    ;((section && symbols.get(section)?.children) ?? roots).push({
      name: event.raw || '…',
      detail: event.text,
      kind: SymbolKind.Event,
      range: places.range(event.span),
      selectionRange: places.range(event.whenSpan),
    })
  }
  return roots
}
