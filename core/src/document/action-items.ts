import type {PlacedChunk} from '../markdown/chunks.ts'
import {shift, type Span} from '../text/span.ts'
import type {ActionItem, Located} from './action-item.ts'
import {type ChunkItem, contextOf, itemsOf, mayHoldItems, readHeadingItem} from './actions/chunk-items.ts'
import type {Entry} from './actions/entry.ts'
import {groupOfTitle, isGroupTitle, type TitleGroup} from './actions/group.ts'
import {looksLikeOwner} from './actions/owner.ts'
import type {SectionKind} from './kinds.ts'
import type {PostmortemDocument} from './postmortem-document.ts'
import {effectiveKind, isKind, type Section} from './section.ts'

/** Everything the document promises to do, in order: items of its sections of actions, and those marked as items elsewhere. */
export function readActionItems(document: PostmortemDocument): ActionItem[] {
  const sections = document.sections.filter((section) => actionsSection(section))
  // A narrative without sections promises in its sentences.
  const isNarrative = document.sections.every(({kind}) => kind === 'title')
  const found: Found[] = []
  let next = 0
  for (const {chunk, start} of document.chunks) {
    const end = start + chunk.text.length
    while (next < sections.length && sections[next]!.span.end <= start) next++
    if (!isNarrative && !mayHoldItems(chunk) && !(next < sections.length && sections[next]!.span.start < end)) continue
    for (const item of itemsOf(chunk)) {
      const section = document.sectionAt(item.span.start + start)
      if (counts(item, section, document) || (isNarrative && item.isVow))
        found.push({item, by: start, place: shift(item.span, start), section})
    }
  }
  const accepted = withHeadings(withoutProse(found), sections, document)
  const groupOf = groupsOnce()
  return accepted
    .sort((a, b) => a.place.start - b.place.start)
    .map((one) => toActionItem(one, groupOf(one.section), document))
}

interface Found {
  readonly item: ChunkItem
  /** Offset of the chunk. */
  readonly by: number
  readonly place: Span
  readonly section: Section | undefined
}

/** The section of actions that a section is or stands in; the outermost where several are nested. */
export function actionsSection(section: Section | undefined): Section | undefined {
  let found: Section | undefined
  for (let at = section; at && at.kind !== 'title'; at = at.parent) {
    if (isKind(at, 'actions')) found = at
    else if (at.kind && !INSIDE.has(at.kind) && !(at.kind === 'people' && looksLikeOwner(at.title))) return found
  }
  return found
}

/** Kinds that a heading below “Action items” may seem to have: `### Detection`, `### Mitigation`. */
const INSIDE: ReadonlySet<SectionKind> = new Set([
  'detection',
  'response',
  'resolution',
  'summary',
  'trigger',
  'impact',
])

function counts(item: ChunkItem, section: Section | undefined, document: PostmortemDocument): boolean {
  const actions = actionsSection(section)
  if (item.scope === 'anywhere') return actions !== undefined || !isElsewhere(section)
  if (!actions || item.span.start === undefined) return false
  if (isAdvice(actions, document) && isAddressed(item.entry.text)) return false
  // In “Lessons and actions” a bullet counts only where it is something to do.
  return item.isTask || (actions.kind === 'actions' && actions.also.length === 0)
}

const isElsewhere = (section: Section | undefined): boolean => {
  const kind = effectiveKind(section)
  return kind === 'timeline' || kind === 'support' || kind === 'meta'
}

/** “Recommendations” may speak to the readers of the document instead of to its authors. */
const isAdvice = (section: Section, document: PostmortemDocument): boolean =>
  /recommend|advice|guidance|what (?:should|can|do)\b.*\byou\b/i.test(section.title) &&
  /\b(?:users?|maintainers|customers|operators|you|your|developers|readers)\b/i.test(
    document.text.slice(section.bodyStart, section.bodyStart + 600),
  )

