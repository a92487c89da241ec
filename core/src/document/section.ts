import type {Span} from '../text/span.ts'
import type {SectionKind} from './kinds.ts'

/** How a heading is written: real Markdown headings, and what people use instead of them. */
export type HeadingStyle = 'atx' | 'setext' | 'html' | 'bold' | 'label' | 'hash' | 'plain'

export interface Section {
  /** Undefined where the heading says nothing that the model knows; such a section belongs to its parent's kind. */
  readonly kind?: SectionKind
  /** Further kinds of a heading that means several things, like “Root cause and resolution”. */
  readonly also: readonly SectionKind[]
  /** The heading as a reader sees it: without marks, numbering, emoji and trailing colon. */
  readonly title: string
  /** 1 to 6 for Markdown headings; deeper for bold lines (7) and labels (8, 9). */
  readonly depth: number
  readonly style: HeadingStyle
  /** The heading's own text, marks included. */
  readonly heading: Span
  /** Where the content starts: behind the heading, or behind the label on the same line. */
  readonly bodyStart: number
  /** From the heading to the next heading of the same or a higher level. Dates below a timeline and names below actions belong to them. */
  readonly span: Span
  readonly parent?: Section
}

/** The nearest known kind: the section's own, else that of the closest ancestor that holds content. */
export function effectiveKind(section: Section | undefined): SectionKind | undefined {
  for (let at = section; at; at = at.parent) if (at.kind) return at.kind === 'title' ? undefined : at.kind
  return undefined
}

/** Whether the section stands for this kind, alone or among others. */
export const isKind = (section: Section, kind: SectionKind): boolean =>
  section.kind === kind || section.also.includes(kind)

/** The sections of a kind that stand in no other section of that kind. */
export const outermost = (sections: readonly Section[], kind: SectionKind): Section[] =>
  sections.filter((section) => {
    if (!isKind(section, kind)) return false
    for (let at = section.parent; at; at = at.parent) if (isKind(at, kind)) return false
    return true
  })

/** Whether the section is written as a real heading, so that others of its level can follow it. */
export const isMarkdownHeading = ({style}: {readonly style: HeadingStyle}): boolean =>
  style === 'atx' || style === 'setext' || style === 'html' || style === 'hash'
