import type {DocumentUri} from 'vscode-languageserver'
import {type Finding, SEVERITIES} from '#core'
import {templateOf} from '#core/templates/choose.ts'
import type {Analysis} from '../analysis.ts'
import type {Feature} from '../feature.ts'
import type {DocumentStatus} from '../protocol.ts'
import {onRequest} from './requests.ts'

/** What a file was recognised as and what stands in it, for a line in the status bar. */
export const status: Feature = {
  register(context) {
    const {client, connection, documents, guard, settings} = context
    const sent = new Map<DocumentUri, string>()
    onRequest(context, 'postmortem/status', async ({textDocument}) => {
      const analysis = await documents.get(textDocument.uri)
      return analysis ? statusOf(analysis, await documents.findingsOf(analysis)) : null
    })
    if (!client.options.commands) return
    const announce = guard.event('postmortem/statusChanged', async (uri: DocumentUri) => {
      const analysis = await documents.get(uri)
      if (!analysis || !documents.isQuiet(uri)) return
      const current = statusOf(analysis, await documents.findingsOf(analysis))
      const key = JSON.stringify({...current, version: 0})
      if (sent.get(uri) === key) return
      sent.set(uri, key)
      await connection.sendNotification('postmortem/statusChanged', current)
    })
    documents.onDidOpen(announce)
    documents.onDidBecomeQuiet(announce)
    documents.onDidClose((uri) => sent.delete(uri))
    settings.onDidChange(() => documents.uris().forEach(announce))
  },
}

function statusOf(
  {uri, version, recognition, document, settings, isPostmortem}: Analysis,
  findings: readonly Finding[],
): DocumentStatus {
  const {id, name} = templateOf(document, settings.lint)
  return {
    uri,
    version,
    recognition,
    ...(isPostmortem ? {template: {id, name}} : {}),
    findings: Object.fromEntries(
      SEVERITIES.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length]),
    ) as DocumentStatus['findings'],
  }
}
