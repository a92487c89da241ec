import {durationText} from '../../document/moment.ts'
import {type Slip, slipsOf} from '../../document/timeline/order.ts'
import type {Problem} from '../../lint/finding.ts'
import type {TextEdit} from '../../text/edit.ts'
import {sortEntries} from '../../timeline-edits/sort.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

/** More slips than this in one timeline are told once. */
const SINGLE = 3

/** A sorted timeline is read again to be sure of it; a document full of slips does not get a fix for each of them. */
const MOST_FIXES = 3

export const timelineOrder = defineRule({
  id: 'timeline-order',
  code: 'T03',
  group: 'timeline',
  severity: 'warning',
  docs: {
    summary: 'Look for entries that stand before an earlier one.',
    why: 'Whoever reads a timeline takes the order of lines for the order of events. A step back makes an answer look like a cause, or hides a slip in a date.',
    ask: [
      'Did this happen earlier than the line above it, or is one of the two times off?',
      'Was it learned later? Then “(found later)” says so.',
    ],
    sources: [
      'PagerDuty post-mortem guide: timeline',
      'Survey of 300 post-mortems: 8 of 159 dated timelines hold such a slip',
    ],
  },
  *check(document) {
    let told = 0
    for (const slips of slipsOf(document)) {
      const canFix = told++ < MOST_FIXES
      if (slips.length > SINGLE) yield together(slips, canFix ? sortEntries(document, slips[0]!.event) : [])
      else for (const slip of slips) yield problemOf(slip, canFix ? sortEntries(document, slip.event) : [])
    }
  },
})

function problemOf({event, before, minutes}: Slip, edits: readonly TextEdit[]): Problem {
  const by = durationText(minutes * 60)
  const isYear = minutes > 300 * 1440 && event.when?.date?.slice(4) !== undefined
  const message = isYear
    ? `“${event.raw}” lies ${Math.round(minutes / 1440)} days before the entry above it; the year reads like a slip.`
    : `“${event.raw}” lies ${by} before the entry above it, “${before.raw}”.`
  return {
    span: event.whenSpan,
    message,
    related: [{span: before.whenSpan, message: `Stands above it with “${before.raw}”.`}],
    questions: timelineOrder.docs.ask,
    fixes: edits.length && !isYear ? [{title: 'Put the entries into the order of time', kind: 'rewrite', edits}] : [],
  }
}

function together(slips: readonly Slip[], edits: readonly TextEdit[]): Problem {
  const [first] = slips
  return {
    span: first!.event.whenSpan,
    message: `${slips.length} entries of this timeline lie before the entry above them; this is the first.`,
    related: slips
      .slice(1, 20)
      .map(({event, before}) => ({span: event.whenSpan, message: `“${event.raw}” stands below “${before.raw}”.`})),
    questions: timelineOrder.docs.ask,
    fixes: edits.length ? [{title: 'Put the entries into the order of time', kind: 'rewrite', edits}] : [],
  }
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '## Timeline (UTC)\n\n- 2024-03-09 13:00 Users are told\n- ⟦2024-03-09 12:57⟧ Change reverted\n- 2024-03-09 13:46 Log read\n',
      fixed:
        '## Timeline (UTC)\n\n- 2024-03-09 12:57 Change reverted\n- 2024-03-09 13:00 Users are told\n- 2024-03-09 13:46 Log read\n',
    },
    {
      text: '# Incident of 2024-03-09\n\n## Timeline (UTC)\n\n1. 15:36 JP asks for the logs\n   - kept for a week\n2. ⟦15:30⟧ Queue stalls\n3. 15:50 Queue drained\n',
      fixed:
        '# Incident of 2024-03-09\n\n## Timeline (UTC)\n\n1. 15:30 Queue stalls\n2. 15:36 JP asks for the logs\n   - kept for a week\n3. 15:50 Queue drained\n',
      note: 'Children move along, numbers stay.',
    },
    {
      text: '## Timeline\n\n| Time (UTC) | Event |\n|--|--|\n| 2021-12-13 15:50 | Scan started |\n| ⟦2021-12-13 14:30⟧ | First contact |\n| 2021-12-13 16:29 | Board created |\n',
      fixed:
        '## Timeline\n\n| Time (UTC) | Event |\n|--|--|\n| 2021-12-13 14:30 | First contact |\n| 2021-12-13 15:50 | Scan started |\n| 2021-12-13 16:29 | Board created |\n',
    },
    {
      text: '## Timeline (UTC)\n\n- 2022-01-09 01:36 Again\n- ⟦2021-01-09 02:16⟧ Reported\n- 2022-01-09 02:42 Over\n',
      note: 'The year of the day before yesterday.',
    },
  ],
  good: [
    {text: '## Timeline (UTC)\n\n- 2024-03-09 13:00 Users are told\n- 2024-03-09 13:00 Change reverted\n'},
    {
      text: '## Timeline (UTC)\n\nThe newest entry stands at the top: most recent first.\n\n- 2024-03-09 13:46 Log read\n- 2024-03-09 13:00 Users are told\n',
    },
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 23:58 Queue stalls\n- 00:40 Queue drained\n',
      note: 'Past midnight.',
    },
    {
      text: '# 2024-03-09\n\n## Timeline\n\n- 11:54 Check done\n- 12:16 Keys rolled\n- 1:52 Logs read\n',
      note: 'A clock of twelve hours.',
    },
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 17:10 Node drained\n- 16:24-20:04 Log shows closed sockets\n',
      note: 'A stretch of time may begin before the line above.',
    },
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 17:10 Node drained\n- ~17:05 Somebody restarts the agent\n- 16:50 (found later) The disk was full\n',
      note: 'Approximate, or told as learned later.',
    },
    {
      text: '# 2024-03-09\n\n- **Key events**\n  - Repaired 2024-03-09 10:46\n  - Incident declared 2024-03-09 09:29\n',
      note: 'Labels with times are fields.',
    },
  ],
  limits: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 10 March, 10:00 Answer\n\n### Review\n\n- 9 March, 10:00 Question\n',
      note: 'Lists below different headings may be two views of the same hours.',
    },
  ],
}
