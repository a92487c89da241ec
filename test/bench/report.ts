import fs from 'node:fs'
import os from 'node:os'
import type {CorpusFigures} from './corpus.ts'
import type {EngineFigures} from './engine.ts'
import {OWN, type PeerFigures} from './peers.ts'
import type {ProgramFigures} from './programs.ts'
import type {ServerFigures} from './server.ts'
import type {Timed} from './timing.ts'
import type {VscodeFigures} from './vscode.ts'

export interface Report {
  readonly date: string
  readonly machine: string
  readonly versions: Readonly<Record<string, string>>
  readonly engine: readonly EngineFigures[]
  /** As many words as in `engine`, one by one. */
  readonly server: readonly ServerFigures[]
  readonly corpus?: CorpusFigures
  readonly programs?: ProgramFigures
  readonly vscode?: VscodeFigures
  readonly peers?: PeerFigures
}

export function circumstances(): Pick<Report, 'date' | 'machine' | 'versions'> {
  const versionOf = (name: string): string =>
    (JSON.parse(fs.readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {version: string}).version
  const cpus = os.cpus()
  const memory = Math.round(os.totalmem() / 1e9)
  const load = os.loadavg()[0]!.toFixed(1)
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus[0]?.model.trim() ?? 'unknown'}, ${cpus.length} cores, ${memory} GB, ${os.type()} (load ${load})`,
    versions: {
      node: process.version.slice(1),
      unified: versionOf('unified'),
      'remark-parse': versionOf('remark-parse'),
      'remark-gfm': versionOf('remark-gfm'),
      'remark-frontmatter': versionOf('remark-frontmatter'),
    },
  }
}

/** docs/performance.md */
export function toMarkdown({date, machine, versions, engine, server, corpus, programs, vscode, peers}: Report): string {
  const parts = [
    '# Performance',
    'Written by `npm run bench`; the figures as data: [performance.json](performance.json).',
    `${date} · ${machine} · ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
    [
      'Each figure is milliseconds by the clock and, in bold, its ratio to one bare parse of the same text:',
      '`unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter)`, the tree and nothing else.',
      'Both run in turn on text after text, warm, and the ratio is the median of the ratios of the rounds, so that it carries from',
      'machine to machine; milliseconds do not. Measured is the code that ships, bundled and minified.',
      'The texts are generated: prose, lists, timelines, tables, code and links, about 330 words a section.',
    ].join('\n'),
    '## The engine',
    table(
      ['Words', 'Sections', 'Bare parse', 'Cold lint', 'Reading', 'Rules on the document', 'Language rules', 'Same text again', 'Memory'],
      [
        ...engine.map((one) => [
          count(one.words), String(one.sections), `${round(one.parseMs)} ms`, both(one.cold), both(one.coldRead),
          both(one.coldDocument), both(one.coldLanguage), both(one.warm), `${round(one.heapMb)} MB`,
        ]),
        ...(corpus
          ? [[`${count(corpus.words)} in ${corpus.documents} real documents`, '', `${round(corpus.parseMs)} ms`, both(corpus.cold), '', '', '', both(corpus.warm), '']]
          : []),
      ],
    ), // prettier-ignore
    [
      '“Cold lint” reads the text and runs all rules with nothing remembered; the three columns behind it are its parts.',
      'What several rules need, such as the sentences, counts with the first that asks. Memory is what an open document holds.',
    ].join('\n'),
    '## One keystroke',
    'A sentence typed letter by letter into the middle of the document, from the new text to all findings, in the engine alone:',
    table(
      ['Words', 'p50', 'p95', 'p50 without language rules', 'p95 without language rules'],
      engine.map(({words, keystroke, keystrokeDocument}) => [
        count(words), both(keystroke.p50), both(keystroke.p95), both(keystrokeDocument.p50), both(keystrokeDocument.p95),
      ]), // prettier-ignore
    ),
    [
      'And in the whole server, from `textDocument/didChange` to the diagnostics as JSON. The delays that wait for the next letter',
      'are set to zero. While someone types, rules on the document keep their findings at their moved places; they run when nobody',
      'types.',
    ].join('\n'),
    table(
      ['Words', 'Typing, p50', 'Typing, p95', 'After a pause, p50', 'After a pause, p95'],
      server.map(({typing, settled}, i) => [
        count(engine[i]!.words), both(typing.p50), both(typing.p95), both(settled.p50), both(settled.p95),
      ]), // prettier-ignore
    ),
  ]
  if (programs) parts.push('## The programs', programTable(programs, vscode))
  if (peers)
    parts.push(
      '## Beside others',
      'Ratios to the bare parse of the same text; all of them read text after text in one process, warmed up, nothing remembered.',
      peerTable(peers),
    )
  return `${parts.join('\n\n')}\n`
}

function programTable(programs: ProgramFigures, vscode: VscodeFigures | undefined): string {
  const {commandLine, serverStart, serverWithoutLanguageData, sizes} = programs
  const {files, words, seconds, wordsPerSecond, maxMemoryMb} = commandLine
  return table(
    ['What', 'Figure'],
    [
      [`Command line: ${count(files)} files, ${count(words)} words`, `${seconds.toFixed(1)} s, ${count(wordsPerSecond)} words a second, ${Math.round(maxMemoryMb)} MB at most`],
      ['Server: start of the process to first diagnostics', `${Math.round(serverStart.cpuMs)} ms of processor time, ${Math.round(serverStart.wallMs)} ms by the clock`],
      ...(vscode ? [['VS Code: opening of the first document to the active extension, to the first findings', `${vscode.activatedMs} ms, ${vscode.findingsMs} ms`]] : []),
      ['`dist/server/node.cjs` without language data', `${count(serverWithoutLanguageData / 1000)} KB`],
      ...Object.entries(sizes).map(([file, bytes]) => [`\`${file}\``, `${count(bytes / 1000)} KB`]),
    ],
  ) // prettier-ignore
}

function peerTable(peers: PeerFigures): string {
  const sizes = Object.keys(peers[OWN] ?? {})
  return table(
    ['', ...sizes.map((size) => `${count(Number(size))} words`)],
    Object.entries(peers).map(([name, bySize]) => [
      name === OWN ? `**${name}**` : name,
      ...sizes.map((size) => bySize[size]?.toFixed(2) ?? '–'),
    ]),
  )
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i ? '--:' : ':--')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const both = ({ms, ratio}: Timed): string => `${round(ms)} ms **${ratio.toFixed(ratio < 0.1 ? 3 : 2)}**`
const round = (value: number): string => (value < 10 ? value.toFixed(1) : count(value))
const count = (value: number): string => Math.round(value).toLocaleString('en')
