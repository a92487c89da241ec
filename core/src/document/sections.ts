import type {PlacedChunk} from '../markdown/chunks.ts'
import {shift} from '../text/span.ts'
import type {HeadingReader} from './heading-kind.ts'
import type {SectionKind} from './kinds.ts'
import {type HeadingMark, outlineOf} from './outline.ts'
import type {Section} from './section.ts'

type Mutable<T> = {-readonly [K in keyof T]: T[K]}

/** All sections in order, nested by `parent`. */
export function readSections(chunks: readonly PlacedChunk[], end: number, kindsOf: HeadingReader): Section[] {
  const hasHeadings = chunks.some(({chunk}) => outlineOf(chunk).some(isMarkdownHeading))
  const sections: Mutable<Section>[] = []
  const open: Mutable<Section>[] = []
  for (const {chunk, start} of chunks) {
    for (const mark of outlineOf(chunk)) {
      const isTitle = mark.depth === 1 && isMarkdownHeading(mark) && !sections.some((s) => s.kind === 'title')
      const kinds = isTitle && sections.length === 0 ? titleKinds(mark, kindsOf) : kindsOf(mark.title)
      if (!opensSection(mark, kinds, hasHeadings)) continue
      const heading = shift(mark.heading, start)
      // A list label ends with its item, whatever comes next.
      while (open.length && (open.at(-1)!.depth >= mark.depth || open.at(-1)!.span.end <= heading.start)) close(open.pop()!, heading.start)
      const section: Mutable<Section> = {
        kind: kinds[0], also: kinds.slice(1), title: mark.title, depth: mark.depth, style: mark.style, heading,
        bodyStart: mark.bodyStart + start, span: {start: heading.start, end: mark.end === undefined ? end : mark.end + start},
        parent: open.at(-1),
      }
      sections.push(section)
      open.push(section)
    }
  }
  return sections
}

function close(section: Mutable<Section>, at: number): void {
  section.span = {start: section.span.start, end: Math.min(section.span.end, at)}
}

const isMarkdownHeading = (mark: HeadingMark): boolean => mark.style === 'atx' || mark.style === 'setext' || mark.style === 'hash'

/** The first heading names the document, unless it is plainly the name of a section. */
function titleKinds(mark: HeadingMark, kindsOf: HeadingReader): readonly SectionKind[] {
  const kinds = kindsOf(mark.title)
  return kinds.length && kinds[0] !== 'summary' && mark.title.split(' ').length <= 3 && !/incident|outage|post-?mortem|retro/i.test(mark.title) ? kinds : ['title']
}

function opensSection(mark: HeadingMark, kinds: readonly SectionKind[], hasHeadings: boolean): boolean {
  switch (mark.style) {
    case 'atx': case 'setext': case 'hash': case 'bold':
      return true
    case 'label':
      // `**Severity**: high` is metadata and no section.
      return kinds.length > 0 && !kinds.every((kind) => kind === 'meta' || kind === 'people' || kind === 'questions')
    case 'plain':
      return kinds.length > 0 && !hasHeadings
  }
}
