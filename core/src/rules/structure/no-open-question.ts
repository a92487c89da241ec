import {chunksAbout} from '../../document/chunks-about.ts'
import type {SectionKind} from '../../document/kinds.ts'
import {fillingOf} from '../../document/section-content.ts'
import {proseOf} from '../../document/prose.ts'
import {type Chunk, derive} from '../../markdown/chunks.ts'
import {shift, type Span} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const noOpenQuestion = defineRule({
  id: 'no-open-question',
  code: 'D07',
  group: 'structure',
  severity: 'hint',
  docs: {
    summary: 'Ask for what is still unknown where the text is uncertain in several places.',
    why: 'A “probably” that nobody follows up turns into a fact with the next reader. An open question with a name beside it does not.',
    ask: ['What would settle it, and who could find out?'],
    sources: [
      'NHS learning response review and improvement tool, dimension 6',
      'Howie: what the investigation leaves open',
    ],
  },
  *check(document) {
    if (document.sectionsOf('questions').some((section) => fillingOf(document, section) === 'written')) return
    const isTold = (kind: SectionKind | undefined): boolean => TOLD.includes(kind!)
    const hedges = chunksAbout(document, isTold).flatMap(({chunk, start}) =>
      hedgesOf(chunk)
        .map((span) => shift(span, start))
        .filter((span) => isTold(document.kindAt(span.start))),
    )
    if (hedges.length < 3 || document.chunks.some(({chunk}) => admits(chunk))) return
    const [first, ...rest] = hedges
    yield {
      span: first!,
      message: `The text is uncertain in ${hedges.length} places, and no question is marked as open. What would settle them?`,
      related: rest.slice(0, 8).map((span) => ({span, message: 'Uncertain too.'})),
      questions: noOpenQuestion.docs.ask,
    }
  },
})

const TOLD: readonly SectionKind[] = [
  'summary',
  'impact',
  'trigger',
  'causes',
  'detection',
  'response',
  'resolution',
  'background',
]
const HEDGE =
  /\b(?:probably|presumably|most likely|likely|possibly|perhaps|apparently|seemingly|we (?:believe|think|suspect|assume|guess)|(?:may|might|could) have (?:been|had|lost|\w+ed)|seems? (?:to have|that)|suspected)\b/gi
const UNKNOWN =
  /\*\*Ask:?\*\*|\b(?:unknown|unclear|not (?:yet |fully |entirely )?(?:known|clear|understood|sure|certain)|(?:do|did|does) not (?:yet |fully )?know|don[’']t (?:yet |fully )?know|no idea|open question|remains? (?:to be|open|unknown|unclear)|still (?:investigating|looking into)|under investigation)\b/i

/** Where a chunk is uncertain. */
const hedgesOf: (chunk: Chunk) => readonly Span[] = derive((chunk) => {
  const hedges: Span[] = []
  for (const {kind, span, source} of proseOf(chunk)) {
    if (kind === 'quote' || kind === 'heading') continue
    for (const match of source.matchAll(HEDGE))
      hedges.push({start: span.start + match.index, end: span.start + match.index + match[0].length})
  }
  return hedges
})

/** Whether a chunk says that something is not known. */
const admits: (chunk: Chunk) => boolean = derive((chunk) => proseOf(chunk).some(({source}) => UNKNOWN.test(source)))

export const examples: RuleExamples = {
  bad: [
    {
      text: '## Causes\n\nThe cache was ⟦probably⟧ cold. We suspect that the node had restarted, and it may have lost its lease.\n\n## Impact\n\n12 orders.\n',
    },
  ],
  good: [
    {
      text: '## Causes\n\nThe cache was probably cold. We suspect that the node had restarted, and it may have lost its lease.\n\n## Open questions\n\n- Had the node restarted? Mira looks at the logs.\n',
    },
    {
      text: '## Causes\n\nThe cache was probably cold. We suspect that the node had restarted, and it may have lost its lease.\n\n> **Ask:** Had the node restarted?\n',
    },
    {
      text: '## Causes\n\nThe cache was probably cold. Since when is not known yet; we suspect a restart, and it may have lost its lease.\n',
    },
    {text: '## Causes\n\nThe cache was probably cold.\n'},
  ],
}
