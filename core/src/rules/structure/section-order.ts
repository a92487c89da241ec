import type {SectionKind} from '../../document/kinds.ts'
import {SECTION_NAMES} from '../../document/kinds.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {isMarkdownHeading, type Section} from '../../document/section.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const sectionOrder = defineRule({
  id: 'section-order',
  group: 'structure',
  severity: 'hint',
  docs: {
    summary:
      'Ask for the summary first, for actions after causes, and for facts before analysis where the template wants that.',
    why: 'Who reads the fixes first reads the causes as their justification. Who reads the analysis first reads the timeline as its proof.',
    ask: ['Would somebody who reads from the top form an opinion before the facts are told?'],
    sources: [
      'Wilcox: the management line',
      'NTSB and Blythe: facts before analysis',
      'Etsy: remediation waits until the story is complete',
    ],
  },
  *check(document, {template}) {
    const summary = first(document, 'summary')
    const early = document.sections.find(
      (section) => isMarkdownHeading(section) && section.kind !== undefined && !FRONT.includes(section.kind),
    )
    if (summary && early && early.span.start < summary.span.start && early.depth <= summary.depth) {
      yield {
        span: summary.heading,
        message: `The summary comes after “${early.title}”, so a reader with one minute meets the details first.`,
        related: [{span: early.heading, message: 'Stands in front of the summary.'}],
      }
    }
    yield* after(
      document,
      'actions',
      'causes',
      'The actions come before the causes that they answer, so the causes read like their justification.',
    )
    if (template.id === 'ntsb' || template.id === 'review-meeting') {
      yield* after(
        document,
        'timeline',
        'causes',
        'The analysis comes before the timeline, so the timeline reads like its proof.',
        'before',
      )
    }
  },
})

/** What may stand in front of the summary. */
const FRONT: readonly SectionKind[] = [
  'title',
  'meta',
  'summary',
  'background',
  'people',
  'support',
  'recurrence',
  'external',
]

const first = (document: PostmortemDocument, kind: SectionKind): Section | undefined =>
  document.sections.find((section) => section.kind === kind && isMarkdownHeading(section))

/** The first section of one kind against the first of another; sections inside others are parts of them. */
function* after(
  document: PostmortemDocument,
  kind: SectionKind,
  other: SectionKind,
  message: string,
  wanted: 'after' | 'before' = 'after',
): ReturnType<typeof sectionOrder.check> {
  const [own, its] = [first(document, kind), first(document, other)]
  if (!own || !its || own.depth !== its.depth) return
  const isWrongWay = wanted === 'after' ? own.span.start < its.span.start : own.span.start > its.span.start
  if (isWrongWay)
    yield {
      span: own.heading,
      message,
      related: [{span: its.heading, message: `“${SECTION_NAMES[other]}” stands here.`}],
    }
}

export const examples: RuleExamples = {
  bad: [
    {text: '# Checkout down\n\n## Timeline\n\n- 10:02 A.\n\n⟦## Summary⟧\n\nB.\n'},
    {text: '# Checkout down\n\n## Summary\n\nA.\n\n⟦## Action items⟧\n\n- B\n\n## Contributing factors\n\n- C\n'},
    {
      text: '# Checkout down\n\n## Synopsis\n\nA.\n\n## Analysis\n\nB.\n\n⟦## History of events⟧\n\n- 10:02 C.\n',
      config: {template: 'ntsb'},
    },
  ],
  good: [
    {
      text: '# Checkout down\n\n## Background\n\nA.\n\n## Summary\n\nB.\n\n## Contributing factors\n\n- C\n\n## Action items\n\n- D\n',
    },
    {
      text: '# Checkout down\n\n## Summary\n\nA.\n\n## Contributing factors\n\n- B\n\n## Timeline\n\n- 10:02 C.\n',
      note: 'Only some templates want the timeline first.',
    },
  ],
}
