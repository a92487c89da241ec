import type {TextEdit} from 'vscode-languageserver'
import {continueEntry} from '#core/timeline-edits/new-entry.ts'
import {now} from '../clock.ts'
import type {Feature} from '../feature.ts'

/** Enter at the end of a timeline entry starts the next one with the present time. Editors with a key binding for it do without. */
export const onTypeFormatting: Feature = {
  capabilities: ({options}) =>
    options.commands ? {} : {documentOnTypeFormattingProvider: {firstTriggerCharacter: '\n'}},
  register({connection, documents, guard, environment}) {
    connection.onDocumentOnTypeFormatting(
      guard.request(
        'textDocument/onTypeFormatting',
        () => null,
        async ({textDocument, position}): Promise<TextEdit[] | null> => {
          const analysis = await documents.postmortem(textDocument.uri)
          if (!analysis || position.line === 0) return null
          const {places, text, document} = analysis
          // The line end is there already: the entry before it is the one to go on from.
          const lineStart = places.offset({line: position.line, character: 0})
          const line = /^[^\r\n]*/.exec(text.slice(lineStart))![0]
          const before = text.slice(0, lineStart).replace(/\r?\n$/, '')
          const entry = line.trim() === '' ? continueEntry(document, before.length, now(environment)) : undefined
          if (!entry || entry.start !== before.length) return null
          return [
            places.edit({
              start: lineStart,
              end: lineStart + line.length,
              newText: entry.newText.replace(/^[\r\n]+/, ''),
            }),
          ]
        },
      ),
    )
  },
}
