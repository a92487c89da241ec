import {itemsIn} from '../../document/section-items.ts'
import {outermost} from '../../document/section.ts'
import {insertAt} from '../../text/edit.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const singleFactor = defineRule({
  id: 'single-factor',
  code: 'D03',
  group: 'structure',
  severity: 'information',
  docs: {
    summary: 'Ask for further conditions where the causes are one sentence or one bullet.',
    why: 'A single cause ends the search. What had to be there besides, so that it could have this effect, goes unnamed and stays.',
    ask: ['What else had to be true for this to have the effect it had?', 'Why had it not mattered before?'],
    sources: ['Cook: how complex systems fail', 'PagerDuty: contributing factors', 'Card: the problem with five whys'],
  },
  *check(document) {
    const sections = outermost(document.sections, 'causes')
    const [section] = sections
    const items = itemsIn(document, 'causes')
    const [item] = items
    if (!section || sections.length > 1 || items.length !== 1 || !item) return
    // Tables, code and pictures tell more than the text beside them.
    const body = document.text.slice(section.bodyStart, section.span.end)
    if (/```|~~~|^\s*\||!\[|<|^\s{4,}\S|^\s*>/m.test(body)) return
    if (document.sections.some(({parent}) => parent === section)) return
    if (item.text.length > 220 || sentenceCount(item.text) > 1 || EXPLAINED.test(item.text)) return
    yield {
      span: item.span,
      message:
        'One condition stands here alone, which ends the search at it. What else had to be true for it to have this effect?',
      questions: singleFactor.docs.ask,
      fixes: item.isBullet
        ? []
        : [
            {
              title: 'Insert the question for the people who know',
              kind: 'question',
              edits: [insertAt(item.span.end, `\n\n> **Ask:** ${singleFactor.docs.ask[0]!}`)],
            },
          ],
    }
  },
})

/** Several conditions in one sentence, an explicit statement about their number, or no statement yet. */
const EXPLAINED =
  /;|\b(?:and|both|combin\w+|together|also|as well as|while|because|since|which|only (?:one|this)|single|no (?:other|further)|unknown|not (?:yet )?known|investigat\w+|unclear|see|n\/a|none|tbd|described|above|below|further|details)\b|https?:/i

const sentenceCount = (text: string): number => text.split(/[.!?](?:\s+|$)/).filter((part) => part.trim()).length

export const examples: RuleExamples = {
  bad: [
    {
      text: '# Checkout down\n\n## Root cause\n\n⟦The certificate of the gateway expired.⟧\n\n## Timeline\n\n- 10:02 A.\n',
      fixed:
        '# Checkout down\n\n## Root cause\n\nThe certificate of the gateway expired.\n\n> **Ask:** What else had to be true for this to have the effect it had?\n\n## Timeline\n\n- 10:02 A.\n',
    },
    {text: '## Contributing factors\n\n- ⟦Bad config in the gateway⟧\n'},
  ],
  good: [
    {
      text: '## Root causes\n\n- The certificate of the gateway expired.\n- The alert for it went to a mailbox that nobody reads.\n',
    },
    {text: '## Root cause\n\nThe certificate expired. The alert for it went to a mailbox that nobody reads.\n'},
    {text: '## Root cause\n\nThe certificate expired; we looked for further conditions and found only this one.\n'},
    {text: '## Root cause\n\nUnder investigation.\n\n## Trigger\n\nThe clock reached 14:02.\n'},
  ],
  limits: [
    {
      text: '## Root cause\n\nThe certificate expired. That was the only problem there was.\n',
      note: 'Two sentences about one condition.',
    },
  ],
}
