import type {Output} from './options.ts'

const SHOW_AFTER = 400
const REDRAW_EVERY = 80

export interface Progress {
  report(done: number): void
  /** Wipes the line, at the end or before something else is written on the terminal. */
  hide(): void
}

/** A line that counts, on a terminal and only where there is something to wait for. */
export function createProgress(total: number, output: Output, now: () => number = () => performance.now()): Progress {
  const start = now()
  let drawn = start + SHOW_AFTER - REDRAW_EVERY
  let isShown = false
  return {
    report(done) {
      const at = now()
      if (!output.isTTY || at - drawn < REDRAW_EVERY) return
      drawn = at
      isShown = true
      output.write(`\r\u001b[KChecking ${done} of ${total} files …`)
    },
    hide() {
      if (isShown) output.write('\r\u001b[K')
      isShown = false
    },
  }
}
