import assert from 'node:assert/strict'
import fc from 'fast-check'
import {PostmortemDocument} from '#core'
import {
  addColumns,
  daysBetween,
  dueDates,
  fillTypes,
  firstStep,
  listToTable,
  overdue,
  ownersOf,
  summaryOf,
  tableToList,
} from '#core/assist/actions.ts'
import type {ActionItem} from '#core/document/action-item.ts'
import type {Fix} from '#core/lint/finding.ts'
import {applyEdits} from '#core/text/edit.ts'

const head = '# Post-mortem: queue\n\n## Action items\n\n'
const read = (text: string): PostmortemDocument => new PostmortemDocument(text, {path: 'incident.md'})
const apply = (text: string, fix: Fix | undefined): string => applyEdits(text, fix!.edits)

const fields = ({task, owner, due, ticket, type, priority, done}: ActionItem): Record<string, unknown> => ({
  task: task.value,
  owner: owner?.value,
  due: due?.value,
  ticket: ticket?.value,
  type: type?.value,
  priority: priority?.value,
  done,
})

function checkFix(
  before: string,
  fix: (document: PostmortemDocument, offset: number) => Fix | undefined,
  after: string,
): void {
  const document = read(head + before)
  const made = fix(document, head.length + 2)
  assert.ok(made, 'no fix')
  assert.equal(applyEdits(document.text, made.edits), head + after)
}

describe('tables and lists of action items', () => {
  it('turn into each other', () => {
    const list =
      '- [ ] Cap the batch (owner: @dana; due: 2026-05-12; ticket: [OPS-7](https://acme.atlassian.net/browse/OPS-7))\n- [x] Add an alert | page\n  - for the queue\n'
    const table =
      '| Action | Owner | Due | Ticket | Status |\n| --- | --- | --- | --- | --- |\n| Cap the batch | @dana | 2026-05-12 | [OPS-7](https://acme.atlassian.net/browse/OPS-7) | open |\n| Add an alert \\| page <br>• for the queue |  |  |  | done |\n'
    checkFix(list, listToTable, table)
    checkFix(table, tableToList, list)
  })

  it('keep columns that mean nothing to them below the item', () => {
    checkFix(
      '| # | Task | Effort |\n| --- | --- | --- |\n| 1 | Cap the batch | 2 d |\n| A7 | Add an alert | |\n',
      tableToList,
      '- Cap the batch\n  - Effort: 2 d\n- Add an alert\n  - #: A7\n',
    )
  })

  it('stay as they are where a bullet holds more than a row can', () => {
    const document = read(`${head}- Cap the batch\n\n  \`\`\`sh\n  ls\n  \`\`\`\n- Add an alert\n`)
    assert.equal(listToTable(document, head.length + 3), undefined)
    assert.equal(tableToList(document, head.length + 3), undefined)
    assert.equal(listToTable(read('# Notes\n\n- One\n- Two\n'), 12), undefined)
  })

  it('start behind a blank line', () => {
    checkFix(
      'We will:\n- Cap the batch\n',
      (document, offset) => listToTable(document, offset + 10),
      'We will:\n\n| Action | Owner | Due |\n| --- | --- | --- |\n| Cap the batch |  |  |\n',
    )
  })

  it('get the columns that they lack', () => {
    checkFix(
      '| Action | Owner |\n|---|:--|\n| Add an alert for lag | kim |\n| Move the job |',
      addColumns,
      '| Action | Owner | Type | Due | Ticket | Status |\n|---|:--| --- | --- | --- | --- |\n| Add an alert for lag | kim | detect |  |  |  |\n| Move the job |  |  |  |  |  |',
    )
    assert.equal(
      addColumns(read(`${head}| Action | Owner |\n|---|---|\n| A b c | kim |\n`), head.length + 3, ['owner']),
      undefined,
    )
  })

  it('get types from their words', () => {
    checkFix(
      '| Action | Type |\n|---|---|\n| Add an alert for lag | |\n| Reject empty rows | prevent |\n| Move the job | |\n',
      fillTypes,
      '| Action | Type |\n|---|---|\n| Add an alert for lag | detect |\n| Reject empty rows | prevent |\n| Move the job | |\n',
    )
    checkFix('- Add an alert for lag\n- Move the job\n', fillTypes, '- Add an alert for lag [detect]\n- Move the job\n')
  })

  it('get a first step in front of a long item', () => {
    const list = read(`${head}- Split the importer (due: 2026-09-30)\n`)
    assert.equal(
      apply(list.text, firstStep(list, list.actionItems[0]!, '2026-05-04')),
      `${head}- [ ] First step: {what can be done this week} (due: 2026-05-11)\n- Split the importer (due: 2026-09-30)\n`,
    )
    const table = read(`${head}| Action | Owner | Due |\n|---|---|---|\n| Split the importer | kim | 2026-09-30 |\n`)
    assert.equal(
      apply(table.text, firstStep(table, table.actionItems[0]!, '2026-05-04')),
      `${head}| Action | Owner | Due |\n|---|---|---|\n| First step: {what can be done this week} |  | 2026-05-11 |\n| Split the importer | kim | 2026-09-30 |\n`,
    )
  })

  const word = fc.constantFrom(
    'queue',
    'batch',
    'the',
    'a',
    'importer',
    '`x | y`',
    'limits',
    'of',
    'host',
    'v2',
    '**bold**',
    'zone-b',
    '[r](u.md)',
    'lag',
    'für',
    '“depth”',
  )
  const item = fc.record(
    {
      verb: fc.constantFrom('Cap', 'Add', 'Move', 'Reject', 'Set up', 'Document'),
      words: fc.array(word, {minLength: 1, maxLength: 6}),
      owner: fc.constantFrom('@dana', 'Kim Lee', 'storage team', 'luk,ale', 'JP'),
      due: fc.constantFrom('2026-05-12', 'next sprint', 'Q3 2026'),
      type: fc.constantFrom('prevent', 'detect', 'mitigate', 'repair', 'investigate'),
      priority: fc.constantFrom('P0', 'P2', 'high'),
      ticket: fc.constantFrom(
        'OPS-7',
        '#12',
        '[#9](https://github.com/acme/ops/issues/9)',
        'https://github.com/acme/ops/issues/3',
      ),
      done: fc.boolean(),
      detail: fc.constantFrom('for all hosts', 'see the runbook'),
    },
    {requiredKeys: ['verb', 'words']},
  )
  const lineOf = (one: {
    verb: string
    words: string[]
    owner?: string
    due?: string
    type?: string
    priority?: string
    ticket?: string
    done?: boolean
    detail?: string
  }): string => {
    const keys = (['owner', 'due', 'type', 'priority', 'ticket'] as const)
      .filter((key) => one[key] !== undefined)
      .map((key) => `${key}: ${one[key]}`)
    return `- ${one.done === undefined ? '' : `[${one.done ? 'x' : ' '}] `}${one.verb} ${one.words.join(' ')}${keys.length ? ` (${keys.join('; ')})` : ''}${one.detail ? `\n  - ${one.detail}` : ''}\n`
  }

  it('keep every item on the way there and back', () => {
    fc.assert(
      fc.property(fc.array(item, {minLength: 1, maxLength: 5}), (items) => {
        const list = read(head + items.map(lineOf).join(''))
        assert.equal(list.actionItems.length, items.length)
        const fix = listToTable(list, head.length + 1)
        assert.ok(fix)
        const table = read(applyEdits(list.text, fix.edits))
        assert.deepEqual(
          table.actionItems.map(fields).map((one) => ({
            ...one,
            task: String(one.task)
              .replace(/ <br>.*/, '')
              .replaceAll('\\|', '|'),
          })),
          list.actionItems.map(fields),
        )
        const back = read(applyEdits(table.text, tableToList(table, head.length + 1)!.edits))
        assert.deepEqual(back.actionItems.map(fields), list.actionItems.map(fields))
      }),
      {numRuns: 40},
    )
  })
})

