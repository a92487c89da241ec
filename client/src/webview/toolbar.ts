import type {TimelineView} from '#core/export/timeline-view.ts'
import {button, element} from './element.ts'
import type {Filter} from './filter.ts'

export interface ToolbarActions {
  filter(filter: Partial<Filter>): void
  zoom(factor: number): void
  fit(): void
  export(): void
}

export interface Toolbar {
  readonly node: HTMLElement
  readonly search: HTMLInputElement
  update(view: TimelineView, filter: Filter, zoom: number): void
}

export function toolbar(actions: ToolbarActions): Toolbar {
  const search = element('input', {
    type: 'search',
    placeholder: 'Filter events  ( / )',
    'aria-label': 'Filter events by words',
    spellcheck: 'false',
  })
  search.addEventListener('input', () => actions.filter({text: search.value}))
  const actor = element('select', {'aria-label': 'Filter by actor'})
  actor.addEventListener('change', () => actions.filter({actor: actor.value}))
  const tag = element('select', {'aria-label': 'Filter by tag'})
  tag.addEventListener('change', () => actions.filter({tag: tag.value}))
  const out = button('−', () => actions.zoom(1 / 1.6), {'aria-label': 'Zoom out', title: 'Zoom out (−)', class: 'icon'})
  const fit = button('Fit', () => actions.fit(), {'aria-label': 'Show the whole timeline', title: 'Whole timeline (0)'})
  const zoomIn = button('+', () => actions.zoom(1.6), {'aria-label': 'Zoom in', title: 'Zoom in (+)', class: 'icon'})
  const node = element(
    'div',
    {role: 'toolbar', 'aria-label': 'Timeline', class: 'toolbar'},
    search,
    actor,
    tag,
    element('span', {class: 'zoom'}, out, fit, zoomIn),
    button('Export…', () => actions.export()),
  )
  let shown: string | undefined
  return {
    node,
    search,
    update(view, filter, zoom) {
      const offered = JSON.stringify([view.lanes, view.tags])
      if (offered !== shown) {
        shown = offered
        options(
          actor,
          'All actors',
          view.lanes.map(({id, name, events}) => [String(id), `${name} (${events})`]),
        )
        options(
          tag,
          'All tags',
          view.tags.map((name) => [name, name.replace('-', ' ')]),
        )
      }
      actor.hidden = view.lanes.length === 0
      tag.hidden = view.tags.length === 0
      actor.value = filter.actor
      tag.value = filter.tag
      if (search.value !== filter.text) search.value = filter.text
      out.disabled = fit.disabled = zoom <= 1
    },
  }
}

function options(select: HTMLSelectElement, all: string, entries: readonly (readonly [string, string])[]): void {
  select.replaceChildren(
    element('option', {value: ''}, all),
    ...entries.map(([value, label]) => element('option', {value}, label)),
  )
}
