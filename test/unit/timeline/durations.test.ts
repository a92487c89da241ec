import assert from 'node:assert/strict'
import {PostmortemDocument} from '#core'
import {statedDurationsOf} from '#core/document/timeline/stated-durations.ts'

/** The durations of a text as they are written, with their minutes. */
const durations = (text: string): [string, number][] =>
  new PostmortemDocument(text).chunks.flatMap(({chunk}) =>
    statedDurationsOf(chunk).map(({span, minutes}): [string, number] => [
      chunk.text.slice(span.start, span.end),
      minutes,
    ]),
  )

describe('stated durations', () => {
  it('have several parts, halves and words', () => {
    assert.deepEqual(durations('The outage lasted 2 days, 3 hours and 5 minutes.'), [
      ['2 days, 3 hours and 5 minutes', 3065],
    ])
    assert.deepEqual(durations('Time to detect: 12 minutes 5½ hours\n'), [['12 minutes 5½ hours', 342]])
    assert.deepEqual(durations('It was down for two and a half hours.'), [['two and a half hours', 150]])
    assert.deepEqual(durations('It was down for half an hour.'), [['half an hour', 30]])
  })

  it('run over the end of a line and up to three spaces, and no farther', () => {
    assert.deepEqual(durations('The outage lasted an hour and\n  a half.'), [['an hour and\n  a half', 90]])
    assert.deepEqual(durations('The outage lasted 1 h   30 m.'), [['1 h   30 m', 90]])
    assert.deepEqual(durations('The outage lasted 1 h    30 m.'), [
      ['1 h', 60],
      ['30 m', 30],
    ])
    assert.deepEqual(durations('The outage lasted 1 h\t30 m.'), [['1 h\t30 m', 90]])
  })
})
