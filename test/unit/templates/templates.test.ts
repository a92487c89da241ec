import assert from 'node:assert/strict'
import {DEFAULT_CONFIG, lint, PostmortemDocument} from '#core'
import {placeholdersIn} from '#core/document/section-content.ts'
import {lintDocument, settle} from '#core/lint/lint.ts'
import {STRUCTURE_RULES} from '#core/rules/structure/index.ts'
import {BUILT_IN_IDS} from '#core/templates/ids.ts'
import {chooseTemplate} from '#core/templates/choose.ts'
import {TEMPLATES} from '#core/templates/index.ts'
import {missingSections} from '#core/templates/missing-sections.ts'
import {skeleton, snippet} from '#core/templates/skeleton.ts'
import type {Template, TemplateSection} from '#core/templates/template.ts'
import type {SectionKind} from '#core/document/kinds.ts'

/** What somebody writes in place of the prompts. */
const WRITTEN: Readonly<Partial<Record<SectionKind, string>>> = {
  summary:
    'From 10:02 to 10:42 UTC on 1 March 2024, 12,000 carts could not be paid for. A full disk on the order queue set it off. Orders have arrived again since 10:42.',
  background: 'The order queue (the process that hands carts to the bank) keeps its state on one disk.',
  impact: '12,000 carts could not be paid for between 10:02 and 10:42 UTC. Carts outside Europe were not affected.',
  trigger: 'At 10:02 the disk of the order queue reached its last free block.',
  causes:
    'Log files stay for a year. The disk has no alert, and the queue stops when it cannot write. All three were needed.',
  detection:
    'The alert on unpaid carts fired at 10:09, seven minutes after the start. An alert on the disk would have halved that time.',
  response:
    'The responder on duty saw the full disk at 10:20 and ruled out the bank first, as its status page was red.',
  resolution: 'At 10:35 the responder on duty removed old log files, and orders arrived from 10:42. This is temporary.',
  timeline: 'The day of the incident.',
  well: 'The alert on unpaid carts named the queue, so the search began in the right place.',
  poor: 'The runbook named a host that no longer exists.',
  lucky: 'The nightly backup had finished an hour before, so no order was lost.',
  lessons: 'A queue that cannot write stops without an error in its log.',
  actions: 'Taken on in the review of 4 March 2024.',
  questions: 'Since when has the log been this large? The storage team looks into it until 8 March 2024.',
  recurrence: 'None found; searched the reviews since 2022 for “disk”.',
  people: 'Incident commander, note-taker and two responders.',
  external:
    'Carts could not be paid for between 10:02 and 10:42 UTC. They can be paid for again, and nothing was lost.',
  support: 'Graph of free blocks, 1 March 2024.',
  meta: 'Forty minutes, one product.',
}

const ANSWERS: Readonly<Record<string, string>> = {
  title: 'Carts could not be paid for, 1 March 2024',
  id: 'inc-7',
  severity: 'SEV2',
  status: 'in-review',
  date: '2024-03-01',
  timezone: 'UTC',
  owner: 'Mira',
  authors: 'Mira',
  published: '2024-03-05',
  review_date: '2024-03-04',
  facilitator: 'Ada',
  presenter: 'Mira',
  scribe: 'Wei',
  incident_commander: 'Tomás',
  participants: 'Mira, Tomás, Ada, Wei',
  audience: 'company',
  attribution: 'role',
  time: '2024-03-01 10:02',
  event: 'Disk full',
  link: 'graph',
  factor: 'The disk of the queue has no alert',
  cause: 'The disk of the queue has no alert',
  condition: 'The disk of the queue has no alert',
  theme: 'Disks that nobody watches',
  answer: 'The disk of the queue has no alert',
  item: 'The alert on unpaid carts named the queue',
  accomplishment: 'The alert on unpaid carts went live',
  surprise: 'The queue stopped silently',
  finding: 'The queue stops when its disk is full',
  lesson: 'A queue that cannot write stops silently',
  takeaway: 'A queue that cannot write stops silently',
  point: 'Disks need an alert',
  question: 'Since when has the log been this large?',
  thanks: 'To the storage team',
  type: 'detect',
  action: 'Add an alert at 80 % of the queue disk (owner: @mira, due 2024-03-20)',
  recommendation: 'Add an alert at 80 % of the queue disk',
  bug: 'PLAT-7',
  ticket: 'PLAT-7',
  due: '2024-03-20',
  priority: 'P1',
  duration: '40 min',
  products: 'Checkout',
  users: '12,000',
  revenue: 'unknown',
  detection: 'alert',
  customers: '12,000',
  events: 'none',
  requests: '14',
}

/** The skeleton of a template with every prompt answered and every hole filled. */
function filled(template: Template): string {
  let text = skeleton(template, ANSWERS)
  for (const section of template.sections)
    for (const [i, prompt] of section.prompts.entries())
      text = text.replace(`_${prompt}_`, () => (i ? '' : answerTo(section)))
  return text
}

const answerTo = ({kind}: TemplateSection): string => (kind && WRITTEN[kind]) ?? assert.fail(`no text for ${kind}`)

const own = new Set(STRUCTURE_RULES.map(({id}) => id))

