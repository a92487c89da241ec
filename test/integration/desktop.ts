import {execFileSync} from 'node:child_process'
import path from 'node:path'
import {downloadAndUnzipVSCode, SilentReporter} from '@vscode/test-electron'
import {cacheRoot} from './host/cache.ts'
import {step} from './host/progress.ts'

/**
 * The desktop editor, where it can be downloaded and shown.
 * @returns its executable, or why there is none
 */
export async function desktopEditor(version: string): Promise<{executable: string} | {reason: string}> {
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  if (!hasDisplay) return {reason: 'there is no display (“xvfb-run npm test” makes one)'}
  let executable: string
  try {
    executable = await step(`Looking for the desktop editor, ${version}`, () =>
      // The time-out counts silence, not the whole download: a slow line is not a closed one.
      downloadAndUnzipVSCode({
        version,
        cachePath: path.join(cacheRoot, 'desktop'),
        timeout: 5_000,
        reporter: new SilentReporter(),
      }),
    )
  } catch (error) {
    return {reason: `its download is out of reach (${(error as Error).message.split('\n')[0]})`}
  }
  try {
    // Runs the binary as plain Node.js: enough to see whether the system has the libraries that it wants.
    execFileSync(executable, ['--version'], {env: {...process.env, ELECTRON_RUN_AS_NODE: '1'}, timeout: 20_000})
    return {executable}
  } catch {
    return {reason: 'the system lacks libraries that it wants'}
  }
}
