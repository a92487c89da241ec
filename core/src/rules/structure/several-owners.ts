import {defineRule, type RuleExamples} from '../rule.ts'

export const severalOwners = defineRule({
  id: 'several-owners',
  code: 'D11',
  group: 'structure',
  severity: 'hint',
  docs: {
    summary: 'Ask for one owner of the document.',
    why: 'With several owners each can expect another one to bring the document to its end.',
    ask: ['Who of them answers when somebody asks how far it is?'],
    sources: ['SRE workbook: one owner'],
  },
  *check({metadata}) {
    const owners = metadata.people.owner ?? []
    if (owners.length < 2) return
    yield {
      span: {
        start: Math.min(...owners.map(({span}) => span.start)),
        end: Math.max(...owners.map(({span}) => span.end)),
      },
      message: `The document has ${owners.length} owners, so each can expect another one to finish it.`,
      questions: severalOwners.docs.ask,
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {text: '---\nowner: ⟦Mira, Tomás⟧\n---\n\n# Checkout down\n'},
    {text: '# Checkout down\n\n**Owners**: ⟦Mira and Tomás⟧\n'},
  ],
  good: [
    {text: '---\nowner: Mira\nauthors: [Mira, Tomás]\n---\n\n# Checkout down\n'},
    {text: '# Checkout down\n\n- **Owner**: Mira (platform)\n'},
  ],
}
