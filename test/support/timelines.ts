import fc from 'fast-check'

const two = (n: number): string => String(n).padStart(2, '0')

/** Times as people write them, with some that are none. */
export const anyTime: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${two(h)}:${two(m)}`),
  fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${h}.${two(m)}`),
  fc
    .tuple(fc.integer({min: 1, max: 12}), fc.nat(59), fc.constantFrom('am', 'PM', ' a.m.'))
    .map(([h, m, half]) => `${h}:${two(m)}${half}`),
  fc
    .tuple(
      fc.integer({min: 2019, max: 2026}),
      fc.integer({min: 1, max: 12}),
      fc.integer({min: 1, max: 28}),
      fc.nat(23),
      fc.nat(59),
    )
    .map(([y, mo, d, h, m]) => `${y}-${two(mo)}-${two(d)} ${two(h)}:${two(m)}`),
  fc.tuple(fc.integer({min: 1, max: 28}), fc.constantFrom('Jan', 'March', 'Dec')).map(([d, month]) => `${month} ${d}`),
  fc
    .tuple(fc.nat(23), fc.nat(59), fc.constantFrom('UTC', 'CET', 'PST', 'Europe/Berlin', '+05:30'))
    .map(([h, m, zone]) => `${two(h)}:${two(m)} ${zone}`),
  fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59)).map(([h, m, n]) => `${two(h)}:${two(m)} - ${two(h)}:${two(n)}`),
  fc.constantFrom(
    'HH:mm',
    '~14:05',
    'T+12m',
    '+1d 00:10',
    '1710000000',
    '22:XX',
    '1402',
    '40 minutes later',
    'noon',
    '',
    '03/04/2024 10:00',
    '2024-02-30',
    '99:99',
  ),
)

const anyText = fc.oneof(
  fc.constantFrom(
    'Pager fires',
    'JP restarts the queue',
    '[assumption] a repeat',
    '**bold** and `code`',
    'service restored',
    '@nova looks',
    'root cause found',
    '',
  ),
  fc.string({maxLength: 30}).map((text) => text.replace(/[\r\n]/g, ' ')),
)

const anyMark = fc.constantFrom('', '**', '*', '`', '_')
const anySeparator = fc.constantFrom(' ', ' - ', ': ', ' – ', ' ::::: ', ' | ')

const anyEntry = fc.tuple(
  anyTime,
  anyMark,
  anySeparator,
  anyText,
  fc.constantFrom('', '\n  - below', '\n  10:09 wrapped'),
)

const anyBlock: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.array(anyEntry, {maxLength: 6}), fc.constantFrom('-', '*', '1.'))
    .map(([entries, bullet]) =>
      entries
        .map(([time, mark, separator, text, below]) => `${bullet} ${mark}${time}${mark}${separator}${text}${below}`)
        .join('\n'),
    ),
  fc
    .array(anyEntry, {maxLength: 5})
    .map((entries) => entries.map(([time, , separator, text]) => `${time}${separator}${text}`).join('\n')),
  fc
    .array(anyEntry, {maxLength: 5})
    .map((entries) => entries.map(([time, mark, , text]) => `${mark}${time}${mark}\n${text}`).join('\n\n')),
  fc
    .array(anyEntry, {maxLength: 5})
    .map((entries) => entries.map(([time, , , text]) => `### ${time}\n\n${text}`).join('\n\n')),
  fc
    .array(anyEntry, {maxLength: 5})
    .map(
      (entries) =>
        `| Time (UTC) | Event |\n|--|--|\n${entries.map(([time, , , text]) => `| ${time} | ${text.replace(/\|/g, '')} |`).join('\n')}`,
    ),
  fc.constantFrom(
    'All times in CET.',
    '**March 9th, 2024**',
    '### 10 March',
    '> 10:02 chat',
    '```\n10:02 log\n```',
    'Newest first.',
    '<p>March 9</p><ul><li>10:02 a</li></ul>',
    '- Sunday, March 10th:\n  - 10:02 a',
  ),
)

/** Documents with a timeline section in any state. */
export const anyTimeline: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('# Incident of 2024-03-09', '# Incident', '---\ndate: 2024-03-09\n---'),
    fc.constantFrom('## Timeline', '## Timeline (UTC)', '## What happened'),
    fc.array(anyBlock, {maxLength: 4}),
  )
  .map(([title, heading, blocks]) => `${title}\n\n${heading}\n\n${blocks.join('\n\n')}\n`)

/** One list, table or run of paragraphs with times of one kind, in any order. */
export const anyList: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({min: 540, max: 780}), fc.nat(3)), {minLength: 1, maxLength: 12}),
    fc.constantFrom('dated', 'bare'),
    fc.constantFrom('bullets', 'numbers', 'table', 'paragraphs', 'headings'),
  )
  .map(([entries, kind, container]) => {
    const lines = entries.map(([minutes, day], i) => {
      const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
      return {time: kind === 'dated' ? `2024-03-0${day + 1} ${clock}` : clock, text: `event ${i}`}
    })
    const bodies = {
      bullets: lines.map(({time, text}, i) => `- ${time} ${text}${i % 3 ? '' : '\n  - below'}`).join('\n'),
      numbers: lines.map(({time, text}, i) => `${i + 1}. ${time}: ${text}`).join('\n'),
      table: `| Time | Event |\n|--|--|\n${lines.map(({time, text}) => `| ${time} | ${text} |`).join('\n')}`,
      paragraphs: lines.map(({time, text}) => `${time} - ${text}`).join('\n\n'),
      headings: lines.map(({time, text}) => `### ${time}\n\n${text}`).join('\n\n'),
    }
    return `# Incident of 2024-03-09\n\n## Timeline (UTC)\n\n${bodies[container]}\n`
  })
