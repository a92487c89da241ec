import assert from 'node:assert/strict'
import fc from 'fast-check'
import {ChunkMemo, PostmortemDocument} from '#core'
import {gapsOf, metricsOf, milestonesOf} from '#core/document/milestones.ts'
import {formatMoment} from '#core/document/moment.ts'
import {statedDurationsOf} from '#core/document/timeline/stated-durations.ts'
import {readTime, readWhole} from '#core/document/timeline/written-time.ts'
import {anyTime, anyTimeline} from '../../support/timelines.ts'

const anyMarkdown = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '# ',
        '- ',
        '10:02',
        '| a | b |\n|--|--|\n| 10:02 | x |',
        '\n\n',
        '```',
        '<li>',
        '**',
        'T+5m',
        '2024-03-09',
        ' UTC',
        '[',
        '](',
        '\\',
        'for two hours',
        '> ',
      ),
      fc.string({maxLength: 12}),
    ),
    {maxLength: 40},
  )
  .map((parts) => parts.join(''))

describe('timeline reader, any text', () => {
  it('spans lie inside the text and inside each other', () => {
    fc.assert(
      fc.property(fc.oneof(anyTimeline, anyMarkdown, fc.string({maxLength: 200})), (text) => {
        const document = new PostmortemDocument(text)
        for (const event of document.timeline.events) {
          for (const {start, end} of [
            event.span,
            event.whenSpan,
            event.textSpan,
            event.container,
            ...(event.actor ? [event.actor.span] : []),
          ]) {
            assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`)
          }
          assert.ok(event.whenSpan.start >= event.span.start && event.whenSpan.end <= event.span.end)
          const iso = formatMoment(event.when)
          if (iso?.includes('T')) assert.ok(!Number.isNaN(Date.parse(iso)), iso)
          if (event.when?.minutes !== undefined && event.when.elapsed === undefined)
            assert.ok(event.when.minutes >= 0 && event.when.minutes < 1441)
        }
        milestonesOf(document)
        for (const {seconds} of metricsOf(document)) assert.ok(seconds >= 0)
        for (const {seconds} of gapsOf(document)) assert.ok(seconds > 0)
        for (const {chunk} of document.chunks) for (const {minutes} of statedDurationsOf(chunk)) assert.ok(minutes > 0)
      }),
      {numRuns: 400},
    )
  })

  it('with and without a memo it reads the same', () => {
    fc.assert(
      fc.property(anyTimeline, fc.nat(), fc.constantFrom('x', '\n', '- 10:02 a\n', '## B\n'), (text, at, typed) => {
        const memo = new ChunkMemo()
        void new PostmortemDocument(text, {memo}).timeline
        const edited = text.slice(0, at % (text.length + 1)) + typed + text.slice(at % (text.length + 1))
        assert.deepEqual(new PostmortemDocument(edited, {memo}).timeline, new PostmortemDocument(edited).timeline)
      }),
      {numRuns: 150},
    )
  })

  it('times end where they say', () => {
    fc.assert(
      fc.property(fc.oneof(anyTime, fc.string({maxLength: 40})), fc.string({maxLength: 10}), (time, rest) => {
        const text = time + rest
        const written = readTime(text)
        if (written) assert.ok(written.start >= 0 && written.end > written.start && written.end <= text.length)
        for (const place of Object.values(written?.places ?? {}))
          assert.ok(place.start >= written!.start - 1 && place.end <= written!.end + 1)
        readWhole(text)
      }),
      {numRuns: 500},
    )
  })

  it('is quick on hostile lines', () => {
    const start = performance.now()
    for (const text of [
      '10:02 '.repeat(4000),
      '['.repeat(8000),
      '**10:02'.repeat(2000),
      `- ${'('.repeat(8000)}`,
      `${' '.repeat(300)}10:02`,
      '2 hours '.repeat(2000),
      'for an hour and '.repeat(1500),
      'Jan '.repeat(5000),
      `at ${'9'.repeat(9000)}`,
      '\n'.repeat(5000) + '2 h',
      `3${' '.repeat(8000)}hours`,
    ]) {
      const document = new PostmortemDocument(`# 2024-03-09\n\n## Timeline\n\n${text}\n`)
      void document.timeline
      for (const {chunk} of document.chunks) statedDurationsOf(chunk)
      milestonesOf(document)
    }
    assert.ok(performance.now() - start < 5000)
  })
})
