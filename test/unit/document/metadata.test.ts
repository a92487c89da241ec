import assert from 'node:assert/strict'
import fc from 'fast-check'
import {PostmortemDocument} from '#core'
import {readCalendarDate, readNames} from '#core/document/metadata/values.ts'

/** Keys and values as they are read, each checked against the text at its place. */
function fields(text: string): Record<string, string | string[]> {
  const document = new PostmortemDocument(text)
  return Object.fromEntries(
    [...document.metadata.fields].map(([key, values]) => {
      for (const {value, span} of values)
        if (!/\\/.test(value))
          assert.equal(document.textOf(span).replace(/\s+/g, ' '), value.replace(/\s+/g, ' '), `place of ${key}`)
      return [key, values.length === 1 ? values[0]!.value : values.map(({value}) => value)]
    }),
  )
}

const metadata = (text: string) => new PostmortemDocument(text).metadata

describe('metadata', () => {
  it('comes from YAML, nested and in lists', () => {
    assert.deepEqual(
      fields(
        '---\nid: inc-7\nseverity: "SEV2"\nincident:\n  start: 2024-03-01T10:02+01:00\n  Resolved At: 12:40\nservices: [checkout, search]\nowner:\n---\n\n# A\n',
      ),
      {
        id: 'inc-7',
        severity: 'SEV2',
        'incident.start': '2024-03-01T10:02+01:00',
        'incident.resolved_at': '12:40',
        services: ['checkout', 'search'],
      },
    )
  })

  it('comes from TOML', () => {
    assert.deepEqual(
      fields(
        '+++\ntitle = "Checkout: down"\ndate = 2024-03-01\ntags = ["a, b", \'c\']\ndraft = true # yes\n\n[extra]\nteam = "Payments"\n+++\n\n# A\n',
      ),
      {
        title: 'Checkout: down',
        date: '2024-03-01',
        tags: ['a, b', 'c'],
        draft: 'true',
        team: 'Payments',
      },
    )
  })

  it('comes from bold labels, lists, plain lines and tables at the head', () => {
    assert.deepEqual(
      fields(
        '# A\n\n**Date:** 1 March 2024\n**Severity**: `SEV2`<br>\n_Status: final_\n\n- **Owner**: @mira\n- Duration: 40 minutes\n\nNote: this is prose.\n\n| Key | Value |\n| --- | --- |\n| **Services affected** | checkout, search |\n\n## Summary\n\nCategory: not metadata here.\n',
      ),
      {
        date: '1 March 2024',
        severity: 'SEV2',
        status: 'final',
        owner: '@mira',
        duration: '40 minutes',
        key: 'Value',
        services_affected: 'checkout, search',
      },
    )
  })

  it('comes from headings with the value below, and from a section of its own', () => {
    assert.deepEqual(
      fields(
        '# A\n\n## Severity\n\nHigh\n\n## Owner: @mira\n\n## Attendees\n\n- RF\n- EC\n\n## Timeline\n\n- 10:02 B\n\n## Stats\n\n- Category: Kubernetes\n- Time to detection: ?\n',
      ),
      {
        severity: 'High',
        owner: '@mira',
        attendees: ['RF', 'EC'],
        category: 'Kubernetes',
        time_to_detection: '?',
      },
    )
  })

  it('has one typed model', () => {
    const read = metadata(
      '---\nseverity: SEV2\nstatus: In review\naudience: Customers\nattribution: by role\ndetected_by: a PagerDuty alert\nincident_date: 1 March 2024\nresolved: 2024-03-01 12:40\npublished: 03/13/2024\nauthors: Ada (SRE), Tomás & @wei\nfacilitator: Mira\n---\n\n# A\n',
    )
    assert.equal(read.status?.value, 'in-review')
    assert.equal(read.audience?.value, 'public')
    assert.equal(read.attribution?.value, 'role')
    assert.equal(read.detectionSource?.value, 'alert')
    assert.deepEqual(Object.fromEntries(Object.entries(read.dates).map(([name, {value}]) => [name, value])), {
      incident: '2024-03-01',
      resolved: '2024-03-01',
      published: '2024-03-13',
    })
    assert.deepEqual(
      read.people.authors?.map(({value}) => value),
      ['Ada', 'Tomás', '@wei'],
    )
    assert.deepEqual(
      read.people.facilitator?.map(({value}) => value),
      ['Mira'],
    )
  })

  it('tells the state of the document from the state of the incident', () => {
    assert.equal(metadata('# A\n\n**Status**: Resolved\n').status, undefined)
    assert.equal(metadata('# A\n\n**Status**: Complete, action items in progress\n').status?.value, 'final')
    assert.equal(metadata('---\ndraft: true\n---\n\n# A\n').status?.value, 'draft')
    assert.equal(metadata('---\ndraft: false\n---\n\n# A\n').status, undefined)
  })

  it('takes the date of a page for no date of the incident', () => {
    assert.equal(metadata('---\nlayout: post\ndate: 2024-03-09\n---\n\n# A\n').dates.incident, undefined)
    assert.equal(
      metadata('---\nlayout: post\ndate: 2024-03-09\n---\n\n# A\n\n**Date**: 2024-03-01\n').dates.incident,
      undefined,
    )
  })

  it('says in plain words why front matter cannot be read, and reads the rest', () => {
    const reasons: Record<string, RegExp> = {
      'title: Checkout: down': /colon needs quotes/,
      'a: 1\na: 2': /same key stands twice/,
      'title: {{ page }} down': /placeholder with braces/,
      'a: "open': /not closed/,
      '\ta: 1': /tab/,
      'owner: @mira': /“@”/,
    }
    for (const [yaml, reason] of Object.entries(reasons)) {
      const text = `---\nseverity: SEV2\n${yaml}\n---\n\n# A\n`
      const {problems} = metadata(text)
      assert.equal(problems.length, 1, yaml)
      assert.match(problems[0]!.message, reason)
      assert.ok(problems[0]!.span.start >= 4 && problems[0]!.span.end <= text.indexOf('\n---\n\n'), yaml)
    }
    assert.equal(metadata('---\nseverity: SEV2\ntitle: a: b\n---\n').severity?.value, 'SEV2')
  })

  it('reads dates only where day and month are sure', () => {
    const cases: Record<string, string | undefined> = {
      '2024-03-01': '2024-03-01',
      '2024-03-01T10:02Z': '2024-03-01',
      '13/09/2021 3am UTC': '2021-09-13',
      '09/13/2021': '2021-09-13',
      '03/04/2024': undefined,
      '04/04/2024': '2024-04-04',
      'January 14-19, 2026': '2026-01-14',
      'Friday, 21 March 2025': '2025-03-21',
      March: undefined,
      '14:02': undefined,
      '': undefined,
    }
    for (const [text, date] of Object.entries(cases)) assert.equal(readCalendarDate(text), date, text)
  })

  it('splits names at commas, and not inside links', () => {
    const names = (value: string): string[] =>
      readNames({
        key: 'authors',
        keySpan: {start: 0, end: 0},
        value,
        span: {start: 0, end: value.length},
        source: 'label',
      }).map(({value: name, span}) => {
        assert.ok(value.slice(span.start, span.end).includes(name.split(' ')[0]!))
        return name
      })
    assert.deepEqual(names('[Kris N.](https://a.example/x,y) ([@k](https://b.example)), Ada and Wei'), [
      'Kris N.',
      'Ada',
      'Wei',
    ])
    assert.deepEqual(names('RF SC AN'), ['RF', 'SC', 'AN'])
    assert.deepEqual(names('none?'), ['none?'])
    assert.deepEqual(names('-'), [])
  })

  it('reads any front matter without an exception, at its place', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'a: 1',
        'b:',
        '  - c',
        '  d: [e, f',
        '&x y: *x',
        '<<: *z',
        '? k',
        '!!binary x',
        '- - -',
        '"q": \'r\'',
        'é: ü',
        '---',
        '[t]',
        't.u = "v"',
        'w = [',
        '"""',
      ),
      fc.string({maxLength: 20}),
    )
    fc.assert(
      fc.property(
        fc.constantFrom('---', '+++'),
        fc.array(line, {maxLength: 12}),
        fc.constantFrom('\n', '\r\n'),
        (fence, lines, eol) => {
          const text = [fence, ...lines, fence, '', '# A', ''].join(eol)
          const read = metadata(text)
          for (const {span, keySpan} of [...read.fields.values()].flat())
            assert.ok(span.start >= 0 && span.end <= text.length && keySpan.end <= text.length)
          for (const {span} of read.problems) assert.ok(span.start <= span.end && span.end <= text.length)
        },
      ),
      {numRuns: 300},
    )
  })
})
