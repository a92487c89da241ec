import type {Span} from '../text/span.ts'
import {shift} from '../text/span.ts'
import type {SectionKind} from './kinds.ts'
import type {PostmortemDocument} from './postmortem-document.ts'
import {type ProseBlock, proseOf} from './prose.ts'
import {effectiveKind, type Section} from './section.ts'

/** A leaf of running text at its place in the document. */
export interface Block extends Pick<ProseBlock, 'kind' | 'isHeader' | 'listDepth'> {
  readonly leaf: ProseBlock
  readonly span: Span
  readonly section?: Section
  /** The kind of the section around it, inherited from ancestors. */
  readonly sectionKind?: SectionKind
}

const known = new WeakMap<PostmortemDocument, readonly Block[]>()
const byKind = new WeakMap<PostmortemDocument, ReadonlyMap<SectionKind | undefined, readonly Block[]>>()

/** All running text of a document in order, with the section of each piece. */
export function blocksOf(document: PostmortemDocument): readonly Block[] {
  let blocks = known.get(document)
  if (!blocks) known.set(document, (blocks = readBlocks(document)))
  return blocks
}

/** The running text that stands in sections of a kind, in order. */
export function blocksOfKind(document: PostmortemDocument, kind: SectionKind): readonly Block[] {
  let groups = byKind.get(document)
  if (!groups) byKind.set(document, (groups = grouped(blocksOf(document))))
  return groups.get(kind) ?? []
}

function grouped(blocks: readonly Block[]): ReadonlyMap<SectionKind | undefined, readonly Block[]> {
  const groups = new Map<SectionKind | undefined, Block[]>()
  for (const block of blocks) {
    const group = groups.get(block.sectionKind)
    if (group) group.push(block)
    else groups.set(block.sectionKind, [block])
  }
  return groups
}

function readBlocks(document: PostmortemDocument): Block[] {
  const {sections, chunks} = document
  const blocks: Block[] = []
  let next = 0
  let section: Section | undefined
  let last: Section | undefined
  let sectionKind: SectionKind | undefined
  for (const {chunk, start} of chunks) {
    for (const leaf of proseOf(chunk)) {
      const {kind, isHeader, listDepth} = leaf
      const placed = shift(leaf.span, start)
      while (next < sections.length && sections[next]!.span.start <= placed.start) section = sections[next++]
      let around = section
      while (around && around.span.end <= placed.start) around = around.parent
      if (around !== last) {
        last = around
        sectionKind = effectiveKind(around)
      }
      blocks.push({kind, isHeader, listDepth, leaf, span: placed, section: around, sectionKind})
    }
  }
  return blocks
}

/** The text blocks that a section holds itself or through headings that the model does not know, without headings and table heads. */
export function* blocksIn(document: PostmortemDocument, section: Section): Iterable<Block> {
  const blocks = blocksOf(document)
  for (
    let i = firstFrom(blocks, section.bodyStart);
    i < blocks.length && blocks[i]!.span.start < section.span.end;
    i++
  ) {
    const {span, kind, isHeader, section: own, sectionKind} = blocks[i]!
    if (kind === 'heading' || isHeader || span.end > section.span.end) continue
    if (own === section || section.kind === undefined || sectionKind === section.kind) yield blocks[i]!
  }
}

/** The index of the first of some things in order that starts at the offset or behind it. */
export function firstFrom(ordered: readonly {readonly span: Span}[], offset: number): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ordered[middle]!.span.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
