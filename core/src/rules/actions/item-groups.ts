import type {ActionItem} from '../../document/action-item.ts'
import {actionsSection} from '../../document/action-items.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import type {Section} from '../../document/section.ts'
import type {Related} from '../../lint/finding.ts'
import type {Span} from '../../text/span.ts'

/** The items of one section of actions, subsections included; items outside of such sections make one group. */
export interface ItemGroup {
  readonly section: Section | undefined
  /** Where a finding about the whole group stands: the heading, else the first item. */
  readonly at: Span
  readonly items: readonly ActionItem[]
  /** Items that nothing calls done. */
  readonly open: readonly ActionItem[]
}

const known = new WeakMap<PostmortemDocument, readonly ItemGroup[]>()

/** All groups that hold items, in order. */
export function itemGroups(document: PostmortemDocument): readonly ItemGroup[] {
  let groups = known.get(document)
  if (!groups) known.set(document, (groups = readGroups(document)))
  return groups
}

function readGroups(document: PostmortemDocument): ItemGroup[] {
  const groups = new Map<Section | undefined, ActionItem[]>()
  for (const item of document.actionItems) {
    const section = actionsSection(document.sectionAt(item.span.start))
    const group = groups.get(section)
    if (group) group.push(item)
    else groups.set(section, [item])
  }
  return [...groups].map(([section, items]) => ({
    section,
    items,
    at: section?.heading ?? items[0]!.textSpan,
    open: items.filter(({done}) => !done),
  }))
}

/** The places of the items that a finding about their section is about; more than twenty help nobody. */
export const placesOf = (items: readonly ActionItem[], message: string): Related[] =>
  items.slice(0, 20).map((item) => ({span: item.task.span, message}))

/** `1 open item`, `4 open items` */
export const openItems = (n: number): string => `${n} open item${n === 1 ? '' : 's'}`
