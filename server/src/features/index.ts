import type {Feature} from '../feature.ts'
import {codeActions} from './code-actions.ts'
import {codeLenses} from './code-lenses.ts'
import {completion} from './completion.ts'
import {diagnostics} from './diagnostics.ts'
import {documentSymbols} from './document-symbols.ts'
import {folding} from './folding.ts'
import {hover} from './hover.ts'
import {inlayHints} from './inlay-hints.ts'
import {onTypeFormatting} from './on-type-formatting.ts'
import {paste} from './paste.ts'
import {questions} from './questions.ts'
import {semanticTokens} from './semantic-tokens.ts'
import {sheets} from './sheets.ts'
import {status} from './status.ts'
import {templates} from './templates.ts'
import {timeline} from './timeline.ts'

export const FEATURES: readonly Feature[] = [
  diagnostics,
  codeActions,
  hover,
  completion,
  inlayHints,
  codeLenses,
  documentSymbols,
  folding,
  semanticTokens,
  onTypeFormatting,
  status,
  templates,
  questions,
  timeline,
  paste,
  sheets,
]
