import fs from 'node:fs'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {best, type Ratios, worsened} from './comparison.ts'
import {type CorpusFigures, measureCorpus} from './corpus.ts'
import {type EngineFigures, measureEngine, warmUp} from './engine.ts'
import {measurePeers} from './peers.ts'
import {measurePrograms} from './programs.ts'
import {circumstances, type Report, toMarkdown} from './report.ts'
import {measureServer, type ServerFigures} from './server.ts'
import type {Timed} from './timing.ts'
import {measureVscode} from './vscode.ts'

const SIZES = [300, 1500, 6000, 20_000, 100_000]
/** Smaller texts are over too soon to be compared from machine to machine. */
const CHECKED = [1500, 6000]
const CHECKS = 3
const STORED = 'docs/performance.json'
const CORPUS = path.resolve('../shared/corpus/docs')

const {values} = parseArgs({
  options: {
    check: {type: 'boolean'},
    peers: {type: 'boolean'},
    vscode: {type: 'boolean'},
    json: {type: 'string'},
    sizes: {type: 'string'},
  },
})

async function measure(): Promise<void> {
  warmUp()
  const engine: EngineFigures[] = []
  const server: ServerFigures[] = []
  const sizes = values.sizes ? values.sizes.split(',').map(Number) : SIZES
  for (const words of sizes) {
    engine.push(measureSize(words))
    server.push(await measureServerWith(words))
  }
  const before = stored()
  const report: Report = {
    ...circumstances(),
    engine,
    server,
    ...corpus(),
    ...(values.sizes ? {} : {programs: await measurePrograms()}),
    // What needs other programs stays until somebody measures it again.
    ...(values.vscode ? {vscode: measureVscode()} : before?.vscode ? {vscode: before.vscode} : {}),
    ...(values.peers ? {peers: await measurePeers(sizes)} : before?.peers ? {peers: before.peers} : {}),
  }
  const json = `${JSON.stringify(report, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value), 2)}\n`
  if (values.json) fs.writeFileSync(values.json, json)
  // Some sizes alone are for looking; the pages hold whole runs.
  if (values.sizes) return
  fs.writeFileSync(STORED, json)
  fs.writeFileSync('docs/performance.md', toMarkdown(report))
}

const rounded = (value: number): number => Number(value.toPrecision(4))

const stored = (): Report | undefined =>
  fs.existsSync(STORED) ? (JSON.parse(fs.readFileSync(STORED, 'utf8')) as Report) : undefined

function measureSize(words: number): EngineFigures {
  const figures = measureEngine(words)
  const {parseMs, cold, coldRead, coldDocument, coldLanguage, warm, keystroke} = figures
  const parts = {cold, read: coldRead, document: coldDocument, language: coldLanguage, warm, p50: keystroke.p50, p95: keystroke.p95} // prettier-ignore
  show(words, `bare parse ${parseMs.toFixed(1)} ms`, parts)
  return figures
}

async function measureServerWith(words: number): Promise<ServerFigures> {
  const figures = await measureServer(words)
  const {typing, settled} = figures
  show(words, 'server', {'typing p50': typing.p50, 'typing p95': typing.p95, 'settled p95': settled.p95})
  return figures
}

function show(words: number, title: string, parts: Readonly<Record<string, Timed>>): void {
  const shown = Object.entries(parts).map(([name, {ms, ratio}]) => `${name} ${ratio.toFixed(3)} (${ms.toFixed(1)} ms)`)
  console.log(`${String(words).padStart(7)} words: ${[title, ...shown].join(', ')}`)
}

function corpus(): {readonly corpus?: CorpusFigures} {
  const figures = measureCorpus(CORPUS)
  if (!figures) {
    console.log(`No corpus: ${CORPUS} is not there.`)
    return {}
  }
  const {documents, cold, warm} = figures
  console.log(`${documents} real documents: cold ${cold.ratio.toFixed(3)}, warm ${warm.ratio.toFixed(3)}`)
  return {corpus: figures}
}

const ratiosOf = ({words, cold, warm, keystroke}: EngineFigures): Ratios => ({
  words,
  // The median alone: the slowest of a hundred keystrokes is a matter of what else the machine does.
  ratios: {'cold lint': cold.ratio, 'warm lint': warm.ratio, keystroke: keystroke.p50.ratio},
})

/** The quick comparison with the stored ratios; what seems worse is measured again before it is believed. */
function check(): number {
  const before = stored()
  if (!before) {
    console.error(`There is no ${STORED}; “npm run bench” writes it.`)
    return 1
  }
  warmUp()
  const then = before.engine.map(ratiosOf)
  let measured: Ratios[] = []
  let sizes: readonly number[] = CHECKED
  let worse: ReturnType<typeof worsened> = []
  for (let i = 0; i < CHECKS && sizes.length; i++) {
    const now: Ratios[] = []
    for (const size of sizes) now.push(ratiosOf(measureSize(size)))
    measured = best([...measured, ...now])
    worse = worsened(then, measured)
    sizes = CHECKED.filter((_, place) => worse.some(({words}) => words === measured[place]!.words))
  }
  for (const {words, name, before, now} of worse)
    console.error(`${words} words: ${name} is ${now.toFixed(3)} of a bare parse, was ${before.toFixed(3)}.`)
  if (!worse.length) console.log('No ratio is worse by half than the stored one.')
  return worse.length ? 1 : 0
}

if (values.check) process.exitCode = check()
else await measure()
