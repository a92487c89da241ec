import {splitOwners} from '../../document/actions/owner.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

const QUESTION = 'Do they know, and do they agree?'

export default defineRule({
  id: 'action-owner-reach',
  code: 'A18',
  group: 'actions',
  severity: 'hint',
  docs: {
    summary: 'Notice owners who appear nowhere else in a document that lists its people.',
    why: 'An item given to somebody who was not in the room is a wish. Whoever owns it may hear of it first when it is late.',
    ask: [QUESTION],
    sources: ['PagerDuty Postmortem Documentation'],
  },
  *check(document) {
    const people = document
      .sectionsOf('people')
      .filter(({title}) => !/thank|acknowledg|credit|author/i.test(title))
      .map(({bodyStart, span}) => document.text.slice(bodyStart, span.end))
      .join('\n')
    const isList = (people.match(/^\s*(?:[-*+]|\d+[.)]|\|)\s*\S/gm)?.length ?? 0) >= 2
    if (!isList) return
    const seen = new Set<string>()
    for (const {owner} of document.actionItems) {
      if (!owner || owner.value.length > 40) continue
      for (const name of splitOwners(owner.value)) {
        const key = name.replace(/[@`*_]/g, '').toLowerCase()
        if (!key || seen.has(key) || isKnown(key, document)) continue
        seen.add(key)
        yield {
          span: owner.span,
          message: `${name.replace(/[`*_]/g, '')} owns an item and appears nowhere else in this document. ${QUESTION}`,
          questions: [QUESTION],
        }
      }
    }
  },
})

/** Whether a name stands outside the items, or is that of a team. */
function isKnown(key: string, document: PostmortemDocument): boolean {
  if (/\b(?:team|teams|squad|sre|ops|devops|engineering|platform|support|all|everyone)\b/.test(key) || key.length < 2)
    return true
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'giu',
  )
  const owners = document.actionItems.flatMap(({owner}) => (owner ? [owner.span] : []))
  for (const match of document.text.matchAll(pattern)) {
    if (!owners.some((span) => span.start <= match.index && match.index < span.end)) return true
  }
  return false
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '## People\n\n- Dana (incident commander)\n- Kim (scribe)\n\n## Action items\n\n- Cap the batch size (owner: Dana)\n- Add an alert (owner: ⟦Zoë⟧)\n',
    },
  ],
  good: [
    {
      text: '## People\n\n- Dana (incident commander)\n- Kim (scribe)\n\n## Action items\n\n- Cap the batch size (owner: Dana)\n- Add an alert (owner: @kim)\n',
    },
    {
      text: '## Action items\n\n- Add an alert (owner: Zoë)\n',
      note: 'A document without a list of people says nothing about who was there.',
    },
    {
      text: '## People\n\n- Dana (incident commander)\n- Kim (scribe)\n\n## Timeline\n\n- 10:02 UTC Zoë restarts the importer\n\n## Action items\n\n- Add an alert (owner: Zoë)\n',
    },
  ],
  limits: [
    {
      text: '## People\n\n- Dana Zoë Li (incident commander)\n- Kim (scribe)\n\n## Action items\n\n- Add an alert (owner: Zoë)\n',
      note: 'Another person of that name.',
    },
  ],
}
