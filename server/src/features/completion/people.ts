import type {LintConfig} from '#core'
import {ownersOf} from '#core/assist/actions.ts'
import type {PostmortemDocument} from '#core/document/postmortem-document.ts'

/** Names that the document knows, then those of the settings. */
export const peopleOf = (document: PostmortemDocument, {people, teams}: LintConfig): string[] => [
  ...new Set([...ownersOf(document).map(({name}) => name), ...people, ...teams]),
]
