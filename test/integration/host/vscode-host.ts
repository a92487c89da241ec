import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {format} from 'node:util'
import type {Page} from 'playwright-core'
import {type HostArguments, parseArguments} from './arguments.ts'
import {launchBrowser} from './browser.ts'
import {startDriver} from './driver.ts'
import {DRIVER_SETTING} from './driver-protocol.ts'
import {type Edition, editionNamed} from './editions.ts'
import {type EditorFolders, type EditorServer, installExtension, startServer} from './editor-server.ts'
import {Unavailable} from './progress.ts'
import {serveWebExtension} from './web-extension.ts'

/**
 * Stands in for Code's executable where Code itself cannot be had: the real VS Code server and workbench in a headless
 * Chromium. For `vscodeExecutablePath` of @vscode/test-electron's `runTests()`.
 */
async function main(args: HostArguments, edition: Edition): Promise<number> {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-vscode-'))
  const folders = {
    userData: args.userData ?? path.join(scratch, 'user-data'),
    extensions: args.extensions ?? path.join(scratch, 'extensions'),
  }
  try {
    for (const vsix of args.install) await installExtension(edition, folders, vsix)
    return args.testsPath ? await runSuite(args, args.testsPath, edition, folders) : 0
  } finally {
    fs.rmSync(scratch, {recursive: true, force: true, maxRetries: 3})
  }
}

/** What every run logs. */
const NOISE = /gallery as it is disabled|Failed to load resource|[Ss]ervice ?Worker|Creating a socket|bad HTTP response/

async function runSuite(
  args: HostArguments,
  testsPath: string,
  edition: Edition,
  folders: EditorFolders,
): Promise<number> {
  const log: string[] = []
  const closing: (() => unknown)[] = []
  let code = 1
  try {
    const browser = await launchBrowser()
    closing.push(() => browser.close())
    const page = await browser.newPage({
      viewport: {width: 1440, height: 900},
      bypassCSP: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const driver = await startDriver(page, process.env['POSTMORTEM_SCREENSHOTS'] ?? 'screenshots')
    closing.push(() => driver.close())
    // Without the switch, a built VS Code takes no extension under development from the page's address.
    const server = await startServer(edition, folders, ['--enable-smoke-test-driver'], {
      [DRIVER_SETTING]: driver.address,
    })
    closing.push(() => server.stop())
    if (args.developmentKind === 'web') {
      closing.push(await serveWebExtension(page, path.resolve(args.developmentPaths[0]!), path.resolve(testsPath)))
    }
    const address = addressOf(server.origin, args, testsPath)
    code = await Promise.race([suiteEnd(page, address, log), serverEnd(server), limit(page)])
    return code
  } finally {
    // The editor's own log is long and mostly about itself; it is for the case that something did not work.
    if (log.length && (code !== 0 || process.env['POSTMORTEM_VERBOSE'])) {
      const lines = log.filter((line) => !NOISE.test(line))
      console.error(`The editor's log ends with:\n${lines.slice(-40).join('\n')}`)
    }
    for (const close of closing) await close()
  }
}

function addressOf(origin: string, args: HostArguments, testsPath: string): string {
  const query = new URLSearchParams({folder: path.resolve(args.folder ?? '.')})
  if (args.developmentKind !== 'web') {
    const remote = (file: string) => `vscode-remote://${new URL(origin).host}${path.resolve(file)}`
    const payload = [
      ...args.developmentPaths.map((file) => ['extensionDevelopmentPath', remote(file)]),
      ['extensionTestsPath', remote(testsPath)],
    ]
    query.set('payload', JSON.stringify(payload))
  }
  return `${origin}/?${query}`
}

/** The workbench tells the end of the extension tests, and everything that was logged, to functions of the page. */
function suiteEnd(page: Page, address: string, log: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const ready = Promise.all([
      page.exposeFunction('codeAutomationLog', (kind: string, args: unknown[]) =>
        log.push(format(`[${kind}]`, ...args)),
      ),
      page.exposeFunction('codeAutomationExit', (code: number) => resolve(code)),
    ])
    page.on('pageerror', (error) => log.push(`[page] ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') log.push(`[console] ${message.text()}`)
    })
    page.on('crash', () => reject(new Error('The browser page crashed.')))
    page.on('close', () => reject(new Error('The browser ended before the suite did.')))
    ready.then(() => page.goto(address)).catch(reject)
  })
}

async function serverEnd(server: EditorServer): Promise<never> {
  throw new Error(`The VS Code server ended with status ${await server.exited} before the suite did.`)
}

async function limit(page: Page): Promise<never> {
  const seconds = Number(process.env['POSTMORTEM_SUITE_LIMIT'] ?? 300)
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000).unref())
  const shown = await page.locator('body').innerText({timeout: 5_000})
  throw new Error(`The suite had not ended after ${seconds} s. The window showed:\n${shown}`)
}

function end(signal: NodeJS.Signals): void {
  console.error(`Ended by ${signal}.`)
  process.exit(130)
}
process.once('SIGINT', end)
process.once('SIGTERM', end)

try {
  process.exitCode = await main(parseArguments(process.argv.slice(2)), editionNamed(process.env['POSTMORTEM_VSCODE']))
} catch (error) {
  console.error(error instanceof Unavailable ? error.message : error)
  process.exitCode = 1
}
