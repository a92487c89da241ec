import assert from 'node:assert/strict'
import {DEFAULT_CONFIG, lint, PostmortemDocument} from '#core'
import {customerVersion} from '#core/export/customer-version.ts'

const version = (text: string): string => customerVersion(new PostmortemDocument(text), DEFAULT_CONFIG)

describe('the customer version', () => {
  it('takes the text for customers where there is one', () => {
    assert.equal(
      version(
        '# Checkout down\n\n## Summary\n\nThe leader lost its lease.\n\n## External message\n\nOrders were late. They arrive again.\n',
      ),
      '---\ntemplate: external\naudience: public\nattribution: none\nstatus: in-review\n---\n\n# Checkout down\n\nOrders were late. They arrive again.\n',
    )
  })

  it('else tells what was seen, what happened and what changes, without names, tickets, questions and comments', () => {
    const text = `---\nresponders: [Mira]\n---\n\n# Checkout down\n\n## Summary\n\nOrders were late, see [the graph](https://grafana.internal/a).\n\n> **Ask:** How late?\n\n## Trigger\n\nMira grew the disk. <!-- check with Mira -->\n\n## Timeline\n\n- 10:02 Secret\n\n## Action items\n\n- [x] Add an alert (owner: @mira, PLAT-7)\n- [ ] Grow the disk\n`
    const result = version(text)
    assert.equal(
      result.slice(result.indexOf('# Checkout')),
      '# Checkout down\n\n## Summary\n\nOrders were late, see the graph.\n\n## What happened\n\n{the role} grew the disk.\n\n## What we are doing\n\n- Add an alert (done)\n- Grow the disk\n',
    )
  })

  it('asks where there is nothing to take over', () => {
    const result = version('# Checkout down\n')
    const rules = lint(new PostmortemDocument(result), DEFAULT_CONFIG).map(({rule}) => rule)
    assert.deepEqual(rules, ['placeholder-text', 'placeholder-text', 'placeholder-text'])
  })

  it('has checks of its own', () => {
    const rules = new Set(
      lint(
        new PostmortemDocument(
          version(
            '# Checkout down\n\n## Summary\n\nThe host db-3.eu.internal of Mira was full, see PLAT-7.\n\n## Attendees\n\n- Mira\n',
          ),
        ),
        DEFAULT_CONFIG,
      ).map(({rule}) => rule),
    )
    assert.ok(rules.has('internal-detail'))
  })
})
