import type {Located, ActionType} from '../action-item.ts'
import type {Span} from '../../text/span.ts'
import {dueValue, findDue, type FoundDue, readDue} from './due.ts'
import {fieldsAtEnd, type PlacedField, readPlainType, readPriority, readType} from './fields.ts'
import {masked, oneLine} from './inline.ts'
import {
  HANDLE,
  isHandles,
  isInitials,
  looksLikeName,
  looksLikeOwner,
  looksLikeTeam,
  mayBeOwner,
  readOwner,
  subjectOwner,
} from './owner.ts'
import {DONE_MARK, MAY_TELL_STATUS, OPEN_MARK, readStatus, reportsDone, STATUS_AT_END} from './status.ts'
import {findTicket} from './ticket.ts'
import {isIn} from './words.ts'
import {WORDS} from './words.generated.ts'

/** What the words of one item say. Spans count as the span that was given. */
export interface Entry {
  readonly text: string
  readonly textSpan: Span
  readonly task: Located
  readonly owner?: Located
  /** An owner only if other items of the list have the same shape, or if the document knows the name. */
  readonly perhapsOwner?: Located
  readonly due?: Located
  readonly ticket?: Located
  /** The label of the ticket's link where its address stands in another chunk. */
  readonly ticketLabel?: Located
  readonly type?: Located<ActionType>
  readonly priority?: Located
  readonly done?: boolean
}

export interface EntryContext {
  /** The address behind a reference link. */
  readonly targetOf: (label: string) => string | undefined
  /** Whether the text uses the word in lower case elsewhere, as names are never. */
  readonly isCommonWord: (word: string) => boolean
}

type Draft = {-readonly [Field in keyof Entry]?: Entry[Field]}

/** Reads one item: marks at its ends are fields, what is left between them is the task. */
export function readEntry(source: string, span: Span, context: EntryContext): Entry {
  const raw = source.slice(span.start, span.end)
  const draft: Draft = {}
  const put = makePut(draft, span.start)
  const ends = {head: 0, tail: raw.length}

  const fields = fieldsAtEnd(raw, masked(raw))
  if (fields) {
    for (const field of fields.fields) putField(field, put, context)
    // `Owner: …` in front leaves nothing to do; then it is the item's own words.
    if (/\w/.test(raw.slice(0, fields.start))) ends.tail = fields.start
  }
  const ticket = findTicket(raw.slice(0, LONGEST), context.targetOf)
  if (ticket?.reference) put('ticketLabel', ticket.reference, ticket.span)
  else if (ticket) put('ticket', ticket.value, ticket.span)

  trimTail(raw, ends, ticket?.cut, put)
  trimHead(raw, ends, ticket?.cut, put)
  if (!/[\p{L}\p{N}]/u.test(raw.slice(ends.head, ends.tail))) Object.assign(ends, {head: 0, tail: raw.length})

  const task = oneLine(raw.slice(ends.head, ends.tail))
  const words = withoutLabel(task)
  const taskSpan = {start: span.start + ends.head, end: span.start + ends.tail}
  if (!draft.owner) {
    const owner = subjectOwner(words, context.isCommonWord)
    const at = owner ? raw.indexOf(owner) : -1
    if (owner && at >= 0) put('owner', owner, {start: at, end: at + owner.length})
  }
  if (!draft.due) {
    const due = findDue(masked(raw)) ?? dueInBrackets(raw)
    if (due) put('due', due.value, due.span)
  }
  if (draft.done === undefined && (reportsDone(words) || /^~~[^]*~~$/.test(raw.trim()))) draft.done = true
  return {...draft, text: oneLine(raw), textSpan: span, task: {value: task, span: taskSpan}}
}

/** `As a longer solution (Q2 2026), we will …` */
function dueInBrackets(raw: string): FoundDue | undefined {
  const match = /\(((?:(?:early|mid|late|end of) )?[qh][1-4](?: \d{4})?|next (?:week|month|quarter|sprint))\)/i.exec(
    raw,
  )
  return match ? {value: match[1]!, span: {start: match.index + 1, end: match.index + 1 + match[1]!.length}} : undefined
}

