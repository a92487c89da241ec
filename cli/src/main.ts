import fs from 'node:fs'
import {Command, Option} from 'commander'
import {glob} from 'tinyglobby'
import {DEFAULT_CONFIG, isAtLeast, type Severity} from '#core'
import {lintFile} from './lint-file.ts'
import {formatJson} from './format/json.ts'
import {formatStylish} from './format/stylish.ts'

/** Runs `postmortem-lint`. @returns the exit status: 0 nothing at or above `--fail-on`, 1 findings, 2 bad usage or unreadable input */
export async function main(args: readonly string[]): Promise<number> {
  const command = new Command('postmortem-lint')
    .argument('[paths...]')
    .addOption(new Option('--format <format>').choices(['stylish', 'json']).default('stylish'))
    .addOption(new Option('--fail-on <severity>').choices(['error', 'warning', 'information', 'hint', 'never']).default('warning'))
    .option('--model').option('--all')
  command.parse([...args], {from: 'user'})
  const options = command.opts<{format: string; failOn: Severity | 'never'; model?: boolean; all?: boolean}>()
  const files = (await Promise.all(command.args.map(expand))).flat()
  const config = {...DEFAULT_CONFIG, all: options.all ?? false}
  const results = files.map((path) => lintFile(path, fs.readFileSync(path, 'utf8'), config))
  process.stdout.write(options.format === 'json' ? formatJson(results, {model: options.model ?? false, config}) : formatStylish(results))
  const {failOn} = options
  return failOn !== 'never' && results.some((r) => r.findings.some((f) => isAtLeast(f.severity, failOn))) ? 1 : 0
}

async function expand(path: string): Promise<string[]> {
  if (fs.existsSync(path) && fs.statSync(path).isFile()) return [path]
  const patterns = fs.existsSync(path) ? [`${path}/**/*.{md,markdown,md.erb}`] : [path]
  return (await glob(patterns, {absolute: false})).sort()
}
