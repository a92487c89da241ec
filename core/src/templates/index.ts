import {BUILT_IN} from './templates.generated.ts'
import type {Template} from './template.ts'

/** The templates that come with the tool; the first is the default. */
export const TEMPLATES: readonly Template[] = BUILT_IN

/** All templates of a configuration: the team's own, then the built-in ones whose ids they leave free. */
export const templatesOf = (own: readonly Template[]): readonly Template[] =>
  own.length ? [...own, ...TEMPLATES.filter(({id}) => !own.some((one) => one.id === id))] : TEMPLATES
