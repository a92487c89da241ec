import {spawnSync} from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {DEFAULT_CONFIG, lint, PostmortemDocument} from '#core'
import {bareParse} from './bare-parse.ts'
import {generatedPostmortem} from './generated-postmortem.ts'
import {median, time} from './timing.ts'

/** Ratios to the bare parse by name and number of words, this engine among them; a size that would take minutes is left out. */
export type PeerFigures = Readonly<Record<string, Readonly<Record<string, number>>>>

export const OWN = 'this engine, cold'

type Run = (text: string) => unknown

const LONGEST = 60_000

/** Installs the peers below dist/, away from the project's own dependencies, and times all of them on the same texts, in turn. */
export async function measurePeers(sizes: readonly number[]): Promise<PeerFigures> {
  const own: Run = (text) => lint(new PostmortemDocument(text, {path: 'incidents/review.md'}), DEFAULT_CONFIG)
  const runs = Object.entries({[OWN]: own, ...(await install())})
  for (let seed = 1; seed <= 20; seed++) {
    const text = generatedPostmortem(1500, seed)
    bareParse(text)
    for (const [, run] of runs) await run(text)
  }
  const figures: Record<string, Record<string, number>> = Object.fromEntries(runs.map(([name]) => [name, {}]))
  const perWord = new Map<string, number>()
  for (const words of sizes) {
    const ratios = new Map<string, number[]>()
    for (let round = 0; round < Math.max(1, Math.min(10, 20_000 / words)); round++) {
      const text = generatedPostmortem(words, 3000 + words + round)
      const parseMs = time(() => bareParse(text))
      for (const [name, run] of runs) {
        if ((perWord.get(name) ?? 0) * words > LONGEST) continue
        const start = performance.now()
        await run(text)
        const ms = performance.now() - start
        perWord.set(name, ms / words)
        ratios.set(name, [...(ratios.get(name) ?? []), ms / parseMs])
      }
    }
    for (const [name, all] of ratios) figures[name]![words] = median(all)
    console.log(`${String(words).padStart(7)} words beside others: ${[...ratios].map(([name, all]) => `${name} ${median(all).toFixed(2)}`).join(', ')}`) // prettier-ignore
  }
  return figures
}

async function install(): Promise<Record<string, Run>> {
  const folder = path.resolve('dist/bench/peers')
  fs.cpSync('test/bench/peers', folder, {recursive: true})
  const installed = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {cwd: folder, stdio: 'inherit'})
  if (installed.status !== 0) throw new Error('The peers could not be installed.')
  const {peers} = (await import(pathToFileURL(path.join(folder, 'peers.js')).href)) as {peers: Record<string, Run>}
  return peers
}
