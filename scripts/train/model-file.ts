import {type ModelData, PAIR_KINDS, type PairKind} from '#core/language/classifier/model.ts'
import {dataModule} from '../generate/write.ts'

/** Names of features while the model is trained: runs of one, two and three words, and two words with one between them. */
export const nameOfRun = (keys: readonly string[]): string => `${' wbt'[keys.length]!} ${keys.join(' ')}`
export const nameOfPair = (kind: PairKind, first: string, second: string): string => `${kind} ${first} ${second}`
export const nameOfGap = (run: readonly string[], third: string): string => `s ${run.join(' ')} ${third}`

type Features = readonly (readonly [name: string, weights: readonly number[]])[]

/** The generated file that `core/src/language/classifier/model.ts` reads. */
export function modelFile(features: Features, scale: number, threshold: number): string {
  const runs = features.filter(([name]) => isRun(name))
  const others = features
    .filter(([name]) => !isRun(name) && !isPair(name))
    .map(([name, weights]) => `${name}\t${weights.join(' ')}`)
  const pairs = Object.fromEntries(
    PAIR_KINDS.map((kind) => [kind, packPairs(features.filter(([name]) => name.startsWith(`${kind} `)))]),
  ) as Record<PairKind, string>
  const model: ModelData = {scale, threshold, runs: packRuns(runs), others: others.join('\n'), pairs}
  return dataModule('A `ModelData`, trained by “npm run train” on test/labelled/tuning.', model)
}

const isRun = (name: string): boolean => /^[wbts] /.test(name)
const isPair = (name: string): boolean => PAIR_KINDS.some((kind) => name.startsWith(`${kind} `))

/**
 * A line for each word that runs start with: the word, then how each of its runs goes on and its weights, with tabs between.
 * A run goes on with nothing, with one or two words, or with a space and the word after the gap.
 */
function packRuns(features: Features): string {
  const lines = new Map<string, string[]>()
  for (const [name, weights] of features) {
    const [kind, first = '', ...rest] = name.split(' ')
    const fields = lines.get(first) ?? [first]
    fields.push(`${kind === 's' ? ' ' : ''}${rest.join(' ')}`, weights.join(' '))
    lines.set(first, fields)
  }
  return joined(lines)
}

/** A line for each first part of pairs of one kind: it, then each second part and its weights, with tabs between. */
function packPairs(features: Features): string {
  const lines = new Map<string, string[]>()
  for (const [name, weights] of features) {
    const [, first = '', ...second] = name.split(' ')
    const fields = lines.get(first) ?? [first]
    fields.push(second.join(' '), weights.join(' '))
    lines.set(first, fields)
  }
  return joined(lines)
}

const joined = (lines: ReadonlyMap<string, readonly string[]>): string =>
  [...lines.values()].map((fields) => fields.join('\t')).join('\n')
