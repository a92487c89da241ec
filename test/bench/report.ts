import fs from 'node:fs'
import os from 'node:os'
import type {EngineFigures, Timed} from './engine.ts'
import type {PeerFigures} from './peers.ts'
import type {ProgramFigures} from './programs.ts'

export interface Report {
  readonly date: string
  readonly machine: string
  readonly versions: Readonly<Record<string, string>>
  readonly engine: readonly EngineFigures[]
  readonly programs?: ProgramFigures
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
export function toMarkdown({date, machine, versions, engine, programs, peers}: Report): string {
  const parts = [
    '# Performance',
    'Written by `npm run bench`; the figures as data: [performance.json](performance.json).',
    `${date} · ${machine} · ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
    [
      'Each figure is milliseconds of processor time and, in bold, its ratio to one bare parse of the same text in the same run:',
      '`unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter)`, the tree and nothing else.',
      'Ratios carry from machine to machine; milliseconds do not, least of all on a machine that has other work.',
      'The texts are generated: prose, lists, timelines, tables, code and links, about 330 words a section.',
    ].join('\n'),
    '## The engine',
    table(
      [
        'Words',
        'Sections',
        'Bare parse',
        'Cold lint',
        'Rules on the document',
        'Language rules',
        'Same text again',
        'Memory',
      ],
      engine.map((one) => [
        count(one.words), String(one.sections), `${round(one.parseMs)} ms`, both(one.cold), both(one.coldDocument),
        both(one.coldLanguage), both(one.warm), `${round(one.heapMb)} MB`,
      ]), // prettier-ignore
    ),
    '“Cold lint” parses, reads and runs all rules with nothing remembered; the two columns behind it are parts of it.\nSentences are cut once, by whichever rule asks first.',
    '## One keystroke',
    'A sentence typed letter by letter into the middle of the document, from the new text to the findings.',
    table(
      ['Words', 'p50', 'p95', 'p50 without language rules', 'p95 without language rules'],
      engine.map(({words, keystroke, keystrokeDocument}) => [
        count(words), both(keystroke.p50), both(keystroke.p95), both(keystrokeDocument.p50), both(keystrokeDocument.p95),
      ]), // prettier-ignore
    ),
  ]
  if (programs) parts.push('## The programs', programTable(programs))
  if (peers)
    parts.push('## Beside others', 'Ratios to the bare parse of the same text, warm.', peerTable(peers, engine))
  return `${parts.join('\n\n')}\n`
}

function programTable({commandLine, serverStart, sizes}: ProgramFigures): string {
  const {files, words, seconds, wordsPerSecond, maxMemoryMb} = commandLine
  return table(
    ['What', 'Figure'],
    [
      [`Command line: ${count(files)} files, ${count(words)} words`, `${seconds.toFixed(1)} s, ${count(wordsPerSecond)} words a second, ${Math.round(maxMemoryMb)} MB at most`],
      ['Server: start of the process to first diagnostics', `${Math.round(serverStart.cpuMs)} ms of processor time, ${Math.round(serverStart.wallMs)} ms by the clock`],
      ...Object.entries(sizes).map(([file, bytes]) => [`\`${file}\``, `${count(bytes / 1000)} KB`]),
    ],
  ) // prettier-ignore
}

function peerTable(peers: PeerFigures, engine: readonly EngineFigures[]): string {
  const sizes = Object.keys(Object.values(peers)[0] ?? {})
  const own = sizes.map((size) => nearest(engine, Number(size)).cold.ratio.toFixed(2))
  const rows = Object.entries(peers).map(([name, bySize]) => [name, ...sizes.map((size) => bySize[size]!.toFixed(2))])
  return table(
    ['', ...sizes.map((size) => `${count(Number(size))} words`)],
    [['**this engine, cold**', ...own], ...rows],
  )
}

const nearest = (engine: readonly EngineFigures[], words: number): EngineFigures =>
  engine.reduce((best, one) => (Math.abs(one.words - words) < Math.abs(best.words - words) ? one : best))

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i ? '--:' : ':--')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const both = ({ms, ratio}: Timed): string => `${round(ms)} ms **${ratio.toFixed(ratio < 0.1 ? 3 : 2)}**`
const round = (value: number): string => (value < 10 ? value.toFixed(1) : count(value))
const count = (value: number): string => Math.round(value).toLocaleString('en')
