import type {ActionItem} from '../../document/action-item.ts'
import {byText} from '../../text/by-text.ts'
import {withoutLabel} from '../../document/actions/entry.ts'
import {commits, startsWithGerund, startsWithVerb} from '../../document/actions/prose.ts'
import {verbOf} from '../../document/actions/words.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import type {Fix} from '../../lint/finding.ts'
import type {TextEdit} from '../../text/edit.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {itemGroups} from './item-groups.ts'

export default defineRule({
  id: 'action-verb-first',
  code: 'A05',
  group: 'actions',
  severity: 'hint',
  docs: {
    summary: 'Prefer action items that begin with a verb: what is done, to what.',
    why: 'A noun names a topic. Whoever picks the item up has to guess what is to happen with it: build it, look at it, or talk about it.',
    ask: ['What does somebody do first?'],
    sources: ['Lunney, Lueder, Beyer: Postmortem Action Items (;login: 2017)'],
  },
  *check(document) {
    for (const {at, open} of itemGroups(document)) {
      const nouns = open.filter(({task}) => isNoun(task.value))
      const gerunds = open.filter((item) => beginsWithGerund(item.task.value))
      const found = [...nouns, ...gerunds].sort((a, b) => a.span.start - b.span.start)
      if (!found.length) continue
      yield {
        span: at,
        message: `${found.length} of ${open.length} open item${open.length === 1 ? '' : 's'} ${found.length === 1 ? 'begins' : 'begin'} with ${nouns.length ? 'a thing instead of what is done to it' : 'an -ing form'}.`,
        related: found.slice(0, 20).map((item) => ({
          span: item.task.span,
          message: nouns.includes(item)
            ? 'This item names a thing. What is done to it?'
            : 'This item begins with an -ing form.',
        })),
        questions: ['What does somebody do first?'],
        fixes: verbFixes(document, gerunds),
      }
    }
  },
})

/** The task without a label in front: `**Backups**: Restore …`, `worker-manager: kill …`. */
const bareTask: (source: string) => string = byText((source) => {
  const task = withoutLabel(source).replace(/^[*_`[]+/, '')
  const label = /^[^.:!?]{2,40}:\s+(?=\S)/.exec(task)
  return label && startsWithVerb(task.slice(label[0].length)) ? task.slice(label[0].length) : task
})

const beginsWithGerund: (source: string) => boolean = byText((source) => startsWithGerund(bareTask(source)))

/** A phrase without a verb: no imperative, no promise, no sentence. */
const isNoun: (source: string) => boolean = byText((source) => {
  const task = bareTask(source)
  if (task !== source && startsWithVerb(source.replace(/^[*_]+/, ''))) return false
  if (startsWithVerb(task) || startsWithGerund(task) || commits(task)) return false
  const words = task.split(/\s+/)
  if (words.length > 14 || words.length < 2 || /https?:|[?]\s*$/.test(task)) return false
  return (
    !/\b(?:should|must|will|needs?|has|have|is|are|was|were|be|can|could|may|might|to [a-z]+|'ll|'s not|don't|doesn't)\b/i.test(
      task,
    ) && !words.slice(0, 4).some((word) => ['past', 'third'].includes(verbOf(word)?.form ?? '') && /ed$/.test(word))
  )
})

function verbFixes(document: PostmortemDocument, gerunds: readonly ActionItem[]): Fix[] {
  const edits = gerunds.flatMap((item): TextEdit[] => {
    const source = document.textOf(item.task.span)
    const word = bareTask(item.task.value)
      .split(/[\s:,]+/)[0]!
      .replace(/[^\p{L}-]/gu, '')
    const at = source.indexOf(word)
    const verb = verbOf(word)
    if (!verb || at < 0) return []
    const base = /^\p{Lu}/u.test(word) ? verb.base[0]!.toUpperCase() + verb.base.slice(1) : verb.base
    return [{start: item.task.span.start + at, end: item.task.span.start + at + word.length, newText: base}]
  })
  return edits.length ? [{title: 'Begin with the verb', kind: 'safe', edits}] : []
}

export const examples: RuleExamples = {
  bad: [
    {text: '⟦## Action items⟧\n\n- Metrics and alerts for the proxy\n- Cap the batch size\n'},
    {
      text: '⟦## Action items⟧\n\n- Adding alerts for the proxy\n- Cap the batch size\n',
      fixed: '## Action items\n\n- Add alerts for the proxy\n- Cap the batch size\n',
    },
    {text: '⟦## Action items⟧\n\n| Action | Owner |\n| --- | --- |\n| Monitoring of the queue | kim |\n'},
  ],
  good: [
    {
      text: '## Action items\n\n- Add metrics for the proxy\n- We will cap the batch size\n- **Backups**: Restore one a week\n- The alert needs a name that says what is down\n',
    },
    {text: '## Action items\n\n- https://github.com/acme/ops/issues/15\n- [x] Alerts configured\n'},
  ],
  limits: [{text: '## Action items\n\n- Monitor wall for the office\n', note: 'A noun that is written like a verb.'}],
}
