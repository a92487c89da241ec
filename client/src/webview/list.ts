import {select} from 'd3-selection'
import {type Row, rowsOf} from '#core/export/picture/rows.ts'
import type {TimelineView, ViewEvent} from '#core/export/timeline-view.ts'
import {element} from './element.ts'
import {isFiltering, matcherOf} from './filter.ts'
import type {State} from './state.ts'

/** What a row was made from: one that says the same is left as it is. */
const made = new WeakMap<Element, string>()

/** The events in order of time: all that the picture says, for reading, for keyboards and for screen readers. */
export function updateList(list: HTMLOListElement, view: TimelineView, state: State): void {
  const rows = rowsOf(view, isFiltering(state.filter) ? matcherOf(state.filter) : undefined)
  const items = select(list)
    .selectChildren<HTMLLIElement, Row>('li')
    .data(rows, (row) => row.key)
    .join('li')
    .order()
  items.each(function (row) {
    const text = signature(row)
    if (made.get(this) === text) return
    made.set(this, text)
    fill(this, row, view)
  })
  markCurrent(list, state.current)
}

/** All that a row shows. Places in the text are not among it: while somebody types above, the rows stay as they are. */
function signature(row: Row): string {
  if (row.kind === 'day') return row.label
  if (row.kind === 'gap') return `${row.gap.label} ${row.gap.question}`
  const {clock, iso, until, text, milestones, tags, foundLater, phase} = row.event
  return [clock, iso, until, text, milestones, tags, foundLater, phase, row.phase].join('\n')
}

/** One row takes part in tabbing, the others are reached with arrows. */
export function markCurrent(list: HTMLOListElement, current: number | undefined): void {
  list.querySelectorAll('[aria-current], [tabindex="0"]').forEach((entry) => {
    entry.removeAttribute('aria-current')
    entry.setAttribute('tabindex', '-1')
  })
  const entry = (current === undefined ? null : entryOf(list, current)) ?? list.querySelector('.entry')
  entry?.setAttribute('tabindex', '0')
  if (current !== undefined && entry === entryOf(list, current)) entry?.setAttribute('aria-current', 'true')
}

export const entryOf = (list: Element, event: number): HTMLElement | null =>
  list.querySelector(`[data-event="${event}"]`)

function fill(item: HTMLLIElement, row: Row, view: TimelineView): void {
  item.className = row.kind
  switch (row.kind) {
    case 'day':
      item.replaceChildren(row.label)
      return
    case 'gap':
      item.replaceChildren(
        element('span', {class: 'length'}, row.gap.label),
        element(
          'span',
          {class: 'question'},
          element('span', {class: 'unseen'}, 'without an entry. '),
          row.gap.question,
        ),
        element(
          'button',
          {
            type: 'button',
            class: 'ask',
            'data-gap': row.gap.toEvent,
            'aria-label': `Insert the question: ${row.gap.question}`,
          },
          'Insert question',
        ),
      )
      return
    case 'event':
      item.dataset['phase'] = row.event.phase ?? 'none'
      item.replaceChildren(entry(row.event, row.phase, view))
  }
}

function entry(event: ViewEvent, phase: string | undefined, view: TimelineView): HTMLElement {
  return element(
    'button',
    {type: 'button', class: 'entry', tabindex: '-1', 'data-event': event.id, 'data-later': event.foundLater},
    element(
      'span',
      {class: 'time', title: event.iso ?? ''},
      event.clock || '–',
      event.until === undefined ? '' : element('span', {class: 'until'}, `–${clockAt(event.until, view)}`),
    ),
    element('span', {
      class: 'dot',
      'aria-hidden': 'true',
      'data-kind': event.milestones.length ? 'milestone' : 'event',
    }),
    element(
      'span',
      {class: 'what'},
      event.text || '(no text)',
      ...event.milestones.map((name) =>
        element('span', {class: 'badge milestone'}, name === 'start' ? 'start of impact' : name),
      ),
      ...event.tags
        .filter((tag) => !(event.milestones as readonly string[]).includes(tag))
        .map((tag) => element('span', {class: 'badge'}, tag.replace('-', ' '))),
    ),
    phase ? element('span', {class: 'phase'}, element('span', {class: 'unseen'}, 'begins: '), phase) : undefined,
  )
}

const clockAt = (at: number, {offset}: TimelineView): string =>
  new Date(at + offset * 60_000).toISOString().slice(11, 16)

/** The entry that a key leads to; undefined for other keys. */
export function entryForKey(list: Element, key: string, from: Element | null): HTMLElement | undefined {
  const entries = [...list.querySelectorAll<HTMLElement>('.entry')]
  const at = entries.findIndex((one) => one === from)
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return entries[Math.min(at + 1, entries.length - 1)]
    case 'ArrowUp':
    case 'ArrowLeft':
      return entries[Math.max(at - 1, 0)]
    case 'Home':
      return entries[0]
    case 'End':
      return entries.at(-1)
    default:
      return undefined
  }
}
