import fc from 'fast-check'

/** Pieces of real shapes, broken ones among them; together they make documents that nobody would write and an editor still shows. */
const PIECES = [
  '# Checkout down',
  '## Summary',
  '## Impact',
  '### Root cause and resolution',
  'Timeline\n--------',
  'A sentence that ends here.\n---',
  '##Impact',
  '**Root cause:**',
  '- **Impact**: orders were late',
  '- **Detection**: by an alert',
  '- **Resolution**:\n  - a restart',
  '## 2024-03-01',
  '### 20:15',
  '## Alex',
  '## Action items',
  '- [ ] Add an alert (owner: @mira, due 2024-05-01)',
  '| Action | Owner | Due |\n| --- | --- | --- |\n| Grow the disk | Tomás | 2024-05-02 |',
  '| Time | Event |\n| --- | --- |\n| 10:02 | Pager fires |\n| HH:mm |  |',
  '- 10:02 UTC Pager fires\n- 10:05 Restart\n- 23:59 Over',
  '_Describe the impact on users._',
  'TODO',
  '{duration} and <add name here>',
  '???',
  '> **Ask:** What was on the screen?',
  '> A quotation',
  '<!-- postmortem-disable -->',
  '<!-- unclosed',
  '```\n# not a heading',
  '```',
  '~~~',
  '    indented',
  '\t- tabbed',
  '- a\n  - b\n    - c',
  '1. one\n2. two',
  '<h2>Timeline</h2>',
  '<details>',
  '[^1]: note',
  '[link]: http://a.example',
  'see [link] and [^1]',
  '![alt](a.png)',
  'We should add an alert.',
  'An engineer deleted the index.',
  'The root cause was human error.',
  'Ünïcödé 😀 — “quotes”',
  '\u0000\u0001',
  '\\',
  '***',
  '---',
  '+++',
  'a\\\nb',
  '**bold\nover lines**',
  '* * *',
  '&amp; &#x41;',
  'Status: final<br>Owners: @mira',
  '**Severity**: SEV1',
  '## Severity\n\nHigh',
]

const FRONT = [
  '---\ntitle: Checkout: down\nseverity: SEV2\n---',
  '---\nstatus: final\nowner: [Mira, Tomás]\nincident:\n  start: 2024-03-01T10:02Z\n---',
  '+++\ntitle = "Checkout"\ndate = 2024-03-01\n+++',
  '---\n: [\n---',
  '---\nunclosed: yes',
  '',
]

const eol = fc.constantFrom('\n', '\r\n', '\n', '\r')

/** Documents from such pieces, with any line ends, with or without front matter and byte order mark. */
export const markdown: fc.Arbitrary<string> = fc
  .tuple(
    fc.boolean(),
    fc.constantFrom(...FRONT),
    fc.array(
      fc.oneof(
        {weight: 8, arbitrary: fc.constantFrom(...PIECES)},
        {weight: 1, arbitrary: fc.string({unit: 'grapheme', maxLength: 40})},
      ),
      {maxLength: 24},
    ),
    fc.constantFrom('\n', '\n\n', '\n\n\n', ' '),
    eol,
  )
  .map(([bom, front, pieces, between, end]) =>
    `${bom ? '\uFEFF' : ''}${[front, ...pieces].filter(Boolean).join(between)}`.replace(/\n/g, end),
  )
