import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const timelineActor = defineRule({
  id: 'timeline-actor',
  code: 'T08',
  group: 'timeline',
  severity: 'hint',
  docs: {
    summary: 'Ask who the initials on a timeline are.',
    why: 'Initials are clear to the team that writes them, and to nobody a year later or in the next building.',
    ask: ['Which role had this person during the incident?'],
    sources: [
      'C. Wilcox, The blameless post mortem (DjangoCon US 2019): roles',
      'Survey of 300 post-mortems: initials behind the time are a house style',
    ],
  },
  *check(document) {
    const initials = new Map<string, {start: number; end: number}>()
    for (const {actor} of document.timeline.events)
      if (actor && /^[A-Z]{2,3}$/.test(actor.name) && !initials.has(actor.name)) initials.set(actor.name, actor.span)
    const unknown = [...initials].filter(([name]) => !isIntroduced(name, document))
    const [first, ...others] = unknown
    if (!first) return
    yield {
      span: first[1],
      message: others.length
        ? `The initials ${[first, ...others]
            .slice(0, 6)
            .map(([name]) => name)
            .join(', ')} are introduced nowhere.`
        : `The initials ${first[0]} are introduced nowhere.`,
      related: others.slice(0, 10).map(([name, span]) => ({span, message: name})),
      questions: timelineActor.docs.ask,
    }
  },
})

/** `Jo Park (JP)`, `JP = Jo Park`, `JP: on-call`, or a name with these initials. */
function isIntroduced(initials: string, {text}: PostmortemDocument): boolean {
  const letters = [...initials]
  const name = new RegExp(`\\b${letters.map((letter) => `${letter}[\\p{L}'’-]+`).join('[ .]+(?:\\p{Lu}\\. )?')}`, 'u')
  return (
    new RegExp(
      `\\(${initials}\\)|\\b${initials}\\s*(?:=|is|stands for)\\s|\\b${initials}\\s*[-–—:]\\s*[A-Z][a-z]+ [A-Z]|\\[${initials}\\]`,
    ).test(text) || name.test(text)
  )
}

export const examples: RuleExamples = {
  bad: [{text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 ⟦JP⟧ suggests a restart\n- 14:05 JP opens the console\n'}],
  good: [
    {
      text: '# 2024-03-09\n\nPresent: Jo Park (JP)\n\n## Timeline (UTC)\n\n- 14:02 JP suggests a restart\n- 14:05 JP opens the console\n',
    },
    {
      text: '# 2024-03-09\n\n## People\n\n- Jo Park, on-call\n\n## Timeline (UTC)\n\n- 14:02 JP suggests a restart\n',
      note: 'The name in the list of people fits.',
    },
    {
      text: '# 2024-03-09\n\n## Timeline (UTC)\n\n- 14:02 On-call suggests a restart\n- 14:05 AWS reports an outage\n',
    },
  ],
}
