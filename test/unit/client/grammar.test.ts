import assert from 'node:assert/strict'
import fs from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import type {IGrammar} from 'vscode-textmate'

// Both come as UMD, whose names an ES module cannot see.
const require = createRequire(import.meta.url)
const {createOnigScanner, createOnigString, loadWASM} = require('vscode-oniguruma') as typeof import('vscode-oniguruma')
const {INITIAL, parseRawGrammar, Registry} = require('vscode-textmate') as typeof import('vscode-textmate')

const root = path.join(import.meta.dirname, '../../..')

/** As much of VS Code's Markdown as the injection has to respect, with its names of scopes. */
const MARKDOWN = {
  scopeName: 'text.html.markdown',
  patterns: [
    {begin: '^(`{3,}).*$', end: '^\\1$', name: 'markup.fenced_code.block.markdown'},
    {begin: '<!--', end: '-->', name: 'comment.block.html'},
    {match: '`[^`]*`', name: 'markup.inline.raw.string.markdown'},
    {match: '<https?:[^>]*>', name: 'markup.underline.link.markdown'},
    {match: '\\[[^\\]]*\\]\\([^)]*\\)', name: 'meta.link.inline.markdown'},
  ],
}

async function loadGrammar(): Promise<IGrammar> {
  const wasm = fs.readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer)
  const injection = fs.readFileSync(path.join(root, 'syntaxes/postmortem.injection.tmLanguage.json'), 'utf8')
  const registry = new Registry({
    onigLib: Promise.resolve({createOnigScanner, createOnigString}),
    loadGrammar: (scope) =>
      Promise.resolve(
        scope === MARKDOWN.scopeName
          ? parseRawGrammar(JSON.stringify(MARKDOWN), 'markdown.json')
          : parseRawGrammar(injection, 'injection.json'),
      ),
    getInjections: (scope) => (scope === MARKDOWN.scopeName ? ['markdown.postmortem.injection'] : []),
  })
  return (await registry.loadGrammar(MARKDOWN.scopeName))!
}

describe('the grammar inside Markdown', () => {
  let grammar: IGrammar
  before(async () => {
    grammar = await loadGrammar()
  })

  /** What our scopes mark, as `kind text`. */
  function marked(text: string): string[] {
    let stack = INITIAL
    return text.split('\n').flatMap((line) => {
      const {tokens, ruleStack} = grammar.tokenizeLine(line, stack)
      stack = ruleStack
      return tokens.flatMap(({startIndex, endIndex, scopes}) => {
        const own = scopes.findLast(
          (scope) =>
            scope.includes('postmortem') && !scope.startsWith('comment.block') && !scope.startsWith('punctuation'),
        )
        const kind = own?.split(' ').at(-1)!.split('.').at(-3)
        return kind ? [`${kind} ${line.slice(startIndex, endIndex)}`] : []
      })
    })
  }

  for (const [text, expected] of [
    ['- 10:02 UTC alert fires', ['time 10:02', 'zone UTC']],
    ['- **2024-03-01 10:02:30** – deploy', ['time 2024-03-01 10:02:30']],
    ['| 9:41 pm CEST | page |', ['time 9:41 pm', 'zone CEST']],
    ['10:00-10:15 rollback', ['time 10:00-10:15']],
    ['T+12m first page', ['time T+12m']],
    ['### 20:15', ['time 20:15']],
    ['At 10:02 the alert fired', []],
    ['- version 1:24x of the tool', []],
    [
      '- [decision] roll back (@dana, PLAT-12, #481)',
      ['event decision', 'owner @dana', 'ticket PLAT-12', 'ticket #481'],
    ],
    ['- [resolved](https://example.org) mail me@example.org about UTF-8', []],
    ['> **Ask:** what was on the screen?', ['question Ask:']],
    [
      '<!-- postmortem-disable-line person-blame: quoted -->',
      ['directive postmortem-disable-line', 'rule person-blame', 'reason quoted'],
    ],
    ['`10:02 @dana PLAT-1` and <https://x.org/#12>', []],
    ['```\n10:02 @dana\n```', []],
    ['<!--\n10:02 @dana\n-->', []],
  ] as const) {
    it(JSON.stringify(text), () => assert.deepEqual(marked(text), expected))
  }
})
