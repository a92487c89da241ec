import {execFileSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {resolveCliArgsFromVSCodeExecutablePath, runTests} from '@vscode/test-electron'
import {desktopEditor} from './desktop.ts'
import {type Edition, EDITIONS} from './host/editions.ts'
import {writeSettings} from './host/profile.ts'

// tsx test/integration/run.ts [NAME…]: runs the suites in real editors. “npm test” does this after building.

const root = fileURLToPath(new URL('../..', import.meta.url))
const integration = path.join(root, 'test', 'integration')
const host = path.join(root, 'dist', 'test', 'vscode-host.mjs')
const screenshots = path.join(integration, 'screenshots')

interface Leg {
  readonly name: string
  readonly edition: Edition
  readonly suite: string
  /** The packaged extension is installed, instead of the working tree being loaded. */
  readonly packaged?: boolean
  /** The extension runs in the browser's worker. */
  readonly web?: boolean
}

const LEGS: readonly Leg[] = [
  {name: 'current', edition: EDITIONS.current, suite: 'suite'},
  {name: 'oldest', edition: EDITIONS.oldest, suite: 'suite'},
  {name: 'packaged', edition: EDITIONS.current, suite: 'suite-packaged', packaged: true},
  {name: 'web', edition: EDITIONS.current, suite: 'suite-web', web: true},
]

async function runLeg(leg: Leg): Promise<boolean> {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), `postmortem-${leg.name}-`))
  const [workspace, userData, extensions] = ['workspace', 'user-data', 'extensions'].map((name) =>
    path.join(scratch, name),
  )
  fs.cpSync(path.join(integration, 'workspace'), workspace!, {recursive: true})
  writeSettings(userData!)
  const folders = [`--user-data-dir=${userData}`, `--extensions-dir=${extensions}`]
  const {executable, title} = await editor(leg.edition)
  console.log(`\n${leg.name}: ${title}`)
  try {
    const env = {POSTMORTEM_VSCODE: leg.edition.name, POSTMORTEM_SCREENSHOTS: path.join(screenshots, leg.name)}
    if (leg.packaged) install(executable, folders, env)
    await runTests({
      vscodeExecutablePath: executable,
      // VS Code runs tests for an extension under development only; for the packaged one that is an empty one.
      extensionDevelopmentPath: leg.packaged ? path.join(integration, 'empty-extension') : root,
      extensionTestsPath: path.join(root, 'dist', 'test', `${leg.suite}.cjs`),
      launchArgs: [workspace!, ...folders, ...(leg.web ? ['--extensionDevelopmentKind=web'] : [])],
      extensionTestsEnv: env,
    })
    return true
  } catch (error) {
    console.error(`${leg.name}: ${(error as Error).message}`)
    return false
  } finally {
    fs.rmSync(scratch, {recursive: true, force: true, maxRetries: 5})
  }
}

async function editor({name, vscode}: Edition): Promise<{executable: string; title: string}> {
  const desktop = await desktopEditor(name === 'current' ? 'stable' : vscode)
  if ('executable' in desktop) return {executable: desktop.executable, title: `desktop VS Code, ${name}`}
  return {
    executable: host,
    title: `VS Code ${vscode} (server and workbench from npm, headless Chromium), as for the desktop editor ${desktop.reason}`,
  }
}

function install(executable: string, folders: readonly string[], env: NodeJS.ProcessEnv): void {
  const vsix = fs.readdirSync(path.join(root, 'dist')).find((name) => name.endsWith('.vsix'))
  if (!vsix) throw new Error('There is no .vsix in dist/. “npm run package” makes it.')
  const [program, ...args] =
    executable === host ? [host] : resolveCliArgsFromVSCodeExecutablePath(executable, {reuseMachineInstall: true})
  execFileSync(program!, [...args, ...folders, '--install-extension', path.join(root, 'dist', vsix)], {
    env: {...process.env, ...env},
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
}

const names = process.argv.slice(2)
let failed = false
for (const leg of LEGS) {
  if (names.length && !names.includes(leg.name)) continue
  if (!(await runLeg(leg))) failed = true
}
process.exitCode = failed ? 1 : 0
