import type {Feature} from '../feature.ts'
import {codeActions} from './code-actions.ts'
import {diagnostics} from './diagnostics.ts'
import {documentSymbols} from './document-symbols.ts'
import {folding} from './folding.ts'
import {hover} from './hover.ts'
import {status} from './status.ts'

export const FEATURES: readonly Feature[] = [diagnostics, codeActions, hover, documentSymbols, folding, status]
