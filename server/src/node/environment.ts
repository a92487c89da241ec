import fs from 'node:fs'
import path from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {glob} from 'tinyglobby'
import type {Environment, Files} from '../environment.ts'

export const nodeEnvironment = (): Environment => ({files: disk, breathe: () => setImmediate(), rulePages: rulePages()})

const disk: Files = {
  async read(uri) {
    try {
      return await fs.promises.readFile(fileURLToPath(uri), 'utf8')
    } catch {
      return undefined
    }
  },
  async find(folder, pattern) {
    const found = await glob([pattern], {
      cwd: fileURLToPath(folder),
      absolute: true,
      dot: true,
      ignore: ['**/node_modules/**', '**/.git/**'],
      followSymbolicLinks: false,
    })
    return found.map((file) => pathToFileURL(file).href)
  },
}

/** The pages lie beside the bundle in the extension and in the npm package. */
function rulePages(): string | undefined {
  const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../docs/rules')
  return fs.existsSync(folder) ? `${pathToFileURL(folder).href}/` : undefined
}
