import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A generator returns the contents of its files by path from the root. */
export type Generator = () => Record<string, string> | Promise<Record<string, string>>

/**
 * Language data as a module. The programs read it when they need it, and those of Node.js have it in a file of its own
 * (“language data” in `scripts/build.mjs`).
 */
export function dataModule(origin: string, data: unknown): string {
  // One character beyond Latin-1 would double the memory of the text and the time to parse it.
  const ascii = JSON.stringify(data).replace(
    /[^ -~]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `// ${origin} Do not edit.\nexport const json = (): string => ${JSON.stringify(ascii)}\n`
}

/** @returns the paths that were out of date, after writing them unless `check` is set */
export async function writeGenerated(generators: readonly Generator[], check: boolean): Promise<string[]> {
  const stale: string[] = []
  for (const generate of generators) {
    for (const [file, text] of Object.entries(await generate())) {
      const target = path.join(root, file)
      if (fs.existsSync(target) && fs.readFileSync(target, 'utf8') === text) continue
      stale.push(file)
      if (check) continue
      fs.mkdirSync(path.dirname(target), {recursive: true})
      fs.writeFileSync(target, text)
      console.log(`wrote ${file}`)
    }
  }
  return check ? stale : []
}
