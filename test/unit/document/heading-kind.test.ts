import assert from 'node:assert/strict'
import {headingReader} from '#core/document/heading-kind.ts'
import {cleanTitle, normalizeTitle} from '#core/document/heading-text.ts'

const read = headingReader()
const kinds = (title: string): string => read(title).kinds.join('+') || '-'

/** Each line: kind, then headings that mean it. */
const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  summary: [
    'Summary',
    'TL;DR',
    'Executive Summary',
    '1. Overview',
    'What happened?',
    'Issue summary',
    '📝 Summary',
    '**In short:**',
    'The incident',
    'In a nutshell',
    'Executive overview',
  ],
  background: [
    'Background',
    'Context',
    'Glossary',
    'Lead-up',
    'Lead up',
    'How does the queue work?',
    'Service overview',
    'Search cluster background',
  ],
  impact: [
    'Impact',
    'User impact',
    'Customer-facing impact',
    'Impact on users',
    'Blast radius',
    'What was affected?',
    'Affected services',
    'Am I affected?',
    'Error rate impact',
    'Scope',
    'Effects on patients',
    'Effect on customers',
    'What readers saw',
  ],
  trigger: ['Trigger', 'What triggered the incident?', 'Proximate cause', 'Fault'],
  causes: [
    'Root cause',
    'Root Causes',
    'Root cause of the outage',
    'Contributing factors',
    "Five Why's",
    '5 whys',
    'Why did it happen?',
    'Analysis of causes',
    'Technical details',
    'Working theory (root cause)',
    'Root cause identification: the five whys',
    'What caused the outage',
    'How did this happen?',
    'Conditions that allowed it',
    'What lay behind it',
    'Why it made sense',
    '4 Root causes',
    'What made this possible',
    'What contributed to the delay',
    'Enabling conditions',
    'How it could happen',
  ],
  detection: [
    'Detection',
    'How did we find out?',
    'How was it detected?',
    'Incident detection',
    'Why was this hard to detect?',
    'Alerting',
    'How it came to light',
  ],
  response: ['Response', 'Incident response', 'Investigation', 'Triage', 'How did we respond?'],
  'response+resolution': ['Mitigation', 'Actions taken', 'What we did'],
  resolution: [
    'Resolution',
    'Resolution and recovery',
    'Recovery',
    'Short term fix',
    'How was it fixed?',
    'Details of fix',
    'Remediation',
    'How it ended',
  ],
  timeline: [
    'Timeline',
    'Timeline (UTC)',
    'Timeline of events',
    'Incident timeline',
    'Timeline – all times in CET',
    'Timeline (all times PST) 09/21/2022 - 11/03/2022. All times approximate',
    'A long, winding timeline',
    'Chronology',
    'Key events',
    'Follow-up timeline',
    'Timeline: 9 March',
    'How it went down',
    'How the outage unfolded',
    'The course of the incident',
    'Blow by blow',
  ],
  well: [
    'What went well',
    'Things that went well',
    'What went well?',
    '✅ What worked',
    'What supported recovery',
    'What limited the damage',
    'Bright spots',
  ],
  poor: [
    'What went wrong',
    'What went poorly',
    "What didn't go so well",
    'What didn’t go well',
    'What could have gone better',
    'Areas for improvement',
    'What made it harder',
    'What hindered recovery',
    'Weak points',
    'What sucked',
  ],
  lucky: ['Where we got lucky', 'Where did we get lucky?', 'Near misses', 'Luck'],
  lessons: [
    'Lessons learned',
    'Lessons learnt',
    'Key takeaways',
    'What did we learn?',
    'What we learned from this incident',
    'What this taught us',
  ],
  actions: [
    'Action items',
    'Action Items (should be achievable in the short term)',
    'Next steps',
    'Corrective and preventative measures',
    'Follow-up tasks',
    'Follow up actions',
    'Short-term improvements',
    'Long term solution',
    'What are we doing about this?',
    'How are we preventing it from happening again?',
    'Process improvements',
    'TODOs',
    'What changes',
    'Next time',
    'What is planned',
    'What we changed already',
    'What will change',
    'What happens next',
    'Planned changes',
  ],
  questions: ['Open questions', 'Unknowns', 'What we still do not know', "Things we still don't know", 'Open points'],
  recurrence: ['Recurrence', 'Related incidents', 'Backlog check'],
  people: ['Attendees', 'Responders', 'Thanks', 'Acknowledgements', 'Owner: @mira', 'Special thanks'],
  external: ['External message', 'Customer communication', 'What should you do?'],
  support: ['References', 'Appendix', 'Links', 'Supporting information', 'Further reading', 'Steps to reproduce'],
  meta: ['Severity', 'Date', 'Authors', 'Status: final', 'Incident details', 'Stats'],
  harm: ['Who was hurt'],
  'causes+resolution': ['Root cause and resolution', 'Root cause & resolution', 'Root cause / resolution'],
  'causes+trigger': ['Root causes and trigger'],
  'well+lucky': ['What went well and where did we get lucky'],
  'lessons+actions': ['Lessons learned and future improvements'],
  '-': [
    'Volunteer rota',
    'Regression tests',
    'Alex',
    '20:15',
    'Release notes and impactful changes',
    'Traffic after the incident',
    'General',
    '',
  ],
}

describe('what headings mean', () => {
  for (const [kind, titles] of Object.entries(MEANINGS)) {
    for (const title of titles) it(`${title || '(nothing)'} → ${kind}`, () => assert.equal(kinds(title), kind))
  }

  it('lets a team’s own headings win', () => {
    const own = headingReader({'Ripple effects': 'impact', Summary: 'support'})
    assert.deepEqual(own('🌊 ripple effects:').kinds, ['impact'])
    assert.deepEqual(own('Summary').kinds, ['support'])
    assert.deepEqual(own('Ripple effects and timeline').kinds, ['impact', 'timeline'])
  })

  it('cleans titles and leaves names with underscores alone', () => {
    assert.equal(cleanTitle('  **2.1 Root cause:** :mag: '), 'Root cause')
    assert.equal(cleanTitle('The `order_queue` stalled'), 'The order_queue stalled')
    assert.equal(normalizeTitle('The Timeline (UTC)'), 'timeline')
  })

  it('answers for any text in bounded time', () => {
    for (const title of [
      '('.repeat(5000),
      'what are we '.repeat(500),
      'a b '.repeat(3000),
      '—'.repeat(199),
      'how did '.repeat(24),
      '\u0000😀'.repeat(90),
    ]) {
      const start = performance.now()
      read(title)
      assert.ok(performance.now() - start < 100, title.slice(0, 20))
    }
  })
})
