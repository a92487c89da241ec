import {MODEL} from './model.generated.ts'

export const LABELS = ['BLAME', 'HINDSIGHT', 'HUMANERROR', 'OTHERBIAS', 'AGENTLESS'] as const
export type Label = (typeof LABELS)[number]

/** Weights of one feature, a number for each label in the order of `LABELS`. */
export type Weights = readonly number[]

/** A run of words that the model knows, or that such a run starts with. */
export interface Run {
  weights?: Weights
  next?: Map<string, Run>
  /** By the word after the next. */
  afterGap?: Map<string, Weights>
}

export interface Model {
  readonly runs: Run
  readonly others: ReadonlyMap<string, Weights>
}

/** In the model file a run of words is `w`, `b` or `t` (one, two, three) and the words; `s` has a gap, written `_`. */
export const nameOfRun = (keys: readonly string[]): string => `${' wbt'[keys.length]!} ${keys.join(' ')}`
export const nameOfGap = (run: readonly string[], third: string): string => `s ${run.join(' ')} _ ${third}`

let decoded: Model | undefined

/** The model; decoded on first need. */
export function model(): Model {
  if (decoded) return decoded
  const runs: Run = {}
  const others = new Map<string, Weights>()
  for (const line of MODEL.features.split('\n')) {
    const [name = '', numbers = ''] = line.split('\t')
    const weights = numbers.split(' ').map((number) => Number(number) / MODEL.scale)
    const [kind = '', ...keys] = name.split(' ')
    if (kind === 's') (runTo(runs, keys.slice(0, 1)).afterGap ??= new Map<string, Weights>()).set(keys[2]!, weights)
    else if (/^[wbt]$/.test(kind)) runTo(runs, keys).weights = weights
    else others.set(name, weights)
  }
  return (decoded = {runs, others})
}

function runTo(from: Run, keys: readonly string[]): Run {
  return keys.reduce((run, key) => {
    const next = run.next?.get(key) ?? {}
    ;(run.next ??= new Map<string, Run>()).set(key, next)
    return next
  }, from)
}

/** A label counts from this score on (log-odds). Set by cross-validation so that precision stays that of the rules. */
export const threshold = (): number => MODEL.threshold
