import {ACTION_RULES} from './actions/index.ts'
import type {DocumentRule} from './rule.ts'
import {STRUCTURE_RULES} from './structure/index.ts'

/** Every rule that looks at the whole document. Language rules: `language/index.ts`. */
export const RULES: readonly DocumentRule[] = [...STRUCTURE_RULES, ...ACTION_RULES]
