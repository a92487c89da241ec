import assert from 'node:assert/strict'
import {best, type Ratios, worsened} from '../../bench/comparison.ts'

const stored: Ratios[] = [
  {words: 1733, ratios: {cold: 2, warm: 0.1}},
  {words: 6946, ratios: {cold: 1.8}},
]

describe('the comparison with stored ratios', () => {
  it('tells what is worse by half, and nothing else', () => {
    assert.deepEqual(worsened(stored, [{words: 1733, ratios: {cold: 2.9, warm: 0.16}}]), [
      {words: 1733, name: 'warm', before: 0.1, now: 0.16},
    ])
    assert.deepEqual(worsened(stored, [{words: 6946, ratios: {cold: 2.8}}]), [
      {words: 6946, name: 'cold', before: 1.8, now: 2.8},
    ])
  })

  it('compares texts of about the same length, and what was stored', () => {
    assert.deepEqual(worsened(stored, [{words: 1800, ratios: {cold: 9}}]).length, 1)
    assert.deepEqual(worsened(stored, [{words: 3000, ratios: {cold: 9}}]), [])
    assert.deepEqual(worsened(stored, [{words: 6946, ratios: {warm: 9}}]), [])
  })

  it('takes the best of several measurements, ratio by ratio', () => {
    const first = {words: 1733, ratios: {cold: 4, warm: 0.1}}
    const second = {words: 1733, ratios: {cold: 2, warm: 0.3}}
    assert.deepEqual(best([first, {words: 6946, ratios: {cold: 1}}, second]), [
      {words: 1733, ratios: {cold: 2, warm: 0.1}},
      {words: 6946, ratios: {cold: 1}},
    ])
  })
})
