import type {ModelData} from '#core/language/classifier/model.ts'
import {dataModule} from '../generate/write.ts'

/** Names of features while the model is trained: runs of one, two and three words, and two words with one between them. */
export const nameOfRun = (keys: readonly string[]): string => `${' wbt'[keys.length]!} ${keys.join(' ')}`
export const nameOfGap = (run: readonly string[], third: string): string => `s ${run.join(' ')} ${third}`

type Features = readonly (readonly [name: string, weights: readonly number[]])[]

/** The generated file that `core/src/language/classifier/model.ts` reads. */
export function modelFile(features: Features, scale: number, threshold: number): string {
  const runs = features.filter(([name]) => isRun(name))
  const others = features.filter(([name]) => !isRun(name)).map(([name, weights]) => `${name}\t${weights.join(' ')}`)
  const model: ModelData = {scale, threshold, runs: packRuns(runs), others: others.join('\n')}
  return dataModule('A `ModelData`, trained by “npm run train” on test/labelled/tuning.', model)
}

const isRun = (name: string): boolean => /^[wbts] /.test(name)

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
  return [...lines.values()].map((fields) => fields.join('\t')).join('\n')
}
