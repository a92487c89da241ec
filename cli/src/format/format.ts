import type {Outcome} from '../outcome.ts'
import type {FileReport} from '../report.ts'
import type {Format} from '../options.ts'
import {github} from './github.ts'
import {json} from './json.ts'
import {sarif} from './sarif.ts'
import {stylish} from './stylish.ts'

/**
 * A report is made file by file, where the file is checked, and written as it comes: what crosses from threads is text,
 * and nobody holds the findings of all files.
 */
export interface Formatter {
  readonly start: string
  /** What there is to say about one file that was checked or skipped; empty for nothing. */
  file(report: FileReport, options: FormatOptions): string
  /** Stands between the files that there is something to say about. */
  readonly separator: string
  end(outcomes: readonly Outcome[]): string | Promise<string>
}

export interface FormatOptions {
  readonly colors: boolean
}

export const FORMATTERS: Readonly<Record<Format, Formatter>> = {stylish, json, sarif, github}
