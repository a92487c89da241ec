import type {PlacedChunk} from '../markdown/chunks.ts'
import {shift} from '../text/span.ts'
import {byText} from '../text/by-text.ts'
import type {HeadingMeaning, HeadingReader} from './heading-kind.ts'
import type {SectionKind} from './kinds.ts'
import {type HeadingMark, outlineOf} from './outline.ts'
import {effectiveKind, isMarkdownHeading, type Section} from './section.ts'

type Mutable<T> = {-readonly [K in keyof T]: T[K]}

/** A heading that may open a section, with what its words say and where its chunk starts. */
class Candidate {
  readonly mark: HeadingMark
  readonly offset: number
  private readonly kindsOf: HeadingReader

  constructor(mark: HeadingMark, offset: number, kindsOf: HeadingReader) {
    this.mark = mark
    this.offset = offset
    this.kindsOf = kindsOf
  }

  get meaning(): HeadingMeaning {
    return this.kindsOf(this.mark.title)
  }
}

interface OpenSection {
  readonly section: Mutable<Section>
  /** What nesting goes by: the depth, or a step below a section that the heading continues. */
  readonly level: number
}

/** All sections in order, nested by `parent`. */
export function readSections(chunks: readonly PlacedChunk[], end: number, kindsOf: HeadingReader): Section[] {
  const candidates = chunks.flatMap(({chunk, start}) =>
    outlineOf(chunk).map((mark) => new Candidate(mark, start, kindsOf)),
  )
  const shape = shapeOf(candidates, chunks)
  const sections: Mutable<Section>[] = []
  const open: OpenSection[] = []
  for (const candidate of candidates) {
    const {mark, offset} = candidate
    if (!mayOpen(candidate, shape)) continue
    const heading = shift(mark.heading, offset)
    const level = levelOf(candidate, open, shape)
    // A list label ends with its item, whatever comes next.
    while (open.length && (open.at(-1)!.level >= level || open.at(-1)!.section.span.end <= heading.start))
      close(open.pop()!, heading.start)
    const parent = open.at(-1)?.section
    const kinds = candidate === shape.title ? (['title'] as const) : settle(candidate, parent, sections, shape)
    if (!kinds.length && !opensUnknown(mark)) continue
    const section: Mutable<Section> = {
      kind: kinds[0],
      also: kinds.slice(1),
      title: mark.title,
      depth: mark.depth,
      style: mark.style,
      heading,
      bodyStart: mark.bodyStart + offset,
      span: {start: heading.start, end: mark.end === undefined ? end : mark.end + offset},
      parent,
    }
    sections.push(section)
    open.push({section, level})
  }
  return sections
}

function close({section}: OpenSection, at: number): void {
  section.span = {start: section.span.start, end: Math.min(section.span.end, at)}
}

/** What a document's headings have in common; it decides which of the weaker ones count. */
interface Shape {
  readonly title: Candidate | undefined
  /** Real headings make up the sections, so that plain lines are only lines. */
  readonly hasHeadings: boolean
  /** What the real headings mean. */
  readonly headed: ReadonlySet<SectionKind>
  /** Bold labels of a list stand for sections. */
  readonly hasLabels: boolean
  /** The last real heading. */
  readonly last: HeadingMark | undefined
  /** Headings that are names of people, where there is more than one. */
  readonly names: ReadonlySet<Candidate>
}

function shapeOf(candidates: readonly Candidate[], chunks: readonly PlacedChunk[]): Shape {
  const real = candidates.filter(({mark}) => isMarkdownHeading(mark))
  const title = titleOf(real, hasTitleField(chunks))
  const others = real.filter((candidate) => candidate !== title)
  const known = others.filter(({meaning}) => meaning.kinds.length > 0)
  const names = real.filter(({mark, meaning}) => !meaning.kinds.length && looksLikeName(mark.title))
  return {
    title,
    hasHeadings: known.length > 0 || others.length >= 3,
    headed: new Set(known.filter(({meaning}) => meaning.strength !== 'top').flatMap(({meaning}) => meaning.kinds)),
    hasLabels: hasLabelSections(candidates),
    last: real.at(-1)?.mark,
    names: new Set(names.length > 1 ? names : names.filter(({mark}) => mark.title.startsWith('@'))),
  }
}

