import {createConfigFinder} from './config.ts'
import {failed, lintText} from './lint-file.ts'
import {checkedFile, type CheckedFile} from './outcome.ts'
import {decode} from './read-text.ts'
import type {RunOptions} from './run-options.ts'

/** The text of standard input, checked under a name; with `fix`, the text that comes out. */
export function checkText(
  path: string,
  bytes: Uint8Array,
  options: RunOptions,
): {readonly checked: CheckedFile; readonly fixed?: string} {
  const {config, all, model, fix, format} = options
  const finder = createConfigFinder({explicit: config, all})
  const reading = decode(bytes)
  if ('error' in reading) return {checked: checkedFile(failed(path, reading.error), format, options)}
  const report = lintText(path, reading.text, {config: finder.of(path), model, fix})
  return {checked: checkedFile(report, format, options), ...(fix ? {fixed: report.fixed ?? reading.text} : {})}
}
