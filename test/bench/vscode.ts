import {spawnSync} from 'node:child_process'

/** Milliseconds from the opening of the first Markdown file in a real VS Code, with the packaged extension installed. */
export interface VscodeFigures {
  readonly activatedMs: number
  readonly findingsMs: number
}

/** What the integration tests print on the way. */
const PRINTED = /opened and activated after (\d+) ms, first findings after (\d+) ms/

export function measureVscode(): VscodeFigures {
  run('scripts/package.ts', '--without-budgets')
  const found = PRINTED.exec(run('test/integration/run.ts', 'packaged'))
  if (!found) throw new Error('The integration tests print no times.')
  return {activatedMs: Number(found[1]), findingsMs: Number(found[2])}
}

function run(...args: string[]): string {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['--import', 'tsx', ...args], {encoding: 'utf8'})
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-500)}`)
  return stdout
}
