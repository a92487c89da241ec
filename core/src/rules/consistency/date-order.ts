import type {Located} from '../../document/action-item.ts'
import {endOf} from '../structure/late-publication.ts'
import type {Problem} from '../../lint/finding.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const dateOrder = defineRule({
  id: 'date-order',
  code: 'X11',
  group: 'consistency',
  severity: 'information',
  docs: {
    summary: 'Find dates that cannot stand in this order: incident, document, publication, due dates.',
    why: 'One of the two dates is a slip, and a reader cannot tell which.',
    ask: ['Which of the two dates holds?'],
    sources: ['Atlassian', 'SRE workbook'],
  },
  *check(document) {
    const {dates} = document.metadata
    const {start, detected, mitigated, resolved, incident, created, published, review} = dates
    yield* wrongWay(
      start,
      detected ?? mitigated ?? resolved,
      'The incident is noticed or over before the date on which it starts.',
    )
    yield* wrongWay(
      detected ?? mitigated,
      resolved,
      'The incident is over before the date on which it is noticed or mitigated.',
    )
    const begin = incident ?? start
    yield* wrongWay(begin, created, 'The document begins before the incident that it tells of.')
    yield* wrongWay(created ?? begin, published, 'The document is published before it is begun.')
    yield* wrongWay(created ?? begin, review, 'The review takes place before the document is begun.')
    const known = published ?? created ?? fromEnd(endOf(document))
    if (!known) return
    for (const {due, done} of document.actionItems) {
      if (done || !due || !/^\d{4}-\d\d-\d\d$/.test(due.value) || due.value >= known.value) continue
      yield {
        span: due.span,
        message: `This action is due before ${known === published ? 'the document is published' : known === created ? 'the document is begun' : 'the incident ends'}. Which of the two dates holds?`,
        related: known.span.end > known.span.start ? [{span: known.span, message: known.value}] : [],
        questions: dateOrder.docs.ask,
      }
    }
  },
})

const fromEnd = (end: ReturnType<typeof endOf>): Located | undefined =>
  end?.span ? {value: end.date, span: end.span} : undefined

/** ISO dates compare as text. */
function* wrongWay(earlier: Located | undefined, later: Located | undefined, message: string): Iterable<Problem> {
  if (!earlier || !later || earlier.value <= later.value) return
  yield {
    span: later.span,
    message: `${message} Which of the two dates holds?`,
    related: [{span: earlier.span, message: earlier.value}],
    questions: dateOrder.docs.ask,
  }
}

export const examples: RuleExamples = {
  bad: [
    {text: '---\ndate: 2024-03-10\ncreated: ⟦2024-03-01⟧\n---\n\n# Checkout down\n'},
    {text: '---\ncreated: 2024-03-12\npublished: ⟦2024-02-15⟧\n---\n\n# Checkout down\n'},
    {text: '---\nincident:\n  start: 2024-03-10T10:02Z\n  resolved: ⟦2024-03-01T12:00Z⟧\n---\n\n# Checkout down\n'},
    {
      text: '---\npublished: 2024-03-12\n---\n\n## Action items\n\n| Action | Due |\n| --- | --- |\n| Add an alert | ⟦2023-03-20⟧ |\n',
    },
  ],
  good: [
    {
      text: '---\ndate: 2024-03-10\ncreated: 2024-03-10\npublished: 2024-03-12\n---\n\n## Action items\n\n| Action | Due |\n| --- | --- |\n| Add an alert | 2024-03-20 |\n',
    },
    {
      text: '---\npublished: 2024-03-12\n---\n\n## Action items\n\n- [x] Add an alert (due 2024-03-10)\n',
      note: 'Done before.',
    },
    {
      text: '---\ncreated: 2024-03-12\n---\n\n# Checkout down on 2024-03-10\n\nThe certificate of 2021-05-01 is in use.\n',
    },
  ],
}
