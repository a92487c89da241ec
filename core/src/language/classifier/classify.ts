import type {FeatureSink} from './features.ts'
import {LABELS, type Label, type Model, model, type Run, threshold, type Weights} from './model.ts'

/** Indices of tokens, the end one past the last. */
type TokenRange = readonly [start: number, end: number]

export interface Verdict {
  readonly label: Label
  /** Log-odds. */
  readonly score: number
  /** The words of the features that moved it most, strongest first. */
  readonly reasons: readonly TokenRange[]
}

/** What the sentence most likely is, if the classifier is sure enough. Logistic regression, one against the rest. */
export function classify(read: (sink: KnownFeatures) => void): Verdict | undefined {
  const known = new KnownFeatures(model())
  read(known)
  const scores = scoresOf(known.weights)
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

/** The log-odds of each label. */
export function scoresOf(features: ReadonlySet<Weights>): number[] {
  const scores = LABELS.map(() => 0)
  const value = featureValue(features.size)
  for (const weights of features) for (let i = 0; i < scores.length; i++) scores[i]! += weights[i]! * value
  return scores
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

  private add(weights: Weights | undefined, start: number | undefined, end: number | undefined): void {
    if (!weights) return
    this.weights.add(weights)
    if (start !== undefined && end !== undefined) this.shown.push({weights, start, end})
  }
}
