import Mocha from 'mocha'
import {runMocha} from './run-mocha.ts'

export const run = (): Promise<void> =>
  runMocha(Mocha, async () => {
    await import('./packaged.test.ts')
    await import('./activation.test.ts')
    await import('./commands.test.ts')
    await import('./new-document.test.ts')
  })
