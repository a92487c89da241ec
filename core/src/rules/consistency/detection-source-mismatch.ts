import {milestonesOf} from '../../document/milestones.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {plainLine} from '../../document/timeline/plain-line.ts'
import type {Span} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {sentencesIn} from './sentences.ts'

type Source = 'alert' | 'customer'

const ALERT =
  /\b(?:alert(?:s|ed|ing)?|alarms?|monitor(?:s|ing|ed)?|pager ?duty|pag(?:er|ed|es)|opsgenie|pingdom|sentry|prometheus|datadog|dashboards?|health ?checks?|uptime check|automat(?:ed|ic(?:ally)?))\b/i
const CUSTOMER =
  /\b(?:customers?|users?|clients?|support tickets?|tickets?|helpdesk|complain\w*|reader|visitor|community member|researcher|readers|sheriffs?)\b/i
const NEGATED =
  /\b(?:no|not|without|never|missing|lack(?:ed|ing)?|did ?n[o']t|nobody|none|neither|could ?n[o']t|fail(?:ed|s)? to|before (?:any|the|our)|instead of|rather than|improve\w*|add(?:ing)?|would have|should have|could have)\b/i
const SEEN =
  /\b(?:detect\w*|notic\w*|discover\w*|report\w*|alert\w*|found|raised|told|informed|aware|identified|spotted|paged|notified|fired|triggered)\b/i

export const detectionSourceMismatch = defineRule({
  id: 'detection-source-mismatch',
  code: 'X03',
  group: 'consistency',
  severity: 'information',
  docs: {
    summary: 'Hold the Detection section against the first signal on the timeline.',
    why: 'Whether an alert or a customer saw it first decides what has to be improved. Two answers in one document lead to the comfortable one.',
    ask: ['Who or what saw it first?', 'If both: by how many minutes?'],
    sources: ['C. Wilcox, The blameless post mortem (DjangoCon US 2019): a customer saw it first'],
  },
  *check(document) {
    const {detected} = milestonesOf(document)
    if (!detected || detected.run < 0) return
    const onTimeline = sourceIn(plainLine(detected.text))
    const told = toldSource(document)
    if (!onTimeline || !told || onTimeline === told.source) return
    // Another entry close by may be the one that the section means.
    if (
      document.timeline.events.some(
        (event) => event !== detected && SEEN.test(event.text) && sourceIn(plainLine(event.text)) === told.source,
      )
    )
      return
    yield {
      span: told.span,
      message: `Here ${NAMES[told.source]} sees it first, on the timeline ${NAMES[onTimeline]} does.`,
      related: [{span: detected.whenSpan, message: plainLine(detected.text).slice(0, 100)}],
      questions: detectionSourceMismatch.docs.ask,
    }
  },
})

const NAMES: Readonly<Record<Source, string>> = {alert: 'monitoring', customer: 'a person outside'}

function sourceIn(text: string): Source | undefined {
  const [alert, customer] = [ALERT.test(text), CUSTOMER.test(text)]
  return alert === customer ? undefined : alert ? 'alert' : 'customer'
}

/** The first sentence of the Detection section that tells who saw it. */
function toldSource(document: PostmortemDocument): {readonly source: Source; readonly span: Span} | undefined {
  for (const section of document.sectionsOf('detection')) {
    const body = document.text.slice(section.bodyStart, Math.min(section.span.end, section.bodyStart + 600))
    if (ALERT.test(body) && CUSTOMER.test(body)) continue
    for (const match of sentencesIn(body)) {
      if (!SEEN.test(match[0]) || NEGATED.test(match[0])) continue
      const source = sourceIn(plainLine(match[0]))
      const start = section.bodyStart + match.index
      if (source) return {source, span: {start, end: start + match[0].trimEnd().length}}
    }
  }
  return undefined
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n## Detection\n\n⟦Our monitoring detected the failing orders.⟧\n\n## Timeline (UTC)\n\n- 13:40 Orders start failing\n- 14:02 A customer reports failing orders\n- 14:40 Orders are back to normal\n',
    },
  ],
  good: [
    {
      text: '# 2024-03-09\n\n## Detection\n\nA customer wrote to support. No alert fired.\n\n## Timeline (UTC)\n\n- 13:40 Orders start failing\n- 14:02 A customer reports failing orders\n- 14:40 Orders are back to normal\n',
    },
    {
      text: '# 2024-03-09\n\n## Detection\n\nAn alert fired for the error rate.\n\n## Timeline (UTC)\n\n- 13:40 Orders start failing\n- 14:02 Alert fires for the error rate\n- 14:03 A customer reports failing orders\n- 14:40 Orders are back to normal\n',
    },
  ],
  limits: [
    {
      text: '# 2024-03-09\n\n## Detection\n\nThe rota saw it on the graph.\n\n## Timeline (UTC)\n\n- 13:40 Orders start failing\n- 14:02 A customer reports failing orders\n- 14:40 Orders are back to normal\n',
    },
  ],
}
