import assert from 'node:assert/strict'
import {rowsOf} from '#core/export/picture/rows.ts'
import {type Filter, isFiltering, matcherOf, NO_FILTER} from '../../../client/src/webview/filter.ts'
import {kept, restored, showing} from '../../../client/src/webview/state.ts'
import {eventAt} from '../../../client/src/timeline/event-at.ts'
import {viewOf} from './views.ts'

const lines = (...entries: string[]): string[] =>
  rowsOf(viewOf(...entries)).map((row) =>
    row.kind === 'day' ? `# ${row.label}` : row.kind === 'gap' ? `? ${row.gap.label}` : row.event.text,
  )

describe('list beside the picture', () => {
  it('is in order of time, whatever the order of the document', () => {
    assert.deepEqual(lines('10:00 Two', '09:50 One', '10:10 Three'), ['# 5 Mar', 'One', 'Two', 'Three'])
  })

  it('begins a new day where one begins', () => {
    assert.deepEqual(lines('23:50 Before', '2024-03-06 00:10 After'), ['# 5 Mar', 'Before', '# 6 Mar', 'After'])
  })

  it('keeps entries without a time behind the one they follow', () => {
    assert.deepEqual(lines('HH:MM Zero', '10:00 One', 'HH:MM Two', '11:00 Three'), [
      'Zero',
      '# 5 Mar',
      'One',
      'Two',
      'Three',
    ])
  })

  it('asks the question of a gap where the gap is', () => {
    const rows = lines('09:45 Deleted [start]', '10:25 Reported [detected]', '10:59 Published', '11:49 Back [resolved]')
    assert.equal(rows.indexOf('? 50 min'), rows.indexOf('Published') + 1)
  })
})

describe('filter of the preview', () => {
  const view = viewOf(
    '10:00 Support sees errors [fact]',
    '10:05 On-call engineer restarts the cache [decision]',
    '10:09 Errors end',
  )
  const matching = (filter: Partial<Filter>): number[] =>
    view.events.filter(matcherOf({...NO_FILTER, ...filter})).map(({id}) => id)

  it('looks for all words in the whole entry', () => {
    assert.deepEqual(matching({text: 'ERRORS'}), [0, 2])
    assert.deepEqual(matching({text: 'cache 10:05'}), [1])
  })

  it('narrows by actor and tag', () => {
    const lane = view.lanes.find(({name}) => name === 'On-call engineer')!
    assert.deepEqual(matching({actor: String(lane.id)}), [1])
    assert.deepEqual(matching({tag: 'fact'}), [0])
    assert.deepEqual(matching({tag: 'fact', text: 'cache'}), [])
  })

  it('knows when it asks for nothing', () => {
    assert.equal(isFiltering(NO_FILTER), false)
    assert.equal(isFiltering({...NO_FILTER, text: '  '}), false)
    assert.equal(isFiltering({...NO_FILTER, tag: 'fact'}), true)
  })
})

describe('state of the preview', () => {
  const view = viewOf('10:00 One', '10:05 Two')

  it('is there again after a reload', () => {
    const state = {
      ...showing(restored(undefined), 'a', view),
      zoom: 3,
      pan: 40,
      filter: {...NO_FILTER, text: 'x'},
      unfolded: new Set([7]),
    }
    const again = restored(JSON.parse(JSON.stringify(kept(state))))
    assert.deepEqual(kept(again), kept(state))
    assert.equal(showing(again, 'a', view).zoom, 3)
  })

  it('starts anew for another document, and goes on for another version', () => {
    const state = {...showing(restored(undefined), 'a', view), zoom: 3, current: 1}
    assert.equal(showing(state, 'a', view).current, 1)
    assert.equal(showing(state, 'b', view).zoom, 1)
    assert.equal(showing(state, 'a', viewOf('10:00 One')).current, undefined)
  })

  it('forgets that there was nothing to show', () => {
    assert.equal(showing({...restored(undefined), absence: 'failed'}, 'a', view).absence, undefined)
  })
})

describe('event at a place of the text', () => {
  const view = viewOf('10:00 One', '10:05 Two')

  it('is the entry that holds it', () => {
    assert.equal(eventAt(view, view.events[1]!.span.start + 3), 1)
    assert.equal(eventAt(view, 0), undefined)
  })

  it('is the innermost of nested entries', () => {
    const nested = viewOf('10:00 One\n  - 10:02 Inside', '10:05 Two')
    const inside = nested.events.find(({text}) => text === 'Inside')!
    assert.equal(eventAt(nested, inside.span.start + 2), inside.id)
  })
})
