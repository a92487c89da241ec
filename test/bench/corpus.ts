import fs from 'node:fs'
import path from 'node:path'
import {ChunkMemo, DEFAULT_CONFIG, lint, PostmortemDocument} from '#core'
import {bareParse} from './bare-parse.ts'
import {wordsIn} from './generated-postmortem.ts'
import {time, type Timed, timed} from './timing.ts'

/** All real documents together: each is read on its own, the times are sums. */
export interface CorpusFigures {
  readonly documents: number
  readonly words: number
  readonly findings: number
  readonly parseMs: number
  readonly cold: Timed
  readonly warm: Timed
}

const ROUNDS = 5

/** @returns undefined where the folder of real documents is not there */
export function measureCorpus(folder: string): CorpusFigures | undefined {
  if (!fs.existsSync(folder)) return undefined
  const texts = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({path: name, text: fs.readFileSync(path.join(folder, name), 'utf8')}))
  let findings = 0
  const rounds = Array.from({length: ROUNDS}, () => {
    let [parseMs, cold, warm] = [0, 0, 0]
    findings = 0
    for (const {path, text} of texts) {
      const memo = new ChunkMemo()
      const run = (): number => lint(new PostmortemDocument(text, {path, memo}), DEFAULT_CONFIG).length
      parseMs += time(() => bareParse(text))
      cold += time(() => (findings += run()))
      warm += time(run)
    }
    return {parseMs, cold, warm}
  })
  const part = (name: 'cold' | 'warm' | 'parseMs'): Timed =>
    timed(rounds.map(({[name]: ms, parseMs}) => ({ms, parseMs})))
  return {
    documents: texts.length,
    words: texts.reduce((sum, {text}) => sum + wordsIn(text), 0),
    findings,
    parseMs: part('parseMs').ms,
    cold: part('cold'),
    warm: part('warm'),
  }
}
