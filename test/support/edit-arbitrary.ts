import fc from 'fast-check'

/** What people type, paste and break while they write. */
const PIECES = [
  'x',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '## Impact\n',
  '# ',
  '#',
  '```\n',
  '~~~\n',
  '<!--',
  '-->\n',
  '<div>\n',
  '<!-- postmortem-disable -->\n\n',
  '- 10:05 UTC Obviously @lena forgot it.\n',
  '- [ ] Add an alert\n',
  '| a | b |\n| - | - |\n',
  '|',
  '---\n',
  '> ',
  '[x]: y\n',
  '[x]',
  '[^1]: because\n',
  'so[^1]',
  '\uFEFF',
  '👩‍🚒',
  '\0',
  'TBD',
  '**Timeline**\n',
  'We should have known.',
  'see https://a.example and on.call@a.example',
]

/** One change of a text: typing, pasting, deleting, or replacing. */
export interface TypedEdit {
  /** Where, counted round and round the text. */
  readonly at: number
  /** How many characters go; fewer at the end of the text. */
  readonly length: number
  readonly text: string
}

export const typedEdit: fc.Arbitrary<TypedEdit> = fc.record({
  at: fc.nat(),
  length: fc.oneof({weight: 4, arbitrary: fc.constant(0)}, fc.nat(12), fc.nat(400)),
  text: fc.oneof(fc.constantFrom(...PIECES), fc.constant(''), fc.string({maxLength: 8})),
})

/** The texts that one after the other come out of such changes and of taking them back. */
export function versions(text: string, edits: readonly TypedEdit[]): string[] {
  const found = [text]
  for (const {at, length, text: inserted} of edits) {
    const now = found.at(-1)!
    const start = at % (now.length + 1)
    found.push(now.slice(0, start) + inserted + now.slice(start + length))
    // Every third change is taken back.
    if (at % 3 === 0) found.push(now)
  }
  return found
}
