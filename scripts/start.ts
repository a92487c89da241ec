import {spawn, spawnSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {cacheRoot} from '../test/integration/host/cache.ts'
import {EDITIONS} from '../test/integration/host/editions.ts'
import {startServer} from '../test/integration/host/editor-server.ts'
import {Unavailable} from '../test/integration/host/progress.ts'

// npm start: an editor with the extension, on examples/.
// npm start -- FOLDER: on another folder.
// npm start -- --lint FILE…: the report of the command line on files; further switches are its own.
// POSTMORTEM_START=server leaves an installed “code” alone.

const LINT = path.resolve('dist/cli/postmortem-lint.cjs')

async function main(args: readonly string[]): Promise<number> {
  // “npm start” hands the script a folder of its own choosing: relative paths mean the one where the person stands.
  const from = process.env['INIT_CWD'] ?? process.cwd()
  if (args[0] === '--lint') {
    build(['cli'])
    return spawnSync(process.execPath, [LINT, ...args.slice(1)], {stdio: 'inherit', cwd: from}).status ?? 2
  }
  const folder = args[0] ? path.resolve(from, args[0]) : path.resolve('examples')
  if (!fs.existsSync(folder)) throw new Unavailable(`There is no folder ${folder}.`)
  console.log('· Building …')
  build([])
  return process.env['POSTMORTEM_START'] !== 'server' && openInstalled(folder) ? 0 : serve(folder)
}

function build(names: readonly string[]): void {
  const {status} = spawnSync(process.execPath, ['scripts/build.mjs', ...names], {stdio: 'inherit'})
  if (status !== 0) throw new Unavailable('The build did not work; its messages stand above.')
}

/** @returns whether this machine has “code” */
function openInstalled(folder: string): boolean {
  const args = [`--extensionDevelopmentPath=${process.cwd()}`, '--new-window', folder]
  const {status} = spawnSync('code', args, {
    stdio: ['ignore', 'inherit', 'ignore'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) return false
  console.log(`VS Code opens ${folder} with the extension.`)
  return true
}

/** Serves VS Code from npm to a browser until Ctrl-C. What is set and opened there is kept for the next time. */
async function serve(folder: string): Promise<number> {
  console.log('VS Code comes from npm and is shown in a browser, as there is no “code” here to open.')
  const profile = path.join(cacheRoot, 'start')
  const folders = {userData: path.join(profile, 'user-data'), extensions: path.join(profile, 'extensions')}
  linkExtension(folders.extensions)
  const server = await startServer(EDITIONS.current, folders, [])
  // Not with “--default-folder”: files opened so have another address than findings for them.
  const address = `${server.origin}/?${new URLSearchParams({folder}).toString().replaceAll('%2F', '/')}`
  const interrupted = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(0))
  })
  console.log(
    `\nVS Code ${EDITIONS.current.vscode} with Post-mortem, on ${folder}:\n\n    ${address}\n\nCtrl-C ends it.`,
  )
  openBrowser(address)
  const gone = server.exited.then((code) => {
    throw new Error(`The VS Code server ended with status ${code}.`)
  })
  try {
    return await Promise.race([interrupted, gone])
  } finally {
    gone.catch(() => undefined)
    await server.stop()
  }
}

/** Puts this working tree where the editor looks for installed extensions; a new build needs only a reload of the page. */
function linkExtension(extensions: string): void {
  const {publisher, name, version} = JSON.parse(fs.readFileSync('package.json', 'utf8')) as Record<string, string>
  const folder = `${publisher}.${name}-${version}`
  fs.rmSync(extensions, {recursive: true, force: true})
  fs.mkdirSync(extensions, {recursive: true})
  fs.symlinkSync(process.cwd(), path.join(extensions, folder), 'dir')
  const location = {$mid: 1, path: path.join(extensions, folder), scheme: 'file'}
  const entry = {identifier: {id: `${publisher}.${name}`}, version, location, relativeLocation: folder}
  fs.writeFileSync(path.join(extensions, 'extensions.json'), JSON.stringify([entry]))
}

function openBrowser(address: string): void {
  const hasDisplay = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  const program = process.platform === 'darwin' ? 'open' : hasDisplay ? 'xdg-open' : undefined
  if (!program)
    return console.log(`(There is no display on ${os.hostname()}: open the address in a browser that reaches it.)`)
  spawn(program, [address], {stdio: 'ignore', detached: true})
    .on('error', () => undefined)
    .unref()
}

try {
  process.exit(await main(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Unavailable ? `\n${error.message}` : error)
  process.exit(1)
}
