import type {Feature} from './features.ts'
import {LABELS, type Label, threshold, weights} from './model.ts'

export interface Verdict {
  readonly label: Label
  /** Log-odds. */
  readonly score: number
  /** The features that moved it most, strongest first. */
  readonly reasons: readonly Feature[]
}

/** What the sentence most likely is, if the classifier is sure enough. Logistic regression, one against the rest. */
export function classify(features: readonly Feature[]): Verdict | undefined {
  const scores = scoresOf(features, weights())
  const best = scores.indexOf(Math.max(...scores))
  if (scores[best]! < threshold()) return undefined
  const known = weights()
  const reasons = features
    .filter((feature) => feature.tokens !== undefined)
    .map((feature) => ({feature, weight: known.get(feature.name)?.[best] ?? 0}))
    .filter(({weight}) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return {label: LABELS[best]!, score: scores[best]!, reasons: reasons.slice(0, 4).map(({feature}) => feature)}
}

/** What each of a sentence's features counts: a long sentence has more of them, not more to say. */
export const featureValue = (count: number): number => 8 / Math.sqrt(Math.max(count, 20))

/** The log-odds of each label. A feature counts once however often it occurs. */
export function scoresOf(features: readonly Feature[], known: ReadonlyMap<string, readonly number[]>): number[] {
  const scores = LABELS.map(() => 0)
  const names = [...new Set(features.map((feature) => feature.name))].filter((name) => known.has(name))
  const value = featureValue(names.length)
  for (const name of names) known.get(name)!.forEach((weight, i) => (scores[i]! += weight * value))
  return scores
}
