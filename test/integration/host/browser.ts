import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import {type Browser, chromium} from 'playwright-core'
import {cached} from './cache.ts'
import {run, unpack} from './npm.ts'
import {step, Unavailable} from './progress.ts'

const SPARTICUZ = '153.0.0'
const DEJAVU = '2.37.3'

interface Candidate {
  readonly executable: string
  readonly env?: Record<string, string>
}

/** A running Chromium without a window: the one installed, else one from npm, else Debian's. */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = []
  for (const find of [installed, fromNpm, fromDebian]) {
    try {
      const candidate = await find()
      if (candidate) return await launch(candidate)
    } catch (error) {
      failures.push((error as Error).message.split('\n').slice(0, 3).join('\n'))
    }
  }
  throw new Unavailable(
    ['There is no Chromium that starts on this machine.', ...failures, 'POSTMORTEM_BROWSER names one to use.'].join(
      '\n',
    ),
  )
}

function launch({executable, env}: Candidate): Promise<Browser> {
  return chromium.launch({
    executablePath: executable,
    env: {...process.env, ...env},
    timeout: 60_000,
    args: [
      // These keep it quiet on a closed network. The sandbox does not start for root or in most containers.
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--password-store=basic'],
    ],
  })
}

function installed(): Candidate | undefined {
  const named = process.env['POSTMORTEM_BROWSER']
  if (named) return {executable: named}
  const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
  )
  const executable = [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...mac].find(
    // A snap sees neither our profile nor our address.
    (file) => fs.existsSync(file) && !fs.realpathSync(file).includes('/snap'),
  )
  return executable ? {executable} : undefined
}

async function fromNpm(): Promise<Candidate | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = await cached(`chromium-${SPARTICUZ}`, (draft) =>
    step('Fetching Chromium and fonts from npm (about 75 MB)', async () => {
      await unpack(`@sparticuz/chromium@${SPARTICUZ}`, draft, 'bin')
      for (const archive of fs.readdirSync(draft)) await inflate(path.join(draft, archive), draft)
      const fonts = path.join(draft, 'dejavu')
      fs.mkdirSync(fonts)
      await unpack(`dejavu-fonts-ttf@${DEJAVU}`, fonts, 'ttf')
    }),
  )
  const fontConfig = path.join(folder, 'fonts.conf')
  fs.writeFileSync(fontConfig, fontsIn(folder))
  return {
    executable: path.join(folder, 'chromium'),
    env: {
      // The package brings the few libraries that a bare Linux lacks; the system's own go first.
      LD_LIBRARY_PATH: ['/usr/lib/x86_64-linux-gnu', path.join(folder, 'lib')].join(':'),
      FONTCONFIG_FILE: fontConfig,
    },
  }
}

/** Chromium ends without a word when it meets a system without fonts. */
const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/dejavu</dir>
  <cachedir>${folder}/font-cache</cachedir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
</fontconfig>
`

async function inflate(archive: string, folder: string): Promise<void> {
  const target = path.join(folder, path.basename(archive, '.br'))
  fs.writeFileSync(target, zlib.brotliDecompressSync(fs.readFileSync(archive)), {mode: 0o755})
  fs.rmSync(archive)
  if (!target.endsWith('.tar')) return
  await run('tar', ['-xf', target], folder)
  fs.rmSync(target)
}

async function fromDebian(): Promise<Candidate | undefined> {
  if (!fs.existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return undefined
  await step('Installing Debian’s chromium', async () => {
    await run('apt-get', ['update', '-qq'], '/')
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], '/')
  })
  return {executable: '/usr/bin/chromium'}
}
