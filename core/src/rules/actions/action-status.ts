import {defineRule, type RuleExamples} from '../rule.ts'
import {itemGroups, placesOf} from './item-groups.ts'

export default defineRule({
  id: 'action-status',
  code: 'A16',
  group: 'actions',
  severity: 'hint',
  docs: {
    summary: 'Ask for the status of the remaining items where some are marked as done or open.',
    why: 'Once some items carry a mark, the unmarked ones look open to one reader and forgotten to another.',
    ask: ['Which of the unmarked items are done?'],
    sources: ['Google, SRE Workbook ch. 10'],
  },
  *check(document) {
    for (const {at, items} of itemGroups(document)) {
      const marked = items.filter((item) => item.done !== undefined && isMarked(document.textOf(item.span), item.done))
      const missing = items.filter(({done}) => done === undefined)
      if (!marked.length || !missing.length) continue
      yield {
        span: at,
        message: `${missing.length} of ${items.length} items ${missing.length === 1 ? 'says' : 'say'} nothing about ${missing.length === 1 ? 'its' : 'their'} status.`,
        related: placesOf(missing, 'This item says nothing about its status.'),
        questions: ['Which of the unmarked items are done?'],
      }
    }
  },
})

/** A check box, a word or an emoji: more than a sentence in the past tense. */
const isMarked = (source: string, done: boolean): boolean =>
  done
    ? /\[[xX*✓]\]|\b(?:DONE|FIXED|COMPLETED?|MERGED|CLOSED|RESOLVED)\b|[[(|–—-]\s*(?:done|fixed|completed?|merged|closed|resolved|deployed|shipped)\b|[✅☑✔]/u.test(
        source,
      )
    : /\[[ ~-]\]|\b(?:TODO|ONGOING|WIP|IN PROGRESS|OPEN)\b|\|\s*(?:open|to ?do|in progress|pending|planned)\b|[🟡⏳🔄🚧]/u.test(
        source,
      )

export const examples: RuleExamples = {
  bad: [
    {text: '⟦## Action items⟧\n\n- Cap the batch size - DONE\n- Add an alert\n- Move the importer\n'},
    {
      text: '⟦## Action items⟧\n\n| Action | Status |\n| --- | --- |\n| Cap the batch size | done |\n| Add an alert |  |\n',
    },
  ],
  good: [
    {text: '## Action items\n\n- [x] Cap the batch size\n- [ ] Add an alert\n'},
    {text: '## Action items\n\n- Cap the batch size\n- Add an alert\n', note: 'No marks at all.'},
    {text: '## Action items\n\n- Reverted the change\n- Add an alert\n', note: 'A sentence in the past is no mark.'},
  ],
}
