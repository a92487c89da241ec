import {typeOf} from '../../document/actions/type.ts'
import {itemsIn} from '../../document/section-items.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import type {Span} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const detectionWithoutAction = defineRule({
  id: 'detection-without-action',
  code: 'D09',
  group: 'structure',
  severity: 'information',
  docs: {
    summary: 'Ask for an action on detection where customers were the first to notice.',
    why: 'When users report before a monitor does, the next incident of this kind is found as late as this one.',
    ask: ['What in the system could have said so before a user did?'],
    sources: ['Wilcox: the five types of action', 'Atlassian: how could the time to detection be halved?'],
  },
  *check(document) {
    const {actionItems} = document
    if (!actionItems.length || actionItems.some((item) => typeOf(item) === 'detect' || DETECTS.test(item.task.value)))
      return
    const span = reportedByCustomers(document)
    if (!span) return
    yield {
      span,
      message: 'Users noticed first, and no action is about noticing earlier. What in the system could have said so?',
      questions: detectionWithoutAction.docs.ask,
      related: [{span: actionItems[0]!.span, message: 'The actions start here.'}],
    }
  },
})

const DETECTS =
  /\b(?:alert\w*|alarm\w*|monitor\w*|detect\w*|notif\w+|metric\w*|dashboard\w*|synthetic\w*|probe\w*|observab\w+|canary|health ?checks?|smoke tests?|uptime|logging|log\b)/i
const CUSTOMERS =
  /\b(?:customers?|users?|clients?|community members?|communit(?:y|ies)|hub admins?|merchants?|readers?|support (?:tickets?|requests?|cases?))\b[^.]{0,60}\b(?:report\w*|notic\w+|complain\w*|wrote|contact\w*|called|rais\w+|told|ask\w*|messag\w*|noted|opened|fil\w+|inform\w*)\b|\b(?:report(?:ed|s)?|notified|told|raised|contacted|informed|alerted)\b[^.]{0,30}\b(?:by|from)\b[^.]{0,30}\b(?:customers?|users?|clients?|community|merchants?)\b/i
const MONITORS =
  /\b(?:alert\w*|alarm\w*|monitor\w*|paged?|pager\w*|pingdom|synthetic\w*|health ?checks?|uptime check\w*|on-?call was)\b/i

function reportedByCustomers(document: PostmortemDocument): Span | undefined {
  const {detectionSource} = document.metadata
  const items = itemsIn(document, 'detection')
  if (items.some(({text}) => MONITORS.test(text) && !/\b(?:no|without|any|none|lack of|not)\b/i.test(text)))
    return undefined
  if (detectionSource && detectionSource.value !== 'customer') return undefined
  return (
    items.find(({text}) => CUSTOMERS.test(text))?.span ??
    (detectionSource?.value === 'customer' ? detectionSource.span : undefined)
  )
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '## Detection\n\n⟦A customer wrote to support at 10:40.⟧\n\n## Action items\n\n- Roll back automatically when the error rate doubles\n- Grow the disk\n',
    },
    {text: '---\nseverity: SEV2\ndetection_source: ⟦customer⟧\n---\n\n## Action items\n\n- Grow the disk\n'},
  ],
  good: [
    {
      text: '## Detection\n\nA customer wrote to support at 10:40.\n\n## Action items\n\n- Add an alert on the age of the oldest order\n',
    },
    {
      text: '## Detection\n\nAn alert on the error rate fired; customers wrote later.\n\n## Action items\n\n- Grow the disk\n',
    },
    {
      text: '## Detection\n\nA customer wrote to support at 10:40.\n',
      note: '`missing-section` asks for the actions.',
    },
  ],
}