/** “**Retry limits**: Implemented …” without what stands in front of the colon. */
export const withoutLabel = (task: string): string =>
  task.replace(/^(?:\*\*|__)[^*_]{1,80}(?:\*\*|__)\s*(?:[:–—-]\s*)?(?=\S)|^[\p{Lu}`][^.:!?]{1,50}:\s+(?=\p{Lu})/u, '')

/** No address of an item stands farther behind, and no mark reaches farther from its end. */
const LONGEST = 4000
const REACH = 400

type Put = (
  name: 'owner' | 'perhapsOwner' | 'due' | 'ticket' | 'ticketLabel' | 'type' | 'priority' | 'done',
  value: string | boolean,
  at?: Span,
) => void

/** The first place that tells a field wins. */
const makePut =
  (draft: Draft, base: number): Put =>
  (name, value, at) => {
    if (draft[name] !== undefined) return
    if (name === 'done') draft.done = value as boolean
    else (draft as Record<string, unknown>)[name] = {value, span: {start: base + at!.start, end: base + at!.end}}
  }

function putField({name, value, at}: PlacedField, put: Put, context: EntryContext): void {
  const span = {start: at, end: at + value.length}
  switch (name) {
    case 'owner': {
      const owner = readOwner(value)
      if (owner) put('owner', owner, {start: at + value.indexOf(owner), end: at + value.indexOf(owner) + owner.length})
      break
    }
    case 'due':
      if (isMeant(value)) put('due', readDue(value) ?? dueValue(value), span)
      break
    case 'ticket': {
      const ticket = findTicket(value, context.targetOf)
      if (ticket && !ticket.reference)
        put('ticket', ticket.value, {start: at + ticket.span.start, end: at + ticket.span.end})
      else if (isMeant(value)) put('ticket', value, span)
      break
    }
    case 'type': {
      const type = readType(value)
      if (type) put('type', type, span)
      break
    }
    case 'priority': {
      const priority = readPriority(value)
      if (priority) put('priority', priority, span)
      break
    }
    case 'status': {
      const done = readStatus(value)
      if (done !== undefined) put('done', done)
    }
  }
}

/** Whether a value is more than a placeholder. */
export const isMeant = (value: string): boolean =>
  /[\p{L}\p{N}]/u.test(value) &&
  !/^\W*(?:tb[acd]|n\/?a|none|unknown|todo|y{2,4}[-/]m{2}[-/]d{2}|xx+|-+|(?:insert |add )?(?:date|ticket|link|url|key))\W*$/i.test(
    value,
  ) &&
  !/^\s*[[{<].*[\]}>]\s*$/.test(value.replace(/\[[^\]]*\]\([^)]*\)|<https?:[^>]*>/g, 'x'))

interface Ends {
  head: number
  tail: number
}

const HANDLE_LIST = `${HANDLE}(?:(?:\\s*(?:,|;|&|/|\\+|and)\\s*|\\s+)${HANDLE})*`
const ONE_HANDLE = new RegExp(`^${HANDLE}$`)
const HANDLES_AT_HEAD = new RegExp(`^(${HANDLE_LIST})\\s*(?:[:–—-]\\s*|(?:to|will|should)\\s+(?=[a-z]))?`)
const HANDLES_AT_TAIL = new RegExp(`(?:[\\s([–—:>→-]|\\b(?:by|owner)\\b)*(?<![\\w])(${HANDLE_LIST})[\\s)\\].]*$`)

function trimHead(raw: string, ends: Ends, ticket: Span | undefined, put: Put): void {
  for (let round = 0; round < 8; round++) {
    const rest = raw.slice(ends.head, ends.tail)
    const length = /^\s+/.exec(rest)?.[0].length ?? readHead(rest, ends.head, ticket, put)
    if (!length) return
    ends.head += length
  }
}

/** The length of the mark at the start, after telling what it means; 0 where there is none. */
function readHead(rest: string, at: number, ticket: Span | undefined, put: Put): number {
  const box = /^\[([*xX✓✔~-])\]\s+/.exec(rest)
  if (box) return (put('done', !'~-'.includes(box[1]!)), box[0].length)
  if (DONE_MARK.test(rest) || OPEN_MARK.test(rest))
    return (put('done', DONE_MARK.test(rest)), /^[\p{Extended_Pictographic}\u{FE0F}✓✗☐]+/u.exec(rest)?.[0].length ?? 0)
  const emoji = /^(?:[\p{Extended_Pictographic}\u{FE0F}\u{200D}]+|:[a-z0-9_]+:)(?=\s)/u.exec(rest)
  if (emoji && !/^\d/.test(emoji[0])) return emoji[0].length
  if (ticket && ticket.start === at && ticket.end > at) {
    const tail = /^\s*[\])]*\s*(?:[:–—-]+\s*)?/.exec(rest.slice(ticket.end - at))![0]
    return ticket.end - at + tail.length
  }
  if (ticket && ticket.end > ticket.start && /^[[(]$/.test(rest.slice(0, Math.max(0, ticket.start - at))))
    return ticket.start - at
  const group = /^([[(])([^[\]()]{1,60})[\])](?![([])\s*(?:[:–—]\s*|-\s+)?/.exec(rest)
  if (group && readGroup(group[2]!, at + 1, group[1] === '[', 'head', put)) return group[0].length
  const bold = /^(\*\*|__)([^*_\n]{1,40}?)[:.]?\1\s*(?:[:–—]\s*|-\s+)?/.exec(rest)
  if (bold && rest.length > bold[0].length && readBold(bold[2]!, at + bold[1]!.length, put)) return bold[0].length
  const word =
    /^(DONE|TODO|TO DO|WIP|FIXED|ONGOING|P[0-4]|HIGH|MEDIUM|LOW|CRITICAL)\b(?:\s*(?:[:–—]\s*|-\s+)|(?<=DONE|TODO)\s+(?=\S))/.exec(
      rest,
    )
  if (word && readGroup(word[1]!, at, true, 'head', put)) return word[0].length
  const handles = HANDLES_AT_HEAD.exec(rest)
  if (handles)
    return (put('owner', handles[1]!.replace(/`/g, ''), {start: at, end: at + handles[1]!.length}), handles[0].length)
  const suffixed = /^([a-z][\w-]+@)\s+(?:(?:to|will|should)\s+)?/.exec(rest)
  if (suffixed) return (put('owner', suffixed[1]!, {start: at, end: at + suffixed[1]!.length}), suffixed[0].length)
  const name = /^([\p{L}][\p{L}'’.\s&,/-]{0,40}):\s+(?=\S)/u.exec(rest)
  if (name && (looksLikeTeam(name[1]!) || isInitials(name[1]!)))
    return (put('owner', name[1]!, {start: at, end: at + name[1]!.length}), name[0].length)
  if (name && looksLikeName(name[1]!)) put('perhapsOwner', name[1]!, {start: at, end: at + name[1]!.length})
  return 0
}

function readBold(content: string, at: number, put: Put): boolean {
  const span = {start: at, end: at + content.length}
  const done = readStatus(content)
  if (done !== undefined) return (put('done', done), true)
  const priority = /^[a-z]/.test(content) ? undefined : readPriority(content)
  if (priority) return (put('priority', priority, span), true)
  const type = readPlainType(content)
  if (type) return (put('type', type, span), true)
  if (isInitials(content) || ONE_HANDLE.test(content)) return (put('owner', content, span), true)
  if (looksLikeName(content)) put('perhapsOwner', content, span)
  return false
}

/** What stands in brackets at an end of the item. False where it belongs to the task. */
function readGroup(content: string, at: number, isSquare: boolean, place: 'head' | 'tail', put: Put): boolean {
  const value = content.trim()
  const span = {start: at, end: at + content.length}
  const done = readStatus(value)
  if (done !== undefined && (isSquare || value.length > 3)) return (put('done', done), true)
  const priority = readPriority(value)
  if (
    priority &&
    (isSquare || /^p\d$/i.test(priority) || /priority/i.test(value) || /^(?:high|medium|low|critical)$/i.test(value))
  )
    return (put('priority', priority, span), true)
  const type = isSquare ? readType(value) : readPlainType(value)
  if (type) return (put('type', type, span), true)
  const due = readDue(value)
  if (due && !/^\d+$/.test(value)) return (put('due', due, span), true)
  if (/^[\s?.…-]*$/.test(value) || isIn(WORDS.no_names, value)) return false
  if (place === 'head') {
    if (
      looksLikeTeam(value) ||
      (isSquare && (looksLikeOwner(value) || (/^[a-z][\w.-]{1,19}\??$/.test(value) && mayBeOwner(value))))
    ) {
      return (put('owner', value.replace(/\?$/, ''), span), true)
    }
    if (mayBeOwner(value)) put('perhapsOwner', value, span)
    return false
  }
  if (isHandles(value) || looksLikeTeam(value) || (isSquare && looksLikeOwner(value)))
    return (put('owner', value.replace(/`/g, ''), span), true)
  if (looksLikeOwner(value) || (isSquare && mayBeOwner(value))) put('perhapsOwner', value, span)
  return false
}

const TICKET = /^(?:#\d+|[A-Z][A-Z\d]+-\d+)$/

/** “(#614, merged)”, “(#617, by 31 January, @mara)”: what each part of a bracket says. False where a part says something else. */
function readParts(content: string, at: number, put: Put): boolean {
  let isAllRead = true
  for (const {0: part, index} of content.matchAll(/[^,;]+/g)) {
    const value = part.trim()
    const start = at + index + part.indexOf(value)
    const span = {start, end: start + value.length}
    const done = value.length > 3 ? readStatus(value) : undefined
    const due = done === undefined && !/^\d+$/.test(value) ? readDue(value) : undefined
    if (done !== undefined) put('done', done)
    else if (ONE_HANDLE.test(value)) put('owner', value, span)
    else if (due) put('due', due, span)
    else if (index === 0 && mayBeOwner(value)) put('perhapsOwner', value, span)
    else if (!TICKET.test(value)) isAllRead = false
  }
  return isAllRead
}

function trimTail(raw: string, ends: Ends, ticket: Span | undefined, put: Put): void {
  for (let round = 0; round < 8; round++) {
    const from = Math.max(ends.head, ends.tail - REACH)
    const rest = raw.slice(from, ends.tail)
    const space = /\s+$/.exec(rest)
    const length = space ? space[0].length : readTail(rest, from, ticket, put)
    if (!length || ends.tail - length <= ends.head) return
    ends.tail -= length
  }
}

function readTail(rest: string, at: number, ticket: Span | undefined, put: Put): number {
  const list = /\s*\(([^()]{1,80}[,;][^()]{1,80})\)\.?$/.exec(rest)
  if (
    list &&
    list.index > 0 &&
    !isHandles(list[1]!.trim()) &&
    readParts(list[1]!, at + list.index + list[0].indexOf('(') + 1, put)
  )
    return list[0].length
  if (
    ticket &&
    ticket.end > ticket.start &&
    ticket.start > at &&
    ticket.end <= at + rest.length &&
    /^[\s)\].,;]*$/.test(rest.slice(ticket.end - at))
  ) {
    const before =
      /(?:[\s([–—:,;-]|\b(?:see|via|in|at|tracked (?:in|by|as|at)|tracking|ticket|ticker|issue|bug|pr|pull request|jira|linear|github|link|filed|opened|created|logged|raised|tracked)\b)*$/i.exec(
        rest.slice(0, ticket.start - at),
      )!
    return rest.length - before.index
  }
  const mayName = rest.includes('@')
  const handles = mayName ? HANDLES_AT_TAIL.exec(rest) : null
  if (handles) {
    const start = at + handles.index + handles[0].indexOf(handles[1]!)
    return (put('owner', handles[1]!.replace(/`/g, ''), {start, end: start + handles[1]!.length}), handles[0].length)
  }
  const suffixed = mayName ? /\s[-–—(]?\s*([a-z][\w-]+@)\)?$/.exec(rest) : null
  if (suffixed)
    return (
      put('owner', suffixed[1]!, {
        start: at + rest.lastIndexOf(suffixed[1]!),
        end: at + rest.lastIndexOf(suffixed[1]!) + suffixed[1]!.length,
      }),
      suffixed[0].length
    )
  const status = MAY_TELL_STATUS.test(rest) ? STATUS_AT_END.exec(rest) : null
  if (status && status.index > 0) {
    const done = readStatus(status[1] ?? status[2] ?? '')
    if (done !== undefined) return (put('done', done), rest.length - status.index)
  }
  const group = /\s*([[(])([^[\]()]{1,80})[\])]\.?$/.exec(rest)
  if (
    group &&
    group.index > 0 &&
    readGroup(group[2]!, at + group.index + group[0].indexOf(group[1]!) + 1, group[1] === '[', 'tail', put)
  )
    return group[0].length
  const dash = /\s+(?:[-–—]+|->|→|=>)\s+([\p{L}@][\p{L}\p{N}@'’.,&/ -]{1,40})\.?$/u.exec(rest)
  if (dash) {
    const start = at + rest.length - dash[0].length + dash[0].indexOf(dash[1]!)
    const span = {start, end: start + dash[1]!.length}
    const due = readDue(dash[1]!)
    if (due) return (put('due', due, span), dash[0].length)
    if (looksLikeTeam(dash[1]!)) return (put('owner', dash[1]!, span), dash[0].length)
    if (looksLikeOwner(dash[1]!)) put('perhapsOwner', dash[1]!, span)
  }
  const mark = /\s*(?:✅|☑️|✔️|✔|⏳|🚧|🔄)$/u.exec(rest)
  if (mark) return (put('done', DONE_MARK.test(mark[0].trim())), mark[0].length)
  return 0
}
