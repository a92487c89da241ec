import {normalizeTitle} from '../document/heading-text.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import {isKind, type Section} from '../document/section.ts'
import type {Template, TemplateSection} from './template.ts'

/** The sections of a document that stand for a section of a template. */
export const sectionsFor = (document: PostmortemDocument, section: TemplateSection): Section[] => {
  const {kind} = section
  if (kind) return document.sections.filter((own) => isKind(own, kind))
  const title = normalizeTitle(section.heading)
  return document.sections.filter((own) => normalizeTitle(own.title) === title)
}

/** What the template has and the document has not, in the template's order. A kind that the template has twice is missing once. */
export function missingSections(
  document: PostmortemDocument,
  template: Template,
  which: 'required' | 'all' = 'required',
): TemplateSection[] {
  const missing: TemplateSection[] = []
  for (const section of template.sections) {
    if (which === 'required' && !section.required) continue
    if (sectionsFor(document, section).length || missing.some(({kind}) => kind !== undefined && kind === section.kind))
      continue
    missing.push(section)
  }
  return missing
}
