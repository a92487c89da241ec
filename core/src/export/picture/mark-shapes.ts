import type {ViewEvent} from '../timeline-view.ts'
import type {EventLabel, Lane, Mark} from './layout.ts'
import {group, half, type Paint, rect, round, type Shape, words} from './shape.ts'

const SIZE = 12

/** The marks of a lane with their labels, in front of the leader lines. */
export function markShapes(lane: Lane, current: number | undefined): Shape[] {
  const leaders = lane.marks.flatMap(({label, events}): Shape[] => {
    if (!label) return []
    const d = `M${half(label.x)} ${lane.trackY}V${round(label.y - 4)}h3`
    return [{key: `leader-${events[0]!.id}`, tag: 'path', attributes: {d}, fill: 'none', stroke: 'line'}]
  })
  return [group(`leaders-${lane.key}`, 'leaders', leaders), ...lane.marks.map((mark) => markShape(mark, lane, current))]
}

function markShape(mark: Mark, {trackY, key}: Lane, current: number | undefined): Shape {
  const {kind, events, label} = mark
  const isCurrent = current !== undefined && events.some(({id}) => id === current)
  return group(
    `${kind}-${key}-${events[0]!.id}`,
    kind,
    [...(isCurrent ? [halo(mark, trackY)] : []), ...body(mark, trackY), ...(label ? [labelShape(label)] : [])],
    {
      title: titleOf(events),
      target: {kind: 'events', ids: events.map(({id}) => id)},
      attributes: isCurrent ? {'data-current': ''} : {},
    },
  )
}

/** A seam in the colour of the ground, so that lines behind the letters do not cut them. */
export const SEAM = {'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke'}

function labelShape({x, y, strong, label}: EventLabel): Shape {
  const {text, ...shape} = words('label', {x: x + 6, y, size: SIZE}, label, 'text', SEAM)
  if (!strong) return {...shape, text, stroke: 'background'}
  return {
    ...shape,
    stroke: 'background',
    children: [
      {key: 'strong', tag: 'tspan', attributes: {'font-weight': 600}, text: strong},
      {key: 'text', tag: 'tspan', attributes: {dx: 5}, text: label},
    ],
  }
}

function halo({kind, x, width}: Mark, y: number): Shape {
  const [left, right] = kind === 'cluster' || kind === 'range' ? [x - 4, x + width + 4] : [x - 10, x + 10]
  const box = {x: left, y: y - 10, width: right - left, height: 20}
  return rect('halo', box, 'background', {rx: 10, 'stroke-width': 2}, 'current')
}

function body({kind, x, width, events, foundLater, phase}: Mark, y: number): Shape[] {
  const paint: Paint = phase ?? 'muted'
  // What became known only afterwards is hollow: nobody could act on it then.
  const fill = foundLater ? 'background' : paint
  const stroke = foundLater ? paint : 'background'
  const line: Shape['attributes'] = foundLater
    ? {'stroke-width': 1.8, 'stroke-dasharray': '2.5 1.5'}
    : {'stroke-width': 1.5}
  switch (kind) {
    case 'range':
      return [rect('bar', {x, y: y - 4, width: Math.max(6, width), height: 8}, fill, {rx: 4, ...line}, stroke)]
    case 'cluster': {
      const count = events.length > 999 ? '…' : String(events.length)
      return [
        rect('pill', {x, y: y - 8, width, height: 16}, 'background', {rx: 8, 'stroke-width': 1.5}, paint),
        words('count', {x: x + width / 2, y: y + 3.5, size: events.length > 99 ? 8 : 10}, count, 'text', {
          'font-weight': 600,
          'text-anchor': 'middle',
        }),
      ]
    }
    case 'milestone': {
      const attributes = {d: `M${round(x)} ${y - 7}l7 7l-7 7l-7 -7z`, 'stroke-linejoin': 'round', ...line}
      const more = events.length - 1
      return [
        {key: 'diamond', tag: 'path', attributes, fill, stroke},
        ...(more
          ? [words('more', {x, y: y - 9, size: 9}, `+${more}`, 'muted', {'font-weight': 600, 'text-anchor': 'middle'})]
          : []),
      ]
    }
    case 'event':
      return [{key: 'dot', tag: 'circle', attributes: {cx: round(x), cy: y, r: 4.5, ...line}, fill, stroke}]
  }
}

const MOST_LISTED = 6

function titleOf(events: readonly ViewEvent[]): string {
  const lines = events.slice(0, MOST_LISTED).map(({clock, text}) => `${clock}  ${text}`)
  const more = events.length - lines.length
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
}