const hasTitleField = (chunks: readonly PlacedChunk[]): boolean => {
  const [first] = chunks[0]?.chunk.root.children ?? []
  return (first?.type as string) === 'toml' || first?.type === 'yaml'
    ? /^title\s*[:=]/m.test((first as {value: string}).value)
    : false
}

/** Kinds that a whole document can be called after: “Root cause analysis”, “Retrospective”, “Incident response”. */
const DOCUMENT_NAMES: readonly SectionKind[] = ['causes', 'lessons', 'response', 'summary', 'actions', 'external']

/** The first heading names the document if it stands above all others, unless it is plainly the name of a section. */
function titleOf(real: readonly Candidate[], hasField: boolean): Candidate | undefined {
  const [first, ...others] = real
  if (!first || (first.mark.depth > 1 && others.some(({mark}) => mark.depth <= first.mark.depth))) return undefined
  if (first.mark.depth > 1 && others.length < 2) return undefined
  const {kinds, strength} = first.meaning
  if (!kinds.length) return first
  const isAlone = others.every(({mark}) => mark.depth > first.mark.depth)
  if (hasField) return isAlone && strength === 'top' ? first : undefined
  const isNamed = first.mark.title.split(' ').length > 3 || /incident|outage|post-?mortem|retro/i.test(first.mark.title)
  if (!isAlone) return isNamed && (strength === 'top' || first.mark.title.split(' ').length > 6) ? first : undefined
  if (isNamed) return first
  if (first.mark.depth > 1) return undefined
  const below = others.filter(({meaning}) => meaning.kinds.length > 0)
  return below.length >= 2 && DOCUMENT_NAMES.includes(kinds[0]!) && !(strength === 'exact' && kinds[0] === 'summary')
    ? first
    : undefined
}

/** At least three labels of different kinds outside sections that are headed otherwise. */
function hasLabelSections(candidates: readonly Candidate[]): boolean {
  const kinds = new Set<SectionKind>()
  let inKnown = false
  for (const {mark, meaning} of candidates) {
    if (isMarkdownHeading(mark)) inKnown = meaning.kinds.length > 0 && mark.depth > 1
    else if (mark.end !== undefined && !inKnown && meaning.kinds.length && !isField(meaning))
      kinds.add(meaning.kinds[0]!)
  }
  return kinds.size >= 3
}

/** `**Severity**: high` is metadata and no section. */
const isField = ({kinds}: HeadingMeaning): boolean =>
  kinds.every((kind) => kind === 'meta' || kind === 'people' || kind === 'questions')

/** Two capitalised words, initials or a handle. */
const looksLikeName = byText((title) =>
  /^(?:@[\w-]{2,30}|\p{Lu}{2,3}|\p{Lu}\p{Ll}{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){0,2})$/u.test(title),
)

/** Whether this way of writing a heading counts in this document. */
function mayOpen(candidate: Candidate, shape: Shape): boolean {
  const {mark} = candidate
  if (mark.style !== 'label' && mark.style !== 'plain') return true
  if (mark.style === 'plain' && shape.hasHeadings && !mark.leadsList) return false
  const {meaning} = candidate
  if (mark.style === 'plain') {
    if (!meaning.kinds.length || isField(meaning)) return false
    return !shape.hasHeadings || (meaning.strength === 'exact' && !shape.headed.has(meaning.kinds[0]!))
  }
  if (!meaning.kinds.length) return false
  return mark.end === undefined ? !isField(meaning) && !shape.headed.has(meaning.kinds[0]!) : shape.hasLabels
}

/** Real headings and bold lines divide a document whatever they say. */
const opensUnknown = (mark: HeadingMark): boolean => isMarkdownHeading(mark) || mark.style === 'bold'

