import {LateLookup, type Lookup} from '../late-lookup.ts'
import {json} from './model.generated.ts'

/** Who in which mood, who does what, people or things and the verb, who does what kind of act, what kind of act in which mood. */
export const PAIR_KINDS = ['g', 'v', 'h', 'a', 'p'] as const
export type PairKind = (typeof PAIR_KINDS)[number]

export const LABELS = ['BLAME', 'HINDSIGHT', 'HUMANERROR', 'OTHERBIAS', 'AGENTLESS'] as const
export type Label = (typeof LABELS)[number]

/** Weights of one feature, a number for each label in the order of `LABELS`. */
export type Weights = readonly number[]

/** A run of words that the model knows, or that such a run starts with. */
export interface Run {
  weights?: Weights
  readonly next?: Lookup<Run>
  /** By the word after the next. */
  readonly afterGap?: Lookup<Weights>
}

export interface Model {
  readonly runs: Run
  readonly others: Lookup<Weights>
  /** By the first part and the second. */
  readonly pairs: ReadonlyMap<PairKind, Lookup<Lookup<Weights>>>
  readonly threshold: number
}

/** The model as it is stored: weights are whole numbers, `scale` times as large. */
export interface ModelData {
  readonly scale: number
  readonly threshold: number
  /** As `packRuns` of the trainer writes it. */
  readonly runs: string
  readonly others: string
  /** For each kind, as `packPairs` of the trainer writes them. */
  readonly pairs: Readonly<Record<PairKind, string>>
}

let decoded: Model | undefined

/** The model; decoded on first need. */
export const model = (): Model => (decoded ??= decode(JSON.parse(json()) as ModelData))

function decode({scale, threshold, runs, others, pairs}: ModelData): Model {
  const weightsOf = (text: string): Weights => text.split(' ').map((number) => Number(number) / scale)
  return {
    runs: {next: new LateLookup(runs, (text) => readRun(text.split('\t'), weightsOf))},
    others: new LateLookup(others, weightsOf),
    pairs: new Map(
      PAIR_KINDS.map((kind) => [kind, new LateLookup(pairs[kind], (text) => readSeconds(text.split('\t'), weightsOf))]),
    ),
    threshold,
  }
}

/** All that starts with one word. */
function readRun(fields: readonly string[], weightsOf: (text: string) => Weights): Run {
  const first: MutableRun = {}
  for (let i = 0; i < fields.length; i += 2) {
    const keys = fields[i]!.split(' ')
    const weights = weightsOf(fields[i + 1]!)
    if (fields[i] === '') first.weights = weights
    else if (keys[0] === '') (first.afterGap ??= new Map<string, Weights>()).set(keys[1]!, weights)
    else runTo(first, keys).weights = weights
  }
  return first
}

/** All pairs of one kind with the same first part. */
function readSeconds(fields: readonly string[], weightsOf: (text: string) => Weights): Lookup<Weights> {
  const seconds = new Map<string, Weights>()
  for (let i = 0; i < fields.length; i += 2) seconds.set(fields[i]!, weightsOf(fields[i + 1]!))
  return seconds
}

interface MutableRun extends Run {
  next?: Map<string, MutableRun>
  afterGap?: Map<string, Weights>
}

function runTo(from: MutableRun, keys: readonly string[]): MutableRun {
  return keys.reduce((run, key) => {
    const next = run.next?.get(key) ?? {}
    ;(run.next ??= new Map<string, MutableRun>()).set(key, next)
    return next
  }, from)
}

/** A label counts from this score on (log-odds). Set by cross-validation so that precision stays that of the rules. */
export const threshold = (): number => model().threshold
