import assert from 'node:assert/strict'
import {PostmortemDocument} from '#core'
import {outline} from '../../support/outline.ts'

describe('sections', () => {
  it('reads ATX and setext headings, numbered, with emoji', () => {
    assert.deepEqual(
      outline(
        '# Checkout down\n\n## 1. Summary\n\nA.\n\n:eye: Detection\n--------------\n\nB.\n\n### :mag_right: Five Why’s\n\nC.\n',
      ),
      ['title: Checkout down', '  summary: Summary', '  detection: Detection', '    causes: Five Why’s'],
    )
  })

  it('takes a sentence above a rule for a sentence', () => {
    assert.deepEqual(
      outline(
        '# Checkout down\n\nThis is the story of a long night with the queue and its disks.\n---\n\n## Impact\n\nA.\n',
      ),
      ['title: Checkout down', '  impact: Impact'],
    )
  })

  it('reads headings without a blank and in HTML, and no channels or tickets', () => {
    assert.deepEqual(
      outline(
        '#Checkout down\n\n##Impact\n\nA.\n\n#123 is a ticket\n\n#ops-oncall is a channel\n\n<h2 id="t">Timeline</h2>\n\n- 10:02 B\n',
      ),
      ['title: Checkout down', '  impact: Impact', '  timeline: Timeline'],
    )
  })

  it('reads bold lines as headings below the real ones', () => {
    assert.deepEqual(
      outline('# Checkout down\n\n**Impact**\n\nA.\n\n**Root cause:**\n\nB.\n\n**Something else**\n\nC.\n'),
      ['title: Checkout down', '  impact: Impact', '  causes: Root cause', '  -: Something else'],
    )
  })

  it('reads bold labels of a list as sections where they make up the document', () => {
    const text =
      '# Incident on 2024-03-01\n\n- **Key events**:\n  - First detected 2024-03-01 10:02\n\n- **Time to repair**: 16m\n\n- **Identified**: by an alert\n\n- **Impact**:\n  - Orders were late\n\n- **Resolution**: a restart\n'
    assert.deepEqual(outline(text), [
      'title: Incident on 2024-03-01',
      '  timeline: Key events',
      '  meta: Time to repair',
      '  detection: Identified',
      '  impact: Impact',
      '  resolution: Resolution',
    ])
  })

  it('takes labels below a headed section for text', () => {
    assert.deepEqual(
      outline(
        '## Impact\n\n**Affected customers:** 305\n\n## Action items\n\n- **Detection**: add an alert\n- **Impact**: measure it\n',
      ),
      ['impact: Impact', 'actions: Action items'],
    )
  })

  it('reads plain lines where there are no headings', () => {
    assert.deepEqual(
      outline(
        'Checkout down on Friday\n\nTimeline\n\n10:02 the pager fires\n10:30 orders arrive\n\nRoot Cause:\n\nThe disk was full.\n\nImpact: nobody could pay.\n',
      ),
      ['timeline: Timeline', 'causes: Root Cause', 'impact: Impact'],
    )
  })

  it('reads a plain line right above a list where headings lack that section', () => {
    assert.deepEqual(
      outline('## Summary\n\nA.\n\n## Detection\n\nB.\n\nAction Items\n- Add an alert\n\n## Timeline\n\n- 10:02 C\n'),
      ['summary: Summary', 'detection: Detection', '  actions: Action Items', 'timeline: Timeline'],
    )
  })

  it('keeps times and days below the timeline that they follow', () => {
    assert.deepEqual(
      outline(
        '## Timeline\n\n_All times in EDT_\n\n## May 12\n\n### 20:15\n\nA.\n\n## 13 May\n\n### 14:30\n\nB.\n\n## Action items\n\n- C\n',
      ),
      ['timeline: Timeline', '  -: May 12', '    -: 20:15', '  -: 13 May', '    -: 14:30', 'actions: Action items'],
    )
  })

  it('keeps people’s names below the actions that they follow', () => {
    assert.deepEqual(outline('## Actions\n\n## Alex\n\n- A\n\n## Jamie\n\n- B\n\n## Timeline\n\n- 10:02 C\n'), [
      'actions: Actions',
      '  -: Alex',
      '  -: Jamie',
      'timeline: Timeline',
    ])
    assert.deepEqual(outline('## Actions\n\n### Alex\n\n- A\n'), ['actions: Actions', '  -: Alex'])
  })

  it('lets headings that group items stay part of their section', () => {
    assert.deepEqual(
      outline(
        '## Action items\n\n### Detection\n\n- A\n\n### Prevention\n\n- B\n\n## What went well\n\n### Response\n\n- C\n',
      ),
      ['actions: Action items', '  -: Detection', '  -: Prevention', 'well: What went well', '  -: Response'],
    )
  })

  it('takes bold names and teams below actions for owners', () => {
    assert.deepEqual(outline('## Actions\n\n**Team**\n\n- A\n\n**Robert**\n\n- B\n'), [
      'actions: Actions',
      '  -: Team',
      '  -: Robert',
    ])
  })

  it('takes a conclusion for lessons, except as the last words of a page', () => {
    assert.deepEqual(outline('# A\n\n## Conclusion ##\n\nB.\n\n## Action items\n\n- C\n'), [
      'title: A',
      '  lessons: Conclusion',
      '  actions: Action items',
    ])
    assert.deepEqual(outline('# A\n\n## Action items\n\n- C\n\n## Conclusion\n\nThank you for reading.\n'), [
      'title: A',
      '  actions: Action items',
      '  -: Conclusion',
    ])
  })

  it('asks the place of words that mean several things', () => {
    assert.deepEqual(
      outline('# Checkout down\n\n## Root cause\n\n### The problem\n\nA.\n\n### Details\n\nB.\n\n## Details\n\nC.\n'),
      ['title: Checkout down', '  causes: Root cause', '    -: The problem', '    -: Details', '  causes: Details'],
    )
  })

  it('takes what went wrong for the causes, too, where nothing else tells them', () => {
    const document = (rest: string): string =>
      `# Mirror stale\n\n## Summary\n\nA.\n\n## What went wrong\n\nB.\n\n${rest}## Action items\n\n- C\n`
    assert.deepEqual(outline(document('')).slice(2), ['  poor+causes: What went wrong', '  actions: Action items'])
    assert.equal(outline(document('## What went well\n\nD.\n\n'))[2], '  poor: What went wrong')
    assert.equal(outline(document('## Root causes\n\nD.\n\n'))[2], '  poor: What went wrong')
  })

  it('reads a background that is told by the clock as timeline', () => {
    assert.deepEqual(
      outline(
        '# A\n\n## Leadup\n\n- **00:27 UTC:** A\n- **00:32 UTC:** B\n- **00:42 UTC:** C\n\n## Background\n\nOnce upon a time.\n',
      ),
      ['title: A', '  timeline+background: Leadup', '  background: Background'],
    )
  })

  it('tells titles from sections', () => {
    assert.deepEqual(outline('# Summary\n\nA.\n\n# Timeline\n\n- 10:02 B\n'), [
      'summary: Summary',
      'timeline: Timeline',
    ])
    assert.deepEqual(outline('# Root Cause Analysis\n\n## Summary\n\nA.\n\n## Timeline\n\n- 10:02 B\n'), [
      'title: Root Cause Analysis',
      '  summary: Summary',
      '  timeline: Timeline',
    ])
    assert.deepEqual(outline('---\ntitle: Checkout down\n---\n\n# Timeline\n\n- 10:02 A\n'), ['timeline: Timeline'])
    assert.deepEqual(outline('---\n# comment\n## another\nseverity: SEV2\n---\n\n# Checkout down\n'), [
      'title: Checkout down',
    ])
    assert.deepEqual(outline('## Issue summary\n\nA.\n\n## Timeline\n\n- 10:02 B\n'), [
      'summary: Issue summary',
      'timeline: Timeline',
    ])
  })

  it('takes a late summary inside something unknown for that thing’s', () => {
    assert.deepEqual(outline('# A\n\n## Timeline\n\n- 10:02 B\n\n## Report of the researcher\n\n### Summary\n\nC.\n'), [
      'title: A',
      '  timeline: Timeline',
      '  -: Report of the researcher',
      '    -: Summary',
    ])
  })

  it('follows the team’s own headings', () => {
    assert.deepEqual(outline('# A\n\n## Ripple effects\n\nB.\n', {headings: {'ripple effects': 'impact'}}), [
      'title: A',
      '  impact: Ripple effects',
    ])
  })

  it('nests spans, and gives every section the text from its heading to the next', () => {
    const text = '# A\n\n## Impact\n\nB.\n\n### Scope\n\nC.\n\n## Timeline\n\nD.\n'
    const {sections} = new PostmortemDocument(text)
    assert.deepEqual(
      sections.map(({span}) => text.slice(span.start, span.end).replace(/\n+/g, ' ').trim()),
      ['# A ## Impact B. ### Scope C. ## Timeline D.', '## Impact B. ### Scope C.', '### Scope C.', '## Timeline D.'],
    )
    assert.deepEqual(
      sections.map(({bodyStart, heading}) => bodyStart >= heading.end),
      [true, true, true, true],
    )
  })
})
