import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {LintConfig} from '../lint/config.ts'
import {TEMPLATES} from './index.ts'
import type {Template} from './template.ts'

export function templateOf(_document: PostmortemDocument, _config: LintConfig): Template {
  return TEMPLATES[0]!
}
