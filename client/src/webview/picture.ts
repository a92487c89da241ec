import {axisOf, type LayoutOptions, layoutPicture, panFor} from '#core/export/picture/layout.ts'
import type {Target} from '#core/export/picture/shape.ts'
import {shapesOf} from '#core/export/picture/shapes.ts'
import type {Measure} from '#core/export/picture/text-width.ts'
import type {TimelineView} from '#core/export/timeline-view.ts'
import {draw, targetAt} from './draw.ts'
import {isFiltering, matcherOf} from './filter.ts'
import type {State} from './state.ts'

export interface PictureActions {
  choose(target: Target): void
  move(position: {zoom: number; pan: number}): void
}

export interface Picture {
  readonly node: SVGSVGElement
  update(view: TimelineView, state: State): void
  /** Around the middle, or around a place of the picture. */
  zoom(factor: number, x?: number): void
  panBy(pixels: number): void
}

/** As far in as a minute on a day-long axis needs. */
const MOST_ZOOM = 400

/** The drawing with its mouse and wheel. Screen readers have the list, so it is hidden from them. */
export function picture(actions: PictureActions): Picture {
  const node = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  node.setAttribute('aria-hidden', 'true')
  node.setAttribute('class', 'picture')
  const measure = measureLike(node)
  let shown: {view: TimelineView; state: State} | undefined

  const optionsFor = (state: State): LayoutOptions => ({
    width: Math.max(240, node.clientWidth || node.parentElement?.clientWidth || 600),
    zoom: state.zoom,
    pan: state.pan,
    measure,
    unfolded: state.unfolded,
    ...(isFiltering(state.filter) ? {filter: matcherOf(state.filter)} : {}),
    ...(state.current === undefined ? {} : {current: state.current}),
  })
  const zoom = (factor: number, place?: number): void => {
    if (!shown) return
    const {view, state} = shown
    const options = optionsFor(state)
    const axis = axisOf(view, options)
    const x = place === undefined ? axis.width / 2 : Math.max(0, Math.min(axis.width, place - axis.left))
    const wanted = Math.min(MOST_ZOOM, state.zoom * factor)
    // Nobody means 1.01: the whole is the whole.
    const next = wanted < 1.05 ? 1 : wanted
    if (next !== state.zoom)
      actions.move({zoom: next, pan: panFor(view, {...options, zoom: next}, axis.scale.at(x), x)})
  }
  const panBy = (pixels: number): void => {
    if (!shown) return
    const {view, state} = shown
    const axis = axisOf(view, optionsFor(state))
    const pan = Math.max(0, Math.min(axis.pan + pixels, axis.axisWidth - axis.width))
    if (pan !== state.pan) actions.move({zoom: state.zoom, pan})
  }

  node.addEventListener(
    'wheel',
    (wheel) => {
      const isZoom = wheel.ctrlKey || wheel.metaKey
      const across = wheel.shiftKey ? wheel.deltaY : wheel.deltaX
      // The wheel alone scrolls the page.
      if (!isZoom && (shown?.state.zoom === 1 || Math.abs(across) < Math.abs(wheel.shiftKey ? 0 : wheel.deltaY))) return
      wheel.preventDefault()
      if (isZoom) zoom(Math.exp(-wheel.deltaY * 0.004), wheel.offsetX)
      else panBy(across)
    },
    {passive: false},
  )
  listenForDrag(node, panBy, (place) => {
    const target = targetAt(place)
    if (target) actions.choose(target)
  })
  return {
    node,
    zoom,
    panBy,
    update(view, state) {
      shown = {view, state}
      const layout = layoutPicture(view, optionsFor(state))
      node.setAttribute('height', String(Math.ceil(layout.height)))
      node.classList.toggle('zoomed', state.zoom > 1)
      draw(node, shapesOf(layout, state.current))
    },
  }
}

/** A press that moves is a drag, one that does not is a click. */
function listenForDrag(
  node: Element,
  drag: (pixels: number) => void,
  click: (place: EventTarget | null) => void,
): void {
  let last: number | undefined
  let isDrag = false
  node.addEventListener('pointerdown', (event) => {
    const {button, clientX} = event as PointerEvent
    if (button !== 0) return
    last = clientX
    isDrag = false
  })
  node.addEventListener('pointermove', (event) => {
    const {clientX, pointerId, buttons} = event as PointerEvent
    if (last === undefined || !(buttons & 1)) return
    if (!isDrag && Math.abs(clientX - last) < 4) return
    // Only now: a captured pointer would take the click from the mark.
    if (!isDrag) node.setPointerCapture(pointerId)
    isDrag = true
    drag(last - clientX)
    last = clientX
  })
  node.addEventListener('pointerup', () => (last = undefined))
  node.addEventListener('click', ({target}) => {
    if (!isDrag) click(target)
    isDrag = false
  })
}

/** Measures in the face that the page has. */
function measureLike(node: Element): Measure {
  const context = document.createElement('canvas').getContext('2d')
  const widths = new Map<string, number>()
  let family = ''
  return (text, size, bold = false) => {
    if (!context) return text.length * size
    family ||= getComputedStyle(node).fontFamily
    const key = `${bold ? 'b' : ''}${size} ${text}`
    let width = widths.get(key)
    if (width === undefined) {
      context.font = `${bold ? '600 ' : ''}${size}px ${family}`
      width = context.measureText(text).width
      if (widths.size > 20_000) widths.clear()
      widths.set(key, width)
    }
    return width
  }
}
