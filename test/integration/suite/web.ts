import 'mocha'
import type MochaType from 'mocha'
import {runMocha} from './run-mocha.ts'

/** In the browser's worker, mocha is a global that its import has left behind. */
export const run = (): Promise<void> =>
  runMocha((globalThis as unknown as {Mocha: typeof MochaType}).Mocha, async () => {
    await import('./web.test.ts')
    await import('./activation.test.ts')
    await import('./settings.test.ts')
    await import('./timeline.test.ts')
  })
