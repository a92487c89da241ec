import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {says} from '../../document/timeline/plain-line.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {anchorOf} from './anchor.ts'

const OUTSIDE =
  /\b(?:customers?|end[- ]users?|clients?|subscribers?|visitors?|passengers?|patients?|merchants?|public)\b/i
const tells = says(
  /\b(?:status ?page|status\.[\w.-]+|statuspage|announc\w+|tweet\w*|twitter|mastodon|post(?:ed|s)? (?:to|on|in|an?)|e-?mail\w*|mail(?:ed|s)?|newsletter|notif(?:y|ies|ied|ication)\w*|inform(?:s|ed|ing)?|communicat\w+|message sent|banner|customer message|users? (?:are |were |is )?told|told (?:the )?(?:users|customers)|update (?:sent|send|posted|published)|publish(?:es|ed)? (?:a |an )?(?:statement|post|notice|advisory|incident)|disclos\w+|advisory|press|blog ?post|announced)\b/i,
)

export const timelineCommunication = defineRule({
  id: 'timeline-communication',
  code: 'T13',
  group: 'timeline',
  severity: 'hint',
  docs: {
    summary: 'Ask for the first message to those who felt the incident.',
    why: 'Customers remember how long they were left without a word. If the timeline has no message, the review cannot ask what held it up.',
    ask: ['When did customers first read something from us, and where?'],
    sources: ['PagerDuty post-mortem guide: internal and external communication'],
  },
  *check(document) {
    const {events} = document.timeline
    if (events.length < 5 || !hitsOutside(document)) return
    if (events.some(({tags, text}) => tags.includes('communication') || tells(text))) return
    yield {
      span: anchorOf(document, events[0]!),
      message: 'The impact reaches people outside, and no entry tells when they heard of it.',
      questions: timelineCommunication.docs.ask,
    }
  },
})

const hitsOutside = (document: PostmortemDocument): boolean =>
  document.sectionsOf('impact').some(({bodyStart, span}) => {
    const text = document.text.slice(bodyStart, span.end)
    return (
      OUTSIDE.test(text) &&
      !/\bno (?:external |customer |user |end[- ]user )*(?:impact|customers?|users?)\b|\binternal(?:ly)? only\b/i.test(
        text,
      )
    )
  })

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n## Impact\n\nCustomers could not order for 50 minutes.\n\n⟦## Timeline (UTC)⟧\n\n- 13:40 Orders start failing\n- 13:50 Alert fires\n- 14:00 Consumer restarted\n- 14:20 Cache cleared\n- 14:30 Orders are back to normal\n',
    },
  ],
  good: [
    {
      text: '# 2024-03-09\n\n## Impact\n\nCustomers could not order for 50 minutes.\n\n## Timeline (UTC)\n\n- 13:40 Orders start failing\n- 13:50 Alert fires\n- 13:55 Status page updated\n- 14:00 Consumer restarted\n- 14:30 Orders are back to normal\n',
    },
    {
      text: '# 2024-03-09\n\n## Impact\n\nNightly builds were late.\n\n## Timeline (UTC)\n\n- 13:40 Builds start failing\n- 13:50 Alert fires\n- 14:00 Runner restarted\n- 14:20 Cache cleared\n- 14:30 Builds are back to normal\n',
    },
  ],
}
