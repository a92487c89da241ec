import fs from 'node:fs'
import path from 'node:path'
import {cached} from './cache.ts'
import type {Edition} from './editions.ts'
import {npm, unpack} from './npm.ts'
import {step, Unavailable} from './progress.ts'

/** Counted up when the recipe below changes, so that no old result of it is used. */
const RECIPE = 5

/** @returns the folder of VS Code's server, workbench and extension host, fetched from npm at the first time */
function vscodeFolder(edition: Edition): Promise<string> {
  if (process.platform === 'win32') throw new Unavailable('VS Code from npm runs on Linux and macOS only.')
  return cached(`vscode-${edition.vscode}-${RECIPE}`, async (draft) => {
    await step(`Fetching VS Code ${edition.vscode} from npm (about 45 MB)`, () =>
      unpack(`code-server@${edition.codeServer}`, draft, 'lib/vscode'),
    )
    await step(`Installing what VS Code ${edition.vscode} stands on (about 120 packages)`, () => installModules(draft))
    if (edition.name === 'oldest') await bringUpToDate(draft)
  })
}

/** What the old edition expects code-server, or a download from GitHub at installation, to do for it. */
async function bringUpToDate(folder: string): Promise<void> {
  fs.writeFileSync(path.join(folder, OWN_START), START)
  const search = path.join(folder, 'node_modules', '@vscode', 'ripgrep', 'bin')
  fs.mkdirSync(search, {recursive: true})
  await unpack(`@vscode/ripgrep-${process.platform}-${process.arch}@${RIPGREP}`, search, 'bin')
}

/** @returns the script that starts the server, or installs extensions with it */
export async function serverScript(edition: Edition): Promise<string> {
  const folder = await vscodeFolder(edition)
  const own = path.join(folder, OWN_START)
  return fs.existsSync(own) ? own : path.join(folder, 'out', 'server-main.js')
}

async function installModules(folder: string): Promise<void> {
  const file = path.join(folder, 'package.json')
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as {dependencies: Record<string, string>}
  for (const name of HEAVY) delete manifest.dependencies[name]
  fs.writeFileSync(file, JSON.stringify(manifest))
  // Nothing is compiled: no C compiler, no Python, no headers of Node.js are asked of the machine.
  const args = ['install', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund']
  await npm(args, folder, 'What VS Code stands on')
  replace(folder, '@vscode/spdlog', LOGGER)
  replace(folder, '@vscode/native-watchdog', WATCHDOG)
  replace(folder, 'native-watchdog', WATCHDOG)
}

/** 190 MB that serve AI features, which are off. */
const HEAVY = ['@github/copilot-sdk', '@microsoft/mxc-sdk']

/** Without these two native modules the extension host does not start; what they do is done here in a few lines. */
function replace(folder: string, name: string, source: string): void {
  const target = path.join(folder, 'node_modules', name)
  if (!fs.existsSync(target)) return
  fs.rmSync(target, {recursive: true})
  fs.mkdirSync(target)
  fs.writeFileSync(path.join(target, 'package.json'), JSON.stringify({name, version: '0.0.0', main: 'index.js'}))
  fs.writeFileSync(path.join(target, 'index.js'), source)
}

const RIPGREP = '1.18.0'

const OWN_START = 'start.cjs'

// The old server is a library to code-server and does not start by itself.
const START = `
const http = require('node:http')
require('./out/server-main.js').loadCodeWithNls().then(async (code) => {
  if (process.argv.includes('--install-extension')) return code.spawnCli()
  const editor = await code.createServer(null)
  const server = http.createServer((request, response) => editor.handleRequest(request, response))
  server.on('upgrade', (request, socket) => editor.handleUpgrade(request, socket))
  server.listen(Number(process.argv[process.argv.indexOf('--port') + 1]), '127.0.0.1', () => {
    console.log('Extension host agent listening on ' + server.address().port)
  })
})
`

const LOGGER = `
const fs = require('node:fs')
const path = require('node:path')
class Logger {
  constructor(name, file) { this.file = file; this.name = name }
  write(level, message) { fs.appendFileSync(this.file, new Date().toISOString() + ' [' + level + '] ' + message + '\\n') }
  setPattern() {} clearFormatters() {} setLevel() {} getLevel() { return 2 } flush() {} drop() {}
}
for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'critical']) {
  Logger.prototype[level] = function (message) { if (level !== 'trace' && level !== 'debug') this.write(level, message) }
}
async function create(name, file) { fs.mkdirSync(path.dirname(file), {recursive: true}); return new Logger(name, file) }
// One by one: “import” finds only exports that are written so.
exports.setLevel = () => {}
exports.setFlushOn = () => {}
exports.createRotatingLogger = create
exports.createAsyncRotatingLogger = create
`

// The watchdog ends the extension host when the server has died, as the native one does.
const WATCHDOG = `
exports.start = (pid) => {
  setInterval(() => { try { process.kill(pid, 0) } catch { process.exit(87) } }, 3000).unref()
}
exports.exit = (code) => process.exit(code || 0)
`
