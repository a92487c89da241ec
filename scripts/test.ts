import {spawn} from 'node:child_process'
import fs from 'node:fs'
import {createInterface} from 'node:readline'
import {type Counts, COUNTS} from '../test/support/counts.ts'

// npm test [-- LAYER…]: builds, runs every layer of tests, and ends with a table of their counts.

interface Layer {
  readonly name: string
  readonly command: readonly string[]
}

const mocha = (files: string): string[] => [
  ...[
    '--import',
    'tsx',
    'node_modules/mocha/bin/_mocha',
    '--reporter',
    'test/support/reporter.cjs',
    '--timeout',
    '60000',
  ],
  `test/${files}.test.ts`,
]
const editor = (leg: string): string[] => ['--import', 'tsx', 'test/integration/run.ts', leg]

const LAYERS: readonly Layer[] = [
  {name: 'unit', command: mocha('unit/**/*')},
  {name: 'corpus', command: mocha('corpus/**/*')},
  {name: 'server', command: mocha('server/**/*')},
  {name: 'bundle', command: mocha('bundle/**/*')},
  {name: 'integration-current', command: editor('current')},
  {name: 'integration-oldest', command: editor('oldest')},
  {name: 'integration-packaged', command: editor('packaged')},
  {name: 'integration-web', command: editor('web')},
  {name: 'integration-start', command: mocha('integration/start')},
]

interface Outcome {
  readonly counts: Counts
  readonly seconds: number
  /** Whether it ended well: a layer that dies without a failed test has failed too. */
  readonly ok: boolean
}

async function runLayer(layer: Layer): Promise<Outcome> {
  console.log(`\n── ${layer.name}`)
  const start = Date.now()
  const counts: Counts = {passed: 0, failed: 0, pending: 0}
  let counted = false
  const code = await node(layer.command, (line) => {
    if (!line.startsWith(COUNTS)) return console.log(line)
    counted = true
    const more = JSON.parse(line.slice(COUNTS.length)) as Counts
    for (const key of ['passed', 'failed', 'pending'] as const) counts[key] += more[key]
  })
  const ok = code === 0 && counted && counts.passed > 0 && counts.failed === 0 && counts.pending === 0
  return {counts, seconds: (Date.now() - start) / 1000, ok}
}

/** Runs a Node.js program. @returns its exit status */
function node(args: readonly string[], onLine: (line: string) => void): Promise<number> {
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']})
  createInterface({input: child.stdout}).on('line', onLine)
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)))
}

async function prepare(args: readonly string[], what: string): Promise<void> {
  console.log(`· ${what} …`)
  const lines: string[] = []
  if ((await node(args, (line) => lines.push(line))) === 0) return
  console.error([...lines, `${what} did not work; no test was run.`].join('\n'))
  process.exit(1)
}

const names = process.argv.slice(2)
const layers = LAYERS.filter(({name}) => names.length === 0 || names.some((wanted) => name.startsWith(wanted)))
if (layers.length === 0) {
  console.error(`The layers are ${LAYERS.map(({name}) => name).join(', ')}.`)
  process.exit(2)
}
await prepare(['scripts/build.mjs'], 'Building')
if (layers.some(({name}) => name === 'integration-packaged'))
  await prepare(['--import', 'tsx', 'scripts/package.ts', '--without-budgets'], 'Packaging')
if (layers.some(({name}) => name.startsWith('integration'))) {
  fs.rmSync('test/integration/screenshots', {recursive: true, force: true})
}

const outcomes = new Map<string, Outcome>()
for (const layer of layers) outcomes.set(layer.name, await runLayer(layer))

console.log()
let [passed, failed] = [0, 0]
for (const [name, {counts, seconds, ok}] of outcomes) {
  const notes = [
    counts.pending ? `${counts.pending} switched off` : '',
    !ok && !counts.failed && !counts.pending ? 'did not run to its end' : '',
  ].filter(Boolean)
  console.log(
    `${name.padEnd(22)}${String(counts.passed).padStart(6)} passed ${String(counts.failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s  ${notes.join(', ')}`.trimEnd(),
  )
  passed += counts.passed
  failed += ok ? 0 : Math.max(1, counts.failed + counts.pending)
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
