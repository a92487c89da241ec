import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'

const root = path.join(import.meta.dirname, '../../..')

interface Contributed {
  command: string
  title: string
  category?: string
}

interface Manifest {
  activationEvents: string[]
  capabilities: {untrustedWorkspaces: {supported: boolean}; virtualWorkspaces: boolean}
  main: string
  browser: string
  contributes: {
    commands: Contributed[]
    menus: Record<string, {command: string; when?: string}[]>
    keybindings: {command: string; when: string}[]
    snippets: {path: string}[]
    grammars: {path: string; injectTo: string[]}[]
    yamlValidation: {url: string}[]
    configuration: {
      properties: Record<
        string,
        {default?: unknown; markdownDescription?: string; enum?: unknown[]; markdownEnumDescriptions?: string[]}
      >
    }[]
  }
}

const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest

/** The ids of the client's list of commands, read from its code with an empty `vscode`. */
async function commandIds(): Promise<string[]> {
  const {outputFiles} = await esbuild.build({
    stdin: {
      contents: `import {COMMANDS} from './client/src/commands/index.ts'; export const ids = COMMANDS.map(({id}) => id)`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
    logLevel: 'silent',
  })
  const module = {exports: {} as {ids: string[]}}
  const anything: unknown = new Proxy(() => undefined, {get: () => anything, construct: () => ({})})
  new Function('module', 'exports', 'require', outputFiles[0]!.text)(module, module.exports, () => anything)
  return module.exports.ids
}

describe('the manifest', () => {
  it('names every command of the client, and no other', async () => {
    assert.deepEqual(manifest.contributes.commands.map(({command}) => command).sort(), (await commandIds()).sort())
  })

  it('puts every command under one category, with a title', () => {
    for (const {command, category, title} of manifest.contributes.commands) {
      assert.equal(category, 'Post-mortem', command)
      assert.match(title, /^[A-Z]/)
    }
  })

  it('names in menus and key bindings only commands that it has', () => {
    const known = new Set(manifest.contributes.commands.map(({command}) => command))
    for (const {command} of [...Object.values(manifest.contributes.menus).flat(), ...manifest.contributes.keybindings])
      assert.ok(known.has(command), command)
  })

  it('hides what works on Markdown where there is none', () => {
    const always = new Set(
      ['newDocument', 'showLog', 'restartServer', 'openRulePage'].map((name) => `postmortem.${name}`),
    )
    const palette = new Map(manifest.contributes.menus.commandPalette!.map(({command, when}) => [command, when]))
    for (const {command} of manifest.contributes.commands)
      assert.equal(palette.has(command), !always.has(command), command)
  })

  it('explains every setting and every choice', () => {
    for (const [key, setting] of manifest.contributes.configuration.flatMap(({properties}) =>
      Object.entries(properties),
    )) {
      assert.match(key, /^postmortem\.[a-z]/)
      assert.match(setting.markdownDescription ?? '', /\w.*\.$/, key)
      if (setting.enum)
        assert.equal(setting.markdownEnumDescriptions?.length ?? setting.enum.length, setting.enum.length, key)
    }
  })

  it('points to files that exist', () => {
    const {snippets, grammars, yamlValidation} = manifest.contributes
    for (const file of [...snippets, ...grammars].map((one) => one.path).concat(yamlValidation.map(({url}) => url)))
      assert.ok(fs.existsSync(path.join(root, file)), file)
  })

  it('touches Markdown only, starts for Markdown only, and trusts nobody', () => {
    assert.deepEqual(
      manifest.contributes.grammars.flatMap(({injectTo}) => injectTo),
      ['text.html.markdown'],
    )
    assert.ok(
      manifest.activationEvents.every(
        (event) => event === 'onLanguage:markdown' || event.startsWith('onWebviewPanel:postmortem'),
      ),
    )
    assert.deepEqual(manifest.capabilities, {untrustedWorkspaces: {supported: true}, virtualWorkspaces: true})
  })
})

describe('snippets', () => {
  const all = manifest.contributes.snippets.flatMap((one) =>
    Object.entries(
      JSON.parse(fs.readFileSync(path.join(root, one.path), 'utf8')) as Record<
        string,
        {prefix: string; scope: string; description: string; body: string | string[]}
      >,
    ),
  )

  it('have a prefix of their own, a description, and end somewhere', () => {
    const prefixes = new Set<string>()
    for (const [name, {prefix, description, scope, body}] of all) {
      assert.ok(prefix.startsWith('pm-') && !prefixes.has(prefix), name)
      prefixes.add(prefix)
      assert.ok(description, name)
      assert.equal(scope, 'markdown')
      assert.match([body].flat().join('\n'), /\$0$/, name)
    }
  })

  it('exist for every section that a template has', async () => {
    const {TEMPLATES} = await import('#core/templates/index.ts')
    const kinds = new Set(TEMPLATES.flatMap(({sections}) => sections.flatMap(({kind}) => (kind ? [kind] : []))))
    for (const kind of kinds)
      assert.ok(
        all.some(([, {prefix}]) => prefix === `pm-${kind}`),
        kind,
      )
  })
})
