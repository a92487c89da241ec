import type {Feature} from '../feature.ts'
import {diagnostics} from './diagnostics.ts'

export const FEATURES: readonly Feature[] = [diagnostics]
