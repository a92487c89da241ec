import {type ChildProcess, spawn} from 'node:child_process'
import path from 'node:path'
import type {Edition} from './editions.ts'
import {nodeExecutable} from './node.ts'
import {writeSettings} from './profile.ts'
import {serverScript} from './vscode.ts'

/** VS Code's server needs a moment on a cold disk, seconds on a busy machine, and never a minute. */
const START_LIMIT = 60_000

export interface EditorFolders {
  readonly userData: string
  readonly extensions: string
}

export interface EditorServer {
  readonly origin: string
  readonly exited: Promise<number | null>
  stop(): Promise<void>
}

export async function startServer(
  edition: Edition,
  folders: EditorFolders,
  args: readonly string[],
  settings: object = {},
): Promise<EditorServer> {
  writeSettings(folders.userData, settings)
  const child = await spawnServer(edition, [
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--disable-workspace-trust'],
    ...serverArgs(folders),
    ...args,
  ])
  const exited = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  const stop = async (): Promise<void> => {
    killGroup(child, 'SIGTERM')
    const patience = setTimeout(() => killGroup(child, 'SIGKILL'), 5_000)
    await exited
    clearTimeout(patience)
    // Its children may outlive it by a breath; the group ends with them.
    killGroup(child, 'SIGKILL')
  }
  process.once('exit', () => killGroup(child, 'SIGKILL'))
  try {
    return {origin: await listening(child), exited, stop}
  } catch (error) {
    await stop()
    throw error
  }
}

/** Installs a packaged extension, as “code --install-extension” does. */
export async function installExtension(edition: Edition, folders: EditorFolders, vsix: string): Promise<void> {
  const child = await spawnServer(edition, ['--install-extension', vsix, '--force', ...serverArgs(folders)])
  let output = ''
  child.stdout!.on('data', (data) => (output += data))
  child.stderr!.on('data', (data) => (output += data))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`${vsix} could not be installed.\n${output}`)
}

function serverArgs({userData, extensions}: EditorFolders): string[] {
  return [
    ...[
      '--accept-server-license-terms',
      '--disable-telemetry',
      '--user-data-dir',
      userData,
      '--extensions-dir',
      extensions,
    ],
    ...['--server-data-dir', path.join(userData, 'server')],
  ]
}

async function spawnServer(edition: Edition, args: readonly string[]): Promise<ChildProcess> {
  const script = await serverScript(edition)
  const node = await nodeExecutable(edition.node)
  // A group of its own, so that its extension hosts and watchers end with it.
  return spawn(node, [script, ...args], {
    cwd: path.dirname(script),
    // No extension gallery: nothing is looked up, and a closed network is no error.
    env: {...process.env, EXTENSIONS_GALLERY: '{}'},
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const fail = (what: string) => reject(new Error(`The VS Code server ${what}.\n${output.slice(-4000)}`))
    const limit = setTimeout(() => fail(`was not ready after ${START_LIMIT / 1000} s`), START_LIMIT)
    const read = (data: Buffer) => {
      output += data
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1]
      if (!port) return
      clearTimeout(limit)
      resolve(`http://127.0.0.1:${port}`)
    }
    child.stdout!.on('data', read)
    child.stderr!.on('data', read)
    child.on('error', reject)
    child.on('exit', (code) => fail(`ended with status ${code} before it was ready`))
  })
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // Nothing of the group is left.
  }
}
