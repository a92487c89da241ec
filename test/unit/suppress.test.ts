import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import {DEFAULT_CONFIG, type Finding, lint, PostmortemDocument} from '#core'
import {disableFile, disableLine} from '#core/lint/suppress.ts'
import {applyEdits} from '#core/text/edit.ts'

const finding = (start: number): Finding => ({
  rule: 'some-rule',
  severity: 'warning',
  message: '',
  span: {start, end: start + 1},
  fixes: [],
})

/** The text after silencing a rule on the line of `x`. */
function silenced(text: string): string | undefined {
  const edit = disableLine(new PostmortemDocument(text), finding(text.indexOf('x')))
  return edit && applyEdits(text, [edit]).replace('<!-- postmortem-disable-line some-rule: {reason} -->', '¤')
}

describe('comments that silence a rule', () => {
  for (const [what, text, expected] of [
    ['stand at the end of a paragraph’s line', 'one x two\nthree\n', 'one x two ¤\nthree\n'],
    ['stand in the last cell of a row', '| a | b |\n| - | - |\n| x | y |\n', '| a | b |\n| - | - |\n| x | y ¤ |\n'],
    ['stand in an empty last cell', '| a | b |\n| - | - |\n| x |  |\n', '| a | b |\n| - | - |\n| x | ¤  |\n'],
    ['stand at the end of a row without a closing bar', '| a | b\n| - | -\n| x | y\n', '| a | b\n| - | -\n| x | y ¤\n'],
    ['stand before the closing marks of a heading', '## x y ##\n', '## x y ¤ ##\n'],
    ['keep a hard break of two blanks', 'x  \nnext\n', 'x ¤  \nnext\n'],
    ['keep a hard break of a backslash', 'x\\\nnext\n', 'x ¤\\\nnext\n'],
    ['respect Windows line ends', 'x\r\nnext\r\n', 'x ¤\r\nnext\r\n'],
    ['have no room in code', '```\nx\n```\n', undefined],
    ['have no room in front matter', '---\nx: 1\n---\n', undefined],
    ['have no room in a comment', '<!--\nx\n-->\n', undefined],
  ] as const) {
    it(what, () => assert.equal(silenced(text), expected))
  }

  it('stand at the top of the file, behind front matter and byte order mark', () => {
    const at = (text: string): string =>
      applyEdits(text, [disableFile(new PostmortemDocument(text), 'r')]).replace(
        '<!-- postmortem-disable-file r: {reason} -->',
        '¤',
      )
    assert.equal(at('# T\n'), '¤\n\n# T\n')
    assert.equal(at('\uFEFF# T\n'), '\uFEFF¤\n\n# T\n')
    assert.equal(at('---\na: 1\n---\n\n# T\n'), '---\na: 1\n---\n\n¤\n\n# T\n')
    assert.equal(at(''), '¤\n\n')
  })

  const corpus = path.join(import.meta.dirname, '../../../shared/corpus/docs')

  it('silence what they are meant for, in real documents', function () {
    if (!fs.existsSync(corpus)) return
    this.timeout(60_000)
    const config = {...DEFAULT_CONFIG, all: true}
    for (const file of fs.readdirSync(corpus).filter((_, i) => i % 4 === 0)) {
      const text = fs.readFileSync(path.join(corpus, file), 'utf8')
      const document = new PostmortemDocument(text, {path: file})
      // One finding a rule is enough for each document.
      const findings = [...new Map(lint(document, config).map((one) => [one.rule, one])).values()]
      for (const one of findings) {
        const edit = disableLine(document, one)
        if (!edit) continue
        const after = lint(new PostmortemDocument(applyEdits(text, [edit]), {path: file}), config)
        const stays = after.some(({rule, span}) => rule === one.rule && span.start === one.span.start)
        assert.ok(
          !stays,
          `${file}: ${one.rule} at ${one.span.start}: ${JSON.stringify(text.slice(one.span.start, one.span.start + 60))}`,
        )
      }
    }
  })
})
