import {createConfigFinder} from './config.ts'
import {failed, lintText} from './lint-file.ts'
import {type Outcome, outcomeOf} from './outcome.ts'
import {decode} from './read-text.ts'
import type {RunOptions} from './run-options.ts'

/** The text of standard input, checked under a name; with `fix`, the text that comes out. */
export function checkText(
  path: string,
  bytes: Uint8Array,
  options: RunOptions,
): {readonly outcome: Outcome; readonly fixed?: string} {
  const {config, all, model, fix, format} = options
  const finder = createConfigFinder({explicit: config, all})
  const reading = decode(bytes)
  if ('error' in reading) return {outcome: outcomeOf(failed(path, reading.error), format, options)}
  const report = lintText(path, reading.text, {config: finder.of(path), model, fix})
  return {outcome: outcomeOf(report, format, options), ...(fix ? {fixed: report.fixed ?? reading.text} : {})}
}
