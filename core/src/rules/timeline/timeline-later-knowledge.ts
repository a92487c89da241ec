import {says} from '../../document/timeline/plain-line.ts'
import {markFoundLater} from '../../timeline-edits/entry-text.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

const LATER =
  /\b(?:we|it|they|this|which|the team) (?:was |were |has been |would |only )?later (?:found|discovered|learn(?:ed|t)|determined|understood|confirmed|turned out|became clear|realis?ed)|\b(?:later|afterwards|subsequently) (?:found|discovered|learn(?:ed|t)|turned out)\b|\bturn(?:s|ed) out (?:later|afterwards)\b|\b(?:in|with) (?:hindsight|retrospect)\b|\bas (?:we|it) (?:now )?(?:know|turned out)\b|\b(?:which|that) we now know\b|\b(?:un|not )known (?:at the|at that) time\b|\bnobody knew (?:this )?(?:at the|yet)\b/i
const tellsLater = says(LATER)

export const timelineLaterKnowledge = defineRule({
  id: 'timeline-later-knowledge',
  code: 'T11',
  group: 'timeline',
  severity: 'hint',
  docs: {
    summary: 'Offer to mark what was found out only later.',
    why: 'A reader who meets a fact at 14:05 thinks that the people at 14:05 had it. What they did next looks careless, though they could not know.',
    ask: ['When was this learned, and from what?'],
    sources: ['Chef incident template: say what the team knew at the time', 'Etsy Debriefing Facilitation Guide'],
  },
  *check(document) {
    const found = document.timeline.events.flatMap((event) => {
      const match =
        event.tags.includes('found-later') || !tellsLater(event.text)
          ? null
          : LATER.exec(document.textOf(event.textSpan))
      return match ? [{event, span: laterSpan(event.textSpan.start + match.index, match[0])}] : []
    })
    const [first, ...others] = found
    if (!first) return
    yield {
      span: first.span,
      message: 'This entry tells at its own time what was found out later.',
      related: others.slice(0, 10).map(({span}) => ({span, message: 'The same here.'})),
      questions: timelineLaterKnowledge.docs.ask,
      fixes: [{title: 'Mark as found later', kind: 'rewrite', edits: [markFoundLater(document, first.event)]}],
    }
  },
})

/** The words from “later” on, without the pronoun in front of them. */
function laterSpan(start: number, words: string): {start: number; end: number} {
  const at = Math.max(0, words.search(/\b(?:later|afterwards|subsequently)\b/i))
  return {start: start + at, end: start + words.length}
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 The disk fills up; we ⟦later found⟧ that log rotation was off.\n- 14:05 Alert fires\n',
      fixed:
        '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 The disk fills up; we later found that log rotation was off (found later).\n- 14:05 Alert fires\n',
    },
  ],
  good: [
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 The disk fills up, log rotation is off (found later)\n- 14:05 Alert fires\n',
    },
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 Alert fires\n- 14:35 Half an hour later, the rota answers\n',
    },
  ],
}
