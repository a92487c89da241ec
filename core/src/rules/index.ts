import {ACTION_RULES} from './actions/index.ts'
import {CONSISTENCY_RULES} from './consistency/index.ts'
import type {DocumentRule} from './rule.ts'
import {STRUCTURE_RULES} from './structure/index.ts'
import {TIMELINE_RULES} from './timeline/index.ts'

/** Every rule that looks at the whole document. Language rules: `language/index.ts`. */
export const RULES: readonly DocumentRule[] = [
  ...STRUCTURE_RULES,
  ...ACTION_RULES,
  ...TIMELINE_RULES,
  ...CONSISTENCY_RULES,
]
