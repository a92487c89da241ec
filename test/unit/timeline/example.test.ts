import assert from 'node:assert/strict'
import fs from 'node:fs'
import {DEFAULT_CONFIG, lint, PostmortemDocument} from '#core'
import {gapsOf, metricsOf, milestonesOf} from '#core/document/milestones.ts'
import {durationText, formatMoment} from '#core/document/moment.ts'

/** The incident that the product grew from: C. Wilcox, The blameless post mortem (DjangoCon US 2019). */
describe('examples/branch-deleted.md', () => {
  const path = 'examples/branch-deleted.md'
  const document = new PostmortemDocument(fs.readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'), {path})

  it('names its milestones', () => {
    const found = Object.entries(milestonesOf(document)).map(
      ([name, {when}]) => `${name} ${formatMoment(when)?.slice(11)}`,
    )
    assert.deepEqual(found.sort(), [
      'acknowledged 10:49Z',
      'detected 10:25Z',
      'diagnosed 10:57Z',
      'introduced 09:40Z',
      'mitigated 11:49Z',
      'resolved 11:55Z',
      'start 09:45Z',
    ])
  })

  it('shows its intervals with their two entries', () => {
    const found = metricsOf(document).map(
      ({name, seconds, from, to}) => `${name} ${from.raw}–${to.raw} ${durationText(seconds)}`,
    )
    assert.deepEqual(found, [
      'timeToDetect 09:45–10:25 40 min',
      'timeToAcknowledge 10:25–10:49 24 min',
      'timeToMitigate 09:45–11:49 2 h 4 min',
      'timeToResolve 09:45–11:55 2 h 10 min',
      'impact 09:45–11:49 2 h 4 min',
      'exposure 2019-09-23 09:40–09:45 5 min',
    ])
  })

  it('asks about its two gaps', () => {
    assert.deepEqual(
      gapsOf(document).map(({from, to, question}) => `${from.raw}–${to.raw} ${question}`),
      [
        '09:45–10:25 What was visible in these 40 min, and where?',
        '10:59–11:49 What was the system doing in these 50 min after the act at 10:59, and can we see it?',
      ],
    )
  })

  it('contradicts itself about how long it took, and “about two hours” is no contradiction', () => {
    const found = lint(document, DEFAULT_CONFIG).filter(({rule}) => rule === 'duration-mismatch')
    assert.deepEqual(
      found.map(({message}) => message),
      [
        'The timeline does not bear out “30 minutes”: from “09:45” to “10:25” it is 40 min.',
        'The timeline does not bear out “two and a half hours”: from “09:45” to “11:49” it is 2 h 4 min.',
      ],
    )
    assert.deepEqual(
      found.map(({related}) => related?.map(({span}) => document.textOf(span))),
      [
        ['09:45', '10:25'],
        ['09:45', '11:49'],
      ],
    )
  })
})
