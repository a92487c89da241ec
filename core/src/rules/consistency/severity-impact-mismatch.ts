import {blocksOfKind} from '../../document/blocks.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import type {LintConfig} from '../../lint/config.ts'
import type {Span} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const severityImpactMismatch = defineRule({
  id: 'severity-impact-mismatch',
  code: 'X10',
  group: 'consistency',
  severity: 'information',
  docs: {
    summary: 'Find a severity that does not fit the words of the impact.',
    why: 'A reader who knows the scale and reads the impact trusts neither afterwards.',
    ask: ['Does the level speak of what could have happened, and the text of what did?'],
    sources: ['PagerDuty: severity levels', 'Atlassian: severity levels'],
  },
  *check(document, {config}) {
    const {severity} = document.metadata
    const rank = severity && rankOf(severity.value, config)
    if (!severity || rank === undefined || rank === 'middle') return
    const found = rank === 'worst' ? impactOf(document, NONE) : impactOf(document, TOTAL)
    if (!found || (rank === 'worst' && impactOf(document, SOME))) return
    yield {
      span: severity.span,
      message:
        rank === 'worst'
          ? `The impact says that nobody was affected, and the severity is “${severity.value}”. Which of the two holds?`
          : `The impact speaks of everybody, and the severity is “${severity.value}”. Which of the two holds?`,
      related: [{span: found, message: 'The words of the impact.'}],
      questions: severityImpactMismatch.docs.ask,
    }
  },
})

type Rank = 'worst' | 'middle' | 'mildest'

function rankOf(value: string, {severityScale}: LintConfig): Rank | undefined {
  const text = value
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
  const index = severityScale.findIndex((word) => text.startsWith(word.toLowerCase().replace(/[\s_-]+/g, '')))
  if (index >= 0)
    return index <= (severityScale.length > 4 ? 1 : 0)
      ? 'worst'
      : index >= severityScale.length - (severityScale.length > 4 ? 2 : 1)
        ? 'mildest'
        : 'middle'
  if (/^(?:critical|p0|p1\b|s1\b|blocker|catastrophic|severe)/.test(text)) return 'worst'
  if (/^(?:low|minor|p4|p5|s4|s5|negligible|trivial|informational)/.test(text)) return 'mildest'
  return 'middle'
}

const NONE =
  /\bno (?:user|customer|client|external|end-user|production)?[ -]?(?:users?|customers?|clients?|traffic|one|impact)?\b[^.]{0,20}\b(?:impact\b(?! (?:on|for|to|in|beyond|outside)\b)|(?:was|were) (?:affected|impacted)|noticed)|\b(?:nobody|no one|none of (?:our|the) (?:users|customers)) (?:was|were) (?:affected|impacted)|\bno (?:user|customer|external) impact\b(?! (?:on|for|to|in|beyond|outside)\b)/i
const SOME =
  /\b(?:all|most|many|some|several|\d[\d,.]*\s?%?(?: of)?)(?: of)?(?: our| the)? (?:users|customers|clients|requests|orders|sessions|services)\b[^.]{0,60}\b(?:were|was|could|fail\w*|unable|affected|impacted|lost|down)\b/i
const TOTAL =
  /\b(?:full|complete|total|global|site-?wide) outage\b|\b(?:all|every|100 ?%(?: of)?)(?: of)?(?: our| the)? (?:users?|customers?|clients?|requests)\b[^.]{0,40}\b(?:were|was|could not|couldn't|fail\w*|unable|affected|impacted|lost access)\b/i

function impactOf(document: PostmortemDocument, pattern: RegExp): Span | undefined {
  for (const {kind, span} of blocksOfKind(document, 'impact')) {
    if (kind === 'heading' || kind === 'quote') continue
    const match = pattern.exec(document.textOf(span))
    if (match) return {start: span.start + match.index, end: span.start + match.index + match[0].length}
  }
  return undefined
}

export const examples: RuleExamples = {
  bad: [
    {text: '---\nseverity: ⟦SEV1⟧\n---\n\n## Impact\n\nNo user was affected; the queue held all orders.\n'},
    {
      text: '# Checkout down\n\n**Severity**: ⟦Low⟧\n\n## Impact\n\nA full outage: all customers were unable to pay for 40 minutes.\n',
    },
  ],
  good: [
    {text: '---\nseverity: SEV1\n---\n\n## Impact\n\nAll customers were unable to pay. No user lost data.\n'},
    {
      text: '---\nseverity: SEV1\n---\n\n## Impact\n\n- 4,100 payments took longer than the scheme allows\n- No impact on transfers\n',
      note: 'What was spared.',
    },
    {text: '---\nseverity: SEV4\n---\n\n## Impact\n\nNo user was affected.\n'},
    {text: '---\nseverity: SEV2\n---\n\n## Impact\n\nA full outage of the search.\n'},
  ],
}
