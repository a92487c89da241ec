import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {LintConfig} from '../lint/config.ts'
import type {Finding} from '../lint/finding.ts'

export function lintLanguage(_document: PostmortemDocument, _config: LintConfig): Finding[] {
  return []
}
