import type {BlockContent, DefinitionContent, List, ListItem, Paragraph} from 'mdast'
import {spanOf} from '../../markdown/parse.ts'
import type {Span} from '../../text/span.ts'
import {type Entry, type EntryContext, isMeant, readEntry, withoutLabel} from './entry.ts'
import {type PlacedField, readField, readPriority, readType} from './fields.ts'
import {isGroupTitle} from './group.ts'
import {oneLine} from './inline.ts'
import {looksLikeOwner, readOwner} from './owner.ts'
import {isCounterfactual, startsWithVerb} from './prose.ts'
import {readStatus} from './status.ts'
import {isTask} from './table.ts'
import {findTicket} from './ticket.ts'
import {dueValue, readDue} from './due.ts'

export interface ListEntry {
  readonly entry: Entry
  readonly span: Span
}

/** What the line above a list, or the item around it, says about all its items. */
export interface ListLead {
  readonly owner?: Entry['owner']
  readonly due?: Entry['due']
  readonly done?: boolean
  /** Words of the item around the list, put in front of a single child. */
  readonly label?: Span
}

/** The items of a list: its own bullets, or those below bullets that only group. */
export function readList(list: List, text: string, context: EntryContext, lead: ListLead = {}): ListEntry[] {
  const found = list.children.flatMap((item) => readItem(item, text, context, lead))
  return settleOwners(found)
}

function readItem(item: ListItem, text: string, context: EntryContext, lead: ListLead): ListEntry[] {
  const first = item.children[0]
  if (first?.type !== 'paragraph') return first?.type === 'list' ? readList(first, text, context, lead) : []
  const own = behindBox(spanOf(first), item, text)
  const source = text.slice(own.start, own.end)
  const nested = item.children.filter((child): child is List => child.type === 'list')
  const group = nested.length ? groupOf(first, source, nested, text) : undefined
  if (group === 'fields') {
    const entry = withFields(readOwn(item, own, text, context), nested[0]!, text, context)
    return one(item, withTask(entry, nested[0]!, text, context), lead, text)
  }
  if (group) return nested.flatMap((list) => readList(list, text, context, {...lead, ...group}))
  if (!isTask(source) || isRemark(source)) return []
  const entry = readOwn(item, own, text, context)
  return one(
    item,
    entry.ticket || !nested.length ? entry : {...entry, ticket: ticketBelow(nested, text, context)},
    lead,
    text,
  )
}

/** The parser leaves `[ ]` in the paragraph where a link follows it. */
function behindBox(own: Span, item: ListItem, text: string): Span {
  const box = typeof item.checked === 'boolean' ? /^\[[ xX]\]\s+/.exec(text.slice(own.start, own.end)) : null
  return box ? {start: own.start + box[0].length, end: own.end} : own
}

function readOwn(item: ListItem, own: Span, text: string, context: EntryContext): Entry {
  const entry = readEntry(text, own, context)
  return item.checked === null || item.checked === undefined
    ? entry
    : {...entry, done: item.checked || entry.done === true}
}

const one = (item: ListItem, own: Entry, lead: ListLead, text: string): ListEntry[] => {
  const entry = lead.label
    ? {...own, text: oneLine(`${text.slice(lead.label.start, lead.label.end)} ${own.text}`)}
    : own
  const inherited = {owner: entry.owner ?? lead.owner, due: entry.due ?? lead.due, done: entry.done ?? lead.done}
  return [{span: spanOf(item), entry: {...entry, ...inherited}}]
}

/** Bullets that look back, explain or ask the reader to read on. */
const isRemark = (source: string): boolean => {
  const text = oneLine(source).replace(/[*_`]/g, '')
  return (
    isCounterfactual(withoutLabel(text).split(/(?<=[.!?])\s/)[0]!) ||
    /^(?:see (?:also )?(?:https?:|\[|above|below)|note(?: that)?\b|n\.?b\.?\b|for (?:more )?(?:details|information|reference)|as (?:mentioned|described|noted) )/i.test(
      text,
    )
  )
}

/**
 * What a bullet with bullets below it is: a group (`Monitoring:`, `Alice:`, `**Tasks**`), an item with fields below
 * (`Owner: …`, `Due: …`), or an item with details (undefined).
 */
function groupOf(
  first: Paragraph,
  source: string,
  nested: readonly List[],
  text: string,
): ListLead | 'fields' | undefined {
  const children = nested.flatMap((list) => list.children)
  const sources = children.map((child) => (child.children[0] ? sourceOf(child.children[0], text) : ''))
  if (
    sources.some((one) => readField(one)) &&
    sources.filter((one) => readField(one) || TASK_KEY.test(one)).length * 2 >= sources.length
  )
    return 'fields'
  const label = oneLine(source)
    .replace(/[*_`]/g, '')
    .replace(/\s*[:：]$/, '')
    .trim()
  const isLabel =
    /[:：]\s*(?:\*\*|__)?\s*$/.test(source) || (first.children.length === 1 && first.children[0]!.type === 'strong')
  const owner = looksLikeOwner(label) ? {owner: {value: label, span: labelSpan(first, source, label)}} : undefined
  if (owner && (isLabel || label.split(' ').length <= 2)) return owner
  const words = label.split(/\s+/).length
  const tasks = sources.filter(
    (one) => startsWithVerb(bare(one)) || /\b(?:should|must|will|needs? to)\b/i.test(one),
  ).length
  if (isLabel && children.length === 1 && words > 1 && !startsWithVerb(label) && !isGroupTitle(label))
    return {label: spanOf(first), ...statusLead(label)}
  if (isLabel && words <= 2) return statusLead(label)
  if (isLabel && words <= 7 && !startsWithVerb(label) && tasks * 2 >= sources.length) return statusLead(label)
  if (!startsWithVerb(label) && words <= 4 && children.length > 1 && tasks === children.length) return statusLead(label)
  return undefined
}

