import assert from 'node:assert/strict'
import fc from 'fast-check'
import {layoutPicture, type PictureLayout, panFor} from '#core/export/picture/layout.ts'
import {viewAt, viewOf} from './views.ts'

const INCIDENT = viewOf(
  '2024-03-04 16:10 Platform team merges the change [introduced]',
  '13:20 First empty pages [start]',
  '13:52 A page fires [detected]',
  '14:04–14:12 Query nodes restart',
  '14:34 Results are back [mitigated]',
  '2024-03-06 09:30 Two more shops had seen it [found later]',
)

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where text stands, lane by lane and in the strips above and below. */
function textBoxes({lanes, ticks, axisY}: PictureLayout): Box[] {
  const labels = lanes.flatMap(({marks}) =>
    marks.flatMap(({label}) =>
      label ? [{left: label.x + 6, right: label.x + 6 + label.width, top: label.y - 10, bottom: label.y + 3}] : [],
    ),
  )
  const times = ticks
    .filter(({label}) => label)
    .map(({x, label}) => ({
      left: x - label.length * 3,
      right: x + label.length * 3,
      top: axisY - 16,
      bottom: axisY - 4,
    }))
  return [...labels, ...times]
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const anyMinutes = fc.array(fc.oneof(fc.integer({min: 0, max: 300}), fc.integer({min: 0, max: 20_000})), {
  minLength: 1,
  maxLength: 60,
})

describe('layout of the picture', () => {
  it('folds what is quiet and draws the rest in proportion', () => {
    const {scale, folds} = layoutPicture(INCIDENT, {width: 1000})
    assert.deepEqual(
      folds.map(({label}) => label),
      ['21 h 10 min', '18 h 56 min'],
    )
    const at = INCIDENT.events.map((event) => scale.x(event.at!))
    assert.ok(Math.abs((at[2]! - at[1]!) / (at[4]! - at[1]!) - 32 / 74) < 0.01)
  })

  it('draws a folded stretch in full when asked', () => {
    const unfolded = new Set(INCIDENT.quiet.map(({from}) => from))
    assert.deepEqual(layoutPicture(INCIDENT, {width: 1000, unfolded}).folds, [])
  })

  it('puts actors on lanes, beside them where it is wide and above them where it is narrow', () => {
    const wide = layoutPicture(INCIDENT, {width: 1000})
    const narrow = layoutPicture(INCIDENT, {width: 400})
    assert.deepEqual(
      wide.lanes.map(({name}) => name),
      ['What happened', 'Platform team'],
    )
    assert.ok(wide.plot.left > 80 && narrow.plot.left < 20)
    assert.ok(narrow.lanes.every(({nameY, trackY}) => nameY < trackY - 8))
  })

  it('names phases with their length where there is room', () => {
    assert.deepEqual(
      layoutPicture(INCIDENT, {width: 1000}).phases.map(({label}) => label),
      ['Introduced', 'Impact 1 h 14 min', 'Detection 32 min', 'Response 42 min'],
    )
  })

  it('gives the question of a gap a row of its own', () => {
    const view = viewOf(
      '09:45 Branch deleted [start]',
      '10:25 Reader writes [detected]',
      '10:59 Published again',
      '11:49 Docs are back [resolved]',
    )
    const {gaps, height, plot} = layoutPicture(view, {width: 1000})
    assert.deepEqual(
      gaps.map(({label, question}) => [label?.label, question?.label]),
      view.gaps.map(({label, question}) => [`? ${label}`, question]),
    )
    assert.equal(new Set(gaps.map(({label}) => label!.y)).size, gaps.length)
    assert.ok(height > plot.bottom + gaps.length * 18)
  })

  it('draws events together that would lie on one another, and loses none', () => {
    const view = viewAt(Array.from({length: 200}, (_, i) => i))
    const marks = layoutPicture(view, {width: 400}).lanes.flatMap((lane) => lane.marks)
    assert.ok(marks.length < 120)
    assert.deepEqual(
      marks.flatMap(({events}) => events.map(({id}) => id)).sort((a, b) => a - b),
      view.events.map(({id}) => id),
    )
  })

  it('draws only what is in sight when zoomed', () => {
    const view = viewAt(Array.from({length: 2000}, (_, i) => i * 3))
    const {lanes, ticks} = layoutPicture(view, {width: 1000, zoom: 60, pan: 20_000})
    assert.ok(lanes.reduce((sum, {marks}) => sum + marks.length, 0) < 100)
    assert.ok(ticks.length < 30)
  })

  it('knows the moment of every place, whatever the width', () => {
    fc.assert(
      fc.property(anyMinutes, fc.integer({min: 240, max: 1600}), (minutes, width) => {
        const view = viewAt(minutes)
        const {scale, plot} = layoutPicture(view, {width})
        assert.equal(scale.at(-50), view.from)
        assert.ok(scale.at(plot.width) >= view.to!)
        for (let x = 0; x < plot.width; x += 7) assert.ok(scale.at(x) <= scale.at(x + 7))
        for (const {at} of view.events) assert.ok(Math.abs(scale.x(scale.at(scale.x(at!))) - scale.x(at!)) < 0.01)
      }),
    )
  })

  it('zooms around a place', () => {
    const options = {width: 1000, zoom: 8}
    const at = INCIDENT.events[2]!.at!
    const {scale} = layoutPicture(INCIDENT, {...options, pan: panFor(INCIDENT, options, at, 300)})
    assert.ok(Math.abs(scale.x(at) - 300) < 0.5)
  })

  it('keeps the axis where it is when events are filtered', () => {
    const all = layoutPicture(INCIDENT, {width: 1000})
    const few = layoutPicture(INCIDENT, {width: 1000, filter: ({id}) => id === 2})
    assert.equal(few.scale.x(INCIDENT.events[2]!.at!), all.scale.x(INCIDENT.events[2]!.at!))
    assert.deepEqual(
      few.lanes.flatMap(({marks}) => marks.map(({events}) => events[0]!.id)),
      [2],
    )
  })

  it('survives nothing, a single event, and events at one time', () => {
    for (const view of [viewOf(), viewOf('10:00 One'), viewOf('10:00 One', '10:00 Two'), viewOf('HH:MM When')]) {
      const {width, height} = layoutPicture(view, {width: 300})
      assert.ok(width === 300 && Number.isFinite(height) && height > 0)
    }
  })

  it('is monotone, inside the picture, and without text on text, for any events and widths', () => {
    fc.assert(
      fc.property(
        anyMinutes,
        fc.integer({min: 240, max: 1600}),
        fc.constantFrom(1, 1, 4, 30),
        (minutes, width, zoom) => {
          const view = viewAt(minutes)
          const layout = layoutPicture(view, {width, zoom, pan: zoom > 1 ? width : 0})
          const inTime = view.events.map(({at}) => at!).sort((a, b) => a - b)
          for (let i = 1; i < inTime.length; i++)
            assert.ok(layout.scale.x(inTime[i]!) >= layout.scale.x(inTime[i - 1]!))
          for (const {marks, trackY, top, height} of layout.lanes) {
            assert.ok(trackY > top && trackY < top + height && top + height <= layout.height)
            for (const {x, width: long, label} of marks) {
              assert.ok(Number.isFinite(x))
              if (zoom === 1) assert.ok(x >= 0 && layout.plot.left + x + long <= width + 1)
              if (label) assert.ok(layout.plot.left + label.x + 6 + label.width <= width + 1 && label.y < top + height)
            }
          }
          const boxes = textBoxes(layout)
          boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => assert.ok(!overlap(a, b), JSON.stringify([a, b]))))
        },
      ),
      {numRuns: 150},
    )
  })
})
