import type {GapBand, PhaseBar, PictureLayout, PlacedFold} from './layout.ts'
import {markShapes, SEAM} from './mark-shapes.ts'
import {group, level, rect, round, type Shape, type Target, upright, words} from './shape.ts'

const SIZE = 12
const SMALL = 11

/** The layout as shapes, from the back to the front. */
export function shapesOf(layout: PictureLayout, current?: number): Shape[] {
  const {plot, lanes, width, height} = layout
  const content = [
    ...layout.folds.map((fold) => foldBand(fold, layout)),
    ...layout.gaps.map((band) => gapBand(band, layout)),
    ...axis(layout),
    ...layout.folds.map((fold) => foldMark(fold, layout)),
    ...layout.phases.map(phaseShape),
    ...lanes.flatMap((lane) => markShapes(lane, current)),
    ...layout.gaps.flatMap(gapText),
  ]
  return [
    ...lanes.slice(1).map(({key, top}) => level(`lane-${key}`, top, SIZE, width - SIZE, 'grid')),
    {
      key: 'plot',
      tag: 'svg',
      attributes: {x: plot.left, y: 0, width: plot.width + SIZE, height, overflow: 'hidden'},
      children: content,
    },
    ...lanes
      .filter(({label}) => label)
      .map(({key, name, label, nameY}) => ({
        ...words(`name-${key}`, {x: SIZE, y: nameY, size: SIZE}, label, 'muted'),
        ...(label === name ? {} : {title: name}),
      })),
  ]
}

function axis({ticks, days, midnights, axisY, plot, scale, folds}: PictureLayout): Shape[] {
  // The line stops where time is folded.
  const stops = [scale.x(-Infinity), ...folds.flatMap(({left, right}) => [left, right]), scale.x(Infinity)]
  const lines = stops.flatMap((from, index) =>
    index % 2 ? [] : [level(`axis-${index}`, axisY, from, stops[index + 1]!, 'line')],
  )
  const middle = {'text-anchor': 'middle'}
  return [
    ...ticks.map(({at, x}) => upright(`grid-${at}`, x, axisY, plot.bottom, 'grid')),
    ...midnights.map((x, index) =>
      upright(`midnight-${index}`, x, axisY, plot.bottom, 'line', {'stroke-dasharray': '2 3'}),
    ),
    ...lines,
    ...ticks.map(({at, x}) => upright(`tick-${at}`, x, axisY - 3, axisY, 'line')),
    ...ticks
      .filter(({label}) => label)
      .map(({at, x, label}) => words(`time-${at}`, {x, y: axisY - 6, size: SMALL}, label, 'muted', middle)),
    ...days.map(({x, y, label}) => words(`day-${label}`, {x, y, size: SMALL}, label, 'text', {'font-weight': 600})),
  ]
}

function foldBand({from, left, right}: PlacedFold, {axisY, plot}: PictureLayout): Shape {
  return rect(`fold-${from}`, {x: left, y: axisY, width: right - left, height: plot.bottom - axisY}, 'fold')
}

/** A break in the axis: two strokes across it, and how long the break is. */
function foldMark({from, left, right, label, title}: PlacedFold, {axisY}: PictureLayout): Shape {
  const middle = (left + right) / 2
  const stroke = (dx: number): string => `M${round(middle + dx - 3)} ${axisY + 5}l6 -9`
  const d = `${stroke(-2.5)}${stroke(2.5)}`
  const dots = {'stroke-dasharray': '1 3'}
  return group(
    `break-${from}`,
    'fold',
    [
      rect('area', {x: left, y: axisY - 18, width: right - left, height: 24}, 'none', {'pointer-events': 'all'}),
      level('axis', axisY, left, right, 'line', dots),
      {key: 'strokes', tag: 'path', attributes: {d, 'stroke-width': 1.2}, fill: 'none', stroke: 'muted'},
      words('label', {x: middle, y: axisY - 6, size: SMALL}, label, 'muted', {
        'font-style': 'italic',
        'text-anchor': 'middle',
      }),
    ],
    {title, target: {kind: 'fold', from}},
  )
}

const gapTarget = ({gap}: GapBand): Target => ({kind: 'gap', from: gap.fromEvent, to: gap.toEvent})

function gapBand(band: GapBand, {plot, axisY}: PictureLayout): Shape {
  const {gap, x, width, label} = band
  const bottom = label?.y ?? plot.bottom
  const dashes = {'stroke-dasharray': '3 3'}
  return group(
    `gap-${gap.fromEvent}-${gap.toEvent}`,
    'gap',
    [
      rect('band', {x, y: axisY, width, height: bottom - axisY}, 'gap'),
      upright('from', x, axisY, bottom, 'muted', dashes),
      upright('to', x + width, axisY, bottom, 'muted', dashes),
    ],
    {title: `${gap.label} without an entry. ${gap.question}`, target: gapTarget(band)},
  )
}

function gapText(band: GapBand): Shape[] {
  const {gap, label, question} = band
  if (!label) return []
  const box = {x: Math.round(label.x) + 0.5, y: label.y + 0.5, width: Math.round(label.width) - 1, height: 18}
  const y = label.y + 13.5
  const shapes = [
    rect('box', box, 'background', {rx: 9}, 'muted'),
    words('text', {x: label.x + label.width / 2, y, size: SMALL}, label.label, 'text', {
      'font-weight': 600,
      'text-anchor': 'middle',
    }),
  ]
  if (question) {
    const attributes = {...SEAM, 'font-style': 'italic', ...(question.isEnd ? {'text-anchor': 'end'} : {})}
    const text = words('question', {x: question.x, y, size: SMALL}, question.label, 'muted', attributes)
    shapes.push({...text, stroke: 'background'})
  }
  const key = `question-${gap.fromEvent}-${gap.toEvent}`
  return [group(key, 'gap', shapes, {title: gap.question, target: gapTarget(band)})]
}

function phaseShape({name, title, label, x, y, width, height}: PhaseBar): Shape {
  return group(
    `phase-${name}`,
    'phase',
    [
      rect('bar', {x, y, width, height}, `${name}-tint`, {rx: 2}),
      rect('edge', {x, y: y + height - 3, width, height: 3}, name, {rx: 1}),
      ...(label ? [words('label', {x: x + 6, y: y + 12.5, size: SMALL}, label, 'text')] : []),
    ],
    {title, target: {kind: 'phase', name}},
  )
}
