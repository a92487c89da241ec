import assert from 'node:assert/strict'
import fc from 'fast-check'
import {PostmortemDocument} from '#core'
import {formatMoment} from '#core/document/moment.ts'
import {applyEdits, isApplicable, type TextEdit} from '#core/text/edit.ts'
import {listToTable, tableToList} from '#core/timeline-edits/conversion.ts'
import {askBehind, markFoundLater, tagEntry} from '#core/timeline-edits/entry-text.ts'
import {continueEntry, insertEntry, type NewEntry} from '#core/timeline-edits/new-entry.ts'
import {sortEntries} from '#core/timeline-edits/sort.ts'
import {normalizeZone, stateZone} from '#core/timeline-edits/zone.ts'
import {slipsOf} from '#core/document/timeline/order.ts'
import {anyList, anyTimeline} from '../../support/timelines.ts'

const HEAD = '# Incident of 2024-03-09\n\n## Timeline (UTC)\n\n'
const NOW = {instant: '2024-03-09T16:30:12+01:00', zone: 'Europe/Berlin'}

const read = (text: string): PostmortemDocument => new PostmortemDocument(text)
const apply = (text: string, edits: readonly TextEdit[]): string => applyEdits(text, edits)

/** The text after the edit, with the cursor as `|`. */
function typed(text: string, entry: NewEntry | undefined): string | undefined {
  if (!entry) return undefined
  const newText = `${entry.newText.slice(0, entry.caret)}‸${entry.newText.slice(entry.caret)}`
  return applyEdits(text, [{...entry, newText}])
}

