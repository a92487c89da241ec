import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import type {Root} from 'mdast'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfm} from 'micromark-extension-gfm'
import {combineExtensions} from 'micromark-util-combine-extensions'
import type {Construct} from 'micromark-util-types'
import {parseMarkdown} from '#core/markdown/parse.ts'
import {syntaxFor} from '#core/markdown/syntax.ts'
import {markdown} from '../../support/markdown-arbitrary.ts'

/** What the pieces of syntax beyond CommonMark are made of, whole and broken. */
const MARKS = [
  ...['http://', 'HTTPS://', 'https:/', 'www.', 'WwW.', 'ww.', 'a.b', 'a@b.c', 'a@', '@b.c', '@', '_', '+', 'é', '😀'],
  ...['|', ' | ', ':', '-', ':-', '-:', '--', '| - |', '|-', '\\|', '---', '+++', '---\n', '+++\n', 'a: b'],
  ...['~', '~~', '~~~', '\\~', '`', '*', '**', '\\', '&#126;', '&#64;', '<', '>', '<!--', '-->', '<b>'],
  ...['[', ']', '[ ]', '[x]', '[X]', '[\t]', '[\n', '[^a]', '[^a]: ', '![^a]', '![ ^a]', '[^', '[a]: b', '(', ')', '!'],
  ...['\n', '\n', '\n\n', '\r\n', '\r', '\t', ' ', '  ', '    ', '- ', '1. ', '> ', '# ', 'a', 'b c', '\0', '\uFEFF'],
]

/** The tree with all syntax; front matter only where there is some. */
function withEverything(text: string): Root {
  const tree = parseMarkdown(text, combineExtensions([gfm(), frontmatter(['yaml', 'toml'])]))
  return /^(?:yaml|toml)$/.test(tree.children[0]?.type ?? '') ? tree : parseMarkdown(text, gfm())
}

const sameTree = (text: string): void => assert.deepEqual(parseMarkdown(text), withEverything(text))

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))

describe('the syntax that a text needs', () => {
  it('reads the same tree as all syntax, for any marks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MARKS), {maxLength: 24}), (marks) => sameTree(marks.join(''))),
      {numRuns: 2000},
    )
  })

  it('reads the same tree as all syntax, for documents', () => {
    fc.assert(fc.property(markdown, sameTree), {numRuns: 200})
    const files = fs.readdirSync(examples).filter((name) => name.endsWith('.md'))
    assert.ok(files.length > 0)
    for (const name of files) sameTree(fs.readFileSync(path.join(examples, name), 'utf8'))
  })

  it('has what slows down the parser only for texts that may need it', () => {
    const costly = (text: string): string[] =>
      Object.values(syntaxFor(text))
        .flatMap((byCode) => Object.values(byCode as Record<string, Construct[]>).flat())
        .flatMap(({name}) => (name === 'emailAutolink' || name === 'table' ? name : []))
    assert.deepEqual(
      costly('# Impact\n\nOrders waited (for 40 minutes) - then [all](a.md) was **well**.\n\n- yes: 3\n'),
      [],
    )
    assert.ok(costly('write to on.call@a.example').includes('emailAutolink'))
    assert.ok(costly('| a |\n| - |').includes('table'))
  })

  for (const [what, text, type] of [
    ['an address', 'see https://a.example/b', 'link'],
    ['an address without a scheme', 'see www.a.example', 'link'],
    ['a mail address', 'write to on.call@a.example', 'link'],
    ['a note', 'so[^1]\n\n[^1]: why', 'footnoteReference'],
    ['a deletion', '~gone~', 'delete'],
    ['a table', '| a |\n| - |', 'table'],
    ['a table of one column', 'a\n:-', 'table'],
    ['a ticked item over lines', '> - [\n> ] done', 'listItem'],
    ['front matter', '---\na: b\n---', 'yaml'],
    ['a list below front matter that is not closed', '---\na: b\n\n- c', 'listItem'],
  ] as const) {
    it(`reads ${what}`, () => {
      sameTree(text)
      assert.match(JSON.stringify(parseMarkdown(text)), new RegExp(`"type":"${type}"`))
    })
  }
})
