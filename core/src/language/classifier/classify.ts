import type {SectionKind} from '../../document/kinds.ts'
import {ALWAYS, type FeatureSink, nameOfSection} from './features.ts'
import {LABELS, type Label, type Model, model, type PairKind, type Run, threshold, type Weights} from './model.ts'

/** Indices of tokens, the end one past the last. */
type TokenRange = readonly [start: number, end: number]

export interface Verdict {
  readonly label: Label
  /** Log-odds. */
  readonly score: number
  /** The words of the features that moved it most, strongest first. */
  readonly reasons: readonly TokenRange[]
}

/**
 * Least log-odds by the words one by one for the whole sentence to be read. Set so that 98 of 100 sentences that the classifier
 * speaks of are still read, while seven of ten in an ordinary document are not.
 */
const FIRST_LOOK = -1

/** Whether the words alone, without who does what, leave it open that the classifier will speak. */
export function mayTell(keys: readonly string[], section: SectionKind | undefined): boolean {
  const {runs, others} = model()
  // A list is quicker to search than a set to fill, as short as sentences are.
  const known: Weights[] = []
  for (const key of keys) {
    const weights = runs.next?.get(key)?.weights
    if (weights && !known.includes(weights)) known.push(weights)
  }
  // Of all features of a sentence that the model knows, about a third are words.
  const value = featureValue(3 * known.length)
  for (const name of [ALWAYS, nameOfSection(section)]) {
    const weights = others.get(name)
    if (weights) known.push(weights)
  }
  return Math.max(...sumOf(known)) * value >= FIRST_LOOK
}

/** What the sentence most likely is, if the classifier is sure enough. Logistic regression, one against the rest. */
export function classify(read: (sink: KnownFeatures) => void): Verdict | undefined {
  const known = new KnownFeatures(model())
  read(known)
  const value = featureValue(known.weights.size)
  const scores = sumOf(known.weights).map((sum) => sum * value)
  const best = scores.indexOf(Math.max(...scores))
  if (scores[best]! < threshold()) return undefined
  const reasons = known.shown
    .map(({weights, start, end}) => ({weight: weights[best]!, tokens: [start, end] as const}))
    .filter(({weight}) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 4)
  return {label: LABELS[best]!, score: scores[best]!, reasons: reasons.map(({tokens}) => tokens)}
}

/** What each of a sentence's features counts: a long sentence has more of them, not more to say. */
export const featureValue = (count: number): number => 8 / Math.sqrt(Math.max(count, 20))

function sumOf(features: Iterable<Weights>): number[] {
  const sums = LABELS.map(() => 0)
  for (const weights of features) for (let i = 0; i < sums.length; i++) sums[i]! += weights[i]!
  return sums
}

/** Keeps those features of a sentence that the model has weights for. */
class KnownFeatures implements FeatureSink<Run | undefined> {
  /** A feature counts once however often it occurs. */
  readonly weights = new Set<Weights>()
  readonly shown: {readonly weights: Weights; readonly start: number; readonly end: number}[] = []
  private readonly model: Model

  constructor(known: Model) {
    this.model = known
  }

  get start(): Run {
    return this.model.runs
  }

  extend(run: Run | undefined, key: string, start: number, end: number): Run | undefined {
    const longer = run?.next?.get(key)
    if (longer) this.add(longer.weights, start, end)
    return longer
  }

  afterGap(run: Run | undefined, key: string, start: number, end: number): void {
    if (run?.afterGap) this.add(run.afterGap.get(key), start, end)
  }

  other(name: string, start?: number, end?: number): void {
    this.add(this.model.others.get(name), start, end)
  }

  pair(kind: PairKind, first: string, second: string, start: number, end: number): void {
    this.add(this.model.pairs.get(kind)?.get(first)?.get(second), start, end)
  }

  private add(weights: Weights | undefined, start: number | undefined, end: number | undefined): void {
    if (!weights) return
    this.weights.add(weights)
    if (start !== undefined && end !== undefined) this.shown.push({weights, start, end})
  }
}
