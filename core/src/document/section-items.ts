import type {Span} from '../text/span.ts'
import {type Block, blocksOfKind} from './blocks.ts'
import type {SectionKind} from './kinds.ts'
import type {PostmortemDocument} from './postmortem-document.ts'
import {isPlaceholder} from './section-content.ts'

/** One statement of a section that is written as a list, or one of its paragraphs. */
export interface SectionItem {
  readonly span: Span
  readonly text: string
  readonly isBullet: boolean
}

const MAX_ITEMS = 60

/** What stands in sections of this kind, one entry a bullet or paragraph. Prompts, questions to others and table heads are none. */
export function itemsIn(document: PostmortemDocument, kind: SectionKind): SectionItem[] {
  const items: SectionItem[] = []
  for (const block of blocksOfKind(document, kind)) {
    if (items.length >= MAX_ITEMS) break
    if (!isOwnText(block)) continue
    const text = block.leaf.line
    if (/\p{L}/u.test(text) && !isPlaceholder(document, block.span.start, block.span.end))
      items.push({span: block.span, text, isBullet: block.kind === 'list-item'})
  }
  return items
}

const isOwnText = ({kind, isHeader, listDepth}: Block): boolean =>
  kind !== 'heading' && kind !== 'quote' && kind !== 'table-cell' && !isHeader && listDepth <= 1
