import {milestonesOf} from '../../document/milestones.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {dayNumber} from '../../document/timeline/calendar.ts'
import type {Span} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const latePublication = defineRule({
  id: 'late-publication',
  code: 'D10',
  group: 'structure',
  severity: 'hint',
  docs: {
    summary: 'Ask about documents that are published long after the incident.',
    why: 'Memories settle within days, and what is remembered later is the version that was told most often. The next incident does not wait for the review either.',
    ask: ['What did the document wait for?', 'Could a first version go out with its open questions marked?'],
    sources: ['SRE workbook: within a week', 'PagerDuty: three to five days'],
  },
  *check(document, {config}) {
    const {published} = document.metadata.dates
    const end = published && endOf(document)
    if (!end) return
    const days = dayNumber(published.value) - dayNumber(end.date)
    if (days <= config.publishWithinDays) return
    yield {
      span: published.span,
      message: `${days} days lie between the end of the incident and this date, and memories settle sooner. What did the document wait for?`,
      related: end.span ? [{span: end.span, message: 'The incident ends here.'}] : [],
      questions: latePublication.docs.ask,
    }
  },
})

/** The last day of the incident, as far as the document says. */
export function endOf(document: PostmortemDocument): {readonly date: string; readonly span?: Span} | undefined {
  const {resolved, mitigated, incident, start} = document.metadata.dates
  const stated = resolved ?? mitigated
  if (stated) return {date: stated.value, span: stated.span}
  const milestones = milestonesOf(document)
  const event = milestones.closed ?? milestones.resolved ?? milestones.mitigated
  if (event?.when?.date) return {date: event.when.date, span: event.whenSpan}
  const known = incident ?? start
  return known && {date: known.value, span: known.span}
}

export const examples: RuleExamples = {
  bad: [
    {text: '---\nincident:\n  resolved: 2024-03-01T12:40Z\npublished: ⟦2024-04-02⟧\n---\n\n# Checkout down\n'},
    {
      text: '---\ndate: 2024-03-01\npublished: ⟦2024-03-05⟧\n---\n\n# Checkout down\n',
      config: {publishWithinDays: 3},
    },
  ],
  good: [
    {text: '---\ndate: 2024-03-01\npublished: 2024-03-08\n---\n\n# Checkout down\n'},
    {text: '---\npublished: 2024-04-02\n---\n\n# Checkout down\n'},
    {
      text: '---\nlayout: post\ndescription: An outage\ndate: 2024-04-02\n---\n\n# Checkout down on 2024-03-01\n',
      note: 'The date of a page says little.',
    },
  ],
}
