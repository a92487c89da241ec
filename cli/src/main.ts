import {isAtLeast} from '#core'
import {ConfigError, createConfigFinder} from './config.ts'
import {FORMATTERS} from './format/format.ts'
import {expandPaths} from './inputs.ts'
import {failed, lintText} from './lint-file.ts'
import {type Options, type Output, readOptions} from './options.ts'
import {type Outcome, outcomeOf, summary} from './outcome.ts'
import {checkAll} from './pool.ts'
import {createProgress} from './progress.ts'
import {decode} from './read-text.ts'

export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
}

/** Runs `postmortem-lint`. @returns the exit status: 0 nothing at or above `--fail-on`, 1 findings, 2 bad usage or unreadable input */
export async function main(args: readonly string[], streams: Streams): Promise<number> {
  const {stdout, stderr} = streams
  const options = readOptions(args, stdout, stderr)
  if (typeof options === 'number') return options
  try {
    return isFromStdin(options) ? await runOnStdin(options, streams) : await runOnFiles(options, streams)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    stderr.write(`${error.message}\n`)
    return 2
  }
}

const isFromStdin = ({paths, stdinFilename}: Options): boolean =>
  (paths.length === 0 && stdinFilename !== undefined) || (paths.length === 1 && paths[0] === '-')

const hasColors = (output: Output): boolean => Boolean(output.isTTY) && !process.env.NO_COLOR

async function runOnStdin(options: Options, {stdin, stdout, stderr}: Streams): Promise<number> {
  const {stdinFilename = '<stdin>', config, all, model, fix, format} = options
  const finder = createConfigFinder({explicit: config, all})
  const reading = decode(await readAll(stdin))
  const report =
    'error' in reading
      ? failed(stdinFilename, reading.error)
      : lintText(stdinFilename, reading.text, {config: finder.of(stdinFilename), model, fix})
  if (fix && 'text' in reading) stdout.write(report.fixed ?? reading.text)
  const output = fix ? stderr : stdout
  return finish([outcomeOf(report, format, {colors: hasColors(output)})], options, output, stderr)
}

async function runOnFiles(options: Options, {stdout, stderr}: Streams): Promise<number> {
  const {paths, config, all, model, fix, format} = options
  // A broken configuration is told of before any file is checked or written.
  const finder = createConfigFinder({explicit: config, all})
  const {files, problems} = await expandPaths(paths)
  for (const file of files) finder.of(file)
  for (const problem of problems) stderr.write(`${problem}\n`)
  const progress = createProgress(files.length, stderr)
  const outcomes = await checkAll(files, {config, all, model, fix, format, colors: hasColors(stdout)}, (done) =>
    progress.report(done),
  )
  progress.end()
  const status = finish(outcomes, options, stdout, stderr)
  return problems.length ? 2 : status
}

function finish(outcomes: readonly Outcome[], {format, failOn}: Options, output: Output, stderr: Output): number {
  output.write(FORMATTERS[format].whole(outcomes))
  const unread = outcomes.filter(({error}) => error !== undefined)
  for (const {path, error} of unread) stderr.write(`${path} ${error}.\n`)
  const broken = outcomes.flatMap(({path, brokenRules}) => brokenRules.map((rule) => ({path, rule})))
  for (const {path, rule} of broken)
    stderr.write(`${path}: the rule ${rule} broke here and reports nothing; this is a defect of postmortem-lint.\n`)
  const skipped = outcomes.some(({postmortem, error}) => !postmortem && error === undefined)
  if (format !== 'stylish' && skipped) stderr.write(`${summary(outcomes)}\n`)
  if (unread.length || broken.length) return 2
  return failOn !== 'never' && outcomes.some(({worst}) => worst && isAtLeast(worst, failOn)) ? 1 : 0
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}
