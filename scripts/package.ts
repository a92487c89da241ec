import fs from 'node:fs'
import path from 'node:path'
import {createVSIX, listFiles, PackageManager} from '@vscode/vsce'
import {serverWithoutLanguageData} from './server-size.ts'

// npm run package: dist/postmortem-<version>.vsix, with a table of what is in it, held against the budgets.
// --without-budgets leaves out the last part.

const KB = 1000
/** Of the server, libraries (parsers of Markdown and YAML, the protocol, time zones) take about half. */
const BUDGETS = {vsix: 3000 * KB, server: 1100 * KB}

const {name, version} = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {name: string; version: string}
const vsix = path.join('dist', `${name}-${version}.vsix`)
const files = await listFiles({packageManager: PackageManager.None})
// Pictures of the README come along: the project has no address that the Marketplace could fetch them from.
await createVSIX({packagePath: vsix, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false})

const size = (file: string): number => fs.statSync(file).size
const rows: [string, number, number?][] = [...sizesByPlace(files)]
rows.push([vsix, size(vsix), BUDGETS.vsix])
rows.push(['dist/server/node.cjs without language data', serverWithoutLanguageData() ?? 0, BUDGETS.server])
console.log('\nSize, KB')
for (const [title, bytes, budget] of rows) {
  console.log(`${(bytes / KB).toFixed(0).padStart(7)}  ${title}${budget ? `  (budget ${budget / KB})` : ''}`)
}
const over = rows.filter(([, bytes, budget]) => budget !== undefined && bytes > budget)
if (over.length && !process.argv.includes('--without-budgets')) {
  console.error(`\nOver budget: ${over.map(([title]) => title).join(', ')}`)
  process.exit(1)
}

/** Programs one by one, other files by their folder. */
function sizesByPlace(paths: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const file of paths) {
    const place = file.startsWith('dist/') || !file.includes('/') ? file : `${path.posix.dirname(file)}/`
    sizes.set(place, (sizes.get(place) ?? 0) + size(file))
  }
  return sizes
}
