import assert from 'node:assert/strict'
import {mark, unmark} from '../support/marked-text.ts'

describe('marked text', () => {
  it('tells where the marks stood', () => {
    assert.deepEqual(unmark('a ⟦bc⟧ ⟦⟧d'), {
      text: 'a bc d',
      spans: [
        {start: 2, end: 4},
        {start: 5, end: 5},
      ],
    })
  })
  it('puts them back', () => {
    for (const text of ['a ⟦bc⟧ ⟦⟧d', '⟦a⟧⟦b⟧', '⟦⟦a⟧ b⟧', 'none', '⟦⟧']) {
      const {text: bare, spans} = unmark(text)
      assert.equal(mark(bare, spans), text)
    }
  })
  it('refuses marks without a partner', () => {
    assert.throws(() => unmark('a ⟦b'))
    assert.throws(() => unmark('a⟧ b'))
  })
})