/** Dates that follow a timeline at its own level continue it, and so do names after the actions. */
function levelOf(candidate: Candidate, open: readonly OpenSection[], {names}: Shape): number {
  const {mark, meaning} = candidate
  if (meaning.kinds.length || !isMarkdownHeading(mark)) return mark.depth
  const before = open.findLast(({level}) => level <= mark.depth)
  if (before?.level !== mark.depth) return mark.depth
  const continues =
    (before.section.kind === 'timeline' && mark.temporal) || (before.section.kind === 'actions' && names.has(candidate))
  return continues ? mark.depth + 0.5 : mark.depth
}

/** What a heading means at its place: the words alone, seen with the sections around and the text below. */
function settle(
  {mark, meaning}: Candidate,
  parent: Section | undefined,
  before: readonly Section[],
  shape: Shape,
): readonly SectionKind[] {
  const {kinds, strength} = meaning
  const [kind] = kinds
  if (!kind || strength === 'own') return kinds
  const around = effectiveKind(parent)
  if (around) {
    if (kind === around && (strength !== 'exact' || !isMarkdownHeading(mark))) return []
    if (strength === 'top' || !mayHold(around, kind, mark, strength)) return []
    if (mark.style === 'plain' && shape.hasHeadings && shape.headed.has(kind)) return []
  }
  // The last words of a page are addressed to its reader; in front of the actions they say what was learned.
  if (
    kind === 'lessons' &&
    mark === shape.last &&
    /^(?:conclusions?|closing|final thoughts|in closing)\b/i.test(mark.title)
  )
    return []
  // Below a heading that the model does not know, late in the document, it is the summary of something else.
  if (kind === 'summary' && parent && parent.kind !== 'title' && before.some(isSubstance)) return []
  return byContent(tellsCauses(kinds, mark, shape) ? [...kinds, 'causes'] : kinds, mark)
}

/** “What went wrong” with neither “what went well” nor causes beside it tells how it came about. */
const tellsCauses = (kinds: readonly SectionKind[], {title}: HeadingMark, {headed}: Shape): boolean =>
  kinds.includes('poor') && /\bwrong\b/i.test(title) && !headed.has('well') && !headed.has('causes')

const isSubstance = ({kind}: Section): boolean =>
  kind !== undefined && !['title', 'meta', 'people', 'background', 'summary'].includes(kind)

/** Parts of an incident that other sections are sorted by: “Detection” below “Action items” groups items. */
const TOPICS: readonly SectionKind[] = [
  'meta',
  'summary',
  'background',
  'impact',
  'trigger',
  'causes',
  'detection',
  'response',
  'resolution',
]

/** Whether a section of kind `outer` can hold one of kind `inner`, instead of a part that is only called so. */
function mayHold(
  outer: SectionKind,
  inner: SectionKind,
  mark: HeadingMark,
  strength: HeadingMeaning['strength'],
): boolean {
  switch (outer) {
    case 'actions':
      return !TOPICS.includes(inner) && inner !== 'poor' && inner !== 'people'
    case 'well':
    case 'poor':
    case 'lucky':
    case 'lessons':
      return !TOPICS.includes(inner) && inner !== 'timeline'
    case 'timeline':
      return inner !== 'summary' && !(TOPICS.includes(inner) && mark.content.timed)
    case 'external':
    case 'questions':
    case 'recurrence':
      return inner === 'support'
    case 'support':
    case 'people':
      return strength === 'exact' && inner !== 'summary'
    case 'background':
    case 'meta':
      return true
    default:
      return inner !== 'summary'
  }
}

function byContent(kinds: readonly SectionKind[], mark: HeadingMark): readonly SectionKind[] {
  const [kind] = kinds
  if (kind === 'background' && mark.content.timed) return ['timeline', 'background']
  if ((kind === 'resolution' || kind === 'response') && mark.content.tasks) return ['actions', ...kinds]
  return kinds
}
