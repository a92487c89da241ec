import assert from 'node:assert/strict'
import {DEFAULT_CONFIG, lint, PostmortemDocument, recognize} from '#core'
import {modelJson} from '#core/export/model-json.ts'
import {facilitatorSheet} from '#core/export/facilitator-sheet.ts'
import {customerVersion} from '#core/export/customer-version.ts'

const many = (piece: string, count: number): string => piece.repeat(count)
const binary = Array.from({length: 40_000}, (_, i) => String.fromCharCode((i * 7919 + (i >> 3) * 104_729) % 256)).join(
  '',
)
const REVIEW =
  '# Checkout down\n\n## Summary\n\nOrders were late.\n\n## Timeline\n\n- 10:02 UTC Pager fires\n\n## Action items\n\n- [ ] Grow the disk\n'

const INPUTS: Readonly<Record<string, string>> = {
  'an empty file': '',
  'one line': 'Checkout was down',
  'white space': ' \n\t\n \r\n',
  'a byte order mark alone': '\uFEFF',
  'binary data': binary,
  'lone surrogates': '# \uD800\n\n\uDC00 text \uD83D',
  CRLF: REVIEW.replace(/\n/g, '\r\n'),
  'lone carriage returns': REVIEW.replace(/\n/g, '\r'),
  'mixed line ends': REVIEW.replace(/\n/g, (_, at: number) => ['\n', '\r\n', '\r'][at % 3]!),
  'a byte order mark': `\uFEFF${REVIEW}`,
  'an unclosed fence': `${REVIEW}\n\`\`\`\n# not a heading\n${many('more\n', 500)}`,
  'an unclosed comment': `${REVIEW}\n<!-- never closed\n${many('# not a heading\n', 500)}`,
  'broken YAML': `---\ntitle: a: b\n  - c\n\t d: [\n---\n\n${REVIEW}`,
  'front matter without an end': `---\ntitle: a\n\n${REVIEW}`,
  'YAML that refers to itself': '---\na: &a [*a, *a]\nb: &b {c: *b}\n---\n\n# A\n',
  '10,000 headings': many('## Impact\n\nA.\n\n', 10_000),
  '10,000 headings of one line': many('# A\n', 10_000),
  'deep quotes': `${many('>', 20_000)} a`,
  'deep lists': Array.from({length: 400}, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n'),
  'deep front matter': `---\na: ${many('[', 20_000)}\n---\n`,
  'many stars': `${many('*', 20_000)}a${many('*', 20_000)}`,
  'many brackets': many('[', 20_000),
  'a wide table': `|${many(' a |', 2000)}\n|${many(' - |', 2000)}\n|${many(' TODO |', 2000)}\n`,
  'a long line': many('The on-call engineer restarted the node and orders arrived again. ', 4000),
  'German text':
    '# Bestellungen kamen verspätet an\n\n## Zusammenfassung\n\nDie Warteschlange stand still, weil die Platte voll war.\n\n## Zeitleiste\n\n- 10:02 Alarm\n',
  'Japanese text': '# 注文の遅延\n\n## 概要\n\n注文が遅れました。\n\n## 対応\n\n- 再起動しました。\n',
  'Arabic text': '# تأخر الطلبات\n\n## ملخص\n\nتأخرت الطلبات لمدة أربعين دقيقة.\n',
}

describe('bad input', () => {
  for (const [name, text] of Object.entries(INPUTS)) {
    it(`${name}: a result, in bounded time`, function () {
      this.timeout(20_000)
      const start = performance.now()
      const document = new PostmortemDocument(text, {path: 'incidents/a.md'})
      recognize(document.path, document.sections, document.metadata, DEFAULT_CONFIG)
      const findings = lint(document, DEFAULT_CONFIG)
      for (const {span, fixes} of findings) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length)
        for (const {edits} of fixes) for (const edit of edits) assert.ok(edit.start >= 0 && edit.end <= text.length)
      }
      JSON.stringify(modelJson(document, DEFAULT_CONFIG))
      facilitatorSheet(document, DEFAULT_CONFIG)
      customerVersion(document, DEFAULT_CONFIG)
      assert.ok(performance.now() - start < 15_000)
    })
  }

  it('reads CRLF like LF', () => {
    const kinds = (text: string): unknown => new PostmortemDocument(text).sections.map(({kind, title}) => [kind, title])
    assert.deepEqual(kinds(INPUTS.CRLF!), kinds(REVIEW))
    assert.deepEqual(kinds(INPUTS['a byte order mark']!), kinds(REVIEW))
  })

  it('reads five megabytes', function () {
    this.timeout(120_000)
    const text = many(`${REVIEW}\n`, Math.ceil(5_000_000 / REVIEW.length))
    const document = new PostmortemDocument(text, {path: 'incidents/a.md'})
    assert.ok(document.sections.length > 10_000)
    assert.ok(document.metadata.fields.size >= 0)
    assert.ok(document.timeline.events.length > 0)
  })
})
