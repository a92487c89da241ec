import {milestonesOf} from '../../document/milestones.ts'
import {minutesOf} from '../../document/moment.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {plainLine} from '../../document/timeline/plain-line.ts'
import type {Span} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {sentencesIn} from './sentences.ts'

export const resolutionNotInTimeline = defineRule({
  id: 'resolution-not-in-timeline',
  code: 'X05',
  group: 'consistency',
  severity: 'hint',
  docs: {
    summary: 'Look for the act that ended the incident on its timeline.',
    why: 'When the resolution is told only in prose, nobody can see how long it took to get there, or what it waited for.',
    ask: ['When was this done, by which role, and how was it known that it worked?'],
    sources: ['Atlassian incident handbook: recovery with its times'],
  },
  *check(document) {
    const timed = document.timeline.events.filter(({when}) => minutesOf(when, true) !== undefined)
    if (timed.length < 4) return
    const act = firstAct(document)
    if (!act) return
    const seen = minutesOf(milestonesOf(document).detected?.when, true) ?? -Infinity
    const words = contentWords(act.text)
    // Two shared words are enough to be the same act; short sentences have fewer to share.
    const needed = words.size > 3 ? 2 : 1
    if (
      words.size < 3 ||
      timed.some(
        (event) => minutesOf(event.when, true)! >= seen && shared(words, contentWords(plainLine(event.text))) >= needed,
      )
    )
      return
    yield {
      span: act.span,
      message: 'No entry of the timeline tells of this act.',
      related: [{span: timed.at(-1)!.whenSpan, message: 'The last entry of the timeline.'}],
      questions: resolutionNotInTimeline.docs.ask,
    }
  },
})

const ACT =
  /\b(?:we|team|engineers?|on-?call|was|were|by)\b[^.]*\b(?:moved|rolled|reverted|restart(?:ed|ing)|replaced|fixed|patched|deployed|applied|disabled|enabled|removed|deleted|added|increased|scaled|merged|restored|recreated|upgraded|downgraded|drained|cleared|changed|switched|rotated|revoked|released|rebuilt|stopped|turned|blocked|set|updated)\b/i

/** The first sentence of the Resolution section that tells of something done. */
function firstAct(document: PostmortemDocument): {readonly text: string; readonly span: Span} | undefined {
  for (const section of document.sectionsOf('resolution')) {
    const body = document.text.slice(section.bodyStart, Math.min(section.span.end, section.bodyStart + 1500))
    if (/```|see (?:the )?timeline/i.test(body.slice(0, 200))) return undefined
    for (const match of sentencesIn(body)) {
      const text = plainLine(match[0])
      const start = section.bodyStart + match.index
      if (ACT.test(text) && text.split(' ').length > 4)
        return {text, span: {start, end: start + match[0].trimEnd().length}}
    }
  }
  return undefined
}

const STOP = new Set(
  'about after again also another because been before being could during every from have into itself just made more most only other over same some such than that their them then there these they this those through under until very was were what when where which while will with would within your back again team engineer issue incident problem service services system resolved resolution fixed order first able then they once could time'.split(
    ' ',
  ),
)

/** The stems of the words that carry the meaning. */
function contentWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z][a-z-]{3,}/g) ?? []
  return new Set(
    words.filter((word) => !STOP.has(word)).map((word) => word.replace(/(?:ing|ed|es|s|ment|ation)$/, '').slice(0, 7)),
  )
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((word) => b.has(word)).length

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n## Resolution\n\n⟦We moved the partition leader to another broker.⟧\n\n## Timeline (UTC)\n\n- 13:40 Orders start failing\n- 14:02 Alert fires\n- 14:10 Consumer restarted\n- 14:40 All is well\n',
    },
  ],
  good: [
    {
      text: '# 2024-03-09\n\n## Resolution\n\nWe moved the partition leader to another broker.\n\n## Timeline (UTC)\n\n- 13:40 Orders start failing\n- 14:02 Alert fires\n- 14:20 Partition leader moved\n- 14:40 Orders are back to normal\n',
    },
    {
      text: '# 2024-03-09\n\n## Resolution\n\nSee timeline.\n\n## Timeline (UTC)\n\n- 13:40 Orders start failing\n- 14:02 Alert fires\n- 14:10 Consumer restarted\n- 14:40 All is well\n',
    },
  ],
}
