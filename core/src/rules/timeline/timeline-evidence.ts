import {says} from '../../document/timeline/plain-line.ts'
import type {TimelineEvent} from '../../document/timeline.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {anchorOf, entries} from './anchor.ts'

/** Fewer entries than this tell their story without proof. */
const ENOUGH = 6

export const timelineEvidence = defineRule({
  id: 'timeline-evidence',
  code: 'T07',
  group: 'timeline',
  severity: 'hint',
  docs: {
    summary: 'Count the entries that point to a metric, a log, a chat or a page.',
    why: 'An entry with a link can be checked by those who were not there, and corrected when two memories differ.',
    ask: ['Which graph, log line or message shows this?'],
    sources: ['PagerDuty post-mortem guide: each item with the metric or page it came from'],
  },
  *check(document) {
    const {events} = document.timeline
    if (events.length < ENOUGH || events.some(isShown)) return
    yield {
      span: anchorOf(document, events[0]!),
      message: `None of ${entries(events.length)} links to what it was seen in.`,
      questions: timelineEvidence.docs.ask,
    }
  },
})

const namesSource = says(/\b(?:graph|dashboard|screenshot|log line)\b/i)

/** A link, a quoted message, an image or a log below the entry. */
const isShown = (event: TimelineEvent): boolean =>
  event.links.length > 0 || /#\d{2,}\b|`[^`]{20,}`/.test(event.text) || namesSource(event.text)

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n⟦## Timeline (UTC)⟧\n\n- 14:02 Alert fires\n- 14:05 Rota answers\n- 14:06 Console opened\n- 14:10 Consumer restarted\n- 14:20 Queue drains\n- 14:30 All is well\n',
    },
  ],
  good: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 Alert fires ([graph](https://graphs.example/q))\n- 14:05 Rota answers\n- 14:06 Console opened\n- 14:10 Consumer restarted\n- 14:20 Queue drains\n- 14:30 All is well\n',
    },
    {text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 Alert fires\n- 14:30 All is well\n'},
  ],
}
