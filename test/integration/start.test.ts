import assert from 'node:assert/strict'
import {type ChildProcess, spawn} from 'node:child_process'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {launchBrowser} from './host/browser.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What “npm start” does where no “code” is installed. */
describe('npm start', function () {
  this.timeout(180_000)
  let child: ChildProcess

  beforeEach(() => {
    child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
      cwd: root,
      env: {...process.env, INIT_CWD: root, POSTMORTEM_START: 'server', DISPLAY: ''},
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  })
  afterEach(() => void child.kill('SIGKILL'))

  it('serves the real VS Code with findings in the examples, until Ctrl-C', async () => {
    const address = await addressFrom(child)
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage({viewport: {width: 1280, height: 800}})
      await page.goto(address)
      await page.locator('.explorer-viewlet .monaco-list-row', {hasText: 'first-draft.md'}).dblclick({timeout: 60_000})
      await page.locator('.monaco-editor .squiggly-warning').first().waitFor({timeout: 60_000})
      await page.screenshot({path: `${root}/test/integration/screenshots/npm-start.png`})
    } finally {
      await browser.close()
    }
    const ended = new Promise((resolve) => child.on('exit', resolve))
    child.kill('SIGINT')
    assert.equal(await ended, 0)
    await assert.rejects(fetch(address), 'the server is gone')
  })
})

function addressFrom({stdout}: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const lines = createInterface({input: stdout!})
    lines.on('line', (line) => {
      printed += `${line}\n`
      const address = /http:\S+/.exec(line)?.[0]
      if (address) resolve(address)
    })
    lines.on('close', () => reject(new Error(`It ended before it printed an address:\n${printed}`)))
  })
}
