import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Fetched editors and browsers live outside the repository, so that a fresh clone finds them again. */
export const cacheRoot = path.join(
  process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'),
  'postmortem-vscode',
)

/**
 * The folder `name` of the cache, filled by `fill` if it is not there yet.
 * It is filled under another name and moved when complete: what stands in the cache is whole.
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = path.join(cacheRoot, name)
  if (fs.existsSync(folder)) return folder
  fs.mkdirSync(cacheRoot, {recursive: true})
  const draft = fs.mkdtempSync(path.join(cacheRoot, `.draft-${name}-`))
  try {
    await fill(draft)
    fs.renameSync(draft, folder)
  } catch (error) {
    fs.rmSync(draft, {recursive: true, force: true})
    // Another run may have filled it meanwhile; then its folder is as good as ours.
    if (!fs.existsSync(folder)) throw error
  }
  return folder
}
