import type {Span} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const uninvitedResponder = defineRule({
  id: 'uninvited-responder',
  group: 'structure',
  severity: 'hint',
  docs: {
    summary: 'Ask whether those who act in the timeline take part in the review.',
    why: 'What somebody saw and expected can only be told by that person. Without them the meeting guesses.',
    ask: ['Would they come, or tell their part before?'],
    sources: ['Howie: talk to the people closest to it', 'PagerDuty: everybody in the timeline is invited'],
  },
  *check({metadata: {people}, timeline}) {
    const invited = [
      ...(people.participants ?? []),
      ...(people.facilitator ?? []),
      ...(people.presenter ?? []),
      ...(people.scribe ?? []),
    ]
    if (!people.participants?.length) return
    const known = [...(people.responders ?? []), ...(people.incidentCommander ?? [])]
    const missing = new Map<string, Span>()
    for (const {actor} of timeline.events) {
      if (!actor || missing.has(actor.name) || invited.some(({value}) => speaksOf(value, actor.name))) continue
      if (actor.name.startsWith('@') || known.some(({value}) => speaksOf(value, actor.name)))
        missing.set(actor.name, actor.span)
    }
    const [first, ...rest] = [...missing]
    if (!first) return
    yield {
      span: first[1],
      message: `${missing.size === 1 ? 'One person acts' : `${missing.size} people act`} in the timeline and ${missing.size === 1 ? 'is' : 'are'} not among the participants. Who can tell their part?`,
      related: rest.map(([name, span]) => ({span, message: `“${name}” acts here.`})),
      questions: uninvitedResponder.docs.ask,
    }
  },
})

/** Whether a listed name and an actor of the timeline are the same: first names and initials stand for whole names. */
function speaksOf(listed: string, actor: string): boolean {
  const [full, short] = [listed, actor].map((name) => name.replace(/^@/, '').trim().toLowerCase()) as [string, string]
  if (full === short || full.split(/\s+/).includes(short) || short.split(/\s+/).includes(full)) return true
  return (
    /^[\p{Lu}]{2,3}$/u.test(actor) &&
    full
      .split(/\s+/)
      .map((word) => word[0])
      .join('') === short
  )
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '---\nparticipants: [Mira, Ada, Wei]\nresponders: [Mira, Tomás]\n---\n\n## Timeline (UTC)\n\n- 2024-03-01 10:02 ⟦Tomás⟧ restarts the node\n- 10:05 Mira sees the first order\n',
    },
  ],
  good: [
    {
      text: '---\nparticipants: [Mira, Tomás]\n---\n\n## Timeline (UTC)\n\n- 2024-03-01 10:02 Tomás restarts the node\n',
    },
    {
      text: '---\nresponders: [Mira]\n---\n\n## Timeline (UTC)\n\n- 2024-03-01 10:02 Tomás restarts the node\n',
      note: 'No list of participants yet.',
    },
    {
      text: '---\nparticipants: [Mira, Tomás]\n---\n\n## Timeline (UTC)\n\n- 2024-03-01 10:02 Pager fires\n- 10:03 On-call restarts the node\n',
    },
  ],
  limits: [
    {
      text: '---\nparticipants: [Mira]\n---\n\n## Timeline (UTC)\n\n- 2024-03-01 10:02 Tomás restarts the node\n',
      note: 'Nothing says that Tomás is a person.',
    },
  ],
}
