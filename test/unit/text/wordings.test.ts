import assert from 'node:assert/strict'
import fc from 'fast-check'
import {WORDS} from '#core/document/actions/words.generated.ts'
import {PATTERNS} from '#core/document/heading-synonyms.generated.ts'
import {CUES} from '#core/document/timeline/milestone-cues.generated.ts'
import {type Wording, Wordings} from '#core/text/wordings.ts'
import {needsOf} from '../../../scripts/generate/needs.ts'

const all: readonly Wording[] = [
  ...CUES.map(([, , needs, source]): Wording => [needs, source, 'i']),
  ...PATTERNS.map(([needs, source]): Wording => [needs, source]),
  ...WORDS.weak
    .flatMap(({start, within}) => [...start, ...within])
    .map(([needs, source]): Wording => [needs, `(?<![\\w-])(?:${source})(?![\\w-])`]),
]

const tried = (wordings: readonly Wording[], text: string): string[] =>
  new Wordings(() => wordings.map((wording) => [wording, wording[1]] as const))
    .candidatesIn(text)
    .map(({meaning}) => meaning)

describe('wordings', () => {
  it('are tried where a word stands that they need, in their order', () => {
    const wordings: Wording[] = [
      ['down offline', '\\b(?:down|offline)\\b'],
      ['', '^\\W'],
      ['back', '\\bback up\\b'],
    ]
    assert.deepEqual(tried(wordings, 'The site is OFFLINE.'), ['\\b(?:down|offline)\\b', '^\\W'])
    assert.deepEqual(
      tried(wordings, 'We go back down'),
      wordings.map(([, source]) => source),
    )
    assert.deepEqual(tried(wordings, 'A breakdown of feedback'), ['^\\W'])
  })

  it('need words that are whole in every text that they match', () => {
    assert.deepEqual(needsOf('\\bfail(?:s|ed) over\\b'), ['over'])
    assert.deepEqual(needsOf('\\b(?:restart(?:s|ed)?|fixe[sd])\\b'), [
      'fixed',
      'fixes',
      'restart',
      'restarted',
      'restarts',
    ])
    assert.deepEqual(needsOf('\\bwar[- ]?room\\b'), ['war', 'warroom'])
    assert.deepEqual(needsOf('\\b(?:the |a )?investigat\\w+\\b'), [])
    assert.deepEqual(needsOf('\\b(?:very |really )*slow(?: \\w+)?\\b'), ['slow'])
    assert.deepEqual(needsOf('resolved'), [])
    assert.deepEqual(needsOf('resolved', true), ['resolved'])
  })

  it('are all tried on the texts that they match', () => {
    const words = [...new Set(all.flatMap(([, source]) => source.match(/[a-z]{2,}/g) ?? []))]
    const pieces = [...new Set(all.flatMap(([, source]) => source.match(/[a-z]+(?: [a-z]+)+/g) ?? []))]
    const text = fc
      .array(
        fc.oneof(fc.constantFrom(...words), fc.constantFrom(...pieces), fc.constantFrom('the', 'is', 'was', 'to', '-')),
        {
          maxLength: 8,
        },
      )
      .map((parts) => parts.join(' '))
    const patterns = all.map(([, source, flags]) => ({source, pattern: new RegExp(source, flags)}))
    fc.assert(
      fc.property(text, (one) => {
        const found = new Set(tried(all, one))
        for (const {source, pattern} of patterns) if (pattern.test(one)) assert.ok(found.has(source), source)
      }),
      {numRuns: 300},
    )
  })
})