const bare = (source: string): string => withoutLabel(oneLine(source)).replace(/^[*_`\[\]xX\s]+/, '')

function labelSpan(first: Paragraph, source: string, label: string): Span {
  const {start} = spanOf(first)
  const at = source.indexOf(label)
  return at < 0 ? spanOf(first) : {start: start + at, end: start + at + label.length}
}

/** `Done:`, `In progress (next 2 weeks):` */
export function statusLead(label: string): {done?: boolean} {
  const inner = /\(([^()]+)\)/.exec(label)?.[1]
  const done = readStatus(label.replace(/\([^()]*\)/g, '').trim()) ?? (inner ? readStatus(inner) : undefined)
  return done === undefined ? {} : {done}
}

const sourceOf = (node: BlockContent | DefinitionContent, text: string): string => {
  const {start, end} = spanOf(node)
  return text.slice(start, end)
}

function ticketBelow(nested: readonly List[], text: string, context: EntryContext): Entry['ticket'] {
  for (const list of nested) {
    for (const child of list.children) {
      const {start, end} = spanOf(child)
      const found = findTicket(text.slice(start, end), context.targetOf)
      if (found && !found.reference)
        return {value: found.value, span: {start: start + found.span.start, end: start + found.span.end}}
    }
  }
  return undefined
}

/** Fields of bullets such as `- **Owner**: Dana` below an item or a heading, with offsets of the chunk. */
export function fieldsOf(list: List, text: string): PlacedField[] {
  return list.children.flatMap((item) => {
    const first = item.children[0]
    if (first?.type !== 'paragraph') return []
    const {start, end} = spanOf(first)
    const field = readField(text.slice(start, end))
    return field ? [{name: field.name, value: field.value, at: start + field.at}] : []
  })
}

export const isFieldList = (list: List, text: string): boolean =>
  fieldsOf(list, text).length * 2 >= list.children.length

/** `- Task: …` below a bullet that is only a name. */
const TASK_KEY = /^\s*(?:[*_]{1,2})?(?:task|description|action|what|details?)(?:[*_]{1,2})?\s*:(?:[*_]{1,2})?\s*(?=\S)/i

function withTask(entry: Entry, list: List, text: string, context: EntryContext): Entry {
  if (!/:\s*(?:\*\*|__)?\s*$|^(?:\*\*|__).*(?:\*\*|__)$/.test(entry.task.value)) return entry
  for (const {children} of list.children) {
    if (children[0]?.type !== 'paragraph') continue
    const {start, end} = spanOf(children[0])
    const key = TASK_KEY.exec(text.slice(start, end))
    if (!key) continue
    const described = readEntry(text, {start: start + key[0].length, end}, context)
    return {...described, ...definedOf(entry), text: `${entry.text} ${described.text}`, task: described.task}
  }
  return entry
}

/** The entry with what the fields say; what its own words say wins. */
export function withFields(entry: Entry, list: List, text: string, context: EntryContext): Entry {
  const more: {-readonly [Field in keyof Entry]?: Entry[Field]} = {}
  for (const {name, value, at} of fieldsOf(list, text)) {
    const span = {start: at, end: at + value.length}
    if (name === 'owner') {
      const owner = readOwner(value)
      if (owner) more.owner ??= {value: owner, span}
    } else if (name === 'due') {
      if (isMeant(value)) more.due ??= {value: readDue(value) ?? dueValue(value), span}
    } else if (name === 'ticket') {
      const found = findTicket(value, context.targetOf)
      if (found && !found.reference)
        more.ticket ??= {value: found.value, span: {start: at + found.span.start, end: at + found.span.end}}
      else if (isMeant(value)) more.ticket ??= {value, span}
    } else if (name === 'type') {
      const type = readType(value)
      if (type) more.type ??= {value: type, span}
    } else if (name === 'priority') {
      const priority = readPriority(value)
      if (priority) more.priority ??= {value: priority, span}
    } else more.done ??= readStatus(value)
  }
  return {...more, ...definedOf(entry)}
}

const definedOf = (entry: Entry): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as unknown as Entry

/** `(aki) …` in one item may be anything; in most items of a list it is who does it. */
function settleOwners(found: readonly ListEntry[]): ListEntry[] {
  const perhaps = found.filter(({entry}) => entry.perhapsOwner && !entry.owner).length
  const sure = found.filter(({entry}) => entry.owner).length
  if (!perhaps || perhaps + sure < 2 || (perhaps + sure) * 2 < found.length) return [...found]
  return found.map(({entry, span}) => ({
    span,
    entry: entry.owner || !entry.perhapsOwner ? entry : withOwner(entry, entry.perhapsOwner),
  }))
}

function withOwner(entry: Entry, owner: NonNullable<Entry['owner']>): Entry {
  const {task} = entry
  const name = owner.value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const head = new RegExp(`^[\\[(*_]*${name}[\\])*_]*:?\\s*(?:[-–—]\\s+)?`).exec(task.value)
  const tail = new RegExp(`\\s*(?:[-–—]+|->|→)?\\s*[\\[(]?${name}[\\])]?\\.?$`).exec(task.value)
  if (head && head[0].length < task.value.length) {
    const start = task.span.start + head[0].length
    return {...entry, owner, task: {value: task.value.slice(head[0].length), span: {start, end: task.span.end}}}
  }
  if (!tail || tail.index === 0) return {...entry, owner}
  return {
    ...entry,
    owner,
    task: {value: task.value.slice(0, tail.index), span: {start: task.span.start, end: task.span.end - tail[0].length}},
  }
}
