import type {CodeAction} from 'vscode-languageserver'
import type {Span} from '#core/text/span.ts'
import type {Analysis} from '../../analysis.ts'
import type {ServerContext} from '../../feature.ts'

/** Rewrites of what stands around the cursor that no finding asks for. */
export function refactorings(_at: Span, _analysis: Analysis, _context: ServerContext): CodeAction[] {
  return []
}
