import {insertSection} from '../../assist/insert-section.ts'
import {blocksOf} from '../../document/blocks.ts'
import type {SectionKind} from '../../document/kinds.ts'
import {SECTION_NAMES} from '../../document/kinds.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import type {Severity} from '../../lint/finding.ts'
import {missingSections} from '../../templates/missing-sections.ts'
import type {Span} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

/** What a reader looks for in the section. Whether the text tells it elsewhere is for the reader to find out. */
const SOUGHT: Readonly<Partial<Record<SectionKind, string>>> = {
  summary: 'the whole story in one minute',
  background: 'what the terms mean that another team does not know',
  impact: 'who was affected, how much and for how long',
  trigger: 'what set it off at that moment',
  causes: 'the conditions that made it possible',
  detection: 'how it was noticed, and how late',
  response: 'who did what, and what stood in the way',
  resolution: 'what ended it, and whether that lasts',
  timeline: 'what happened in which order',
  well: 'what worked and is worth keeping',
  poor: 'what made it longer, larger or harder',
  lucky: 'what spared the team this time and can be missing the next time',
  lessons: 'what is known now that was not known before',
  actions: 'what changes',
  questions: 'what is still unknown',
  recurrence: 'whether this has happened before',
  people: 'whom to ask',
  external: 'what customers were told',
  support: 'what the account rests on',
}

/** Without these a review does not do its work; the others are missing in most real documents. */
const CORE: readonly SectionKind[] = ['summary', 'timeline', 'causes', 'actions']

export const missingSection = defineRule({
  id: 'missing-section',
  code: 'D01',
  group: 'structure',
  severity: 'information',
  docs: {
    summary: 'Name the sections that the template has and the document has not.',
    why: 'Readers look for what they need under the heading that stands for it. A section that is not there also takes away the question that it asks of the writers.',
    ask: [
      'Is it told elsewhere under another heading?',
      'Does this incident need it? A line that says why not is an answer.',
    ],
    sources: [
      'All published templates',
      'Survey of 300 post-mortems: impact stands in 30 %, where we got lucky in 9 %',
    ],
  },
  *check(document, {template}) {
    const span = anchor(document)
    for (const section of missingSections(document, template)) {
      const name = section.kind && section.kind !== 'meta' ? SECTION_NAMES[section.kind] : section.heading
      const sought = section.kind && SOUGHT[section.kind]
      yield {
        span,
        message: `No section stands for “${name}”${sought ? `, where readers look for ${sought}` : ''}.`,
        severity: severityOf(section.kind, document),
        questions: section.prompts,
        fixes: [
          {
            title: `Insert the section “${section.heading}”`,
            kind: 'safe',
            edits: [insertSection(document, template, section)],
          },
        ],
      }
    }
  },
})

function severityOf(kind: SectionKind | undefined, document: PostmortemDocument): Severity {
  if (!kind || !CORE.includes(kind)) return 'hint'
  if (kind === 'summary' && (hasIntroduction(document) || isReadInAMinute(document))) return 'hint'
  if (kind === 'timeline' && document.timeline.events.length >= 3) return 'hint'
  return 'information'
}

/** A paragraph or a quote in front of the first section tells in short what happened, only without the heading. */
function hasIntroduction(document: PostmortemDocument): boolean {
  const first = document.sections.find(({kind}) => kind !== 'title')?.span.start ?? document.text.length
  return blocksOf(document).some(
    ({kind, span}) => (kind === 'paragraph' || kind === 'quote') && span.end <= first && span.end - span.start >= 120,
  )
}

/** About as many words as most people read in a minute. */
const MINUTE = 240

/** What is so short is its own summary. */
function isReadInAMinute(document: PostmortemDocument): boolean {
  let words = 0
  for (const {kind, leaf} of blocksOf(document)) if (kind !== 'heading') words += leaf.line.split(' ').length
  return words <= MINUTE
}

/** The title, else the first heading, else the first line. */
function anchor({sections, text}: PostmortemDocument): Span {
  const heading = (sections.find(({kind}) => kind === 'title') ?? sections[0])?.heading
  if (heading) return heading
  const line = /[^\s\uFEFF][^\r\n]*/.exec(text)
  return line ? {start: line.index, end: line.index + line[0].trimEnd().length} : {start: 0, end: 0}
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '⟦# Checkout down⟧\n\n## Summary\n\nNobody could pay.\n\n## Impact\n\n12,000 carts.\n\n## Causes\n\nTwo conditions.\n\n## Action items\n\n- Add an alert\n',
      config: {template: 'minimal'},
      fixed:
        '# Checkout down\n\n## Summary\n\nNobody could pay.\n\n## Impact\n\n12,000 carts.\n\n## Timeline\n\n_One event a line, each with its time._\n\nAll times in UTC.\n\n-\n\n## Causes\n\nTwo conditions.\n\n## Action items\n\n- Add an alert\n',
    },
    {
      text: '⟦## Summary⟧\n\nA.\n\n## Timeline\n\n- 10:02 B.\n\n## Contributing factors\n\n- C\n\n## Action items\n\n- D\n',
      config: {template: 'minimal'},
      note: 'Impact goes between summary and timeline.',
    },
  ],
  good: [
    {
      text: '# Checkout down\n\n## In a nutshell\n\nA.\n\n## Effect on shoppers\n\nB.\n\n## How it unfolded\n\n- 10:02 C.\n\n## What made this possible\n\n- D\n\n## What will change\n\n- E\n',
      config: {template: 'minimal'},
      note: 'Headings in other words.',
    },
    {
      text: '# Checkout down\n\n## TL;DR\n\nA.\n\n## Customer impact\n\nB.\n\n## Timeline (UTC)\n\n- 10:02 C.\n\n## Root causes\n\n- D\n\n## Follow-ups\n\n- E\n',
      config: {template: 'minimal'},
    },
    {
      text: '# Checkout down\n\n## TL;DR\n\nA.\n\n## Ripple effects\n\nB.\n\n## Timeline\n\n- 10:02 C.\n\n## Root causes\n\n- D\n\n## Follow-ups\n\n- E\n',
      config: {template: 'minimal', headings: {'Ripple effects': 'impact'}},
      note: 'A heading of the team’s own.',
    },
  ],
  limits: [
    {
      text: '# Checkout down\n\n## Summary\n\nNothing here says who was affected.\n\n## Impact and timeline\n\n- 10:02 C.\n\n## Root causes\n\n- D\n\n## Follow-ups\n\n- E\n',
      config: {template: 'minimal'},
      note: 'A double heading counts for both, whatever stands below.',
    },
  ],
}
