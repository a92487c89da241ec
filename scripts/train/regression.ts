import {featureValue} from '#core/language/classifier/classify.ts'

/** One training example: the features that it has, and whether it carries the label. */
export interface Example {
  readonly features: readonly number[]
  readonly positive: boolean
  readonly weight: number
}

/**
 * Logistic regression with L2, by AdaGrad over a fixed order: the same examples give the same weights.
 *
 * @param count number of features
 */
export function fit(
  examples: readonly Example[],
  count: number,
  {l2 = 0.1, epochs = 25, rate = 0.25} = {},
): Float64Array {
  const weights = new Float64Array(count)
  const gradients = new Float64Array(count).fill(1e-8)
  let seed = 7
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647
  const order = examples.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const index of order) {
      const {features, positive, weight} = examples[index]!
      const value = featureValue(features.length)
      let sum = 0
      for (const f of features) sum += weights[f]! * value
      const error = (1 / (1 + Math.exp(-sum)) - (positive ? 1 : 0)) * weight
      for (const f of features) {
        const gradient = error * value + (l2 / examples.length) * weights[f]! * 50
        gradients[f]! += gradient * gradient
        weights[f]! -= (rate * gradient) / Math.sqrt(gradients[f]!)
      }
    }
  }
  return weights
}
