import assert from 'node:assert/strict'
import {PostmortemDocument} from '#core'
import {formatMoment} from '#core/document/moment.ts'

interface Options {
  readonly path?: string
  readonly timezone?: string
}

/** Events as lines: `2024-03-09T10:02Z [raw] text`. */
export function eventsOf(text: string, options: Options = {}): string[] {
  const {timeline} = new PostmortemDocument(text, options)
  return timeline.events.map(({when, until, raw, text: what}) =>
    `${formatMoment(when) ?? '?'}${until ? `..${formatMoment(until) ?? '?'}` : ''} [${raw}] ${what}`.trim(),
  )
}

const titled = (body: string): string => `# Incident of 2024-03-09: queue stalled\n\n## Timeline (UTC)\n\n${body}\n`

function check(name: string, body: string, expected: readonly string[], options?: Options): void {
  it(name, () => assert.deepEqual(eventsOf(/^#\s/.test(body) ? body : titled(body), options), expected))
}

describe('timeline reader', () => {
  describe('containers', () => {
    check(
      'no table of what is due',
      '# Archive offline\n\n## Odds and ends\n\n| What | By |\n| --- | --- |\n| Test old copies | 2026-06-30 |\n| Show the rest | 2026-05-15 |\n| Keep a bin | 2026-05-22 |\n',
      [],
    )
    check(
      'days without a year, which stands in a field',
      '# Permits charged in full\n\n**Occurred**: 2026-04-01\n\n## Timeline (UTC)\n\n- 31 March, 17:40 Table imported\n- 1 April, 07:50 First resident writes\n',
      [
        '2026-03-31T17:40Z [31 March, 17:40] Table imported',
        '2026-04-01T07:50Z [1 April, 07:50] First resident writes',
      ],
    )
    check('bullets', '- 10:02 Pager fires\n- 10:05: Rota answers\n* 10:07 – queue drained', [
      '2024-03-09T10:02Z [10:02] Pager fires',
      '2024-03-09T10:05Z [10:05] Rota answers',
      '2024-03-09T10:07Z [10:07] queue drained',
    ])
    check('numbered list', '1. 10:02 Pager fires\n2. 10:05 Rota answers', [
      '2024-03-09T10:02Z [10:02] Pager fires',
      '2024-03-09T10:05Z [10:05] Rota answers',
    ])
    check('paragraphs', '10:02 - Pager fires\n\n10:05 - Rota answers', [
      '2024-03-09T10:02Z [10:02] Pager fires',
      '2024-03-09T10:05Z [10:05] Rota answers',
    ])
    check('lines of one paragraph', '10:02 Pager fires\n10:05 Rota answers\nand opens the console\n10:07 Drained', [
      '2024-03-09T10:02Z [10:02] Pager fires',
      '2024-03-09T10:05Z [10:05] Rota answers and opens the console',
      '2024-03-09T10:07Z [10:07] Drained',
    ])
    check('joined with <br>', '10:02 Pager fires<br>10:05 Rota answers<br/>\n10:07 Drained', [
      '2024-03-09T10:02Z [10:02] Pager fires',
      '2024-03-09T10:05Z [10:05] Rota answers',
      '2024-03-09T10:07Z [10:07] Drained',
    ])
    check('trailing backslash and two spaces', '10:02 pager fires\\\n10:05 rota answers  \n10:07 drained', [
      '2024-03-09T10:02Z [10:02] pager fires',
      '2024-03-09T10:05Z [10:05] rota answers',
      '2024-03-09T10:07Z [10:07] drained',
    ])
    check('times as headings with text below', '### 10:02\n\nPager fires\n\n### 10:05 PM\nRota answers', [
      '2024-03-09T10:02Z [10:02] Pager fires',
      '2024-03-09T22:05Z [10:05 PM] Rota answers',
    ])
    check('time and text in a heading', '### 10:02 – Pager fires\n\nLong story.\n\n### 10:05 – Rota answers', [
      '2024-03-09T10:02Z [10:02] Pager fires',
      '2024-03-09T10:05Z [10:05] Rota answers',
    ])
    check('time alone on a line', '10:02\nPager fires\n\n10:05\nRota answers', [
      '2024-03-09T10:02Z [10:02] Pager fires',
      '2024-03-09T10:05Z [10:05] Rota answers',
    ])
    check(
      'time alone between rules',
      '---\n*2024-03-08 22:10 UTC*\n\nPager fires\n\n---\n*2024-03-09 01:05 UTC*\n\nRota answers\n\n---',
      ['2024-03-08T22:10Z [2024-03-08 22:10 UTC] Pager fires', '2024-03-09T01:05Z [2024-03-09 01:05 UTC] Rota answers'],
    )
    check(
      'time alone in a bullet with a list below',
      '- 2024-03-09 16:37 UTC\n  - Pager fires\n  - Rota answers\n- 2024-03-09 16:50 UTC\n  - Drained',
      ['2024-03-09T16:37Z [2024-03-09 16:37 UTC] Pager fires', '2024-03-09T16:50Z [2024-03-09 16:50 UTC] Drained'],
    )
    check(
      'code, bold and italic times',
      '- `10:02` - Pager fires\n- **10:05** Rota answers\n- _5:30 PM_ – Drained\n- *17:51 PST* - Closed',
      [
        '2024-03-09T10:02Z [10:02] Pager fires',
        '2024-03-09T10:05Z [10:05] Rota answers',
        '2024-03-09T17:30Z [5:30 PM] Drained',
        '2024-03-09T17:51-08:00 [17:51 PST] Closed',
      ],
    )
    check(
      'zone and separator inside or outside the bold',
      '- **16:58 UTC** - fires\n- **16:59 UTC:** answers\n- **November 13, 2021 at 19:27 (UTC)** drained\n- **09:11:59 PM UTC — closed**',
      [
        '2024-03-09T16:58Z [16:58 UTC] fires',
        '2024-03-09T16:59Z [16:59 UTC] answers',
        '2021-11-13T19:27Z [November 13, 2021 at 19:27 (UTC)] drained',
        '2021-11-13T21:11:59Z [09:11:59 PM UTC] closed',
      ],
    )
    check(
      'a list that four spaces made code',
      '#  Incident 2024-03-09\n\n## Timeline (UTC)\n    - 10:02 ::::: pager fires\n    - 10:05 ::::: rota answers',
      ['2024-03-09T10:02Z [10:02] pager fires', '2024-03-09T10:05Z [10:05] rota answers'],
    )
    check('HTML list', '<p>March 9th</p><ul><li>10:02 Pager fires</li><li><b>10:05</b> Rota answers</li></ul>', [
      '2024-03-09T10:02Z [10:02] Pager fires',
      '2024-03-09T10:05Z [10:05] Rota answers',
    ])
    check(
      'a dash that Markdown does not take for a bullet',
      '- 10:02 pager fires\n– 10:05 rota answers\n- 10:07 drained',
      [
        '2024-03-09T10:02Z [10:02] pager fires',
        '2024-03-09T10:05Z [10:05] rota answers',
        '2024-03-09T10:07Z [10:07] drained',
      ],
    )
  })

  describe('tables', () => {
    check('time first', '| Time (EAT) | Event |\n|--|--|\n| 10:02 | Pager fires |\n| 10:05 | Rota answers |', [
      '2024-03-09T10:02+03:00 [10:02] Pager fires',
      '2024-03-09T10:05+03:00 [10:05] Rota answers',
    ])
    check(
      'date and time in columns of their own',
      '| Day | Date (2021) | Time (UTC) | Event |\n|--|--|--|--|\n| Wed | Dec 15 | 22:40 | Pager fires |\n| Thu | Dec 16 | 00:10 | Drained |',
      ['2021-12-15T22:40Z [Dec 15 22:40] Pager fires', '2021-12-16T00:10Z [Dec 16 00:10] Drained'],
    )
    check(
      'time not first, other columns around',
      '| # | What happened | Who | When | Link |\n|--|--|--|--|--|\n| 1 | Pager fires | on-call | 10:02 | [graph](https://g.example) |\n| 2 | Drained | JP | 10:07 | |',
      ['2024-03-09T10:02Z [10:02] Pager fires', '2024-03-09T10:07Z [10:07] Drained'],
    )
    check(
      'rows without a readable time are rows',
      '| Time | Event |\n|--|--|\n| 2024-03-09 10:02 | Pager fires |\n| 2024-03-09 --:-- | More of it |\n| later | Drained |',
      [
        '2024-03-09T10:02Z [2024-03-09 10:02] Pager fires',
        '2024-03-09 [2024-03-09 --:--] More of it',
        '? [later] Drained',
      ],
    )
    check(
      'start and end columns',
      '| Start | End | Event |\n|--|--|--|\n| 10:02 | 10:05 | Queue grows |\n| 10:05 | 10:07 | Queue drains |',
      [
        '2024-03-09T10:02Z..2024-03-09T10:05Z [10:02] Queue grows',
        '2024-03-09T10:05Z..2024-03-09T10:07Z [10:05] Queue drains',
      ],
    )
    check(
      'a date that is written once',
      '| Date | Time | Event |\n|--|--|--|\n| 2024-03-09 | 23:50 | Pager fires |\n| | 23:58 | Rota answers |\n| 2024-03-10 | 00:05 | Drained |',
      [
        '2024-03-09T23:50Z [2024-03-09 23:50] Pager fires',
        '2024-03-09T23:58Z [23:58] Rota answers',
        '2024-03-10T00:05Z [2024-03-10 00:05] Drained',
      ],
    )
  })

  describe('formats', () => {
    const one = (written: string, iso: string): void =>
      check(written, `- ${written} - Pager fires\n- ${written} - Rota answers`, [
        `${iso} [${written}] Pager fires`,
        `${iso} [${written}] Rota answers`,
      ])
    one('2024-03-09 10:02', '2024-03-09T10:02Z')
    one('2024-03-09T10:02:07+02:00', '2024-03-09T10:02:07+02:00')
    one('2024-03-09 1002 UTC', '2024-03-09T10:02Z')
    one('10.02', '2024-03-09T10:02Z')
    one('10h02', '2024-03-09T10:02Z')
    one('10:02:07', '2024-03-09T10:02:07Z')
    one('15:03 PM', '2024-03-09T15:03Z')
    one('12:10 a.m.', '2024-03-09T00:10Z')
    one('28 Feb 14:02', '2024-02-28T14:02Z')
    one('Feb-08-2021 06:17:19 PM +UTC', '2021-02-08T18:17:19Z')
    one('January 10, 7:00 AM', '2024-01-10T07:00Z')
    one('Friday, 21 March 2025', '2025-03-21')
    one('12:45 PM PST Saturday Oct 30th, 2021', '2021-10-30T12:45-08:00')
    one('04-13-2022 7:23 AM GMT+1', '2022-04-13T07:23+01:00')
    one('10:02 Europe/Berlin', '2024-03-09T10:02+01:00')
    one('10:02 Pacific', '2024-03-09T10:02-08:00')
    one('22:30 UTC (Mar 10)', '2024-03-10T22:30Z')
    one('1710000000', '2024-03-09T16:00Z')
    one('2024-03-09 10:02 approx UTC', '2024-03-09T10:02Z')
    check(
      'ranges, durations and open ends',
      '- 10:00 - 10:15 slow\n- ~10:20 – 10:30 UTC slower\n- 10:40 (20 min) down\n- 10:55-10:?? up\n- 11:00 - 2 pods restarted',
      [
        '2024-03-09T10:00Z..2024-03-09T10:15Z [10:00 - 10:15] slow',
        '2024-03-09T10:20Z..2024-03-09T10:30Z [~10:20 – 10:30 UTC] slower',
        '2024-03-09T10:40Z..2024-03-09T11:00Z [10:40 (20 min)] down',
        '2024-03-09T10:55Z [10:55-10:??] up',
        '2024-03-09T11:00Z [11:00] 2 pods restarted',
      ],
    )
    check('placeholders', '- HH:mm: Pager fires\n- 10:05 Rota answers', [
      '? [HH:mm] Pager fires',
      '2024-03-09T10:05Z [10:05] Rota answers',
    ])
    check('counted from a start', 'T0 = 14:05 UTC\n\n- T+0 Pager fires\n- T+12m Rota answers\n- T+1h30m Drained', [
      '2024-03-09T14:05Z [T+0] Pager fires',
      '2024-03-09T14:17Z [T+12m] Rota answers',
      '2024-03-09T15:35Z [T+1h30m] Drained',
    ])
    check('next day marks', '- 23:50 Pager fires\n- 00:10 (+1d) Rota answers\n- +2d 09:00 Drained', [
      '2024-03-09T23:50Z [23:50] Pager fires',
      '2024-03-10T00:10Z [00:10 (+1d)] Rota answers',
      '2024-03-12T09:00Z [+2d 09:00] Drained',
    ])
    check('later', '- 10:00 Pager fires\n- 40 minutes later, rota answers', [
      '2024-03-09T10:00Z [10:00] Pager fires',
      '2024-03-09T10:40Z [40 minutes later] rota answers',
    ])
    check('bracketed, with the day in front', '- [03-09 16:21] Pager fires\n- [03-09 16:25] Rota answers', [
      '2024-03-09T16:21Z [03-09 16:21] Pager fires',
      '2024-03-09T16:25Z [03-09 16:25] Rota answers',
    ])
    check('time last', '- Pager fires at Mar-09-2024 06:17:19 PM +UTC\n- Rota answers at Mar-09-2024 06:20 PM +UTC', [
      '2024-03-09T18:17:19Z [Mar-09-2024 06:17:19 PM +UTC] Pager fires',
      '2024-03-09T18:20Z [Mar-09-2024 06:20 PM +UTC] Rota answers',
    ])
    check(
      'time inside the sentence',
      '- The pager fired at 10:02 UTC after a release.\n- At about 10:05 UTC the rota answered.\n- Traffic came back by 10:07 UTC for most.',
      [
        '2024-03-09T10:02Z [10:02 UTC] The pager fired at 10:02 UTC after a release.',
        '2024-03-09T10:05Z [about 10:05 UTC] the rota answered.',
        '2024-03-09T10:07Z [10:07 UTC] Traffic came back by 10:07 UTC for most.',
      ],
    )
    check(
      'label first',
      '- First detected 2024-03-09 09:36\n- Resolved: 2024-03-09 10.40\n- **Rollback (March 9, 2024, 8:00 PM)**: pods drained',
      [
        '2024-03-09T09:36Z [2024-03-09 09:36] First detected',
        '2024-03-09T10:40Z [2024-03-09 10.40] Resolved',
        '2024-03-09T20:00Z [March 9, 2024, 8:00 PM] pods drained',
      ],
    )
  })

  describe('dates', () => {
    check(
      'from headings',
      '# Incident\n\n## Timeline (UTC)\n\n### 9 March 2024\n\n- 23:50 fires\n\n### 10 March\n\n- 00:10 drained',
      ['2024-03-09T23:50Z [23:50] fires', '2024-03-10T00:10Z [00:10] drained'],
    )
    check('from a bold line', '**March 9th, 2024**\n\n- 10:02 fires\n\n**March 11th**\n\n- 10:05 drained', [
      '2024-03-09T10:02Z [10:02] fires',
      '2024-03-11T10:05Z [10:05] drained',
    ])
    check('from a bullet', '- Saturday, March 9th, 2024:\n  - 10:02 fires\n- Monday, March 11th:\n  - 10:05 drained', [
      '2024-03-09T10:02Z [10:02] fires',
      '2024-03-11T10:05Z [10:05] drained',
    ])
    check('from a paragraph', 'Sat 9 Mar 2024\n\n10:02 fires\n\nSun 10 Mar\n\n00:05 drained', [
      '2024-03-09T10:02Z [10:02] fires',
      '2024-03-10T00:05Z [00:05] drained',
    ])
    check(
      'from the file name',
      '# Queue stalled\n\n## Timeline\n\n- 10:02 UTC fires\n- 10:05 UTC drained',
      ['2023-07-05T10:02Z [10:02 UTC] fires', '2023-07-05T10:05Z [10:05 UTC] drained'],
      {
        path: '/incidents/2023-07-05-queue.md',
      },
    )
    check(
      'from a sentence with a time',
      '# Queue stalled\n\nOn July 5, 2023 from 10:00 to 10:10 the queue stalled.\n\n## Timeline\n\n- 10:02 UTC fires\n- 10:05 UTC drained',
      ['2023-07-05T10:02Z [10:02 UTC] fires', '2023-07-05T10:05Z [10:05 UTC] drained'],
    )
    check('midnight rolls over', '- 23:58 fires\n- 00:40 drained\n- 09:00 closed', [
      '2024-03-09T23:58Z [23:58] fires',
      '2024-03-10T00:40Z [00:40] drained',
      '2024-03-10T09:00Z [09:00] closed',
    ])
    check('a small step back is no new day', '- 13:00 fires\n- 12:57 reverted\n- 13:46 drained', [
      '2024-03-09T13:00Z [13:00] fires',
      '2024-03-09T12:57Z [12:57] reverted',
      '2024-03-09T13:46Z [13:46] drained',
    ])
    check(
      'twelve hours without am and pm',
      '- 11:16 deployed\n- 11:54 noticed\n- 12:16 rolled\n- 1:52 assessed\n- 3:31 closed',
      [
        '2024-03-09T11:16Z [11:16] deployed',
        '2024-03-09T11:54Z [11:54] noticed',
        '2024-03-09T12:16Z [12:16] rolled',
        '2024-03-09T13:52Z [1:52] assessed',
        '2024-03-09T15:31Z [3:31] closed',
      ],
    )
    check('day first, as another date shows', '- 03/04/2024 10:00 fires\n- 24/04/2024 11:00 drained', [
      '2024-04-03T10:00Z [03/04/2024 10:00] fires',
      '2024-04-24T11:00Z [24/04/2024 11:00] drained',
    ])
    check('month first, as another date shows', '- 03/04/2024 10:00 fires\n- 03/24/2024 11:00 drained', [
      '2024-03-04T10:00Z [03/04/2024 10:00] fires',
      '2024-03-24T11:00Z [03/24/2024 11:00] drained',
    ])
    check('day first, as the title shows', '- 08/03/2024 10:00 fires\n- 09/03/2024 11:00 drained', [
      '2024-03-08T10:00Z [08/03/2024 10:00] fires',
      '2024-03-09T11:00Z [09/03/2024 11:00] drained',
    ])
    check(
      'the year turns',
      '# Incident of 2023-12-31\n\n## Timeline (UTC)\n\n- Dec 31 23:50 fires\n- Jan 1 00:20 drained',
      ['2023-12-31T23:50Z [Dec 31 23:50] fires', '2024-01-01T00:20Z [Jan 1 00:20] drained'],
    )
    check('no date anywhere', '# Queue\n\n## Timeline\n\n- 10:02 fires\n- 10:05 drained', [
      '? [10:02] fires',
      '? [10:05] drained',
    ])
    check(
      'newest first as stated',
      'The newest entries stand at the top.\n\n- 2024-03-10 00:10 drained\n- 23:50 fires',
      ['2024-03-10T00:10Z [2024-03-10 00:10] drained', '2024-03-09T23:50Z [23:50] fires'],
    )
  })

  describe('zones', () => {
    const zoned = (head: string, iso: string): void =>
      check(head, `# Incident of 2024-07-09\n\n${head}\n\n- 10:02 fires\n- 10:05 drained`, [
        `${iso} [10:02] fires`,
        `${iso.replace('10:02', '10:05')} [10:05] drained`,
      ])
    zoned('## Timeline (all times PST)', '2024-07-09T10:02-08:00')
    zoned('## Timeline\n\nAll times in CET.', '2024-07-09T10:02+01:00')
    zoned('## Timeline\n\n_All times in EDT_', '2024-07-09T10:02-04:00')
    zoned('## Timeline\n\n*(All times US/Pacific, 24-hour clock)*', '2024-07-09T10:02-07:00')
    zoned('## Timeline\n\nAll times in UTC+1 (Zurich time)', '2024-07-09T10:02+01:00')
    zoned('## Timeline\n\nAll events are documented in [UTC](https://utc.example) time.', '2024-07-09T10:02Z')
    zoned('All times listed in IST.\n\n## Timeline', '2024-07-09T10:02+05:30')
    zoned('## Timeline\n\nTimes are Europe/London.', '2024-07-09T10:02+01:00')
    zoned('At 09:55 UTC the queue stalled.\n\n## Timeline', '2024-07-09T10:02Z')
    zoned('## Timeline', '2024-07-09T10:02')
    check(
      'a setting holds where nothing is stated',
      '# Incident of 2024-07-09\n\n## Timeline\n\n- 10:02 fires\n- 10:05 drained',
      ['2024-07-09T10:02+02:00 [10:02] fires', '2024-07-09T10:05+02:00 [10:05] drained'],
      {timezone: 'Europe/Berlin'},
    )
    check('one entry names it for all', '- 10:02 CEST fires\n- 10:05 drained', [
      '2024-03-09T10:02+02:00 [10:02 CEST] fires',
      '2024-03-09T10:05Z [10:05] drained',
    ])
  })

  describe('unusual forms', () => {
    check('a dot among colons', '14.02 Pager fires\n14:05 Rota answers\n14.09 Queue drained', [
      '2024-03-09T14:02Z [14.02] Pager fires',
      '2024-03-09T14:05Z [14:05] Rota answers',
      '2024-03-09T14:09Z [14.09] Queue drained',
    ])
    check(
      'parts of a day',
      'Morning: the queue grows\n\n- 10:02 Pager fires\n- 10:05 Drained\n\nEvening: the vendor calls back',
      [
        '2024-03-09 [Morning] the queue grows',
        '2024-03-09T10:02Z [10:02] Pager fires',
        '2024-03-09T10:05Z [10:05] Drained',
        '2024-03-09 [Evening] the vendor calls back',
      ],
    )
    check('before and after a zero', '- T-7d: new client released\n- T0: queue stalls\n- T+5m: pager fires', [
      '? [T-7d] new client released',
      '? [T0] queue stalls',
      '? [T+5m] pager fires',
    ])
    check(
      'a month with its full stop',
      '# Queue stalled on Sept. 26, 2023\n\n## Timeline (UTC)\n\nSept. 26, 22:45 Pager fires\nSept. 26, 22:50 Rota answers',
      ['2023-09-26T22:45Z [Sept. 26, 22:45] Pager fires', '2023-09-26T22:50Z [Sept. 26, 22:50] Rota answers'],
    )
    check(
      'ranges at the end of headings',
      '### Broker down (12:00-12:30)\n\nThe broker lost its disk.\n\n### Recovery (12:30-13:00)\n\nThe disk came back.',
      [
        '2024-03-09T12:00Z..2024-03-09T12:30Z [12:00-12:30] Broker down',
        '2024-03-09T12:30Z..2024-03-09T13:00Z [12:30-13:00] Recovery',
      ],
    )
    check(
      'what was there before',
      '| Time | Event |\n| --- | --- |\n| Pre-existing | The disk was small |\n| 10:02 | Pager fires |',
      ['? [Pre-existing] The disk was small', '2024-03-09T10:02Z [10:02] Pager fires'],
    )
    check('names that every object has', '- 10:02 [constructor] called\n- 10:05 [toString] called', [
      '2024-03-09T10:02Z [10:02] [constructor] called',
      '2024-03-09T10:05Z [10:05] [toString] called',
    ])
    check('lines wrapped by hand', '10:02 pager fires,\nnobody hears it.\n10:05 rota answers.', [
      '2024-03-09T10:02Z [10:02] pager fires, nobody hears it.',
      '2024-03-09T10:05Z [10:05] rota answers.',
    ])
  })

  describe('no timeline', () => {
    check('chat in quotes', '> Katharine [5:17 PM]\n> the queue is red\n\n> 10:05 JP: yes', [])
    check('logs in fences', '```\n10:02:07 queue: stalled\n10:02:08 queue: stalled\n10:02:09 queue: stalled\n```', [])
    check(
      'due dates',
      '# Incident of 2024-03-09\n\n## Action items\n\n- 2024-04-01: add an alert\n- 2024-04-02: fix the runbook\n- 2024-04-03: split the queue',
      [],
    )
    check(
      'prose',
      '# Incident of 2024-03-09\n\n## Causes\n\nAt 10:02 the pager fired.\n\nAt 10:05 the queue had\n10:07 as its last entry.',
      [],
    )
    check(
      'measurements',
      '# Incident of 2024-03-09\n\n## Impact\n\n| Time | p99 | p50 |\n|--|--|--|\n| 10:02 | 400 ms | 20 ms |\n| 10:03 | 500 ms | 30 ms |\n| 10:04 | 600 ms | 40 ms |',
      [],
    )
    check('versions', '- 1.10.0 was released\n- 2.5 GB were free', [])
    check(
      'a wrapped line that starts with a time',
      '- 10:02 npm revoked every token that was older than\n  09:30 UTC. Then it told the users.\n- 10:05 closed',
      [
        '2024-03-09T10:02Z [10:02] npm revoked every token that was older than 09:30 UTC. Then it told the users.',
        '2024-03-09T10:05Z [10:05] closed',
      ],
    )
  })

  describe('outside a timeline section', () => {
    check(
      'three timed bullets',
      '# Incident of 2024-03-09\n\n## Lead-up\n\n- **10:02 UTC:** Pager fires\n- **10:05 UTC:** Rota answers\n- **10:07 UTC:** Queue drained',
      [
        '2024-03-09T10:02Z [10:02 UTC] Pager fires',
        '2024-03-09T10:05Z [10:05 UTC] Rota answers',
        '2024-03-09T10:07Z [10:07 UTC] Queue drained',
      ],
    )
    check(
      'times as headings',
      '# Incident of 2024-03-09\n\n## What happened\n\n### 10:02\n\nPager fires\n\n### 10:05\n\nRota answers\n\n### 10:07\n\nDrained',
      [
        '2024-03-09T10:02 [10:02] Pager fires',
        '2024-03-09T10:05 [10:05] Rota answers',
        '2024-03-09T10:07 [10:07] Drained',
      ],
    )
  })
})
