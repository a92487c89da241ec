import {parentPort} from 'node:worker_threads'
import {createConfigFinder} from './config.ts'
import {failed, lintFile, type LintOptions} from './lint-file.ts'
import type {FileReport} from './report.ts'

/** What a worker thread is told once, with its first files. */
export type RunOptions = Pick<LintOptions, 'model' | 'fix'> & {readonly all: boolean; readonly config?: string}

export interface Batch {
  readonly files: readonly string[]
  readonly options: RunOptions
}

/** Checks the files of one batch after the other, as they come from the main thread. */
export function serveAsWorker(): void {
  const check = createChecker()
  parentPort!.on('message', ({files, options}: Batch) => parentPort!.postMessage(files.map((file) => check(file, options))))
}

/** Checks files under the settings of each. An error in the linter costs its file, not the run. */
export function createChecker(): (file: string, options: RunOptions) => FileReport {
  let finder: ReturnType<typeof createConfigFinder> | undefined
  return (file, {all, config, model, fix}) => {
    finder ??= createConfigFinder({explicit: config, all})
    try {
      return lintFile(file, {config: finder.of(file), model, fix})
    } catch (error) {
      return failed(file, error instanceof Error ? `cannot be checked: ${error.message}` : 'cannot be checked')
    }
  }
}
