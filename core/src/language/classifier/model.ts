import {MODEL} from './model.generated.ts'

export const LABELS = ['BLAME', 'HINDSIGHT', 'HUMANERROR', 'OTHERBIAS', 'AGENTLESS'] as const
export type Label = (typeof LABELS)[number]

/** Weights of one feature, a number for each label in the order of `LABELS`. */
type Weights = readonly number[]

let decoded: Map<string, Weights> | undefined

/** Weights by feature; decoded on first need. */
export function weights(): ReadonlyMap<string, Weights> {
  if (!decoded) {
    decoded = new Map()
    for (const line of MODEL.features.split('\n')) {
      const tab = line.lastIndexOf('\t')
      if (tab > 0)
        decoded.set(
          line.slice(0, tab),
          line
            .slice(tab + 1)
            .split(' ')
            .map((n) => Number(n) / MODEL.scale),
        )
    }
  }
  return decoded
}

/** A label counts from this score on (log-odds). Set by cross-validation so that precision stays that of the rules. */
export const threshold = (): number => MODEL.threshold
