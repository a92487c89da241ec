import type {SectionKind} from '../document/kinds.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import {placeholdersIn} from '../document/section-content.ts'
import {outermost, type Section} from '../document/section.ts'
import type {LintConfig} from '../lint/config.ts'
import {peopleIn} from '../rules/structure/named-person.ts'
import {TEMPLATES} from '../templates/index.ts'
import {applyEdits, remove, replace, type TextEdit, withoutOverlaps} from '../text/edit.ts'
import type {Span} from '../text/span.ts'

/**
 * A second document for people outside: what was seen, what happened and what changes, and nothing else.
 * Front matter says `audience: public`, so that the checks for public texts hold there. Names become holes; nothing is reworded.
 */
export function customerVersion(document: PostmortemDocument, config: LintConfig): string {
  const external = outermost(document.sections, 'external')[0]
  const parts = external
    ? [publicText(document, config, {start: external.bodyStart, end: external.span.end})]
    : [
        heading('Summary', told(document, config, ['summary', 'impact'])),
        heading('What happened', told(document, config, ['trigger', 'causes', 'resolution'])),
        heading('What we are doing', changes(document, config)),
      ]
  return [
    '---',
    'template: external',
    'audience: public',
    'attribution: none',
    'status: in-review',
    '---',
    '',
    `# ${titleOf(document)}`,
    '',
    parts.filter(Boolean).join('\n\n'),
    '',
  ].join('\n')
}

/** Where there is nothing to take over, the template's question stands. */
function heading(title: string, body: string): string {
  const prompts =
    TEMPLATES.find(({id}) => id === 'external')?.sections.find((section) => section.heading === title)?.prompts ?? []
  return `## ${title}\n\n${body || prompts.map((prompt) => `_${prompt}_`).join('\n\n')}`
}

const titleOf = ({sections, metadata}: PostmortemDocument): string =>
  sections.find(({kind}) => kind === 'title')?.title ?? metadata.title?.value ?? '{title}'

/** The text of sections of these kinds without their headings. */
function told(document: PostmortemDocument, config: LintConfig, kinds: readonly SectionKind[]): string {
  return kinds
    .flatMap((kind) => outermost(document.sections, kind).slice(0, 1))
    .filter((section, i, all) => all.indexOf(section) === i)
    .map((section) => publicText(document, config, ownBody(document, section)))
    .filter(Boolean)
    .join('\n\n')
}

/** Up to the first section inside that is about something else. */
function ownBody({sections}: PostmortemDocument, section: Section): Span {
  const inner = sections.find(({parent, kind}) => parent === section && kind !== undefined && kind !== section.kind)
  return {start: section.bodyStart, end: Math.min(inner?.span.start ?? section.span.end, section.span.end)}
}

/** What changes, without owners, tickets and dates. */
const changes = (document: PostmortemDocument, config: LintConfig): string =>
  document.actionItems
    .map(({task, done}) => ({text: publicText(document, config, task.span), done}))
    .filter(({text}) => text !== '')
    .map(({text, done}) => `- ${text}${done ? ' (done)' : ''}`)
    .join('\n')

/** A piece of the document without questions, comments, prompts, link targets and names. */
function publicText(document: PostmortemDocument, config: LintConfig, span: Span): string {
  const text = document.text.slice(span.start, span.end)
  const edits: TextEdit[] = []
  const within = ({start, end}: Span): boolean => start >= span.start && end <= span.end
  const own = ({start, end}: Span): Span => ({start: start - span.start, end: end - span.start})
  for (const {span: place, form} of placeholdersIn(document))
    if (form === 'prompt' && within(place)) edits.push(remove(own(place)))
  for (const match of text.matchAll(/<!--[^]*?-->|^[ \t]*>[ \t]*\*\*Ask:?\*\*.*$/gm))
    edits.push(remove({start: match.index, end: match.index + match[0].length}))
  for (const match of text.matchAll(/(?<!!)\[([^\]\n]+)\]\([^)\n]*\)/g))
    edits.push(replace({start: match.index, end: match.index + match[0].length}, match[1]!))
  for (const place of peopleIn(document, config)) if (within(place)) edits.push(replace(own(place), '{the role}'))
  const kept = withoutOverlaps(
    [...edits].sort((a, b) => a.start - b.start || b.end - a.end).map((edit) => ({edits: [edit]})),
  ).flatMap((group) => group.edits)
  return applyEdits(text, kept)
    .replace(/\r\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
