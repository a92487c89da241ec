import Mocha from 'mocha'
import {runMocha} from './run-mocha.ts'

/** VS Code calls this in its extension host; it fails when a test fails. */
export const run = (): Promise<void> =>
  runMocha(Mocha, async () => {
    await import('./smoke.test.ts')
  })
