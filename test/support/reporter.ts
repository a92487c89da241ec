import Mocha from 'mocha'
import {countsLine} from './counts.ts'

/** Says only what went wrong, and the counts. */
export class CountsReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    runner.once('end', () => {
      this.epilogue()
      console.log(countsLine(this.stats))
    })
  }
}
