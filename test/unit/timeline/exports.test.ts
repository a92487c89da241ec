import assert from 'node:assert/strict'
import fc from 'fast-check'
import {PostmortemDocument} from '#core'
import {timelineCsv} from '#core/export/timeline-csv.ts'
import {timelineJson} from '#core/export/timeline-json.ts'
import {mermaidGantt, mermaidTimeline} from '#core/export/timeline-mermaid.ts'
import {timelineSvg} from '#core/export/timeline-svg.ts'
import {timelineView} from '#core/export/timeline-view.ts'
import {anyTimeline} from '../../support/timelines.ts'

const TEXT = `# Queue stalled: 2024-03-09

## Timeline (CET)

- 23:50 Orders; start failing #1
- 23:58 @nova: alert "queue" fires
- 00:10 [decision] =HYPERLINK("x"), restart
- 00:20 Service restored
- HH:mm Review
`

const document = new PostmortemDocument(TEXT)

describe('timeline exports', () => {
  it('Mermaid timeline', () =>
    assert.equal(
      mermaidTimeline(document),
      `timeline
    title Queue stalled – 2024-03-09
    section 9 Mar 2024
        23∶50 : Orders, start failing 1
        23∶58 : @nova – alert queue fires
    section 10 Mar 2024
        00∶10 : =HYPERLINK(x), restart
        00∶20 : Service restored
        HH – mm : Review
`,
    ))
  it('Mermaid gantt', () =>
    assert.equal(
      mermaidGantt(document),
      `gantt
    title Queue stalled – 2024-03-09
    dateFormat YYYY-MM-DD HH:mm
    axisFormat %H:%M
    section Phases
    Impact :crit, 2024-03-09 23:50, 2024-03-10 00:20
    Detection :2024-03-09 23:50, 2024-03-09 23:58
    Response :2024-03-09 23:58, 2024-03-10 00:20
    section Events
    Orders, start failing 1 :milestone, 2024-03-09 23:50, 0m
    @nova – alert queue fires :milestone, 2024-03-09 23:58, 0m
    =HYPERLINK(x), restart :milestone, 2024-03-10 00:10, 0m
    Service restored :milestone, 2024-03-10 00:20, 0m
`,
    ))
  it('CSV, harmless for spreadsheets', () =>
    assert.equal(
      timelineCsv(document),
      [
        'start,end,written,zone,actor,text,tags,milestones,links',
        '2024-03-09T23:50+01:00,,23:50,CET,,Orders; start failing #1,,start,',
        `2024-03-09T23:58+01:00,,23:58,CET,'@nova,"'@nova: alert ""queue"" fires",,detected,`,
        `2024-03-10T00:10+01:00,,00:10,CET,,"'=HYPERLINK(""x""), restart",decision,,`,
        '2024-03-10T00:20+01:00,,00:20,CET,,Service restored,,mitigated resolved,',
        ',,HH:mm,,,Review,,,',
        '',
      ].join('\r\n'),
    ))
  it('JSON', () => {
    const json = JSON.parse(timelineJson(document)) as {
      timezone: string
      events: {start: string}[]
      metrics: {name: string; seconds: number; from: {event: number}}[]
    }
    assert.equal(json.timezone, 'CET')
    assert.equal(json.events[2]?.start, '2024-03-10T00:10+01:00')
    assert.deepEqual(json.metrics.map(({name, seconds, from}) => [name, seconds, from.event])[0], [
      'timeToDetect',
      480,
      0,
    ])
  })

  it('the view tells what to draw', () => {
    const view = timelineView(document)
    assert.deepEqual([view.state, view.scale, view.zone, view.events.length], ['ready', 'instant', 'CET', 5])
    assert.deepEqual(view.dayBreaks, [{at: Date.parse('2024-03-10T00:00+01:00'), date: '2024-03-10', label: '10 Mar'}])
    assert.deepEqual(
      view.phases.map(({name, from, to}) => [name, (to - from) / 60_000]),
      [
        ['impact', 30],
        ['detection', 8],
        ['response', 22],
      ],
    )
    assert.deepEqual(
      view.problems.map(({message}) => message),
      ['“HH:mm” cannot be placed in time.'],
    )
    assert.equal(view.events[1]?.sinceStart, 8 * 60_000)
    assert.deepEqual(view.lanes, [{id: 0, name: '@nova', events: 1}])
  })
  it('the view of nothing, of no times, of no dates', () => {
    const state = (text: string): [string, string] => {
      const view = timelineView(new PostmortemDocument(text))
      return [view.state, view.scale]
    }
    assert.deepEqual(state('# Incident\n'), ['empty', 'relative'])
    assert.deepEqual(state('# Incident\n\n## Timeline\n\n- HH:mm Pager fires\n'), ['untimed', 'relative'])
    assert.deepEqual(state('# Incident\n\n## Timeline\n\n- 23:50 Pager fires\n- 00:10 Drained\n'), [
      'ready',
      'relative',
    ])
    assert.deepEqual(state('# Incident of 2024-03-09\n\n## Timeline\n\n- 23:50 Pager fires\n'), ['ready', 'local'])
    const {events} = timelineView(new PostmortemDocument('# Incident\n\n## Timeline\n\n- 23:50 a\n- 00:10 b\n'))
    assert.equal(events[1]!.at! - events[0]!.at!, 20 * 60_000)
  })

  it('survive any timeline; the view is plain data and its places lie in the text', () => {
    fc.assert(
      fc.property(anyTimeline, (text) => {
        const any = new PostmortemDocument(text)
        const view = timelineView(any)
        assert.deepEqual(JSON.parse(JSON.stringify(view)), view)
        for (const {span, at, until} of view.events) {
          assert.ok(span.start >= 0 && span.end <= text.length)
          if (at !== undefined) assert.ok(at >= view.from! && (until ?? at) <= view.to!)
        }
        for (const {from, to} of [...view.phases, ...view.gaps, ...view.quiet]) assert.ok(from < to)
        JSON.parse(timelineJson(any))
        const svg = timelineSvg(view)
        assert.doesNotMatch(svg.replace(/<\/?(?:svg|g|title|rect|text|tspan|circle|line|path)\b[^<>]*>/g, ''), /[<>]/)
        for (const output of [mermaidGantt(any), mermaidTimeline(any), timelineCsv(any)])
          assert.ok(output.endsWith('\n'))
      }),
      {numRuns: 150},
    )
  })
})
