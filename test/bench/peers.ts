import {spawnSync} from 'node:child_process'
import fs from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {bareParse} from './engine.ts'
import {cpuTime, median} from './cpu-time.ts'
import {generatedPostmortem} from './generated-postmortem.ts'

/** Ratios to the bare parse, by peer and number of words; warm, as a language server would run them. */
export type PeerFigures = Readonly<Record<string, Readonly<Record<string, number>>>>

const PACKAGES = [
  'alex@11',
  'write-good@1',
  'markdownlint@0.38',
  'retext@9',
  'retext-english@5',
  'retext-equality@7',
  'retext-profanities@8',
  'retext-passive@5',
  'retext-intensify@7',
  'retext-simplify@8',
  'retext-readability@8',
  'retext-repeated-words@5',
  'retext-indefinite-article@5',
  'retext-contractions@6',
  'retext-redundant-acronyms@5',
]
const RETEXT = PACKAGES.slice(5).map((name) => name.replace(/@.*/, ''))

type Run = (text: string) => unknown

/** Installs the peers below dist/, away from the project's own dependencies, and times them on the same texts. */
export async function measurePeers(sizes: readonly number[]): Promise<PeerFigures> {
  const folder = path.resolve('dist/bench/peers')
  fs.mkdirSync(folder, {recursive: true})
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private": true}')
  const installed = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-save', ...PACKAGES], {
    cwd: folder,
    stdio: 'inherit',
  })
  if (installed.status !== 0) throw new Error('The peers could not be installed.')
  const peers = await load(createRequire(path.join(folder, 'index.js')), folder)
  const figures: Record<string, Record<string, number>> = {}
  for (const [name, run] of Object.entries(peers)) {
    for (let seed = 1; seed <= 5; seed++) run(generatedPostmortem(1500, seed))
    const bySize: Record<string, number> = (figures[name] = {})
    for (const words of sizes) {
      const ratios = Array.from({length: words > 10_000 ? 1 : 5}, (_, round) => {
        const text = generatedPostmortem(words, 3000 + round)
        const parse = cpuTime(() => bareParse(text))
        return cpuTime(() => run(text)) / parse
      })
      bySize[words] = median(ratios)
    }
  }
  return figures
}

async function load(require: NodeJS.Require, folder: string): Promise<Record<string, Run>> {
  const importFrom = async (name: string): Promise<Record<string, unknown>> => {
    const meta = JSON.parse(fs.readFileSync(path.join(folder, 'node_modules', name, 'package.json'), 'utf8')) as {
      exports?: unknown
      main?: string
    }
    const entry = typeof meta.exports === 'string' ? meta.exports : (meta.main ?? 'index.js')
    return import(pathToFileURL(path.join(folder, 'node_modules', name, entry)).href) as Promise<
      Record<string, unknown>
    >
  }
  const {markdown} = (await importFrom('alex')) as {markdown: Run}
  const writeGood = require('write-good') as Run
  const {lint} = (await import(
    pathToFileURL(path.join(folder, 'node_modules/markdownlint/lib/exports-sync.mjs')).href
  )) as {lint: (options: object) => unknown}
  const {retext} = (await importFrom('retext')) as {retext: () => {use: (plugin: unknown) => unknown}}
  const plugins = await Promise.all(RETEXT.slice(2).map(async (name) => (await importFrom(name))['default']))
  const pipeline = plugins.reduce<{use: (plugin: unknown) => unknown}>(
    (chain, plugin) => chain.use(plugin) as typeof chain,
    retext(),
  ) as unknown as {processSync: Run}
  return {
    alex: markdown,
    'write-good': writeGood,
    markdownlint: (text) => lint({strings: {text}}),
    [`retext with ${plugins.length} plugins`]: (text) => pipeline.processSync(text),
  }
}
