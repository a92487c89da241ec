import {spawnSync} from 'node:child_process'
import * as esbuild from 'esbuild'

// npm run bench [-- --check | --peers | --vscode | --json FILE | --sizes 1500,6000]
// Measured is what ships: bundled and minified as in scripts/build.mjs, as runners of TypeScript slow functions down.

const args = process.argv.slice(2)
const run = (file, ...more) => spawnSync(process.execPath, [...more, file, ...args], {stdio: 'inherit'}).status ?? 1

await esbuild.build({
  entryPoints: ['test/bench/main.ts'],
  outfile: 'dist/bench/main.mjs',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  supported: {'regexp-unicode-property-escapes': true},
  format: 'esm',
  banner: {js: `import {createRequire as requireFrom} from 'node:module';const require=requireFrom(import.meta.url);`},
  logLevel: 'warning',
})
const needsPrograms = !args.includes('--check') && !args.includes('--sizes')
const built = needsPrograms ? spawnSync(process.execPath, ['scripts/build.mjs'], {stdio: 'inherit'}).status : 0
process.exitCode = built || run('dist/bench/main.mjs', '--expose-gc')
