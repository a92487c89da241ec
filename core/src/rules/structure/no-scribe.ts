import {defineRule, type RuleExamples} from '../rule.ts'

export const noScribe = defineRule({
  id: 'no-scribe',
  group: 'structure',
  severity: 'hint',
  docs: {
    summary: 'Ask who takes notes where a facilitator is named and nobody for the notes.',
    why: 'A facilitator who writes cannot listen, and what is said in the meeting is what the document still lacks.',
    ask: ['Who writes what is said into the timeline while the meeting goes on?'],
    sources: ['Etsy: a note-taker annotates the timeline live'],
  },
  *check({metadata: {people, status}}) {
    const facilitator = people.facilitator?.[0]
    if (!facilitator || status?.value === 'final' || status?.value === 'reviewed') return
    const scribes = people.scribe ?? []
    if (scribes.some(({value}) => value.toLowerCase() !== facilitator.value.toLowerCase())) return
    yield {
      span: facilitator.span,
      message: scribes.length
        ? 'The facilitator also takes the notes, and cannot do both at once.'
        : 'A facilitator is named and nobody who takes notes. Who writes down what is said?',
      questions: noScribe.docs.ask,
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {text: '---\nfacilitator: ⟦Ada⟧\n---\n\n# Checkout down\n'},
    {text: '---\nfacilitator: ⟦Ada⟧\nscribe: Ada\n---\n\n# Checkout down\n'},
  ],
  good: [
    {text: '---\nfacilitator: Ada\nscribe: Tomás\n---\n\n# Checkout down\n'},
    {text: '---\nowner: Ada\n---\n\n# Checkout down\n'},
    {text: '---\nstatus: final\nfacilitator: Ada\n---\n\n# Checkout down\n', note: 'The meeting is over.'},
  ],
}