describe('timeline edits', () => {
  it('sort moves whole items and leaves numbers and spacing in place', () => {
    const text = `${HEAD}1. 10:05 Rota answers\n\n   > who?\n\n2. 10:02 Pager fires\n   - graph\n3. 10:07 Drained\n`
    const document = read(text)
    assert.equal(
      apply(text, sortEntries(document, document.timeline.events[0]!)),
      `${HEAD}1. 10:02 Pager fires\n   - graph\n\n2. 10:05 Rota answers\n\n   > who?\n3. 10:07 Drained\n`,
    )
  })

  it('sort leaves entries that would lose their date', () => {
    const text = '## Timeline (UTC)\n\n- 2024-03-09 10:05 a\n- 10:02 b\n'
    assert.deepEqual(sortEntries(read(text), read(text).timeline.events[0]!), [])
  })

  it('sort leaves entries that share a line', () => {
    const text = `${HEAD}10:05 a<br>10:02 b<br>10:07 c\n`
    assert.deepEqual(sortEntries(read(text), read(text).timeline.events[0]!), [])
  })

  it('sort moves headings with what stands below them', () => {
    const text = `${HEAD}### 10:05\n\nRota answers\n\n### 10:02\n\nPager fires\n`
    const document = read(text)
    assert.equal(
      apply(text, sortEntries(document, document.timeline.events[0]!)),
      `${HEAD}### 10:02\n\nPager fires\n\n### 10:05\n\nRota answers\n`,
    )
  })

  it('times are rewritten in their own style', () => {
    const text = '## Timeline\n\n- **2024-03-09 23:30 CET** - a\n- 9 Mar 11:30 PM CET b\n- 2024-03-10 00.10 CET c\n'
    const document = read(text)
    assert.equal(
      apply(text, normalizeZone(document, 'UTC')),
      '## Timeline\n\n- **2024-03-09 22:30 UTC** - a\n- 9 Mar 10:30 PM UTC b\n- 2024-03-09 23.10 UTC c\n',
    )
  })

  it('the zone is stated below the heading', () => {
    const text = '# 2024-03-09\n\n## Timeline\n- 10:02 a\n- 10:03 b\n'
    assert.equal(
      apply(text, [stateZone(read(text), 'UTC')!]),
      '# 2024-03-09\n\n## Timeline\n\nAll times in UTC.\n\n- 10:02 a\n- 10:03 b\n',
    )
  })

  it('tags and “found later” stand in the text', () => {
    const text = `${HEAD}- 10:02 **Ada** assumed a repeat.\n`
    const [event] = read(text).timeline.events
    assert.equal(
      apply(text, [tagEntry(event!, 'assumption'), markFoundLater(read(text), event!)]),
      `${HEAD}- 10:02 [assumption] **Ada** assumed a repeat (found later).\n`,
    )
  })

  it('questions stand below the entry, behind the table, between paragraphs', () => {
    const asked = (text: string): string => apply(text, [askBehind(read(text), read(text).timeline.events[0]!, 'Why?')])
    assert.equal(
      asked(`${HEAD}10. 10:02 a\n    - b\n11. 10:50 c\n`),
      `${HEAD}10. 10:02 a\n    - b\n    > **Ask:** Why?\n11. 10:50 c\n`,
    )
    assert.equal(
      asked(`${HEAD}| Time | Event |\n|--|--|\n| 10:02 | a thing |\n| 10:50 | b |\n\nEnd\n`),
      `${HEAD}| Time | Event |\n|--|--|\n| 10:02 | a thing |\n| 10:50 | b |\n\n> **Ask:** Why?\n\nEnd\n`,
    )
    assert.equal(asked(`${HEAD}10:02 a\n\n10:50 c\n`), `${HEAD}10:02 a\n\n> **Ask:** Why?\n\n10:50 c\n`)
  })

  it('lists become tables and tables lists', () => {
    const list = `${HEAD}- 10:02 Pager fires\n  - graph\n- 10:05 a | b\n`
    const table = `${HEAD}| Time (UTC) | Event |\n| --- | --- |\n| 10:02 | Pager fires<br>graph |\n| 10:05 | a \\| b |\n`
    assert.equal(apply(list, listToTable(read(list), list.length - 4)), table)
    assert.equal(
      apply(table, tableToList(read(table), table.length - 4)),
      `${HEAD}- 10:02 – Pager fires\n  graph\n- 10:05 – a | b\n`,
    )
    const wide = `${HEAD}| When | Who | What happened |\n|--|--|--|\n| 10:02 | JP | Pager fires |\n`
    assert.equal(apply(wide, tableToList(read(wide), wide.length - 4)), `${HEAD}- 10:02 – Pager fires (JP)\n`)
  })

  describe('Enter goes on', () => {
    const enter = (body: string): string | undefined => {
      const text = HEAD + body
      const offset = text.indexOf('‸')
      const plain = text.replace('‸', '')
      return typed(plain, continueEntry(read(plain), offset, NOW))?.slice(HEAD.length)
    }
    it('in lists', () =>
      assert.equal(enter('- 10:02 Pager fires‸\n- 10:05 b\n'), '- 10:02 Pager fires\n- 15:30 ‸\n- 10:05 b\n'))
    it('in bold with a dash', () =>
      assert.equal(enter('* **10:02 UTC** – Pager fires‸\n'), '* **10:02 UTC** – Pager fires\n* **15:30 UTC** – ‸\n'))
    it('in numbered lists', () =>
      assert.equal(enter('3. 10:02: Pager fires‸\n'), '3. 10:02: Pager fires\n4. 15:30: ‸\n'))
    it('in the zone and style of the entry', () =>
      assert.equal(enter('- 2024-03-09 10.02 CET a‸\n'), '- 2024-03-09 10.02 CET a\n- 2024-03-09 16.30 CET ‸\n'))
    it('in tables', () =>
      assert.equal(
        enter('| Who | Time | Event |\n|--|--|--|\n| JP | 10:02 | Pager fires |‸\n'),
        '| Who | Time | Event |\n|--|--|--|\n| JP | 10:02 | Pager fires |\n| | 15:30 | ‸ |\n',
      ))
    it('in paragraphs', () => assert.equal(enter('10:02 a\n\n10:05 b‸\n'), '10:02 a\n\n10:05 b\n\n15:30 ‸\n'))
    it('not in the middle of an entry', () => assert.equal(enter('- 10:02 Pager‸ fires\n'), undefined))
    it('not behind an entry without text', () => assert.equal(enter('- 10:00 a\n- 10:02 ‸\n'), undefined))
    it('not outside', () => assert.equal(enter('- 10:02 a\n\n## Causes\n\nNone.‸\n'), undefined))
  })

  describe('a new event stands at its place', () => {
    const inserted = (body: string, written?: string): string | undefined =>
      typed(HEAD + body, insertEntry(read(HEAD + body), NOW, written))?.slice(HEAD.length)
    it('now', () => assert.equal(inserted('- 10:02 a\n- 10:05 b\n'), '- 10:02 a\n- 10:05 b\n- 15:30 ‸\n'))
    it('between', () => assert.equal(inserted('- 10:02 a\n- 10:05 b\n', '10:03'), '- 10:02 a\n- 10:03 ‸\n- 10:05 b\n'))
    it('in front', () =>
      assert.equal(inserted('- 10:02 a\n- 10:05 b\n', '9:58 am'), '- 09:58 ‸\n- 10:02 a\n- 10:05 b\n'))
    it('on another day with its date', () =>
      assert.equal(
        inserted('- 10:02 a\n- 10:05 b\n', '2024-03-10 00:10'),
        '- 10:02 a\n- 10:05 b\n- 2024-03-10 00:10 ‸\n',
      ))
    it('in a newest-first timeline', () =>
      assert.equal(
        inserted('Newest first.\n\n- 10:05 b\n- 10:02 a\n', '10:03'),
        'Newest first.\n\n- 10:05 b\n- 10:03 ‸\n- 10:02 a\n',
      ))
    it('as a heading', () =>
      assert.equal(
        inserted('### 10:02\n\na\n\n### 10:05\n\nb\n', '10:03'),
        '### 10:02\n\na\n\n### 10:03\n\n‸\n\n### 10:05\n\nb\n',
      ))
    it('in an empty section', () => assert.equal(inserted(''), '- 2024-03-09 15:30 ‸\n\n'))
    it('not for what is no time', () => assert.equal(inserted('- 10:02 a\n', 'soon'), undefined))
  })

  it('edits apply to any timeline and keep its events', () => {
    fc.assert(
      fc.property(anyTimeline, (text) => {
        const document = read(text)
        for (const event of document.timeline.events) {
          for (const edits of [
            sortEntries(document, event),
            normalizeZone(document, 'UTC', [event]),
            [tagEntry(event, 'fact')],
            [askBehind(document, event, 'Why?')],
            listToTable(document, event.span.start),
            tableToList(document, event.span.start),
          ]) {
            assert.ok(isApplicable(text.length, edits))
          }
          const entry = continueEntry(document, event.span.end, NOW)
          if (entry) assert.ok(isApplicable(text.length, [entry]) && entry.caret <= entry.newText.length)
        }
        const entry = insertEntry(document, NOW)
        if (entry) assert.ok(isApplicable(text.length, [entry]) && entry.caret <= entry.newText.length)
      }),
      {numRuns: 150},
    )
  })

  it('sorting tells the same events in the order of time', () => {
    fc.assert(
      fc.property(anyList, (text) => {
        const document = read(text)
        const [event] = document.timeline.events
        const edits = event ? sortEntries(document, event) : []
        const sorted = read(apply(text, edits))
        const keyOf = (one: PostmortemDocument): string[] =>
          one.timeline.events.map(({when, text: what}) => `${formatMoment(when)} ${what}`)
        assert.deepEqual(keyOf(sorted).sort(), keyOf(document).sort())
        if (edits.length) assert.deepEqual(slipsOf(sorted), [])
      }),
    )
  })
})
