import type {PostmortemDocument} from '../document/postmortem-document.ts'
import {isMarkdownHeading, type Section} from '../document/section.ts'
import {missingSections, sectionsFor} from '../templates/missing-sections.ts'
import {type Answers, sectionSnippet, sectionText} from '../templates/skeleton.ts'
import type {Template, TemplateSection} from '../templates/template.ts'
import {insertAt, type TextEdit} from '../text/edit.ts'

/** Where a section goes, and how deep its heading is there. */
export interface InsertionPoint {
  readonly offset: number
  readonly depth: number
}

/**
 * Where a section of the template belongs: behind the last section that the template has before it, else in front of the first one that
 * it has after it, else at the end. Nothing that stands in the document moves.
 */
export function insertionPoint(
  document: PostmortemDocument,
  template: Template,
  section: TemplateSection,
): InsertionPoint {
  const index = template.sections.findIndex(
    (one) => one === section || (one.heading === section.heading && one.kind === section.kind),
  )
  const parent = parentOf(template, index)
  const host = parent && placed(document, parent).find((own) => !own.parent || own.parent.kind !== own.kind)
  if (parent && host) return insideHost(document, template, index, parent, host)
  const depth = topDepth(document)
  if (section.kind === 'summary') return {offset: firstSubstance(document), depth}
  // Below a parent that the document has not, a section stands on its own.
  const order = template.sections.map((one, i) =>
    one.depth <= section.depth || i >= index ? one : (parentOf(template, i) ?? one),
  )
  for (let i = index - 1; i >= 0; i--) {
    const before = placed(document, order[i]!).at(-1)
    if (before) return beside(document, before, depth, 'end')
  }
  for (let i = index + 1; i < template.sections.length; i++) {
    const after = placed(document, template.sections[i]!)[0]
    if (after) return beside(document, after, depth, 'start')
  }
  return {offset: document.text.length, depth}
}

/** Behind title, introduction and metadata: where the first section of another kind begins. */
function firstSubstance({sections, text}: PostmortemDocument): number {
  const first = sections.find(
    (section) =>
      section.kind !== 'title' &&
      section.kind !== 'meta' &&
      section.kind !== 'people' &&
      (isMarkdownHeading(section) || (!section.parent && section.style === 'bold')),
  )
  return first ? outer(first).span.start : text.length
}

/** Before or behind a section, outside of those that hold it: a subsection has no room beside it for a section of its own. */
function beside({text}: PostmortemDocument, section: Section, top: number, side: 'start' | 'end'): InsertionPoint {
  const around = outer(section)
  return {offset: Math.min(around.span[side], text.length), depth: isMarkdownHeading(around) ? around.depth : top}
}

/** The section or the one around it that is part of nothing but the document, or of a heading that only groups. */
function outer(section: Section): Section {
  let at = section
  while (at.parent && at.parent.kind !== 'title' && (at.parent.kind || !isMarkdownHeading(at))) at = at.parent
  return at
}

/** One section, with blank lines around it. */
export const insertSection = (
  document: PostmortemDocument,
  template: Template,
  section: TemplateSection,
  answers: Answers = {},
): TextEdit => insertAll(document, template, [section], answers)[0]!

/** The same with tab stops, for an editor that has the cursor jump through them. */
export function insertSectionSnippet(
  document: PostmortemDocument,
  template: Template,
  section: TemplateSection,
  answers: Answers = {},
): TextEdit {
  const {offset, depth} = insertionPoint(document, template, section)
  return insertAt(offset, framed(document.text, offset, [sectionSnippet(section, depth, answers)]))
}

/** All sections that the template has and the document has not, each at its place. */
export const insertMissingSections = (
  document: PostmortemDocument,
  template: Template,
  which: 'required' | 'all' = 'required',
  answers: Answers = {},
): TextEdit[] => insertAll(document, template, missingSections(document, template, which), answers)

function insertAll(
  document: PostmortemDocument,
  template: Template,
  sections: readonly TemplateSection[],
  answers: Answers,
): TextEdit[] {
  const byOffset = new Map<number, string[]>()
  for (const section of sections) {
    const {offset, depth} = insertionPoint(document, template, section)
    const texts = byOffset.get(offset) ?? []
    texts.push(sectionText(section, depth, answers))
    byOffset.set(offset, texts)
  }
  return [...byOffset]
    .sort(([a], [b]) => a - b)
    .map(([offset, texts]) => insertAt(offset, framed(document.text, offset, texts)))
}

/** Sections of a document that can have neighbours: not labels inside a list. */
function placed(document: PostmortemDocument, section: TemplateSection): Section[] {
  return sectionsFor(document, section).filter(
    ({style, kind}) => style !== 'label' && style !== 'plain' && kind !== 'title',
  )
}

function parentOf(template: Template, index: number): TemplateSection | undefined {
  const {depth} = template.sections[index]!
  for (let i = index - 1; i >= 0; i--) if (template.sections[i]!.depth < depth) return template.sections[i]
  return undefined
}

/** Among the siblings below a heading that the document has: behind the last that comes before, else behind the heading's own text. */
function insideHost(
  document: PostmortemDocument,
  template: Template,
  index: number,
  parent: TemplateSection,
  host: Section,
): InsertionPoint {
  const isInside = (section: Section): boolean =>
    section.span.start > host.span.start && section.span.end <= host.span.end
  const first = template.sections.indexOf(parent) + 1
  const children = document.sections.filter((section) => section.parent === host && isMarkdownHeading(section))
  const depth = children[0]?.depth ?? Math.min(6, (isMarkdownHeading(host) ? host.depth : 2) + 1)
  for (let i = index - 1; i >= first; i--) {
    const before = placed(document, template.sections[i]!).filter(isInside).at(-1)
    if (before) return {offset: before.span.end, depth: isMarkdownHeading(before) ? before.depth : depth}
  }
  for (let i = index + 1; i < template.sections.length && template.sections[i]!.depth > parent.depth; i++) {
    const after = placed(document, template.sections[i]!).filter(isInside)[0]
    if (after) return {offset: after.span.start, depth: isMarkdownHeading(after) ? after.depth : depth}
  }
  return {offset: children.find(({kind}) => kind)?.span.start ?? host.span.end, depth}
}

/** The depth of most headings that carry the document. */
function topDepth(document: PostmortemDocument): number {
  const depths = document.sections
    .filter((section) => section.kind && section.kind !== 'title' && isMarkdownHeading(section))
    .map(({depth}) => depth)
  if (!depths.length)
    return document.sections.some(({kind, depth}) => kind === 'title' && depth > 1 && depth < 6) ? 3 : 2
  return Math.min(...depths)
}

/** Sections with the line breaks that their place needs, in the style of the document. */
function framed(text: string, offset: number, sections: readonly string[]): string {
  const eol = /\r\n/.test(text) ? '\r\n' : '\n'
  const space = /\s*$/.exec(text.slice(Math.max(0, offset - 200), offset))![0]
  const isStart = space.length === offset
  const lead = isStart ? '' : '\n'.repeat(Math.max(0, 2 - (space.match(/\n/g)?.length ?? 0)))
  const body = sections.map((section) => section.trimEnd()).join('\n\n')
  const rest = text.slice(offset)
  const tail = rest.trim() === '' ? (/^\r?\n/.test(rest) ? '' : '\n') : /^[ \t]*\r?\n/.test(rest) ? '\n' : '\n\n'
  return `${lead}${body}${tail}`.replace(/\n/g, eol)
}
