import fs from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'

// node scripts/build.mjs [--watch] [NAME…]: the programs of the project, each in one file below dist/.

const watch = process.argv.includes('--watch')
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))

/**
 * Every file that imports from a CommonJS package gets a copy of all its names, of which the protocol has five hundred and
 * VS Code's API as many: here they are copied once. A package that requires another takes the thing itself, without a copy.
 */
const namesOnce = {
  name: 'names once',
  setup(build) {
    build.onResolve({filter: /^(?:vscode|vscode-languageserver)$/}, ({kind, path, pluginData}) =>
      kind === 'import-statement' && pluginData !== 'package' ? {path, namespace: 'names-once'} : undefined,
    )
    build.onLoad({filter: /./, namespace: 'names-once'}, ({path}) => ({
      contents: `export * from '${path}'`,
      resolveDir: '.',
      pluginData: 'package',
    }))
  },
}

/**
 * Language data, once for all programs of Node.js, which read it when they need it: V8 takes longer over a text in the source,
 * and keeps it. A worker of a browser cannot wait for a file, so its bundle holds the data.
 */
const languageData = {
  name: 'language data',
  setup(build) {
    build.onLoad({filter: /[\\/]language[\\/].*\.generated\.ts$/}, (args) => {
      const [, literal] = /^export const json = \(\): string => (".*")$/m.exec(fs.readFileSync(args.path, 'utf8'))
      const file = `language/${path.basename(args.path, '.generated.ts')}.json`
      fs.mkdirSync('dist/language', {recursive: true})
      fs.writeFileSync(`dist/${file}`, JSON.parse(literal))
      return {
        contents: `
          import fs from 'node:fs'
          import path from 'node:path'
          export const json = () => fs.readFileSync(path.join(__dirname, '../${file}'), 'utf8')`,
        resolveDir: '.',
        watchFiles: [args.path],
      }
    })
  },
}

const every = {
  bundle: true,
  plugins: [namesOnce],
  outdir: 'dist',
  logLevel: 'warning',
  minify: !watch,
  sourcemap: watch,
  target: 'es2022',
  metafile: true,
}

// Some dependencies ask for their own address, which CommonJS does not have.
const importMetaUrl = `const importMetaUrl=require('node:url').pathToFileURL(__filename).href;`
const node = {
  ...every,
  plugins: [namesOnce, languageData],
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  format: 'cjs',
  outExtension: {'.js': '.cjs'},
  define: {'import.meta.url': 'importMetaUrl'},
  external: ['vscode'],
  // Else each literal with a class such as “letter” becomes a call of the constructor, as the classes grow with Unicode.
  supported: {'regexp-unicode-property-escapes': true},
  // Its build for Node.js is CommonJS, of which nothing can be left out.
  alias: {yaml: './node_modules/yaml/browser/index.js'},
  banner: {js: importMetaUrl},
}
const browser = {...every, platform: 'browser', external: ['vscode'], define: {global: 'globalThis'}}

/** What the command line imports late is a file of its own, and the server for other editors is that of the extension. */
const otherPrograms = {
  name: 'other programs',
  setup(build) {
    build.onResolve({filter: /\/engine\.ts$/}, ({kind}) =>
      kind === 'dynamic-import' ? {path: './engine.cjs', external: true} : undefined,
    )
    build.onResolve({filter: /\/server\/src\/node\/main\.ts$/}, () => ({path: '../server/node.cjs', external: true}))
  },
}

const programs = {
  cli: {
    ...node,
    entryPoints: {
      'cli/postmortem-lint': 'cli/src/postmortem-lint.ts',
      'cli/postmortem-language-server': 'cli/src/postmortem-language-server.ts',
      'cli/engine': 'cli/src/engine.ts',
    },
    plugins: [...node.plugins, otherPrograms],
    banner: {js: `#!/usr/bin/env node\n${importMetaUrl}`},
  },
  node: {
    ...node,
    entryPoints: {'server/node': 'server/src/node/main.ts', 'client/node': 'client/src/node/extension.ts'},
  },
  // A worker has no “document”, which some dependencies use in browsers.
  worker: {
    ...browser,
    format: 'iife',
    conditions: ['worker', 'module'],
    entryPoints: {'server/browser': 'server/src/browser/main.ts'},
  },
  browser: {
    ...browser,
    format: 'cjs',
    outExtension: {'.js': '.cjs'},
    entryPoints: {'client/browser': 'client/src/browser/extension.ts'},
  },
  webview: {
    ...browser,
    format: 'iife',
    entryPoints: {
      'webview/timeline': 'client/src/webview/timeline.ts',
      'webview/markdown': 'client/src/webview/markdown.css',
    },
  },
  suite: {
    ...node,
    minify: false,
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    entryPoints: {
      'test/suite': 'test/integration/suite/index.ts',
      'test/suite-packaged': 'test/integration/suite/packaged.ts',
    },
  },
  webSuite: {
    ...browser,
    minify: false,
    format: 'cjs',
    outExtension: {'.js': '.cjs'},
    alias: {mocha: './node_modules/mocha/mocha.js', 'node:assert/strict': './test/integration/suite/web-assert.ts'},
    entryPoints: {'test/suite-web': 'test/integration/suite/web.ts'},
  },
  host: {
    ...node,
    minify: false,
    format: 'esm',
    packages: 'external',
    define: {},
    outExtension: {'.js': '.mjs'},
    banner: {js: '#!/usr/bin/env node'},
    entryPoints: {'test/vscode-host': 'test/integration/host/vscode-host.ts'},
  },
}

const outputs = {}
for (const [name, options] of Object.entries(programs)) {
  if (names.length && !names.includes(name)) continue
  if (watch) await (await esbuild.context(options)).watch()
  else Object.assign(outputs, (await esbuild.build(options)).metafile.outputs)
}
// What each program consists of, for the size table of “npm run package”.
if (!watch && !names.length) fs.writeFileSync('dist/contents.json', JSON.stringify(outputs))
for (const file of [
  'dist/cli/postmortem-lint.cjs',
  'dist/cli/postmortem-language-server.cjs',
  'dist/test/vscode-host.mjs',
]) {
  if (fs.existsSync(file)) fs.chmodSync(file, 0o755)
}
