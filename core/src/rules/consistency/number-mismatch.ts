import type {SectionKind} from '../../document/kinds.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import type {Span} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const numberMismatch = defineRule({
  id: 'number-mismatch',
  code: 'X04',
  group: 'consistency',
  severity: 'information',
  docs: {
    summary: 'Compare the figures of summary, impact and customer message.',
    why: 'A summary with 5 % and an impact section with 7 % of the same sessions leave the reader to choose.',
    ask: ['Which of the two is the measured figure, and over which stretch of time?'],
    sources: ['Google SRE Workbook ch. 10: figures of header and text'],
  },
  *check(document) {
    const told = new Map<string, Figure[]>()
    for (const kind of ['summary', 'impact', 'external'] as const) {
      for (const figure of figuresIn(document, kind)) told.set(figure.key, [...(told.get(figure.key) ?? []), figure])
    }
    for (const figures of told.values()) {
      const bySection = new Map<SectionKind, Figure[]>()
      for (const figure of figures) bySection.set(figure.kind, [...(bySection.get(figure.kind) ?? []), figure])
      // Several figures of one noun in one section are several facts.
      if (
        bySection.size < 2 ||
        [...bySection.values()].some((group) => new Set(group.map(({value}) => value)).size > 1)
      )
        continue
      const [first, ...others] = [...bySection.values()].map((group) => group[0]!)
      const other = others.find((figure) => !isSame(first!, figure))
      if (!other) continue
      yield {
        span: other.span,
        message: `“${document.textOf(other.span)}” here, “${document.textOf(first!.span)}” elsewhere in the document.`,
        related: [{span: first!.span, message: 'The other figure.'}],
        questions: numberMismatch.docs.ask,
      }
    }
  },
})

interface Figure {
  readonly kind: SectionKind
  /** Unit, noun and what is said of it. */
  readonly key: string
  readonly value: number
  readonly approximate: boolean
  readonly span: Span
}

const NOUN =
  '(?:users?|customers?|clients?|accounts?|requests?|sessions?|teams?|orders?|transactions?|servers?|nodes?|pods?|hosts?|instances?|builds?|jobs?|services?|tenants?|crates?|packages?|sites?|messages?|events?|devices?|calls?|tickets?|evaluation requests?)'
const FIGURE = new RegExp(
  `(?<![\\w.,:/-])(~|about |around |approximately |roughly |nearly |almost |over |more than |at least |up to |some )?(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)[ ]?(k|K|M|million)?(?:[ ]?(%|percent)(?: of (?:all |our |the )*)?)?[ ]?(?:(?:unique|active|affected|different|distinct|individual|paying) )?(${NOUN})\\b([^.\\n;,]{0,60})`,
  'g',
)
const VERB =
  /\b(affected|impacted|ended|lost|failed|failing|fail|saw|received|returning|returned|experienced|dropped|delayed|deleted|billed|logged|wrote|exposed|compromised|unavailable|down|rejected|missing)\b/i

function* figuresIn(document: PostmortemDocument, kind: SectionKind): Iterable<Figure> {
  for (const section of document.sectionsOf(kind)) {
    const body = document.text.slice(section.bodyStart, section.span.end)
    for (const match of body.matchAll(FIGURE)) {
      const [all, qualifier, digits, scale, percent, noun, rest] = match
      const verb = VERB.exec(rest!)?.[1]?.toLowerCase()
      if (!verb) continue
      const start = section.bodyStart + match.index + (qualifier?.length ?? 0)
      const factor = scale === undefined ? 1 : /k/i.test(scale) ? 1000 : 1_000_000
      yield {
        kind,
        key: `${percent ? '%' : ''} ${noun!.toLowerCase().replace(/s$/, '')} ${verb.replace(/ing$|ed$|s$/, '')}`,
        value: Number(digits!.replace(/,/g, '')) * factor,
        approximate: qualifier !== undefined,
        span: {start, end: section.bodyStart + match.index + all.length - rest!.length},
      }
    }
  }
}

/** Rounding is no contradiction. */
function isSame(a: Figure, b: Figure): boolean {
  const slack = a.approximate || b.approximate ? 0.15 : 0.02
  return Math.abs(a.value - b.value) <= Math.max(a.value, b.value) * slack + (a.key.startsWith('%') ? 0.5 : 0)
}

export const examples: RuleExamples = {
  bad: [
    {text: '## Summary\n\nAbout 5% of sessions ended early.\n\n## Impact\n\n⟦7% of sessions⟧ ended early.\n'},
    {text: '## Summary\n\n305 teams were affected.\n\n## Impact\n\n- ⟦350 teams⟧ were affected\n'},
  ],
  good: [
    {text: '## Summary\n\nAbout 7% of sessions ended early.\n\n## Impact\n\n7.2% of sessions ended early.\n'},
    {text: '## Summary\n\nAbout 300 teams were affected.\n\n## Impact\n\n- 305 teams were affected\n'},
    {
      text: '## Summary\n\n305 teams were affected.\n\n## Impact\n\n- 90 teams were billed, 305 teams were affected\n',
      note: 'Two figures of one noun are two facts.',
    },
    {
      text: '## Summary\n\n12 users wrote to us.\n\n## Impact\n\n4,000 users were logged out.\n',
      note: 'The verb tells that it is another figure.',
    },
  ],
  limits: [{text: '## Summary\n\nFive percent of sessions ended early.\n\n## Impact\n\n7% of sessions ended early.\n'}],
}
