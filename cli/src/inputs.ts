import fs from 'node:fs'
import path from 'node:path'
import {glob, isDynamicPattern} from 'tinyglobby'

const MARKDOWN = '**/*.{md,markdown,md.erb}'
const IGNORED = ['**/node_modules/**', '**/.git/**']

export interface Inputs {
  /** Each file once, in the order of the arguments, the files of a folder or glob by name. */
  readonly files: readonly string[]
  /** What was named and is not there. */
  readonly problems: readonly string[]
}

export async function expandPaths(paths: readonly string[]): Promise<Inputs> {
  const files = new Map<string, string>()
  const add = (found: readonly string[]): void => {
    for (const file of found) {
      const key = path.resolve(file)
      if (!files.has(key)) files.set(key, file)
    }
  }
  const problems: string[] = []
  for (const one of paths) {
    const stat = fs.statSync(one, {throwIfNoEntry: false})
    if (stat?.isDirectory()) add(await inFolder(one))
    else if (stat) add([one])
    else if (isDynamicPattern(one)) {
      // From the root, as what lies outside of the working folder escapes “ignore”.
      const found = await glob([one.replaceAll('\\', '/')], {
        ignore: IGNORED,
        ...(path.isAbsolute(one) ? {absolute: true, cwd: path.parse(one).root} : {}),
      })
      if (found.length === 0) problems.push(`${one}: no file matches.`)
      add(found.sort())
    } else problems.push(`${one}: there is no such file or folder.`)
  }
  return {files: [...files.values()], problems}
}

async function inFolder(folder: string): Promise<string[]> {
  const found = await glob([MARKDOWN], {cwd: folder, ignore: IGNORED})
  return found.map((file) => path.join(folder, file)).sort()
}
