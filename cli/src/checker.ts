import {ConfigError} from './config-error.ts'
import {createConfigFinder} from './config.ts'
import {failed, lintFile} from './lint-file.ts'
import {checkedFile, type CheckedFile} from './outcome.ts'
import type {RunOptions} from './run-options.ts'

/** The engine of one thread. */
export interface Checker {
  /** What the settings of these files say that is not understood; undefined where all is well. */
  configProblem(files: readonly string[]): string | undefined
  /** An error in the linter costs its file, not the run. */
  check(file: string): CheckedFile
}

export function createChecker(options: RunOptions): Checker {
  const {all, config, model, fix, format} = options
  let finder: ReturnType<typeof createConfigFinder> | undefined
  const configOf = (file: string): ReturnType<ReturnType<typeof createConfigFinder>['of']> =>
    (finder ??= createConfigFinder({explicit: config, all})).of(file)
  return {
    configProblem(files) {
      try {
        finder ??= createConfigFinder({explicit: config, all})
        for (const file of files) configOf(file)
        return undefined
      } catch (error) {
        if (error instanceof ConfigError) return error.message
        throw error
      }
    },
    check(file) {
      try {
        return checkedFile(lintFile(file, {config: configOf(file), model, fix}), format, options)
      } catch (error) {
        const reason = error instanceof Error ? `cannot be checked: ${error.message}` : 'cannot be checked'
        return checkedFile(failed(file, reason), format, options)
      }
    },
  }
}
