import {isAtLeast} from '#core'
import {ConfigError, createConfigFinder} from './config.ts'
import {formatGithub} from './format/github.ts'
import {formatJson} from './format/json.ts'
import {formatSarif} from './format/sarif.ts'
import {formatStylish, summary} from './format/stylish.ts'
import {expandPaths} from './inputs.ts'
import {failed, lintText} from './lint-file.ts'
import {type Options, type Output, readOptions} from './options.ts'
import {checkAll} from './pool.ts'
import {createProgress} from './progress.ts'
import {decode} from './read-text.ts'
import type {FileReport} from './report.ts'

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

const isFromStdin = ({paths, stdinFilename}: Options): boolean => (paths.length === 0 && stdinFilename !== undefined) || (paths.length === 1 && paths[0] === '-')

async function runOnStdin(options: Options, {stdin, stdout, stderr}: Streams): Promise<number> {
  const {stdinFilename = '<stdin>', config, all, model, fix} = options
  const finder = createConfigFinder({explicit: config, all})
  const reading = decode(await readAll(stdin))
  const report = 'error' in reading ? failed(stdinFilename, reading.error) : lintText(stdinFilename, reading.text, {config: finder.of(stdinFilename), model, fix})
  if (fix && 'text' in reading) stdout.write(report.fixed ?? reading.text)
  return finish([report], options, fix ? stderr : stdout, stderr)
}

async function runOnFiles(options: Options, {stdout, stderr}: Streams): Promise<number> {
  const {paths, config, all, model, fix} = options
  // A broken configuration is told of before any file is checked or written.
  const finder = createConfigFinder({explicit: config, all})
  const {files, problems} = await expandPaths(paths)
  for (const file of files) finder.of(file)
  for (const problem of problems) stderr.write(`${problem}\n`)
  const progress = createProgress(files.length, stderr)
  const reports = await checkAll(files, {config, all, model, fix}, (done) => progress.report(done))
  progress.end()
  const status = finish(reports, options, stdout, stderr)
  return problems.length ? 2 : status
}

function finish(reports: readonly FileReport[], options: Options, stdout: Output, stderr: Output): number {
  const {format, failOn} = options
  if (reports.length || format !== 'stylish') stdout.write(formatted(reports, options, stdout))
  const unread = reports.filter(({error}) => error !== undefined)
  for (const {path, error} of unread) stderr.write(`${path} ${error}.\n`)
  const broken = reports.flatMap(({path, brokenRules = []}) => brokenRules.map((rule) => ({path, rule})))
  for (const {path, rule} of broken) stderr.write(`${path}: the rule ${rule} broke here and reports nothing; this is a defect of postmortem-lint.\n`)
  const skipped = reports.some(({postmortem, error}) => !postmortem && error === undefined)
  if (format !== 'stylish' && skipped) stderr.write(`${summary(reports)}\n`)
  if (unread.length || broken.length) return 2
  return failOn !== 'never' && reports.some(({findings}) => findings.some(({severity}) => isAtLeast(severity, failOn))) ? 1 : 0
}

function formatted(reports: readonly FileReport[], {format}: Options, stdout: Output): string {
  switch (format) {
    case 'json':
      return formatJson(reports)
    case 'sarif':
      return formatSarif(reports)
    case 'github':
      return formatGithub(reports)
    case 'stylish':
      return formatStylish(reports, {colors: Boolean(stdout.isTTY) && !process.env.NO_COLOR})
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}
