import assert from 'node:assert/strict'
import fc from 'fast-check'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {LineIndex} from '#core'

const text = fc.string({unit: fc.constantFrom('a', '\n', '\r', '\r\n', '👩', '|'), maxLength: 40})

describe('lines of a text', () => {
  it('are counted as the protocol counts them', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lines = new LineIndex(source)
        const reference = TextDocument.create('file:///a', 'markdown', 1, source)
        assert.equal(lines.lineCount, reference.lineCount)
        for (let offset = 0; offset <= source.length; offset++) {
          // Nobody stands between the two characters of a line end.
          if (source[offset] === '\n' && source[offset - 1] === '\r') continue
          assert.deepEqual(lines.positionAt(offset), reference.positionAt(offset))
          assert.equal(lines.offsetAt(lines.positionAt(offset)), offset)
        }
      }),
    )
  })

  it('take positions outside of the text for its ends', () => {
    const lines = new LineIndex('ab\ncd')
    assert.deepEqual(
      [lines.positionAt(-1), lines.positionAt(99)],
      [
        {line: 0, character: 0},
        {line: 1, character: 2},
      ],
    )
    assert.equal(lines.offsetAt({line: 9, character: 0}), 5)
    assert.equal(lines.offsetAt({line: 1, character: 99}), 5)
  })
})
