import assert from 'node:assert/strict'
import fc from 'fast-check'
import {readConfig, readConfigFile} from '#core/lint/read-config.ts'

const messages = (text: string): string[] => readConfigFile(text).problems.map(({message}) => message)

describe('the settings file of a team', () => {
  it('says what it may say', () => {
    const {config, problems} = readConfigFile(
      'rules:\n  person-blame: off\n  weak-action: error\ntimezone: Europe/Berlin\nheadings:\n  Ripple effects: impact\ninclude: [docs/reviews/**]\npublishWithinDays: 14\n',
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(config, {
      rules: {'person-blame': 'off', 'weak-action': 'error'},
      timezone: 'Europe/Berlin',
      headings: {'Ripple effects': 'impact'},
      include: ['docs/reviews/**'],
      publishWithinDays: 14,
    })
  })

  it('may be empty, and may leave values out', () => {
    assert.deepEqual(readConfigFile(''), {config: {}, problems: []})
    assert.deepEqual(readConfigFile('# nothing yet\nrules:\n').config, {})
  })

  it('is explained where it says something else', () => {
    assert.deepEqual(messages('attribution: nobody'), ['“attribution” is “nobody”; it takes one of role, name, none.'])
    assert.deepEqual(messages('ruels: {}'), ['“ruels” is no setting. “rules” is.'])
    assert.deepEqual(messages('rules: {persn-blame: off}'), ['“persn-blame” is no rule. “person-blame” is.'])
    assert.deepEqual(messages('cues: [{rule: blame, match: x}]'), ['“blame” is no rule.'])
    assert.deepEqual(messages('rules: [a]'), ['“rules” is a list; it takes keys with values.'])
    assert.deepEqual(messages('publishWithinDays: -1'), [
      '“publishWithinDays” is -1; it takes a whole number from 0 on.',
    ])
    assert.deepEqual(messages('timezone: Berlin'), [
      '“Berlin” is no time zone known here. IANA names work, such as Europe/Berlin or UTC.',
    ])
    assert.deepEqual(messages('cues:\n  - match: x\n'), ['“cues.0” has no “rule”.'])
    assert.match(messages('a: [\n')[0]!, /^The YAML cannot be read here/)
    assert.deepEqual(messages('- a\n'), ['The configuration holds a list; it takes keys with values.'])
  })

  it('keeps what can be understood beside what cannot', () => {
    const {config} = readConfigFile('attribution: nobody\ntimezone: UTC\npeople: [Priya, 3]\n')
    assert.deepEqual(config, {timezone: 'UTC', people: ['Priya']})
  })

  it('shows the place', () => {
    const text = 'timezone: UTC\nrules:\n  weak-action: loud\n'
    const [problem] = readConfigFile(text).problems
    assert.equal(text.slice(problem!.span!.start, problem!.span!.end), 'loud')
  })

  it('is total for any text and any value', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.constantFrom('*a', '&a [*a]', '? ? ?', '{{{{', '\t- x', '!!js x', '<<: x')),
        (text) => {
          for (const {span} of readConfigFile(text).problems)
            if (span) assert.ok(span.start >= 0 && span.end <= text.length + 1)
        },
      ),
    )
    fc.assert(fc.property(fc.anything(), (value) => void readConfig(value)))
    assert.ok(readConfigFile(`${'['.repeat(20_000)}`).problems.length)
  })
})
