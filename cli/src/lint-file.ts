import {type Finding, lint, type LintConfig, PostmortemDocument, recognize} from '#core'

export interface FileResult {
  readonly path: string
  readonly postmortem: boolean
  readonly document: PostmortemDocument
  readonly findings: readonly Finding[]
}

export function lintFile(path: string, text: string, config: LintConfig): FileResult {
  const document = new PostmortemDocument(text, {path, headings: config.headings, timezone: config.timezone})
  const postmortem = config.all || recognize(path, document.sections, document.metadata, config).postmortem
  return {path, postmortem, document, findings: postmortem ? lint(document, config) : []}
}
