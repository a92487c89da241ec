import assert from 'node:assert/strict'
import {PostmortemDocument} from '#core'
import {gapsOf, metricsOf, milestonesOf} from '#core/document/milestones.ts'
import {formatMoment} from '#core/document/moment.ts'
import {phaseOf} from '#core/export/timeline-view.ts'

const HEAD = '# Incident of 2024-03-09\n\n'
const read = (text: string): PostmortemDocument => new PostmortemDocument(HEAD + text)

/** `start 10:02, detected 10:05` */
function told(text: string): string {
  return Object.entries(milestonesOf(read(text)))
    .map(([name, {when}]) => `${name} ${formatMoment(when)?.slice(11) || formatMoment(when)}`)
    .join(', ')
}

const timeline = (...lines: readonly string[]): string =>
  `## Timeline (UTC)\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`

describe('milestones', () => {
  it('by tags, before wording', () =>
    assert.equal(
      told(
        timeline('10:00 [start] Release', '10:05 [detected] Mail', '10:07 Alert fires', '10:20 [mitigated] Flag off'),
      ),
      'start 10:00Z, detected 10:05Z, mitigated 10:20Z',
    ))
  it('by wording', () =>
    assert.equal(
      told(
        timeline(
          '09:40 Consumer 4.2 deployed',
          '10:00 Orders start failing',
          '10:05 First alert fires',
          '10:06 On-call acknowledges',
          '10:07 Incident declared',
          '10:10 Storage joins the call',
          '10:20 Root cause found',
          '10:30 Service restored',
          '11:00 Incident closed',
        ),
      ),
      'detected 10:05Z, start 10:00Z, acknowledged 10:06Z, declared 10:07Z, engaged 10:10Z, diagnosed 10:20Z, mitigated 10:30Z, resolved 11:00Z, closed 11:00Z, introduced 09:40Z',
    ))
  it('by what is written as a field', () =>
    assert.match(
      told('Start: 2024-03-09 09:58 UTC\n\n' + timeline('10:05 Alert fires', '10:10 Rota answers')),
      /start 09:58Z/,
    ))
  it('by sentences outside the timeline', () => {
    assert.match(told('## Summary\n\nFrom 09:58 to 10:31 UTC orders were failing.\n'), /start 09:58Z.*mitigated 10:31Z/)
    assert.match(
      told(
        '## Summary\n\nAt approximately 09:58 UTC the site became unavailable. By 10:31 UTC service was restored.\n',
      ),
      /start 09:58Z.*mitigated 10:31Z/,
    )
  })
  it('a report that something is done, or that nothing is found, detects nothing', () =>
    assert.match(
      told(
        timeline(
          '06:40 Supplier reports the update as complete',
          '07:05 Messages start to fail',
          '07:30 Carrier reports no fault',
          '07:50 A nurse reports a missing result',
        ),
      ),
      /^detected 07:50Z, start 07:05Z/,
    ))
  it('a downtime procedure is no downtime', () =>
    assert.equal(told('## Summary\n\nThe ward worked by phone from 08:50 UTC under the downtime procedure.\n'), ''))
  it('what is planned, tried or partial ends nothing', () =>
    assert.doesNotMatch(
      told(
        timeline(
          '10:05 Alert fires',
          '10:10 Rollback attempted',
          '10:15 Plan to restart',
          '10:20 Fix deployed in staging',
        ),
      ),
      /mitigated|resolved/,
    ))
  it('an attacker detects nothing and mends nothing', () =>
    assert.equal(
      told(
        timeline(
          '10:00 Attacker publishes a malicious release',
          '10:05 Attacker removed the release',
          '11:00 A user reports it',
          '11:10 Release blocked',
        ),
      ),
      'detected 11:00Z, start 10:00Z, mitigated 11:10Z',
    ))
  it('nothing where nothing is told', () => assert.equal(told(timeline('10:00 Hello', '10:05 World')), ''))
})

describe('metrics', () => {
  it('count days where only days are known', () => {
    const [metric] = metricsOf(
      read(
        '## Timeline\n\n- 2024-03-01 Vulnerability introduced and exploited\n- 2024-03-12 Researcher reports it\n- 2024-03-14 Version 2 released with the fix\n',
      ),
    )
    assert.deepEqual([metric?.name, metric?.seconds, metric?.approximate], ['timeToDetect', 11 * 86400, true])
  })
  it('leave out what would be below zero', () =>
    assert.deepEqual(
      metricsOf(
        read(
          '## Summary\n\nFrom 10:30 to 11:00 UTC orders were failing.\n\n' +
            timeline('10:05 Alert fires', '10:10 Rota answers', '11:00 Service restored'),
        ),
      ).filter(({name}) => name === 'timeToDetect'),
      [],
    ))
  it('see through zones', () => {
    const [metric] = metricsOf(
      read('## Timeline\n\n- 10:00 CET Orders start failing\n- 09:30 UTC Alert fires\n- 09:40 UTC Service restored\n'),
    )
    assert.equal(metric?.seconds, 1800)
  })
})

describe('gaps', () => {
  const asked = (...lines: readonly string[]): string[] =>
    gapsOf(read(timeline(...lines))).map(({from, to, seconds}) => `${from.raw}–${to.raw} ${seconds / 60}`)
  it('are longer than half an hour and a quarter of the whole', () =>
    assert.deepEqual(
      asked('10:00 Orders start failing', '10:35 Alert fires', '12:00 Restart', '12:20 Service restored'),
      ['10:35–12:00 85'],
    ))
  it('do not count the time of a range', () =>
    assert.deepEqual(
      asked('10:00 Orders start failing', '10:05 - 10:50 Restore runs', '11:00 Alert fires', '11:10 Service restored'),
      [],
    ))
  it('lie between start and end', () =>
    assert.deepEqual(
      asked(
        '08:00 Release',
        '10:00 Orders start failing',
        '10:05 Alert fires',
        '10:10 Service restored',
        '15:00 Review',
      ),
      [],
    ))
})

describe('phases', () => {
  it('follow the milestones', () => {
    const document = read(
      timeline(
        '09:00 Release',
        '10:00 Orders start failing',
        '10:05 Alert fires',
        '10:10 Restart',
        '10:20 Service restored',
        '10:30 Incident closed',
        '12:00 Lunch',
      ),
    )
    assert.deepEqual(
      document.timeline.events.map((event) => phaseOf(event, milestonesOf(document))),
      ['introduced', 'detection', 'response', 'response', 'recovery', 'recovery', undefined],
    )
  })
})
