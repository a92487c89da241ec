import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {Template} from '../templates/template.ts'
import {insertAt, replace, type TextEdit} from '../text/edit.ts'
import {insertMissingSections} from './insert-section.ts'

/** Holds the document against another template: names it and adds what is missing. All text stays, and stays where it is. */
export const changeTemplate = (document: PostmortemDocument, template: Template): TextEdit[] => [
  ...nameTemplate(document, template.id),
  ...insertMissingSections(document, template),
]

/** Writes the template's id into the front matter, which it makes where there is none. */
export function nameTemplate({metadata, text}: PostmortemDocument, id: string): TextEdit[] {
  const {template, frontMatter} = metadata
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  if (template) return template.value === id ? [] : [replace(template.span, id)]
  if (!frontMatter)
    return [insertAt(text.charCodeAt(0) === 0xfeff ? 1 : 0, `---${eol}template: ${id}${eol}---${eol}${eol}`)]
  return [
    insertAt(
      frontMatter.content.start,
      frontMatter.format === 'yaml' ? `template: ${id}${eol}` : `template = "${id}"${eol}`,
    ),
  ]
}
