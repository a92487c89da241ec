import type {Diagnostic, DocumentUri} from 'vscode-languageserver'
import type {Finding} from '#core'
import type {Analysis} from '../../analysis.ts'
import {diagnosticOf} from '../../convert.ts'
import type {ServerContext} from '../../feature.ts'

/** The two ways to an editor: it asks, or it is told. */
export interface DiagnosticsFace {
  changed(uri: DocumentUri): void
  /** Nobody types any more. */
  quiet(uri: DocumentUri): void
  closed(uri: DocumentUri): void
  /** Files that are not open have changed, come or gone. */
  filesChanged(uris: readonly DocumentUri[]): void
  /** Settings have changed: everything may be different. */
  refresh(): void
  initialized(): void
}

export function diagnosticsOf(
  {client, rulePages}: ServerContext,
  {uri, places}: Analysis,
  findings: readonly Finding[],
): Diagnostic[] {
  const {relatedInformation, codeDescription} = client
  return findings.map((finding) => diagnosticOf(finding, places, {uri, relatedInformation, codeDescription, rulePages}))
}
