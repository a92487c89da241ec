import {type Gap, gapsOf} from '../../document/milestones.ts'
import {durationText} from '../../document/moment.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {askBehind} from '../../timeline-edits/entry-text.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const timelineGap = defineRule({
  id: 'timeline-gap',
  code: 'T10',
  group: 'timeline',
  severity: 'hint',
  docs: {
    summary: 'Ask about stretches of an incident that the timeline says nothing about.',
    why: 'Where nothing is written something happened all the same: a build ran, a cache expired, somebody searched. The longest silence often holds what would shorten the next incident.',
    ask: ['Who was doing what in this time?', 'What was the system doing, and can we see it?'],
    sources: ['C. Wilcox, The blameless post mortem (DjangoCon US 2019): why did it take another 50 minutes?'],
  },
  *check(document) {
    for (const gap of gapsOf(document)) {
      if (isAsked(gap, document)) continue
      yield {
        span: gap.to.whenSpan,
        message: `Nothing is written about the ${durationText(gap.seconds)} before this. ${gap.question}`,
        related: [{span: gap.from.whenSpan, message: `The entry before it: “${gap.from.raw}”.`}],
        questions: [gap.question],
        fixes: [
          {
            title: 'Ask about this gap in the text',
            kind: 'question',
            edits: [askBehind(document, document.timeline.newestFirst ? gap.to : gap.from, gap.question)],
          },
        ],
      }
    }
  },
})

/** Whether the question stands in the text already. */
const isAsked = ({from, to, question}: Gap, {text}: PostmortemDocument): boolean =>
  text.includes(question) ||
  /\*\*Ask:\*\*/.test(
    text.slice(Math.min(from.span.start, to.span.start), Math.max(from.whenSpan.start, to.whenSpan.start)),
  )

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 09:45 Branch deleted, docs start returning 404\n- 10:05 Reader reports it\n- 10:10 Branch republished\n- ⟦11:00⟧ Docs are back online\n',
      fixed:
        '# 2024-03-09\n\n## Timeline (UTC)\n\n- 09:45 Branch deleted, docs start returning 404\n- 10:05 Reader reports it\n- 10:10 Branch republished\n  > **Ask:** What was the system doing in these 50 min after the act at 10:10, and can we see it?\n- 11:00 Docs are back online\n',
    },
    {
      text: '# 2024-03-09\n\n## Timeline\n\n| Time (UTC) | Event |\n|--|--|\n| 09:45 | Errors start |\n| ⟦10:50⟧ | First alert fires |\n| 10:55 | Restarted |\n| 11:00 | Service restored |\n',
    },
  ],
  good: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 09:45 Errors start\n- 10:00 First alert fires\n- 10:20 Restarted\n- 10:40 Service restored\n',
    },
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 08:00 Released\n- 09:45 Errors start\n- 10:00 First alert fires\n- 10:20 Service restored\n- 15:00 Review held\n',
      note: 'Before the start and after the end nobody was waiting.',
    },
  ],
}
