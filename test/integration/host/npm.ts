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
      const last = `${stdout}\n${stderr}`.trim().split('\n').slice(-12).join('\n')
      reject(new Error(`“${program} ${args.join(' ')}” ended with status ${code}\n${last}`))
    })
  })
}

/** Unpacks one npm package, without its dependencies and without running anything of it. */
export async function unpack(spec: string, folder: string, only = ''): Promise<void> {
  try {
    const printed = await run('npm', ['pack', spec, '--pack-destination', folder, '--loglevel=error'], folder)
    const tarball = path.join(folder, printed.trim().split('\n').at(-1)!)
    const inside = path.posix.join('package', only)
    await run('tar', ['-xzf', tarball, '--strip-components', String(inside.split('/').length), inside], folder)
    fs.rmSync(tarball)
  } catch (error) {
    throw new Unavailable(`${spec} cannot be had from npm on this machine.\n${(error as Error).message}`)
  }
}