describe('templates', () => {
  it('are those of the domain, in order', () => {
    assert.deepEqual(
      TEMPLATES.map(({id}) => id),
      [...BUILT_IN_IDS],
    )
    assert.equal(TEMPLATES[0]?.id, 'blameless')
  })

  it('hold the default to what a review cannot do without', () => {
    const required = TEMPLATES[0]!.sections.filter((section) => section.required).map(({kind}) => kind)
    assert.deepEqual([...required].sort(), [
      'actions',
      'causes',
      'detection',
      'impact',
      'lucky',
      'poor',
      'resolution',
      'summary',
      'timeline',
      'well',
    ])
    assert.deepEqual(
      TEMPLATES.find(({id}) => id === 'minimal')!.sections.map(({kind}) => kind),
      ['summary', 'impact', 'timeline', 'causes', 'actions'],
    )
  })

  for (const template of TEMPLATES) {
    describe(template.id, () => {
      it('says what it is for and where it comes from', () => {
        assert.match(template.purpose, /^For .*\.$/)
        assert.ok(template.name && template.source)
        for (const {prompts} of template.sections) assert.ok(prompts.length > 0)
        for (const {prompts} of template.sections)
          for (const prompt of prompts) assert.doesNotMatch(prompt, /!|\byou should\b|\bplease\b/i)
      })

      it('passes its own checks when filled', () => {
        const document = new PostmortemDocument(filled(template), {path: '2024-03-01-carts.md'})
        assert.deepEqual(chooseTemplate(document, DEFAULT_CONFIG), {template, because: 'front-matter'})
        const findings = lint(document, DEFAULT_CONFIG)
        assert.deepEqual(
          findings.filter(({rule}) => own.has(rule)).map(({rule, message}) => `${rule}: ${message}`),
          [],
        )
        assert.deepEqual(
          findings
            .filter(({severity}) => severity === 'warning' || severity === 'error')
            .map(({rule, message, span}) => `${rule}: ${message} ${document.textOf(span)}`),
          [],
        )
      })

      it('yields exactly its prompts as placeholders when empty', () => {
        const document = new PostmortemDocument(skeleton(template))
        const prompts = template.sections.flatMap((section) => section.prompts.map((prompt) => `_${prompt}_`))
        assert.deepEqual(
          placeholdersIn(document).map(({span}) => document.textOf(span)),
          prompts,
        )
        const found = settle(document, lintDocument(document, DEFAULT_CONFIG)).filter(({rule}) => own.has(rule))
        assert.deepEqual(
          found.filter(({rule}) => rule !== 'placeholder-text').map(({rule, message}) => `${rule}: ${message}`),
          [],
        )
        assert.equal(found.length, prompts.length)
        assert.deepEqual(missingSections(document, template, 'all'), [])
      })

      it('has a snippet that is its skeleton with stops', () => {
        const stops = snippet(template, {title: 'Costs $5 {net} \\ more'})
        assert.match(stops, /\\\$5 \{net\\\} \\\\ more/)
        const numbers = [...stops.matchAll(/(?<!\\)\$\{?(\d+)/g)].map(([, number]) => Number(number))
        const first = [...new Set(numbers)]
        assert.deepEqual(
          first.slice(0, -1),
          first.slice(0, -1).map((_, i) => i + 1),
        )
        assert.equal(first.at(-1), 0)
      })
    })
  }
})

describe('the template of a document', () => {
  const of = (text: string, config = {}): string => {
    const {template, because} = chooseTemplate(new PostmortemDocument(text), {...DEFAULT_CONFIG, ...config})
    return `${template.id} (${because})`
  }

  it('is what the document says, then the setting, then what its headings follow, then blameless', () => {
    assert.equal(of('---\ntemplate: Howie\n---\n\n# A\n', {template: 'coe'}), 'howie (front-matter)')
    assert.equal(of('# A\n', {template: 'coe'}), 'coe (setting)')
    assert.equal(of('---\ntemplate: unheard-of\n---\n\n# A\n'), 'blameless (default)')
    assert.equal(of('# A\n\n## Summary\n\nB.\n'), 'blameless (default)')
    assert.equal(of(''), 'blameless (default)')
  })

  it('is found by its headings where they leave little doubt', () => {
    for (const {id, sections} of TEMPLATES.filter(({sections: all}) => all.length >= 9)) {
      const text = `# A\n\n${sections.map(({heading, depth}) => `${'#'.repeat(depth)} ${heading}\n\nText.\n`).join('\n')}`
      assert.equal(of(text), id === 'blameless' ? 'blameless (headings)' : `${id} (headings)`)
    }
    assert.equal(
      of(
        '# A\n\n## Summary\n\nB.\n\n## Impact\n\nC.\n\n## Timeline\n\nD.\n\n## Root cause\n\nE.\n\n## Action items\n\nF.\n',
      ),
      'blameless (default)',
    )
  })

  it('can be a team’s own, which wins over a built-in one of the same id', () => {
    const own = {...TEMPLATES[0]!, name: 'Ours', sections: TEMPLATES[0]!.sections.slice(0, 2)}
    const document = new PostmortemDocument('---\ntemplate: blameless\n---\n\n# A\n')
    assert.equal(chooseTemplate(document, {...DEFAULT_CONFIG, templates: [own]}).template.name, 'Ours')
  })
})
