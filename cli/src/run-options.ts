import type {FormatOptions} from './format/format.ts'
import type {Format} from './options.ts'

/** What every thread needs to know. */
export interface RunOptions extends FormatOptions {
  readonly all: boolean
  readonly config?: string
  readonly model: boolean
  readonly fix: boolean
  readonly format: Format
}