describe('help with action items', () => {
  it('sums a section up', () => {
    const {actionItems} = read(
      `${head}- Block direct pushes (owner: @dana)\n- Add an alert (owner: kim)\n- Train the team [Rick]\n- Fix the batch\n- Move the job\n`,
    )
    assert.equal(summaryOf(actionItems), '5 actions: 3 with an owner, 1 strong')
    assert.equal(summaryOf(read(`${head}- [x] Cap the batch\n`).actionItems), '1 action, all done')
    assert.equal(
      summaryOf(read(`${head}- [x] Cap the batch\n- Add an alert (due: 2026-05-12)\n`).actionItems),
      '2 actions, 1 done: 0 with an owner, 1 with a date, 0 strong',
    )
    assert.equal(summaryOf([]), undefined)
  })

  it('knows whom the document names', () => {
    const document = read(
      '# Post-mortem: queue\n\n**Authors**: Lee\n\n## Timeline\n\n- 10:02 UTC Priya restarts the queue\n- 10:09 UTC Priya opens the incident\n\n## Action items\n\n- Cap the batch (owner: @dana)\n- Add an alert (owner: Dana)\n',
    )
    assert.deepEqual(
      ownersOf(document).map(({name}) => name),
      ['@dana', 'Lee', 'Priya'],
    )
  })

  it('counts in working days', () => {
    const dates = dueDates('2026-05-08')
    assert.deepEqual(dates[0], {date: '2026-05-11', label: 'next working day (Monday)'})
    assert.deepEqual(
      dates.map(({date}) => date),
      [
        '2026-05-11',
        '2026-05-12',
        '2026-05-13',
        '2026-05-14',
        '2026-05-15',
        '2026-05-22',
        '2026-06-05',
        '2026-06-08',
        '2026-07-03',
      ],
    )
    assert.deepEqual(dueDates('soon'), [])
    fc.assert(
      fc.property(fc.date({min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true}), (date) => {
        const today = date.toISOString().slice(0, 10)
        const found = dueDates(today)
        assert.ok(
          found.every(({date: due}) => ![0, 6].includes(new Date(due).getUTCDay()) && daysBetween(today, due)! > 0),
        )
        assert.equal(new Set(found.map(({date: due}) => due)).size, found.length)
      }),
    )
  })

  it('finds what is late', () => {
    const {actionItems} = read(
      `${head}- Cap the batch (due: 2026-05-01)\n- [x] Add an alert (due: 2026-05-01)\n- Move the job (due: 2026-06-01)\n- Write it down next week\n`,
    )
    assert.deepEqual(
      overdue(actionItems, '2026-05-20').map(({task}) => task.value),
      ['Cap the batch'],
    )
  })
})
