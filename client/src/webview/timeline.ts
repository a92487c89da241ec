import type {Target} from '#core/export/picture/shape.ts'
import type {ViewEvent} from '#core/export/timeline-view.ts'
import type {FromWebview, PageState, ToWebview} from '../timeline/messages.ts'
import {element} from './element.ts'
import {isFiltering, NO_FILTER} from './filter.ts'
import {header} from './header.ts'
import {entryForKey, entryOf, markCurrent, updateList} from './list.ts'
import {absenceNotice, emptyNotice, problems, untimedNotice} from './notices.ts'
import {picture as createPicture} from './picture.ts'
import {rasterize} from './rasterize.ts'
import {kept, restored, showing, type State} from './state.ts'
import {toolbar as createToolbar} from './toolbar.ts'
import './timeline.css'

declare function acquireVsCodeApi(): {
  postMessage(message: FromWebview): void
  getState(): PageState | undefined
  setState(state: PageState): void
}

const vscode = acquireVsCodeApi()
const page = document.getElementById('page')!
let state: State = restored(vscode.getState())
/** What is on the page; the parts that depend on nothing new are left alone. */
let drawn: State | undefined
let frame = 0

const post = (message: FromWebview): void => vscode.postMessage(message)
const reveal = (start: number, end: number, focus = false): void => post({type: 'reveal', start, end, focus})

function update(next: Partial<State>): void {
  state = {...state, ...next}
  // However many messages and mouse moves come, the page is drawn once a frame.
  frame ||= requestAnimationFrame(() => {
    frame = 0
    render()
  })
}

const list = element('ol', {class: 'list', 'aria-label': 'Events in order of time'})
const said = element('p', {class: 'unseen', role: 'status'})
const top = element('div', {class: 'top'})
const remarks = element('div', {})
const toolbar = createToolbar({
  filter: (change) => update({filter: {...state.filter, ...change}}),
  zoom: (factor) => picture.zoom(factor),
  fit: () => update({zoom: 1, pan: 0}),
  export: () => post({type: 'run', command: 'export'}),
})
const picture = createPicture({choose: chooseTarget, move: update})
const figure = element('div', {class: 'figure'}, picture.node)
const run = (command: Extract<FromWebview, {type: 'run'}>['command']): void => post({type: 'run', command})

function choose(event: ViewEvent | undefined, focus: boolean): void {
  if (!event) return
  update({current: event.id})
  reveal(event.span.start, event.span.end, focus)
}

function ask(toEvent: number): void {
  const gap = state.view?.gaps.find((one) => one.toEvent === toEvent)
  const before = gap && state.view?.events[gap.fromEvent]
  if (before) post({type: 'ask', at: before.span.start, question: gap.question})
}

list.addEventListener('click', ({target, detail}) => {
  const place = target instanceof Element ? target.closest<HTMLElement>('.entry, .ask') : null
  if (!place) return
  if (place.dataset['gap'] === undefined) choose(eventOf(place), detail > 1)
  else ask(Number(place.dataset['gap']))
})

const eventOf = (entry: HTMLElement): ViewEvent | undefined => state.view?.events[Number(entry.dataset['event'])]

function render(): void {
  const {view, absence} = state
  vscode.setState(kept(state))
  if (absence || !view) {
    page.replaceChildren(...(absence ? [absenceNotice(absence, run)] : []))
    drawn = state
    return
  }
  if (view !== drawn?.view || drawn.absence) {
    top.replaceChildren(header(view, reveal))
    const found = problems(view, reveal)
    remarks.replaceChildren(...(view.state === 'untimed' ? [untimedNotice(view)] : found ? [found] : []))
    const parts =
      view.state === 'empty'
        ? [top, emptyNotice(run)]
        : view.state === 'untimed'
          ? [top, remarks, list]
          : [top, toolbar.node, figure, remarks, list, said]
    if (page.childNodes.length !== parts.length || parts.some((part, index) => page.childNodes[index] !== part))
      page.replaceChildren(...parts)
  }
  if (view.state !== 'empty') {
    toolbar.update(view, state.filter, state.zoom)
    if (view !== drawn?.view || state.filter !== drawn.filter) {
      updateList(list, view, state)
      const {length} = list.querySelectorAll('.entry')
      said.textContent = isFiltering(state.filter) ? `${length} of ${view.events.length} events` : ''
      list.classList.toggle('nothing', length === 0)
    } else if (state.current !== drawn.current) markCurrent(list, state.current)
    if (view.state === 'ready') picture.update(view, state)
    if (state.current !== drawn?.current && state.current !== undefined) scrollTo(state.current)
  }
  drawn = state
}

/** Keeps the row of the current event in sight, without moving the page while the picture can be seen. */
function scrollTo(event: number): void {
  const entry = entryOf(list, event)
  if (!entry || document.activeElement === entry) return
  if (list.scrollHeight > list.clientHeight) {
    const [row, frame] = [entry.getBoundingClientRect(), list.getBoundingClientRect()]
    if (row.top < frame.top || row.bottom > frame.bottom) list.scrollTop += row.top - frame.top - frame.height / 2
  }
}

function chooseTarget(target: Target): void {
  const {view} = state
  if (!view) return
  switch (target.kind) {
    case 'events': {
      // A mark that stands for several events leads through them, one click after the other.
      const at = target.ids.indexOf(state.current ?? -1)
      return choose(view.events[target.ids[(at + 1) % target.ids.length]!], false)
    }
    case 'gap':
      return choose(view.events[target.from], false)
    case 'phase':
      return choose(view.events[view.phases.find(({name}) => name === target.name)?.fromEvent ?? -1], false)
    case 'fold': {
      const unfolded = new Set(state.unfolded)
      unfolded.add(target.from)
      update({unfolded, zoom: 1, pan: 0})
    }
  }
}

document.addEventListener('keydown', (event) => {
  const {key, target} = event
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
    if (key !== 'Escape') return
    update({filter: NO_FILTER, unfolded: new Set()})
    focusEntry()
  } else if (key === '/') toolbar.search.focus()
  else if (key === '+' || key === '=') picture.zoom(1.6)
  else if (key === '-') picture.zoom(1 / 1.6)
  else if (key === '0') update({zoom: 1, pan: 0, unfolded: new Set()})
  else if (key === 'Escape') update({filter: NO_FILTER})
  else if (event.shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight'))
    picture.panBy(key === 'ArrowLeft' ? -120 : 120)
  else if (key === 'Enter' && target instanceof HTMLElement && target.classList.contains('entry'))
    choose(eventOf(target), true)
  else {
    const entry = list.isConnected ? entryForKey(list, key, document.activeElement) : undefined
    if (!entry) return
    entry.focus()
    choose(eventOf(entry), false)
  }
  event.preventDefault()
})

const focusEntry = (): void => list.querySelector<HTMLElement>('.entry[tabindex="0"]')?.focus()

window.addEventListener('message', ({data}: MessageEvent<ToWebview>) => {
  switch (data.type) {
    case 'show':
      return update(showing(state, data.uri, data.view))
    case 'absent':
      return update({uri: data.uri, view: undefined, absence: data.because})
    case 'cursor':
      return update({current: data.event})
    case 'rasterize':
      return void rasterize(data.svg).then((png) => post({type: 'png', ...(png ? {data: png} : {})}))
  }
})
new ResizeObserver(() => update({})).observe(page)
post({type: 'ready', ...(state.uri ? {uri: state.uri} : {})})
