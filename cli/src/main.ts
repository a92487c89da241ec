import {isAtLeast} from '#core/lint/finding.ts'
import {ConfigError} from './config-error.ts'
import {expandPaths} from './inputs.ts'
import {type Options, type Output, readOptions} from './options.ts'
import {summary} from './outcome.ts'
import {checkAll} from './pool.ts'
import {createProgress} from './progress.ts'
import {ReportWriter} from './report-writer.ts'
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
  const {checked, fixed} = checkText(
    options.stdinFilename ?? '<stdin>',
    await readAll(stdin),
    runOptions(options, output),
  )
  if (fixed !== undefined) stdout.write(fixed)
  const writer = new ReportWriter(options.format, output)
  writer.add(0, checked)
  return finish(writer, options, stderr)
}

async function runOnFiles(options: Options, {stdout, stderr}: Streams): Promise<number> {
  const {files, problems} = await expandPaths(options.paths)
  for (const problem of problems) stderr.write(`${problem}\n`)
  const places = new Map(files.map((file, place) => [file, place]))
  const progress = createProgress(files.length, stderr)
  const write = (text: string): void => {
    if (stdout.isTTY) progress.hide()
    stdout.write(text)
  }
  const writer = new ReportWriter(options.format, {write})
  let done = 0
  await checkAll(files, runOptions(options, stdout), (checked) => {
    for (const one of checked) writer.add(places.get(one.outcome.path)!, one)
    progress.report((done += checked.length))
  })
  progress.hide()
  const status = await finish(writer, options, stderr)
  return problems.length ? 2 : status
}

async function finish(writer: ReportWriter, {format, failOn}: Options, stderr: Output): Promise<number> {
  const outcomes = await writer.end()
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
