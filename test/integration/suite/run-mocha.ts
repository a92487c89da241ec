import type MochaType from 'mocha'
import {countsLine} from '../../support/counts.ts'
import {driver, print} from './driver.ts'

/** Runs the tests that `load` defines, inside the extension host. */
export async function runMocha(Mocha: typeof MochaType, load: () => Promise<unknown>): Promise<void> {
  ;(Mocha.reporters.Base as unknown as {consoleLog: typeof print}).consoleLog = print
  const mocha = new Mocha({ui: 'bdd', timeout: 30_000, reporter: 'spec', color: false})
  // Tests are defined by importing their files, after mocha has put “describe” and “it” in place.
  mocha.suite.emit('pre-require', globalThis as unknown as MochaType.MochaGlobals, '', mocha)
  await load()
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run((count) => {
      print(countsLine(runner.stats!))
      resolve(count)
    })
  })
  await driver?.printed()
  if (failures) throw new Error(`${failures} of the tests failed.`)
}
