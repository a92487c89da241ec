import * as esbuild from 'esbuild'

const node = {
  bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning', minify: true, outdir: 'dist',
  outExtension: {'.js': '.cjs'},
  // Some dependencies ask for their own address, which CommonJS does not have.
  define: {'import.meta.url': 'importMetaUrl'},
}
const importMetaUrl = `const importMetaUrl=require('node:url').pathToFileURL(__filename).href;`

await esbuild.build({...node, entryPoints: {'cli/postmortem-lint': 'cli/src/postmortem-lint.ts'}, banner: {js: `#!/usr/bin/env node\n${importMetaUrl}`}})
