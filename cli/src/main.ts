import {isAtLeast} from '#core/lint/finding.ts'
import {ConfigError} from './config-error.ts'
import {FORMATTERS} from './format/format.ts'
import {expandPaths} from './inputs.ts'
import {type Options, type Output, readOptions} from './options.ts'
import {type Outcome, summary} from './outcome.ts'
import {checkAll} from './pool.ts'
import {createProgress} from './progress.ts'
import type {RunOptions} from './run-options.ts'

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

function runOptions({config, all, model, fix, format}: Options, output: Output): RunOptions {
  const colors = Boolean(output.isTTY) && !process.env.NO_COLOR
  return {all, model, fix, format, colors, ...(config === undefined ? {} : {config})}
}

async function runOnStdin(options: Options, {stdin, stdout, stderr}: Streams): Promise<number> {
  const output = options.fix ? stderr : stdout
  // Late, as all rules come along.
  const {checkText} = await import('./engine.ts')
  const {outcome, fixed} = checkText(
    options.stdinFilename ?? '<stdin>',
    await readAll(stdin),
    runOptions(options, output),
  )
  if (fixed !== undefined) stdout.write(fixed)
  return finish([outcome], options, output, stderr)
}

async function runOnFiles(options: Options, {stdout, stderr}: Streams): Promise<number> {
  const {files, problems} = await expandPaths(options.paths)
  for (const problem of problems) stderr.write(`${problem}\n`)
  const progress = createProgress(files.length, stderr)
  const outcomes = await checkAll(files, runOptions(options, stdout), (done) => progress.report(done))
  progress.end()
  const status = await finish(outcomes, options, stdout, stderr)
  return problems.length ? 2 : status
}

async function finish(
  outcomes: readonly Outcome[],
  {format, failOn}: Options,
  output: Output,
  stderr: Output,
): Promise<number> {
  output.write(await FORMATTERS[format].whole(outcomes))
  const unread = outcomes.filter(({error}) => error !== undefined)
  for (const {path, error} of unread) stderr.write(`${path} ${error}.\n`)
  const broken = outcomes.flatMap(({path, brokenRules}) => brokenRules.map((rule) => ({path, rule})))
  for (const {path, rule} of broken) {
    stderr.write(`${path}: the rule ${rule} broke here and reports nothing; this is a defect of postmortem-lint.\n`)
  }
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
