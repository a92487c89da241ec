import type {ActionItem} from '../../document/action-item.ts'
import {personFixingSpan} from '../../document/actions/person.ts'
import {headVerb} from '../../document/actions/type.ts'
import {isBounded, weaknessOf} from '../../document/actions/weakness.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {defineRule, type RuleExamples} from '../rule.ts'
import {questionBelow} from './item-fixes.ts'

const QUESTION = 'What would be there afterwards that is not there now?'

export default defineRule({
  id: 'action-vague',
  code: 'A06',
  group: 'actions',
  severity: 'information',
  docs: {
    summary: 'Point at action items whose verb says little and whose object is as wide as the whole subject.',
    why: '“Review alerts” can mean ten minutes or a quarter. Two readers picture two different pieces of work, and neither can tell when it is finished.',
    ask: [QUESTION, 'Which of them, and what is the question that the review answers?'],
    sources: ['Google, SRE Workbook ch. 10', 'Lunney, Lueder, Beyer: Postmortem Action Items (;login: 2017)'],
  },
  *check(document) {
    for (const item of document.actionItems) {
      if (item.done || item.ticket || !isVague(item, document)) continue
      yield {
        span: item.task.span,
        message: `“${item.task.value}” can mean ten minutes or a quarter. ${QUESTION}`,
        questions: [QUESTION],
        fixes: questionBelow(document, item, QUESTION),
      }
    }
  },
})

const SOFT = new Set([
  'review',
  'revisit',
  'investigate',
  'evaluate',
  'assess',
  'research',
  'analyse',
  'analyze',
  'examine',
  'address',
  'handle',
  'work',
  'tune',
  'tweak',
  'adjust',
  'rework',
  'refactor',
  'update',
  'support',
  'manage',
  'ensure',
  'monitor',
  'document',
  'test',
  'check',
  'fix',
  'set',
  'setup',
  'add',
  'create',
  'clean',
  'tidy',
  'align',
  'plan',
  'define',
  'identify',
  'study',
  'audit',
])

/** Things as wide as a whole subject. */
const WIDE =
  /^(?:(?:the|our|all|any|some|more|existing|current|other|various|general|overall|on-call|internal|system|team|incident|alert|release|deployment|deploy|test)\s+)*(?:monitoring|alerting|alerts?|logging|logs|metrics|dashboards?|documentation|docs|runbooks?|playbooks?|process(?:es)?|procedures?|polic(?:y|ies)|testing|tests|coverage|infrastructure|architecture|configurations?|config|settings|permissions|access|security|performance|reliability|backups?|capacity|systems?|services?|code|pipelines?|deployments?|releases?|communication|escalation|rotation|things|issues?|problems?|bugs?|technical debt|tech debt|improvements?|measures)(?:\s+(?:and|&|\/)\s+(?:\w+\s+)?(?:monitoring|alerting|alerts?|logging|metrics|dashboards?|documentation|runbooks?|process(?:es)?|procedures?|tests|testing|settings|access))?$/i

function isVague(item: ActionItem, document: PostmortemDocument): boolean {
  const task = item.task.value.replace(/[*_]/g, '').replace(/[\s.!]+$/, '')
  const verb = headVerb(task)
  if (!verb || !SOFT.has(verb) || isBounded(task) || /[`\d]/.test(task)) return false
  const source = document.textOf(item.task.span)
  if (weaknessOf(source) || personFixingSpan(source)) return false
  const object = task.replace(
    /^(?:(?:we|i)\s+)?(?:(?:should|will|need to|must|to|please|also)\s+)*[\p{L}-]+(?:ing)?\s+(?:up\s+|on\s+|into\s+|for\s+)?(?:(?:and|&)\s+[\p{L}-]+\s+)?/iu,
    '',
  )
  return WIDE.test(object)
}

export const examples: RuleExamples = {
  bad: [
    {text: '- ⟦Review alerts⟧', section: 'Action items'},
    {text: '- ⟦Investigate monitoring⟧ (owner: @kim)', section: 'Action items'},
    {text: '- ⟦Update documentation⟧', section: 'Action items'},
    {text: '- ⟦Set up more alerts⟧', section: 'Action items'},
    {text: '- ⟦Revisit the on-call rotation⟧', section: 'Action items'},
  ],
  good: [
    {
      text: '- Review the three alerts that fired on 12 May and delete those without a runbook',
      section: 'Action items',
    },
    {text: '- Investigate why `queue_depth` is missing for the new hosts', section: 'Action items'},
    {text: '- Update R12 with the new host names', section: 'Action items'},
    {text: '- Improve monitoring', section: 'Action items', note: 'Found by weak-action.'},
    {text: '- [x] Review alerts', section: 'Action items'},
    {text: '- Review alerts (OPS-12)', section: 'Action items', note: 'The ticket can say more.'},
  ],
}
