import {spawn} from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import {Unavailable} from './progress.ts'

/** Runs a program to its end. @returns what it printed @throws with its last lines if it fails */
export function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32'})
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (data) => (stdout += data))
    child.stderr.on('data', (data) => (stderr += data))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve(stdout)
      const last = `${stdout}\n${stderr}`.trim().split('\n').slice(-30).join('\n')
      reject(new Error(`“${program} ${args.join(' ')}” ended with status ${code}\n${last}`))
    })
  })
}

/** Runs npm, which tries once more where the network fails. @throws Unavailable with npm's own words for the reason */
export async function npm(args: readonly string[], folder: string, what: string): Promise<string> {
  try {
    return await run('npm', [...args, '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'], folder)
  } catch (error) {
    const lines = (error as Error).message.split('\n')
    const reasons = lines.filter((line) => /^npm error (?:code|network|\d{3}|request)|failed, reason/.test(line))
    const reason = (reasons.length ? reasons : lines).slice(0, 4).join('\n')
    throw new Unavailable(`${what} cannot be had from npm on this machine.\n${reason}`)
  }
}

/** Unpacks one npm package, without its dependencies and without running anything of it. */
export async function unpack(spec: string, folder: string, only = ''): Promise<void> {
  const printed = await npm(['pack', spec, '--pack-destination', folder], folder, spec)
  const tarball = path.join(folder, printed.trim().split('\n').at(-1)!)
  const inside = path.posix.join('package', only)
  await run('tar', ['-xzf', tarball, '--strip-components', String(inside.split('/').length), inside], folder)
  fs.rmSync(tarball)
}
