import {customerVersion} from '#core/export/customer-version.ts'
import {facilitatorSheet} from '#core/export/facilitator-sheet.ts'
import type {Analysis} from '../analysis.ts'
import type {Feature} from '../feature.ts'
import type {TextResult} from '../protocol.ts'
import {pathOf} from '../uri.ts'
import {onRequest} from './requests.ts'

/** Further documents that are made from this one. */
export const sheets: Feature = {
  register(context) {
    const {documents} = context
    const answer = (
      method: 'postmortem/facilitatorSheet' | 'postmortem/customerVersion',
      name: string,
      text: (analysis: Analysis) => string,
    ): void =>
      onRequest(context, method, async ({textDocument}): Promise<TextResult | null> => {
        const analysis = await documents.postmortem(textDocument.uri)
        return analysis
          ? {text: text(analysis), fileName: `${baseName(analysis.uri)}-${name}.md`, languageId: 'markdown'}
          : null
      })
    answer('postmortem/facilitatorSheet', 'facilitator', ({document, settings}) =>
      facilitatorSheet(document, settings.lint),
    )
    answer('postmortem/customerVersion', 'external', ({document, settings}) => customerVersion(document, settings.lint))
  },
}

/** The file's name without its extension. */
export function baseName(uri: string): string {
  const path = pathOf(uri)
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.html)?\.(?:md|markdown)(?:\.erb)?$/i, '') || 'post-mortem'
}
