import type {DocumentRule} from './rule.ts'

/** Every rule that looks at the whole document. Language rules: `language/index.ts`. */
export const RULES: readonly DocumentRule[] = []
