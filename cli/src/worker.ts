import {parentPort} from 'node:worker_threads'
import {createConfigFinder} from './config.ts'
import {failed, lintFile, type LintOptions} from './lint-file.ts'
import type {Format} from './options.ts'
import {type Outcome, outcomeOf} from './outcome.ts'

/** What every thread needs to know. */
export interface RunOptions extends Pick<LintOptions, 'model' | 'fix'> {
  readonly all: boolean
  readonly config?: string
  readonly format: Format
  readonly colors: boolean
}

export interface Batch {
  readonly files: readonly string[]
  readonly options: RunOptions
}

/** Checks the files of one batch after the other, as they come from the main thread. */
export function serveAsWorker(): void {
  const check = createChecker()
  parentPort!.on('message', ({files, options}: Batch) =>
    parentPort!.postMessage(files.map((file) => check(file, options))),
  )
}

/** Checks files under the settings of each. An error in the linter costs its file, not the run. */
export function createChecker(): (file: string, options: RunOptions) => Outcome {
  let finder: ReturnType<typeof createConfigFinder> | undefined
  return (file, options) => {
    const {all, config, model, fix, format} = options
    finder ??= createConfigFinder({explicit: config, all})
    try {
      return outcomeOf(lintFile(file, {config: finder.of(file), model, fix}), format, options)
    } catch (error) {
      return outcomeOf(
        failed(file, error instanceof Error ? `cannot be checked: ${error.message}` : 'cannot be checked'),
        format,
        options,
      )
    }
  }
}
