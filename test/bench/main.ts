import fs from 'node:fs'
import {parseArgs} from 'node:util'
import {type EngineFigures, measureEngine, warmUp} from './engine.ts'
import {measurePeers} from './peers.ts'
import {measurePrograms} from './programs.ts'
import {circumstances, type Report, toMarkdown} from './report.ts'

const SIZES = [300, 1500, 6000, 20_000, 100_000]
const QUICK = [1500, 6000]
const STORED = 'docs/performance.json'
/** How much worse a ratio may be than the stored one: machines and their load differ. */
const TOLERANCE = 1.5

const {values} = parseArgs({
  options: {check: {type: 'boolean'}, peers: {type: 'boolean'}, json: {type: 'string'}, sizes: {type: 'string'}},
})

async function measure(): Promise<void> {
  const engine = measureAll(values.sizes ? values.sizes.split(',').map(Number) : SIZES)
  const report: Report = {
    ...circumstances(),
    engine,
    ...(values.sizes ? {} : {programs: await measurePrograms()}),
    ...(values.peers ? {peers: await measurePeers([1500, 6000, 20_000])} : storedPeers()),
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

/** Figures of peers change with the peers, not with us: they stay until somebody measures them again. */
function storedPeers(): Pick<Report, 'peers'> {
  const peers = stored()?.peers
  return peers ? {peers} : {}
}

function measureAll(sizes: readonly number[]): EngineFigures[] {
  warmUp()
  // The largest first: by the smallest, the compiler of the engine has seen all it will ever see.
  const measured = sizes
    .toSorted((a, b) => b - a)
    .map((words) => {
      const figures = measureEngine(words)
      const {cold, coldDocument, coldLanguage, warm, keystroke, keystrokeDocument} = figures
      const ratios = {cold, document: coldDocument, language: coldLanguage, warm, p50: keystroke.p50, p95: keystroke.p95, 'document p95': keystrokeDocument.p95} // prettier-ignore
      const shown = Object.entries(ratios).map(
        ([name, {ms, ratio}]) => `${name} ${ratio.toFixed(3)} (${ms.toFixed(1)} ms)`,
      )
      console.log(
        `${String(words).padStart(7)} words: bare parse ${figures.parseMs.toFixed(1)} ms; ${shown.join(', ')}`,
      )
      return figures
    })
  return measured.reverse()
}

/** The quick comparison with the stored ratios. */
function check(): number {
  const before = stored()
  if (!before) {
    console.error(`There is no ${STORED}; “npm run bench” writes it.`)
    return 1
  }
  const worse = measureAll(QUICK).flatMap((now) => {
    const then = before.engine.find(({words}) => Math.abs(words - now.words) < now.words * 0.1)
    return then ? comparison(then, now) : []
  })
  for (const line of worse) console.error(line)
  if (!worse.length) console.log(`No ratio is worse than ${TOLERANCE} times the stored one.`)
  return worse.length ? 1 : 0
}

/** Medians alone: the slowest of a hundred keystrokes is a matter of what else the machine does. */
const comparison = (then: EngineFigures, now: EngineFigures): string[] =>
  [
    ['cold lint', then.cold.ratio, now.cold.ratio] as const,
    ['warm lint', then.warm.ratio, now.warm.ratio] as const,
    ['keystroke', then.keystroke.p50.ratio, now.keystroke.p50.ratio] as const,
  ]
    .filter(([, old, ratio]) => ratio > old * TOLERANCE)
    .map(
      ([name, old, ratio]) =>
        `${now.words} words: ${name} is ${ratio.toFixed(3)} of a bare parse, was ${old.toFixed(3)}.`,
    )

if (values.check) process.exitCode = check()
else await measure()
