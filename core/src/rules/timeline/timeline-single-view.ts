import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {plainLine} from '../../document/timeline/plain-line.ts'
import type {TimelineEvent} from '../../document/timeline.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {anchorOf} from './anchor.ts'

export const timelineSingleView = defineRule({
  id: 'timeline-single-view',
  code: 'T15',
  group: 'timeline',
  severity: 'hint',
  docs: {
    summary: 'Ask for the view of the other teams where several took part.',
    why: 'Each team saw another part of the incident. A timeline from one chair tells what that chair could see.',
    ask: ['What did the other teams see at the same time, and who could add it?'],
    sources: ['Howie guide: several timelines', 'Etsy Debriefing Facilitation Guide'],
  },
  *check(document) {
    const {events} = document.timeline
    const teams = teamsOf(document)
    if (events.length < 5 || teams.length < 3) return
    const seen = teams.filter((team) => events.some((event) => names(event, team)))
    if (seen.length > 1) return
    yield {
      span: anchorOf(document, events[0]!),
      message: `${teams.length} teams took part, and the timeline tells ${seen[0] ? `what ${seen[0]} saw` : 'the view of none of them by name'}.`,
      questions: timelineSingleView.docs.ask,
    }
  },
})

/** Teams of the metadata; a list, or names with commas between them. */
function teamsOf({metadata}: PostmortemDocument): string[] {
  const fields = [
    ...(metadata.fields.get('teams') ?? []),
    ...(metadata.fields.get('teams_involved') ?? []),
    ...(metadata.fields.get('involved_teams') ?? []),
  ]
  const names = fields
    .flatMap(({value}) => value.split(/,|;|\band\b/))
    .map((name) => name.replace(/^[\s[\]"'@*-]+|[\s[\]"']+$/g, '').replace(/\s+team$/i, ''))
  return [...new Set(names.filter((name) => name.length > 1))]
}

const names = ({actor, text}: TimelineEvent, team: string): boolean =>
  `${actor?.name ?? ''} ${plainLine(text)}`.toLowerCase().includes(team.toLowerCase())

export const examples: RuleExamples = {
  bad: [
    {
      text: '---\nteams: [Orders, Payments, Platform]\n---\n\n# 2024-03-09\n\n⟦## Timeline (UTC)⟧\n\n- 13:40 Platform deploys the mesh\n- 13:50 Platform sees errors\n- 14:00 Platform rolls back\n- 14:10 Errors end\n- 14:20 Platform closes the incident\n',
    },
  ],
  good: [
    {
      text: '---\nteams: [Orders, Payments, Platform]\n---\n\n# 2024-03-09\n\n## Timeline (UTC)\n\n- 13:40 Platform deploys the mesh\n- 13:50 Orders sees errors\n- 14:00 Platform rolls back\n- 14:10 Errors end\n- 14:20 Platform closes the incident\n',
    },
    {
      text: '---\nteams: [Platform]\n---\n\n# 2024-03-09\n\n## Timeline (UTC)\n\n- 13:40 Platform deploys the mesh\n- 13:50 Platform sees errors\n- 14:00 Platform rolls back\n- 14:10 Errors end\n- 14:20 Platform closes the incident\n',
    },
  ],
}
