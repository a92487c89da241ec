/** Milliseconds by the clock that a call takes. What else the machine does is counted too: only compare what ran side by side. */
export function time(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** What a call took, and the bare parse of the same text that ran beside it; both in milliseconds. */
export interface Sample {
  readonly ms: number
  readonly parseMs: number
}

/** Milliseconds, and the same as a multiple of one bare parse of the same text. */
export interface Timed {
  readonly ms: number
  readonly ratio: number
}

/** The ratio is made sample by sample: whatever slows the machine down for a while slows both parts of it. */
export const timed = (samples: readonly Sample[], share = 0.5): Timed => ({
  ms: quantile(
    samples.map(({ms}) => ms),
    share,
  ),
  ratio: quantile(
    samples.map(({ms, parseMs}) => ms / parseMs),
    share,
  ),
})

export interface Percentiles {
  readonly p50: Timed
  readonly p95: Timed
}

export const percentiles = (samples: readonly Sample[]): Percentiles => ({
  p50: timed(samples),
  p95: timed(samples, 0.95),
})

/** Collects all garbage where the run allows it (`--expose-gc`): before memory is read and before someone begins to type. */
export const collectGarbage = (): void => globalThis.gc?.()