const isAddressed = (text: string): boolean =>
  /^(?:all |any |every |if |for )?(?:[\w-]+ )?(?:(?:package |application |software |node |web |app )?(?:maintainers?|users?|customers?|consumers?|operators?|developers?|administrators?|admins?|organi[sz]ations?|projects?|everyone|anyone)(?: and \w+)*)\s+(?:should|must|can|are|need|who|may)\b/i.test(
    text.replace(/[*_`]/g, ''),
  ) || /\byour?\b|\bwe (?:strongly )?recommend\b/i.test(text)

/** Prose counts only where its section has no list and no table of items, and nothing inside another item does. */
function withoutProse(found: readonly Found[]): Found[] {
  const listed: Found[] = []
  let end = -1
  for (const one of found) {
    if (one.item.scope === 'prose') continue
    if (one.place.end > end) listed.push(one)
    end = Math.max(end, one.place.end)
  }
  const places = listed.map(({place}) => place)
  const kept = new Set(listed)
  return found.filter((one) => {
    if (one.item.scope !== 'prose') return kept.has(one)
    const {start} = one.place
    const above = places[firstFrom(places, start + 1) - 1]
    return !(above && start < above.end) && !(one.section && holdsStart(places, one.section.span))
  })
}

/** The index of the first place that starts at an offset or behind it. */
function firstFrom(places: readonly Span[], offset: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

const holdsStart = (places: readonly Span[], outer: Span): boolean =>
  (places[firstFrom(places, outer.start)]?.start ?? Infinity) < outer.end

/** Headings below a section of actions that hold no items are items themselves, unless they only group. */
function withHeadings(found: Found[], sections: readonly Section[], document: PostmortemDocument): Found[] {
  const places = found.filter(({item}) => item.scope !== 'prose').map(({place}) => place)
  const parents = new Set(sections.map(({parent}) => parent))
  const headings = sections.flatMap((section): Found[] => {
    if (
      section.style === 'label' ||
      isKind(section, 'actions') ||
      parents.has(section) ||
      holdsStart(places, section.span) ||
      isGroupTitle(section.title)
    )
      return []
    const placed = chunkAt(document.chunks, section.heading.start)
    const read =
      placed && readHeadingItem(placed.chunk, shift(section.heading, -placed.start), section.span.end - placed.start)
    return read
      ? [
          {
            item: {...read, source: 'heading', scope: 'section', isTask: true},
            by: placed.start,
            place: shift(read.span, placed.start),
            section: section.parent,
          },
        ]
      : []
  })
  if (!headings.length) return found
  const inside = headings.map(({place}) => place)
  const isBelowHeading = (place: Span): boolean =>
    place.start < (inside[firstFrom(inside, place.start + 1) - 1]?.end ?? -1)
  return [...found.filter((one) => !isBelowHeading(one.place)), ...headings]
}

const chunkAt = (chunks: readonly PlacedChunk[], offset: number): PlacedChunk | undefined =>
  chunks.findLast(({start}) => start <= offset)

function toActionItem({item, by, place}: Found, group: TitleGroup, document: PostmortemDocument): ActionItem {
  const {entry} = item
  const owner =
    entry.owner ??
    (entry.perhapsOwner && isKnownName(entry.perhapsOwner.value, document) ? entry.perhapsOwner : undefined)
  const moved = <Value>(located: Located<Value> | undefined): Located<Value> | undefined =>
    located && {value: located.value, span: shift(located.span, by)}
  const label = entry.ticket ? undefined : entry.ticketLabel
  const target = label && targetOf(document, label.value)
  return {
    span: place,
    source: item.source,
    text: entry.text,
    textSpan: shift(entry.textSpan, by),
    task: moved(entry.task)!,
    owner: moved(owner) ?? group.owner,
    due: moved(entry.due) ?? group.due,
    ticket: moved(entry.ticket ?? (target ? {value: target, span: label!.span} : undefined)),
    type: moved(entry.type as Entry['type']) ?? group.type,
    priority: moved(entry.priority) ?? group.priority,
    done: entry.done ?? group.done,
  }
}

/** The address of a link definition in any chunk. */
function targetOf(document: PostmortemDocument, label: string): string | undefined {
  const key = `[${label.trim().toLowerCase().replace(/\s+/g, ' ')}]`
  const home = document.chunks.find(({chunk}) => chunk.definitions.includes(key))
  return home && contextOf(home.chunk).targetOf(label)
}

/** `groupsAround`, asked once a section. */
function groupsOnce(): (section: Section | undefined) => TitleGroup {
  const known = new Map<Section | undefined, TitleGroup>()
  return (section) => {
    let group = known.get(section)
    if (!group) known.set(section, (group = groupsAround(section)))
    return group
  }
}

/** What the headings around an item say about it: `### Robert`, `### Detection`, `### Done`, `### Next (Q3 2026)`. */
function groupsAround(section: Section | undefined): TitleGroup {
  let result: TitleGroup = {}
  let depth = Infinity
  for (let at = section; at && at.kind !== 'title'; at = at.parent) {
    // A heading of the same level that the outline hangs below another says nothing about it.
    if (at.depth >= depth) continue
    depth = at.depth
    const isOutermost = isKind(at, 'actions') && !actionsSection(at.parent)
    result = {...groupOfTitle(at, !isOutermost), ...result}
    if (isOutermost) break
  }
  return result
}

/** Whether somebody of that name acts in the timeline or stands in the list of people. */
function isKnownName(name: string, document: PostmortemDocument): boolean {
  const known = (other: string): boolean => other.toLowerCase() === name.toLowerCase()
  if (Object.values(document.metadata.people).some((people) => people?.some(({value}) => known(value)))) return true
  if (document.timeline.events.some(({actor}) => actor && known(actor.name))) return true
  const word = new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u')
  return document.sectionsOf('people').some(({bodyStart, span}) => word.test(document.text.slice(bodyStart, span.end)))
}
