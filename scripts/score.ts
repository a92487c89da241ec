import {execFileSync} from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {scoreCatalogue} from './score/catalogue.ts'
import {describe, readLabelled, score} from './score/sentences.ts'

/** Measures the language rules: our own labelled sentences always, the shared sets where they are. `--misses` prints what to read. */
const root = fileURLToPath(new URL('..', import.meta.url))
const shared = path.join(root, '../shared')
const showMisses = process.argv.includes('--misses')

const tuning = score(readLabelled(path.join(root, 'test/labelled/tuning')))
console.log(describe('own, tuning part', tuning))
if (showMisses) {
  for (const row of tuning.misses) console.log(`MISS  ${row.id} [${row.labels.join()}] §${row.section} :: ${row.text}`)
  for (const row of tuning.falses) console.log(`FALSE ${row.id} [${row.rules.join()}] §${row.section} :: ${row.text}`)
}
// Figures only: nobody reads the sentences of this part.
console.log(describe('own, held-out part', score(readLabelled(path.join(root, 'test/labelled/held-out')))))

const catalogueFile = path.join(shared, 'docs/catalogue.json')
if (fs.existsSync(catalogueFile)) {
  const catalogue = scoreCatalogue(catalogueFile)
  console.log(
    `catalogue: ${catalogue.found} of ${catalogue.triggers} triggers found, ${catalogue.flagged} of ${catalogue.negatives} hard negatives flagged`,
  )
  if (showMisses)
    for (const line of [...catalogue.misses.map((m) => `MISS  ${m}`), ...catalogue.falses.map((f) => `FALSE ${f}`)])
      console.log(line)
}
const script = path.join(shared, 'eval/score.mjs')
if (fs.existsSync(script)) {
  execFileSync('node', ['scripts/build.mjs'], {cwd: root, stdio: 'inherit'})
  execFileSync('node', [script, '--cli', 'node dist/cli/postmortem-lint.cjs', ...(showMisses ? ['--misses'] : [])], {
    cwd: root,
    stdio: 'inherit',
  })
}
