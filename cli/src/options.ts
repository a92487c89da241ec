import {Command, CommanderError, Option} from 'commander'
import {SEVERITIES, type Severity} from '#core/lint/finding.ts'
import {VERSION} from './version.generated.ts'

export const FORMATS = ['stylish', 'json', 'sarif', 'github'] as const
export type Format = (typeof FORMATS)[number]

export interface Options {
  readonly paths: readonly string[]
  readonly format: Format
  readonly failOn: Severity | 'never'
  readonly fix: boolean
  readonly model: boolean
  readonly all: boolean
  readonly stdinFilename?: string
  readonly config?: string
}

export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
}

/** @returns the options, or the exit status where the arguments ask for help or cannot be understood */
export function readOptions(args: readonly string[], stdout: Output, stderr: Output): Options | number {
  const command = new Command('postmortem-lint')
    .description(
      'Checks post-mortems for blaming and hindsight wording, missing sections, contradictions and weak actions.',
    )
    .version(VERSION)
    .argument('[paths...]', 'files, folders and globs; “-” reads standard input')
    .addOption(new Option('--format <format>', 'how findings are reported').choices(FORMATS).default('stylish'))
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that ends with status 1')
        .choices([...SEVERITIES].reverse().concat('never' as Severity))
        .default('warning'),
    )
    .option('--fix', 'apply the fixes that change no meaning, and write the files', false)
    .option('--model', 'with --format json: what the document says, as data', false)
    .option('--all', 'treat every Markdown file as a post-mortem', false)
    .option('--stdin-filename <file>', 'name of the text on standard input')
    .option('--config <file>', 'settings, instead of the nearest .postmortemrc.yml of each file')
    .addHelpText(
      'after',
      `
Exit status: 0 nothing at or above --fail-on, 1 findings, 2 bad usage or unreadable input.
With --fix, a text from standard input comes back on standard output and the report goes to standard error.`,
    )
    .configureOutput({writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text)})
    .exitOverride()
  try {
    command.parse([...args], {from: 'user'})
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
  const options = {...command.opts<Omit<Options, 'paths'>>(), paths: command.args}
  if (options.paths.length === 0 && options.stdinFilename === undefined) {
    stderr.write('Nothing to check: name files, folders or globs, or “-” for standard input. --help tells more.\n')
    return 2
  }
  if (options.model && options.format !== 'json') {
    stderr.write('--model goes with --format json.\n')
    return 2
  }
  return options
}
