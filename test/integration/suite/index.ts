import Mocha from 'mocha'
import {runMocha} from './run-mocha.ts'

/** VS Code calls this in its extension host; it fails when a test fails. */
export const run = (): Promise<void> =>
  runMocha(Mocha, async () => {
    await import('./activation.test.ts')
    await import('./recognition.test.ts')
    await import('./diagnostics.test.ts')
    await import('./code-actions.test.ts')
    await import('./settings.test.ts')
    await import('./commands.test.ts')
    await import('./new-document.test.ts')
    await import('./timeline-typing.test.ts')
    await import('./views.test.ts')
    await import('./timeline.test.ts')
  })
