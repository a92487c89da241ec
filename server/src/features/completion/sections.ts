import {CompletionItemKind} from 'vscode-languageserver'
import {SECTION_NAMES} from '#core/document/kinds.ts'
import {templateOf} from '#core/templates/choose.ts'
import {missingSections} from '#core/templates/missing-sections.ts'
import {sectionSnippet, sectionText} from '#core/templates/skeleton.ts'
import type {TemplateSection} from '#core/templates/template.ts'
import type {CompletionPlace, Suggestion} from './place.ts'

/** The sections that the template has and the document has not, at the start of a line; those that belong here first. */
export function sectionCompletions({
  analysis: {
    document,
    settings: {lint},
  },
  offset,
  lineStart,
  before,
}: CompletionPlace): readonly Suggestion[] | undefined {
  const typed = /^(#{0,6})[ \t]*([\w' -]{0,40})$/.exec(before)
  // A word alone starts a sentence far more often than a heading.
  if (!typed || (typed[1] === '' && typed[2] !== '')) return undefined
  const template = templateOf(document, lint)
  const above = document.sections.findLast((section) => section.kind && section.span.start < lineStart)
  const reached = above ? template.sections.findIndex(({kind}) => kind === above.kind) : -1
  const order = (section: TemplateSection): number => {
    const index = template.sections.indexOf(section)
    return index > reached ? index - reached : index + template.sections.length
  }
  return missingSections(document, template, 'all')
    .sort((a, b) => order(a) - order(b))
    .map((section) => ({
      label: section.heading,
      kind: CompletionItemKind.Module,
      detail: section.required ? `asked for by ${template.name}` : template.name,
      documentation: section.prompts.join('\n\n') || (section.kind ? SECTION_NAMES[section.kind] : undefined),
      insert: {text: sectionText(section), snippet: sectionSnippet(section)},
      span: {start: lineStart, end: offset},
      filter: `${typed[1] ? `${typed[1]} ` : ''}${section.heading}`,
    }))
}
