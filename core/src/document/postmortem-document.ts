import {ChunkMemo, cut, type PlacedChunk} from '../markdown/chunks.ts'
import {containsOffset, type Span} from '../text/span.ts'
import type {ActionItem} from './action-item.ts'
import {readActionItems} from './action-items.ts'
import {type Directive, readDirectives} from './directives.ts'
import {type HeadingReader, headingReader} from './heading-kind.ts'
import type {SectionKind} from './kinds.ts'
import type {Metadata} from './metadata.ts'
import {readMetadata} from './read-metadata.ts'
import {readTimeline} from './read-timeline.ts'
import {effectiveKind, isKind, type Section} from './section.ts'
import {readSections} from './sections.ts'
import type {Timeline} from './timeline.ts'

export interface ReadOptions {
  /** Path or URI path of the file, for dates in its name and for recognition. */
  readonly path?: string
  /** The team's own headings. */
  readonly headings?: Readonly<Record<string, SectionKind>>
  /** IANA zone of bare times where the document names none. */
  readonly timezone?: string
  /** Keeps chunks between versions of one document. */
  readonly memo?: ChunkMemo
}

/**
 * What a post-mortem's text says, read once per version. Parts are read when first asked for and never change.
 * Offsets are UTF-16 offsets into `text`.
 */
export class PostmortemDocument {
  readonly text: string
  readonly path: string | undefined
  readonly chunks: readonly PlacedChunk[]
  private readonly options: ReadOptions
  private readonly kindsOf: HeadingReader

  constructor(text: string, options: ReadOptions = {}) {
    this.text = text
    this.path = options.path
    this.options = options
    this.kindsOf = readerFor(options.headings)
    this.chunks = cut(text, options.memo ?? new ChunkMemo())
  }

  get sections(): readonly Section[] {
    return this.once('sections', () => readSections(this.chunks, this.text.length, this.kindsOf))
  }

  get metadata(): Metadata {
    return this.once('metadata', () => readMetadata(this))
  }

  get directives(): readonly Directive[] {
    return this.once('directives', () => readDirectives(this.chunks))
  }

  get timeline(): Timeline {
    return this.once('timeline', () => readTimeline(this, {timezone: this.options.timezone}))
  }

  get actionItems(): readonly ActionItem[] {
    return this.once('actionItems', () => readActionItems(this))
  }

  /** The innermost section that holds the offset; undefined before the first heading. */
  sectionAt(offset: number): Section | undefined {
    const {sections} = this
    let low = 0
    let high = sections.length
    // Most ask for one place after the other.
    const {opened} = this
    const isSame =
      (opened === 0 || sections[opened - 1]!.span.start <= offset) &&
      (opened === sections.length || sections[opened]!.span.start > offset)
    if (isSame) low = high = opened
    while (low < high) {
      const middle = (low + high) >> 1
      if (sections[middle]!.span.start <= offset) low = middle + 1
      else high = middle
    }
    this.opened = low
    for (let at = sections[low - 1]; at; at = at.parent)
      if (containsOffset(at.span, offset) || at.span.end === offset) return at
    return undefined
  }

  /** How many sections start at or before the offset that was asked for last. */
  private opened = 0

  /** The kind of the section around the offset, inherited from its ancestors where it has none of its own. */
  kindAt(offset: number): SectionKind | undefined {
    return effectiveKind(this.sectionAt(offset))
  }

  sectionsOf(kind: SectionKind): readonly Section[] {
    return this.sections.filter((section) => isKind(section, kind))
  }

  textOf(span: Span): string {
    return this.text.slice(span.start, span.end)
  }

  private readonly read = new Map<string, unknown>()

  private once<Value>(part: string, read: () => Value): Value {
    if (!this.read.has(part)) this.read.set(part, read())
    return this.read.get(part) as Value
  }
}

const standardReader = headingReader()
const ownReaders = new Map<string, HeadingReader>()

function readerFor(headings: Readonly<Record<string, SectionKind>> | undefined): HeadingReader {
  if (!headings || Object.keys(headings).length === 0) return standardReader
  const key = JSON.stringify(headings)
  let reader = ownReaders.get(key)
  if (!reader) ownReaders.set(key, (reader = headingReader(headings)))
  return reader
}
