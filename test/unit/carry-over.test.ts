import assert from 'node:assert/strict'
import fc from 'fast-check'
import type {Finding} from '#core'
import {carryOver} from '../../server/src/analysis.ts'

const at = (start: number, end: number): Finding => ({
  rule: 'r',
  severity: 'hint',
  message: '',
  span: {start, end},
  fixes: [],
})
const text = fc.oneof(
  fc.string({maxLength: 60, unit: fc.constantFrom('a', 'b')}),
  fc.string({minLength: 9000, maxLength: 9100, unit: fc.constantFrom('a', 'b')}),
)

describe('findings of an earlier version', () => {
  it('move with the text behind the change, and go where it touches them', () => {
    const moved = carryOver([at(0, 3), at(4, 7), at(8, 11)], 'one two six', 'one three six')
    assert.deepEqual(
      moved.map(({span}) => span),
      [
        {start: 0, end: 3},
        {start: 10, end: 13},
      ],
    )
  })

  it('stand on the same words as before', () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.nat(30),
        text,
        fc.nat(),
        fc.nat(9),
        (older, offset, length, insert, place, size) => {
          const start = offset % (older.length + 1)
          const newer = older.slice(0, start) + insert + older.slice(start + length)
          const from = place % (older.length + 1)
          const finding = at(from, Math.min(from + size, older.length))
          for (const {span} of carryOver([finding], older, newer)) {
            assert.equal(newer.slice(span.start, span.end), older.slice(finding.span.start, finding.span.end))
          }
        },
      ),
    )
  })
})
