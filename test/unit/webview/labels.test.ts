import assert from 'node:assert/strict'
import fc from 'fast-check'
import {type LabelWish, placeLabels} from '#core/export/picture/labels.ts'

const wish = (id: number, x: number, width: number, priority = 0): LabelWish => ({id, x, width, priority})

const rowsOf = (wishes: readonly LabelWish[], rows: number): (number | undefined)[] => {
  const placed = placeLabels(wishes, rows)
  return wishes.map(({id}) => placed.get(id)?.row)
}

describe('labels of the picture', () => {
  it('stand in one row while there is room', () => {
    assert.deepEqual(rowsOf([wish(0, 0, 50), wish(1, 80, 50), wish(2, 160, 50)], 3), [0, 0, 0])
  })

  it('go down in stairs to the left where they reach under one another', () => {
    assert.deepEqual(rowsOf([wish(0, 0, 100), wish(1, 20, 100), wish(2, 40, 100)], 3), [2, 1, 0])
  })

  it('are left out where there is no row, the least important first', () => {
    assert.deepEqual(rowsOf([wish(0, 0, 100, 2), wish(1, 20, 100), wish(2, 40, 100, 1)], 2), [1, undefined, 0])
  })

  it('take less room where that gives them a row', () => {
    const wishes = [{...wish(0, 0, 100, 1), least: 30}, wish(1, 50, 100, 2)]
    assert.deepEqual(rowsOf(wishes, 1), [0, 0])
    assert.deepEqual(placeLabels(wishes, 1).get(0), {row: 0, room: 40})
  })

  it('never lie on one another or on a leader line, and may grow into their room', () => {
    const anyWish = fc.record({
      x: fc.integer({min: 0, max: 900}),
      width: fc.integer({min: 5, max: 240}),
      priority: fc.nat(3),
    })
    fc.assert(
      fc.property(fc.array(anyWish, {maxLength: 60}), fc.integer({min: 1, max: 6}), (wanted, rows) => {
        const wishes = wanted.map((one, id) => ({id, ...one}))
        const placed = [...placeLabels(wishes, rows)].map(([id, place]) => ({...wishes[id]!, ...place}))
        for (const a of placed) {
          assert.ok(a.row >= 0 && a.row < rows)
          assert.ok(a.room >= a.width)
          for (const b of placed) {
            if (a.id === b.id) continue
            const crosses = a.x <= b.x && b.x < a.x + a.room
            // “b” begins where “a” has text: its line comes from above, so it has to end above.
            if (crosses) assert.ok(b.row < a.row || a.x === b.x, JSON.stringify([a, b]))
          }
        }
      }),
      {numRuns: 500},
    )
  })

  it('with the highest priority are never left out for others', () => {
    assert.deepEqual(
      rowsOf([...Array.from({length: 20}, (_, i) => wish(i, i * 5, 200)), wish(99, 40, 200, 9)], 2).at(-1) !==
        undefined,
      true,
    )
  })
})
