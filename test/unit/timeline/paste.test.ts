import assert from 'node:assert/strict'
import fc from 'fast-check'
import {PostmortemDocument} from '#core'
import {type PasteOptions, readPastedEvents} from '#core/timeline-paste/read-pasted-events.ts'

const OPTIONS: PasteOptions = {attribution: 'role', today: '2024-03-09', zone: 'UTC', date: '2024-03-09'}

function check(format: string, text: string, expected: readonly string[], options: Partial<PasteOptions> = {}): void {
  it(`${format}: ${expected[0] ?? 'nothing'}`, () => {
    const pasted = readPastedEvents(text, {...OPTIONS, ...options})
    assert.deepEqual(pasted?.markdown.split('\n'), expected)
    assert.equal(pasted.format, format)
  })
}

describe('pasted events', () => {
  check(
    'Slack',
    'Jane Doe\n  10:02 AM\nthe queue is red\n:eyes:\n2\nBo Lee  10:05 AM\nlooking\nat it (edited)\n10:07\nfound it',
    ['- 10:02 JD: the queue is red', '- 10:05 BL: looking at it', '- 10:07 BL: found it'],
  )
  check('Slack', 'Monday, March 4th\njane doe [5:17 PM]\nred\nbo [5:18 PM]\nlooking', [
    '- 2024-03-04 17:17 JD: red',
    '- 17:18 BO: looking',
  ])
  check(
    'Slack',
    'Jane Doe  10:02 AM\nred\nBo Lee  10:05 AM\nlooking',
    ['- 10:02 on-call: red', '- 10:05 BL: looking'],
    {roles: {'jane doe': 'on-call'}},
  )
  check(
    'Slack',
    'Jane Doe  10:02 AM\nred\nBo Lee  10:05 AM\nlooking',
    ['- 10:02 Jane Doe: red', '- 10:05 Bo Lee: looking'],
    {attribution: 'name'},
  )
  check('Slack', 'Jane Doe  10:02 AM\nred\nBo Lee  10:05 AM\nlooking', ['- 10:02 red', '- 10:05 looking'], {
    attribution: 'none',
  })
  check('Teams', '[10:02] Doe, Jane\nthe queue is red\n[10:05] Lee, Bo (Ops)\nlooking', [
    '- 10:02 JD: the queue is red',
    '- 10:05 BL: looking',
  ])
  check('Teams', '[3/8 10:02 AM] Jane Doe: red\n[3/8 10:05 AM] Bo Lee: looking', [
    '- 2024-03-08 10:02 JD: red',
    '- 10:05 BL: looking',
  ])
  check('Discord', 'malte — Yesterday at 11:05 PM\nlooking\nnova — Today at 10:02 AM\nthe queue is red', [
    '- 2024-03-08 23:05 MA: looking',
    '- 2024-03-09 10:02 NO: the queue is red',
  ])
  check('IRC', '[10:02] <nova> queue is red\n[10:05] <dma> looking <b>', [
    '- 10:02 NO: queue is red',
    '- 10:05 DM: looking \\<b>',
  ])
  check(
    'PagerDuty or Opsgenie',
    'PagerDuty\nMar 9, 2024 10:02:15 AM UTC\nTriggered through the API\nMar 9, 2024 10:04:00 AM UTC\nAcknowledged by Jane Doe via the website',
    ['- 10:02 PagerDuty: Triggered through the API', '- 10:04 JD: Acknowledged'],
  )
  check(
    'PagerDuty or Opsgenie',
    '2024-03-09 10:02:33 - [System] Alert created via API\n2024-03-09 10:04:10 - Alert acknowledged by bo@team.example',
    ['- 10:02 Opsgenie: Alert created via API', '- 10:04 BO: Alert acknowledged'],
  )
  check(
    'Zabbix',
    'Problem started at 10:02:07 on 2024.03.09\nProblem name: Disk space low\nHost: db-1\nSeverity: High\n\nProblem has been resolved at 10:20:07 on 2024.03.09\nProblem name: Disk space low\nHost: db-1',
    ['- 10:02 Zabbix: Alert: Disk space low (db-1)', '- 10:20 Zabbix: Resolved: Disk space low (db-1)'],
  )
  check(
    'shell history',
    '  501  2024-03-09 10:02:07 kubectl get pods\n  502  2024-03-09 10:03:00 kubectl delete pod q-1',
    ['- 10:02 `kubectl get pods`', '- 10:03 `kubectl delete pod q-1`'],
  )
  check('shell history', '#1709978520\nkubectl get pods\n#1709978580\nkubectl delete pod q-1', [
    '- 10:02 `kubectl get pods`',
    '- 10:03 `kubectl delete pod q-1`',
  ])
  check('shell history', ': 1709978520:0;ls\n: 1709978580:3;rm x', ['- 10:02 `ls`', '- 10:03 `rm x`'])
  check(
    'git log',
    'commit 1a2b3c4d5e\nAuthor: Bo Lee <bo@team.example>\nDate:   Sat Mar 9 11:30:00 2024 +0100\n\n    Revert "Consumer 4.2"\n\n    It stalls.\n\ncommit 2a2b3c4d5e\nAuthor: Jane Doe <jane@team.example>\nDate:   Sat Mar 9 10:02:07 2024 +0100\n\n    Consumer 4.2\n',
    ['- 09:02 JD: Consumer 4.2', '- 10:30 BL: Revert "Consumer 4.2"'],
  )
  check('git log', '1a2b3c4 2024-03-09 10:30:00 +0000 Revert\n2a2b3c4 2024-03-09 10:02:07 +0000 Consumer 4.2', [
    '- 10:02 Consumer 4.2',
    '- 10:30 Revert',
  ])
  check('CSV', 'time,user,message\n2024-03-09 10:02,Jane Doe,"red, ""very"""\n2024-03-09 10:05,Bo Lee,looking\n', [
    '- 10:02 JD: red, "very"',
    '- 10:05 BL: looking',
  ])
  check('CSV', 'Date\tTime\tEvent\n2024-03-09\t10:02\tPager fires\n2024-03-10\t00:05\tDrained', [
    '- 10:02 Pager fires',
    '- 2024-03-10 00:05 Drained',
  ])
  check(
    'JSON',
    '{"ts": "1709978520.000100", "user": "Jane Doe", "text": "red"}\n{"ts": "1709978580", "user": "Bo Lee", "text": "looking"}',
    ['- 10:02 JD: red', '- 10:03 BL: looking'],
  )
  check('JSON', '[{"timestamp": "2024-03-09T10:02:07Z", "message": "stalled"}]', ['- 10:02 stalled'])
  check('log', '2024-03-09T10:02:07Z ERROR queue stalled\n2024-03-09T10:02:09Z INFO retry\n  at worker.ts:12', [
    '- 10:02 ERROR queue stalled',
    '- 10:02 INFO retry',
  ])
  check('log', 'Mar  9 10:02:07 db-1 postgres[12]: out of disk\nMar  9 10:02:09 db-1 postgres[12]: stopping', [
    '- 10:02 out of disk',
    '- 10:02 stopping',
  ])

  it('tells the zone where the timeline names none', () => {
    assert.equal(
      readPastedEvents('{"ts": 1709978520, "text": "red"}', {attribution: 'role'})?.markdown,
      '- 2024-03-09 10:02 UTC red',
    )
  })

  for (const text of [
    'Just a sentence at 10:02 about nothing.',
    '- 10:02 Pager fires\n- 10:05 Rota answers',
    '| Time | Event |\n|--|--|\n| 10:02 | a |',
    '## Timeline\n\n10:02 a\n10:05 b',
    'const x = {a: 1}\nconst y = [1, 2]',
    '{"a": 1}',
    'a,b,c\n1,2,3',
    '',
  ]) {
    it(`leaves alone: ${JSON.stringify(text.slice(0, 40))}`, () =>
      assert.equal(readPastedEvents(text, OPTIONS), undefined))
  }

  it('reads any text without throwing, and what it writes is a timeline', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'Jane Doe  10:02 AM',
        '[10:02] Doe, Jane',
        'nova — Today at 10:02',
        'Today',
        '#1709978520',
        'commit 1a2b3c4',
        'time,text',
        '2024-03-09T10:02:07Z x',
        '{"ts": 1, "text": "x"}',
        '10:02',
        '',
      ),
      fc.string({maxLength: 40}),
    )
    fc.assert(
      fc.property(fc.array(line, {maxLength: 12}), (lines) => {
        const pasted = readPastedEvents(lines.join('\n'), {...OPTIONS, date: undefined})
        if (!pasted) return
        const {events} = new PostmortemDocument(`# Incident\n\n## Timeline (UTC)\n\n${pasted.markdown}\n`).timeline
        assert.equal(events.length, pasted.events.length)
      }),
      {numRuns: 300},
    )
  })
})
