import type {PlacedChunk} from '../markdown/chunks.ts'
import {firstFrom} from './blocks.ts'
import type {SectionKind} from './kinds.ts'
import type {PostmortemDocument} from './postmortem-document.ts'
import {effectiveKind, type Section} from './section.ts'

/**
 * The chunks that may hold text of the wanted kinds; undefined is the kind of text outside all known sections.
 * What is derived from a chunk need not be derived from the others.
 */
export function chunksAbout(
  document: PostmortemDocument,
  isWanted: (kind: SectionKind | undefined) => boolean,
): PlacedChunk[] {
  const {sections, chunks} = document
  // Behind the end of a section, the one around it goes on.
  const holds = (section: Section | undefined): boolean =>
    isWanted(effectiveKind(section)) || (section !== undefined && holds(section.parent))
  return chunks.filter(({chunk, start}) => {
    if (holds(document.sectionAt(start))) return true
    const end = start + chunk.text.length
    for (let i = firstFrom(sections, start); i < sections.length && sections[i]!.span.start < end; i++)
      if (holds(sections[i])) return true
    return false
  })
}
