/** How the counts of a run are told to the program that started it; `scripts/test.ts` reads and hides these lines. */
export const COUNTS = '@@counts'

export interface Counts {
  passed: number
  failed: number
  /** Tests that are switched off. There are none; a number here ends the run as a failure. */
  pending: number
}

export function countsLine({passes, failures, pending}: {passes: number; failures: number; pending: number}): string {
  return `${COUNTS} ${JSON.stringify({passed: passes, failed: failures, pending} satisfies Counts)}`
}
