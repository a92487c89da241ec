import assert from 'node:assert/strict'
import {PostmortemDocument} from '#core'
import type {ActionItem} from '#core/document/action-item.ts'

interface Expected {
  task: string
  owner?: string
  due?: string
  ticket?: string
  type?: string
  priority?: string
  done?: boolean
}

const shown = (item: ActionItem): Expected => {
  const all = {
    task: item.task.value,
    owner: item.owner?.value,
    due: item.due?.value,
    ticket: item.ticket?.value,
    type: item.type?.value,
    priority: item.priority?.value,
    done: item.done,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as Expected
}

/** The items of a text that stands under “Action items”, or that has headings of its own. */
function checkItems(text: string, expected: readonly Expected[]): void {
  const source = /^#/m.test(text) ? text : `# Post-mortem: queue\n\n## Action items\n\n${text}\n`
  const document = new PostmortemDocument(source, {path: 'incident.md'})
  assert.deepEqual(document.actionItems.map(shown), expected)
  for (const item of document.actionItems) {
    for (const located of [item.task, item.owner, item.due, item.ticket, item.type, item.priority]) {
      if (located)
        assert.ok(
          located.span.start >= 0 && located.span.end <= source.length && located.span.start <= located.span.end,
        )
    }
  }
}

describe('action items', () => {
  describe('lists', () => {
    it('are bullets, check boxes and numbers', () => {
      checkItems('- Cap the batch\n* [ ] Add an alert\n* [x] Move the job', [
        {task: 'Cap the batch'},
        {task: 'Add an alert', done: false},
        {task: 'Move the job', done: true},
      ])
      checkItems('1. Cap the batch\n2) Add an alert', [{task: 'Cap the batch'}, {task: 'Add an alert'}])
    })
    it('leave out what is no item', () => {
      checkItems('- None\n- N/A\n- [ ]\n- TBD\n- {what}\n- No further actions required', [])
      checkItems(
        '- If we had paged earlier, we could have stopped it.\n- See also [the runbook](r.md)\n- Cap the batch',
        [{task: 'Cap the batch'}],
      )
    })
    it('keep wrapped lines together and details apart', () => {
      checkItems(
        '- Add a job that compares the index\n  with the table\n  - https://github.com/acme/ops/issues/4\n  - runs nightly',
        [{task: 'Add a job that compares the index with the table', ticket: 'https://github.com/acme/ops/issues/4'}],
      )
    })
    it('see groups: a label with items below it', () => {
      checkItems(
        '- **Improvements/Fixes:**\n  - Put a lease on the job\n  - Cap the batch\n- **Tasks**:\n  1. Replace disk 4\n  2. Add an alert',
        [{task: 'Put a lease on the job'}, {task: 'Cap the batch'}, {task: 'Replace disk 4'}, {task: 'Add an alert'}],
      )
    })
    it('see fields below an item', () => {
      checkItems(
        '1. **Make the reader faster**\n   - Assignee: Reader Team\n   - Due: 3 May 2026\n   - Status: Done\n   - Priority: P1',
        [{task: '**Make the reader faster**', owner: 'Reader Team', due: '2026-05-03', priority: 'P1', done: true}],
      )
    })
    it('see the task below a bullet that only names it', () => {
      checkItems('1. **Proxy patch:**\n   - Task: Patch the proxy\n   - Responsible: Network team', [
        {task: 'Patch the proxy', owner: 'Network team'},
      ])
    })
    it('go on after a bullet that ends with a colon', () => {
      checkItems('1. Add metrics around:\n\n- read amplification\n- table sizes\n\n2. Cap the batch', [
        {task: 'Add metrics around:'},
        {task: 'Cap the batch'},
      ])
    })
    it('are none where they explain types or link elsewhere', () => {
      checkItems(
        'There should be one item per type. Types:\n\n- Prevent - it cannot happen\n- Detect - it is seen\n\n| Action Item | Type |\n| --- | --- |\n| Cap the batch | Prevent |',
        [{task: 'Cap the batch', type: 'prevent'}],
      )
      checkItems('- Cap the batch\n\nReferences:\n\n- Runbook of the queue', [{task: 'Cap the batch'}])
    })
  })

  describe('owners', () => {
    for (const [text, owner, task] of [
      ['- [jhford] Try a staging environment', 'jhford', 'Try a staging environment'],
      ['- Move the job before release [Rick]', 'Rick', 'Move the job before release'],
      ['- Alerts configured `@dma`', '@dma', 'Alerts configured'],
      ['- @dana to send the list', '@dana', 'send the list'],
      ['- Cap the batch (@dana, @kim)', '@dana, @kim', 'Cap the batch'],
      ['- Cap the batch -> @ops-team', '@ops-team', 'Cap the batch'],
      ['- Cap the batch. Owner: Kim Lee', 'Kim Lee', 'Cap the batch.'],
      ['- Cap the batch (owner: luk,ale)', 'luk,ale', 'Cap the batch'],
      ['- Cap the batch — storage team', 'storage team', 'Cap the batch'],
      ['- (tc team) add heartbeat monitoring', 'tc team', 'add heartbeat monitoring'],
      ['- Nóva to send the list of domains', 'Nóva', 'Nóva to send the list of domains'],
      [
        '- The error tracking team should monitor the rate',
        'error tracking team',
        'The error tracking team should monitor the rate',
      ],
      ['- serathius@ to write the test', 'serathius@', 'write the test'],
      ['- **JP** Turn on the audit log', 'JP', 'Turn on the audit log'],
    ] as const) {
      it(`${text}`, () => {
        const [item] = new PostmortemDocument(`# Post-mortem: queue\n\n## Actions\n\n${text}\n`).actionItems
        assert.equal(item?.owner?.value, owner)
        assert.equal(item.task.value, task)
      })
    }
    it('stand above a list, in bold, as a heading, or as the bullet around it', () => {
      checkItems('**JP**\n- Turn on the audit log\n\n**Robert**\nInvestigate\n- read replicas\n', [
        {task: 'Turn on the audit log', owner: 'JP'},
        {task: 'read replicas', owner: 'Robert'},
      ])
      checkItems('## Actions\n\n### Robert\n\n- Cap the batch\n\n### Storage team\n\n- Add disks\n', [
        {task: 'Cap the batch', owner: 'Robert'},
        {task: 'Add disks', owner: 'Storage team'},
      ])
      checkItems('- Alice:\n  - Cap the batch\n  - Add disks', [
        {task: 'Cap the batch', owner: 'Alice'},
        {task: 'Add disks', owner: 'Alice'},
      ])
    })
    it('are owners where most items have the shape', () => {
      checkItems('- (aki) bring the teams together\n- (releng, tc) start a runbook', [
        {task: 'bring the teams together', owner: 'aki'},
        {task: 'start a runbook', owner: 'releng, tc'},
      ])
      checkItems('- (hopefully) bring the teams together\n- start a runbook\n- cap the batch', [
        {task: '(hopefully) bring the teams together'},
        {task: 'start a runbook'},
        {task: 'cap the batch'},
      ])
    })
    it('are owners where the document knows the name', () => {
      checkItems(
        '## Timeline\n\n- 10:02 UTC Priya restarts the queue\n- 10:09 UTC Priya opens the incident\n- 10:12 UTC It drains\n\n## Actions\n\n- Add tracing — Priya\n- Move to Vault — Grafana\n- Cap the batch\n- Add an alert',
        [
          {task: 'Add tracing', owner: 'Priya'},
          {task: 'Move to Vault — Grafana'},
          {task: 'Cap the batch'},
          {task: 'Add an alert'},
        ].map((one) => (one.owner ? {...one, task: 'Add tracing — Priya'} : one)),
      )
    })
    it('are not placeholders, packages, channels or systems', () => {
      checkItems(
        '- Cap the batch (owner: TBD)\n- Bump @types/node\n- Ask in #ops whether it helps\n- Prometheus to scrape the queue\n- Content team should be able to fix it',
        [
          {task: 'Cap the batch'},
          {task: 'Bump @types/node'},
          {task: 'Ask in #ops whether it helps'},
          {task: 'Prometheus to scrape the queue'},
          {task: 'Content team should be able to fix it'},
        ],
      )
    })
  })

  describe('due dates', () => {
    for (const [text, due] of [
      ['Cap the batch (due: 2026-05-12)', '2026-05-12'],
      ['Cap the batch by 12 May 2026', '2026-05-12'],
      ['Cap the batch by May 12th, 2026', '2026-05-12'],
      ['Cap the batch by Friday', 'Friday'],
      ['Cap the batch by end of March', 'end of March'],
      ['Cap the batch in the coming weeks', 'in the coming weeks'],
      ['Cap the batch within two weeks', 'within two weeks'],
      ['Cap the batch in H1', 'H1'],
      ['Cap the batch. Deadline: Q3 2026', 'Q3 2026'],
      ['Cap the batch (next sprint)', 'next sprint'],
      ['Cap the batch, ETA: EOW', 'EOW'],
      ['Delete images that were not used within 30 days of a build', undefined],
      ['Alert when nothing arrives within 5 minutes', undefined],
      ['Keep logs for two weeks', undefined],
      ['Replace the step by a script', undefined],
    ] as const) {
      it(text, () => {
        const [item] = new PostmortemDocument(`# Post-mortem: queue\n\n## Actions\n\n- ${text}\n`).actionItems
        assert.equal(item?.due?.value, due)
      })
    }
    it('stand in headings and in the line above', () => {
      checkItems('## Long-term improvements (Target: Q4 2026 - Q1 2027)\n\n- Cap the batch\n', [
        {task: 'Cap the batch', due: 'Q4 2026 - Q1 2027'},
      ])
      checkItems('**In progress (next 2 weeks):**\n\n- Cap the batch', [
        {task: 'Cap the batch', due: 'next 2 weeks', done: false},
      ])
    })
  })

  describe('tickets', () => {
    for (const [text, ticket] of [
      ['[#2226]: Log the start of the job', '#2226'],
      ['#2127', '#2127'],
      ['acme/ops#12', 'acme/ops#12'],
      ['CDP-2178 Cap the batch', 'CDP-2178'],
      ['Cap the batch <https://github.com/acme/ops/issues/89>', 'https://github.com/acme/ops/issues/89'],
      ['Cap the batch ([issue](https://github.com/acme/ops/issues/89))', 'https://github.com/acme/ops/issues/89'],
      ['Cap the batch [[PR](https://github.com/acme/ops/pull/9)]', 'https://github.com/acme/ops/pull/9'],
      ['Cap the batch [#89](https://github.com/acme/ops/issues/89)', '#89'],
      ['bug 1604925 - cap the batch', '1604925'],
      ['[bug 1537907](https://bugzilla.mozilla.org/show_bug.cgi?id=1537907) Cap the batch', '1537907'],
      ['Cap the batch ([OPS-7](https://acme.atlassian.net/browse/OPS-7))', 'OPS-7'],
      ['Cap the batch https://linear.app/acme/issue/OPS-7', 'https://linear.app/acme/issue/OPS-7'],
      ['Cap the batch https://trello.com/c/AbCd1234', 'https://trello.com/c/AbCd1234'],
      ['Vendor case raised (Case ID: 174229643100496).', '174229643100496'],
      ['[Follow up with the vendor](https://www.notion.so/Follow-up-1c6c)', undefined],
      ['Patch CVE-2026-1234 and enable TLS-1 fallback', undefined],
      ['Fix the pipeline in the [cli](https://github.com/acme/cli)', undefined],
    ] as const) {
      it(text, () => {
        const [item] = new PostmortemDocument(`# Post-mortem: queue\n\n## Actions\n\n- ${text}\n`).actionItems
        assert.equal(item?.ticket?.value, ticket)
      })
    }
    it('follow reference links into other sections', () => {
      checkItems(
        '## Action items\n\n- Cap the batch ([issue][one])\n\n## People\n\n- Kim\n\n[one]: https://github.com/acme/ops/issues/1\n',
        [{task: 'Cap the batch', ticket: 'https://github.com/acme/ops/issues/1'}],
      )
    })
    it('follow reference links', () => {
      checkItems('- Cap the batch ([issue][one])\n\n[one]: https://github.com/acme/ops/issues/1', [
        {task: 'Cap the batch', ticket: 'https://github.com/acme/ops/issues/1'},
      ])
    })
  })

  describe('status, type and priority', () => {
    for (const [text, expected] of [
      ['[done] deploy the image', {task: 'deploy the image', done: true}],
      ['Remove the flag **DONE**', {task: 'Remove the flag', done: true}],
      ['Update Tom - DONE', {task: 'Update Tom', done: true}],
      [
        'Alert when nodes idle (Pipeline, 21 Nov 2025, PIPE-880)',
        {task: 'Alert when nodes idle', due: '2025-11-21', ticket: 'PIPE-880'},
      ],
      ['Keep deleted files for two days (Raj, June)', {task: 'Keep deleted files for two days', due: 'June'}],
      ['Pack the archive in CI (#614, merged)', {task: 'Pack the archive in CI', ticket: '#614', done: true}],
      [
        'Let a robot publish (#617, by 2026-05-12, @mara)',
        {task: 'Let a robot publish', owner: '@mara', due: '2026-05-12', ticket: '#617'},
      ],
      ['✅ Reverted the change', {task: 'Reverted the change', done: true}],
      ['We have moved the job', {task: 'We have moved the job', done: true}],
      ['Sent mails to all customers', {task: 'Sent mails to all customers', done: true}],
      ['Improved monitoring of the queue', {task: 'Improved monitoring of the queue'}],
      ['**TODO**: Patch the proxy', {task: 'Patch the proxy', done: false}],
      ['[P0] [detect] Add a heartbeat', {task: 'Add a heartbeat', priority: 'P0', type: 'detect'}],
      ['**HIGH** Add a heartbeat', {task: 'Add a heartbeat', priority: 'HIGH'}],
      ['Add retries [mitigate]', {task: 'Add retries', type: 'mitigate'}],
      ['**Prevent**: Reject rows', {task: 'Reject rows', type: 'prevent'}],
      [
        'Add a heartbeat (owner: kim; due: 2026-05-12; type: detect; priority: P1; ticket: OPS-7)',
        {task: 'Add a heartbeat', owner: 'kim', due: '2026-05-12', ticket: 'OPS-7', type: 'detect', priority: 'P1'},
      ],
    ] as const) {
      it(text, () => checkItems(`- ${text}`, [expected]))
    }
    it('come from headings', () => {
      checkItems(
        '## Action items\n\n### Detection\n\n- Page on depth\n\n### High priority\n\n- Cap the batch\n\n### Completed\n\n- Moved it\n',
        [
          {task: 'Page on depth', type: 'detect'},
          {task: 'Cap the batch', priority: 'High'},
          {task: 'Moved it', done: true},
        ],
      )
    })
  })

  describe('tables', () => {
    it('have their columns in any order', () => {
      checkItems(
        '| Owner | Bug | Due date | What | P | State |\n| --- | --- | --- | --- | --- | --- |\n| mar | [OPS-1](https://acme.atlassian.net/browse/OPS-1) | 1 May 2026 | Cap the batch | P1 | DONE |\n| ??? | - | TBD | Add an alert | | 🟡 In Progress |',
        [
          {task: 'Cap the batch', owner: 'mar', due: '2026-05-01', ticket: 'OPS-1', priority: 'P1', done: true},
          {task: 'Add an alert', done: false},
        ],
      )
    })
    it('number their rows, leave some empty, and say what they are by a first column without a head', () => {
      checkItems('| # | Action Item | Owner |\n|---|---|---|\n| 1 | Cap the batch | Dana (api) |\n| 2 | | |\n', [
        {task: 'Cap the batch', owner: 'Dana (api)'},
      ])
      checkItems('| | Priority |\n|---|---|\n| Cap the batch | P2 |\n', [])
      checkItems('| Measure | Expected Date | Status |\n|---|---|---|\n| Cap the batch | Jul 16, 2026 | To Do |\n', [
        {task: 'Cap the batch', due: '2026-07-16', done: false},
      ])
    })
    it('stand anywhere where their head is plain', () => {
      checkItems(
        '# Post-mortem: queue\n\n## Wrap-up of the day\n\n| Action item | Owner | Due |\n|---|---|---|\n| Cap the batch | kim | 2026-05-01 |\n',
        [{task: 'Cap the batch', owner: 'kim', due: '2026-05-01'}],
      )
      checkItems(
        '# Post-mortem: queue\n\n## Timeline\n\n| Time | Action | Owner |\n|---|---|---|\n| 10:02 UTC | Restart | kim |\n',
        [],
      )
    })
  })

  describe('prose', () => {
    it('promises in sentences', () => {
      checkItems(
        'It should not have been possible to do this. We will be adding a quota on this endpoint. This will involve some work.\n\nThe storage team is planning a second replica. Users will notice nothing.',
        [
          {task: 'We will be adding a quota on this endpoint.'},
          {task: 'The storage team is planning a second replica.'},
        ],
      )
    })
    it('dates a promise in the sentence behind it', () => {
      checkItems('We will be updating our policy. We will be deciding on the wording in the coming weeks.', [
        {task: 'We will be updating our policy.', due: 'in the coming weeks'},
      ])
    })
    it('takes a paragraph with one promise as a whole', () => {
      checkItems(
        'The monitor told one person. It should tell more. We will page the rota. (filed https://github.com/acme/ops/issues/5)\n\nThe check looked at the old host. (fixed by a second check)',
        [
          {task: 'We will page the rota.', ticket: 'https://github.com/acme/ops/issues/5'},
          {task: 'The check looked at the old host.', done: true},
        ],
      )
    })
    it('gives way to a list of the same section', () => {
      checkItems('We will do everything we can:\n\n- Cap the batch\n\nWe will also move to a new office.', [
        {task: 'Cap the batch'},
      ])
    })
    it('is a list without bullets where each line is a task', () => {
      checkItems('Add more alerts for the queue.\nCap the batch size.\nA second replica in zone b.', [
        {task: 'Add more alerts for the queue.'},
        {task: 'Cap the batch size.'},
        {task: 'A second replica in zone b.'},
      ])
    })
    it('marks an item anywhere', () => {
      checkItems(
        '# Post-mortem: queue\n\n## What happened\n\nThe monitor had to be restarted.\n\nAction point: make the monitor restart by itself.\n',
        [{task: 'make the monitor restart by itself.'}],
      )
      checkItems(
        '# Post-mortem: queue\n\n## Root cause\n\n- The queue has no bound\n- **Action items**:\n  - Cap the batch\n',
        [{task: 'Cap the batch'}],
      )
      checkItems('# Post-mortem: queue\n\n## Impact\n\nAll orders.\n\nAction Items\n- Cap the batch\n', [
        {task: 'Cap the batch'},
      ])
    })
    it('promises in a narrative without sections', () => {
      const narrative =
        'The queue was full for an hour. We will keep you posted.\n\nSecondly, we’ll add a manual switch to the health check.\n\nAs a longer solution (Q2 2026), we will move the flags out of the monolith.\n'
      const {actionItems} = new PostmortemDocument(narrative, {path: 'incident.md'})
      assert.deepEqual(actionItems.map(shown), [
        {task: 'Secondly, we’ll add a manual switch to the health check.'},
        {task: 'As a longer solution (Q2 2026), we will move the flags out of the monolith.', due: 'Q2 2026'},
      ])
    })
    it('speaks to the readers in recommendations', () => {
      checkItems(
        '# Post-mortem: package\n\n## Recommendations\n\nWe have some advice for maintainers and users:\n\n- Package maintainers should use a second factor.\n- Users must rotate their tokens.\n',
        [],
      )
    })
    it('is no item in a prompt', () => {
      checkItems('*List the tasks that follow from this incident*\n\n- [x] Cap the batch', [
        {task: 'Cap the batch', done: true},
      ])
    })
  })

  describe('headings', () => {
    it('are items where nothing below them is', () => {
      checkItems(
        '## Action items\n\n### 1) Better alerting on CPU `@dma` [detect]\n\nWe should alert on every host.\n\n### 2) Postmortem documented `@nova`\n\nThis page.\n',
        [
          {task: 'Better alerting on CPU', owner: '@dma', type: 'detect'},
          {task: 'Postmortem documented', owner: '@nova', done: true},
        ],
      )
      checkItems(
        '## Action items\n\n### Add an alignment check\n**Owner:** Dana Li\n**Due date:** 2026-05-01\n\nReject rows whose key is not aligned.\n',
        [{task: 'Add an alignment check', owner: 'Dana Li', due: '2026-05-01'}],
      )
    })
    it('group where they name no task', () => {
      checkItems(
        '## Action items\n\n### Process improvements\n\n1. Cap the batch\n\n### Technical improvements\n\nNothing so far.\n',
        [{task: 'Cap the batch', type: 'mitigate'}],
      )
    })
  })

  it('are bullets of a label in a list', () => {
    checkItems(
      '# Incident on 2026-05-01\n\n- **Key events**:\n  - 2026-05-01 10:02: The queue is full\n\n- **Impact**:\n  - All orders\n\n- **Resolution**:\n  - The queue was drained\n\n- **Review actions**:\n  - Cap the batch\n  - Add an alert [#12](https://github.com/acme/ops/issues/12)\n',
      [{task: 'Cap the batch'}, {task: 'Add an alert', ticket: '#12'}],
    )
  })

  it('count in sections of two kinds only where they are tasks', () => {
    checkItems(
      '## Lessons learned and action items\n\n- The queue has no bound\n- Cap the batch\n- [ ] Second replica\n',
      [{task: 'Cap the batch'}, {task: 'Second replica', done: false}],
    )
  })
})
