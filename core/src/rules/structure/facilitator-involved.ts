import type {MetadataRole} from '../../document/metadata.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const facilitatorInvolved = defineRule({
  id: 'facilitator-involved',
  group: 'structure',
  severity: 'information',
  docs: {
    summary: 'Ask for a facilitator who neither presents nor took part in the response.',
    why: 'Who tells the story cannot at the same time ask what it leaves out, and who was part of it is listened to as a party.',
    ask: ['Who from another team could lead the meeting?'],
    sources: ['Wilcox: the presenter must not lead', 'Etsy: a facilitator from outside', 'PagerDuty'],
  },
  *check({metadata: {people}}) {
    for (const facilitator of people.facilitator ?? []) {
      for (const [role, does] of INVOLVED) {
        const same = people[role]?.find(({value}) => isSame(value, facilitator.value))
        if (!same) continue
        yield {
          span: facilitator.span,
          message: `The facilitator also ${does}, so nobody is left to ask from outside.`,
          related: [{span: same.span, message: 'The same person here.'}],
          questions: facilitatorInvolved.docs.ask,
        }
        break
      }
    }
  },
})

const INVOLVED: readonly (readonly [MetadataRole, string])[] = [
  ['presenter', 'presents'],
  ['incidentCommander', 'coordinated the response'],
  ['responders', 'took part in the response'],
]

/** Compared without case, handle sign and what stands in parentheses. */
const fold = (name: string): string =>
  name
    .replace(/^@|\s*\([^)]*\)\s*$/g, '')
    .trim()
    .toLowerCase()
const isSame = (a: string, b: string): boolean => fold(a) !== '' && fold(a) === fold(b)

export const examples: RuleExamples = {
  bad: [
    {text: '---\nfacilitator: ⟦Mira⟧\npresenter: Mira\n---\n\n# Checkout down\n'},
    {text: '---\nfacilitator: ⟦Mira⟧\nresponders: [Tomás, Mira]\n---\n\n# Checkout down\n'},
    {text: '# Checkout down\n\n- **Facilitator**: ⟦@mira⟧\n- **Incident commander**: @mira\n'},
  ],
  good: [{text: '---\nfacilitator: Ada\npresenter: Mira\nresponders: [Tomás, Mira]\n---\n\n# Checkout down\n'}],
}
