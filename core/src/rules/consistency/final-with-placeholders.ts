import {placeholdersIn} from '../../document/section-content.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const finalWithPlaceholders = defineRule({
  id: 'final-with-placeholders',
  code: 'X13',
  group: 'consistency',
  severity: 'warning',
  docs: {
    summary: 'Find documents that are called final and still hold open places.',
    why: 'After “final” nobody comes back to the document, and what is open stays open.',
    ask: ['Is it final, or does somebody still have the answers?'],
    sources: ['PagerDuty: states of a document'],
  },
  *check(document) {
    const {status} = document.metadata
    if (status?.value !== 'final') return
    const open = placeholdersIn(document).filter(({task, span}) => !(task && document.kindAt(span.start) === 'actions'))
    if (!open.length) return
    yield {
      span: status.span,
      message: `The document is called final and holds ${open.length === 1 ? 'one place' : `${open.length} places`} that nobody has filled in.`,
      related: open.slice(0, 12).map(({span}) => ({span, message: 'Still open.'})),
      questions: finalWithPlaceholders.docs.ask,
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {text: '---\nstatus: ⟦final⟧\n---\n\n## Timeline\n\n- HH:mm Pager fires\n\n## Impact\n\nTBD\n'},
    {text: '# Checkout down\n\n**Status**: ⟦Closed⟧\n\n## Impact\n\nOrders were late for {duration}.\n'},
  ],
  good: [
    {text: '---\nstatus: in-review\n---\n\n## Impact\n\nTBD\n'},
    {text: '---\nstatus: final\n---\n\n## Impact\n\nNone: the queue held all orders.\n'},
  ],
}
