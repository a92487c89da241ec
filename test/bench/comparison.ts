/** How much worse a ratio may be than the stored one: machines and their load differ. */
const TOLERANCE = 1.5

/** Ratios to the bare parse by name, of texts of one size. */
export interface Ratios {
  readonly words: number
  readonly ratios: Readonly<Record<string, number>>
}

export interface Worsening {
  readonly words: number
  readonly name: string
  readonly before: number
  readonly now: number
}

/** The ratios that are worse by half than those stored for about as many words; what was never stored is not compared. */
export function worsened(stored: readonly Ratios[], measured: readonly Ratios[]): Worsening[] {
  return measured.flatMap(({words, ratios}) => {
    const then = stored.find((one) => Math.abs(one.words - words) < words * 0.1)
    return Object.entries(ratios).flatMap(([name, now]) => {
      const before = then?.ratios[name]
      return before !== undefined && now > before * TOLERANCE ? [{words, name, before, now}] : []
    })
  })
}

/** Of several measurements the best of each ratio: other work on the machine only ever makes them worse. */
export function best(measurements: readonly Ratios[]): Ratios[] {
  const bySize = new Map<number, Ratios>()
  for (const {words, ratios} of measurements) {
    const known = bySize.get(words)?.ratios ?? {}
    const merged = Object.entries(ratios).map(([name, ratio]) => [name, Math.min(ratio, known[name] ?? Infinity)])
    bySize.set(words, {words, ratios: Object.fromEntries(merged) as Record<string, number>})
  }
  return [...bySize.values()]
}
