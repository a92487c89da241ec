import type {Connection, DocumentUri} from 'vscode-languageserver'
import {DEFAULT_CONFIG, type LintConfig} from '#core'
import {CONFIG_SCHEMA} from '#core/lint/config-schema.ts'
import {readConfig} from '#core/lint/read-config.ts'
import {OWN_TEMPLATES} from '#core/templates/own-folder.ts'
import type {Client} from './client.ts'
import type {ConfigFiles} from './config-files.ts'
import {type EditorSettings, readEditorSettings} from './editor-settings.ts'
import type {OwnTemplates} from './own-templates.ts'

export interface Settings {
  readonly lint: LintConfig
  readonly editor: EditorSettings
}

const SECTION = 'postmortem'

/** Milliseconds without a further change after which listeners are told. */
const ANNOUNCED_AFTER = 20

/**
 * Settings per resource: defaults, then those of the editor, then the team's `.postmortemrc.yml`, which has the last
 * word so that an editor and a build agree. Cached until something changes; equal settings are one object.
 */
export class SettingsStore {
  private readonly cached = new Map<DocumentUri | undefined, Promise<Settings>>()
  private readonly asked = new Map<DocumentUri, Promise<Record<string, unknown>>>()
  private readonly known = new Map<string, Settings>()
  private readonly listeners: (() => void)[] = []
  private announcement: ReturnType<typeof setTimeout> | undefined
  /** For clients that do not answer `workspace/configuration`. */
  private pushed: unknown
  private readonly connection: Connection
  private readonly client: Client
  private readonly files: ConfigFiles
  private readonly templates: OwnTemplates

  constructor(connection: Connection, client: Client, files: ConfigFiles, templates: OwnTemplates) {
    this.connection = connection
    this.client = client
    this.files = files
    this.templates = templates
    this.pushed = client.options.settings
    files.onDidChange(() => this.changed())
  }

  of(uri: DocumentUri | undefined): Promise<Settings> {
    let settings = this.cached.get(uri)
    if (!settings) this.cached.set(uri, (settings = this.read(uri)))
    return settings
  }

  /** Of a file that is not open: asked for once per workspace folder, however many files there are. */
  ofClosed(uri: DocumentUri, folder: DocumentUri | undefined): Promise<Settings> {
    const scope = folder ?? uri
    let given = this.asked.get(scope)
    if (!given) this.asked.set(scope, (given = this.ask(scope)))
    return given.then((values) => this.combine(uri, values))
  }

  forget(uri: DocumentUri): void {
    this.cached.delete(uri)
  }

  /** @param pushed the settings themselves, from clients that send them */
  changed(pushed?: unknown): void {
    const own = (pushed as Record<string, unknown> | null | undefined)?.[SECTION]
    if (own !== undefined) this.pushed = own
    this.cached.clear()
    this.asked.clear()
    this.templates.forget()
    // Editors send one notification per changed key or folder; one answer is enough for all of them.
    clearTimeout(this.announcement)
    this.announcement = setTimeout(() => {
      for (const listener of this.listeners) listener()
    }, ANNOUNCED_AFTER)
  }

  onDidChange(listener: () => void): void {
    this.listeners.push(listener)
  }

  private async read(uri: DocumentUri | undefined): Promise<Settings> {
    return this.combine(uri, await this.ask(uri))
  }

  private async combine(uri: DocumentUri | undefined, given: Record<string, unknown>): Promise<Settings> {
    const fromEditor = readConfig(
      Object.fromEntries(Object.entries(given).filter(([key, value]) => key in CONFIG_SCHEMA && !isUnset(value))),
    )
    for (const {message} of fromEditor.problems) this.warn(`Settings: ${message}`)
    const fromFile = uri === undefined ? {} : await this.files.configFor(uri)
    const headings = {...fromEditor.config.headings, ...fromFile.headings}
    const own = {...DEFAULT_CONFIG, ...fromEditor.config, ...fromFile}
    const lint: LintConfig = {
      ...own,
      headings,
      rules: {...fromEditor.config.rules, ...fromFile.rules},
      templates: await this.templates.for(uri, headings),
      // A template is all placeholders.
      exclude: [...own.exclude, `**/${OWN_TEMPLATES}/**`],
    }
    return this.same({lint, editor: readEditorSettings(given)})
  }

  private async ask(uri: DocumentUri | undefined): Promise<Record<string, unknown>> {
    const value: unknown = this.client.configuration
      ? await this.connection.workspace.getConfiguration({
          section: SECTION,
          ...(uri === undefined ? {} : {scopeUri: uri}),
        })
      : this.pushed
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  }

  private same(settings: Settings): Settings {
    const key = JSON.stringify(settings)
    const known = this.known.get(key)
    if (known) return known
    if (this.known.size > 50) this.known.clear()
    this.known.set(key, settings)
    return settings
  }

  private readonly warned = new Set<string>()

  private warn(message: string): void {
    if (this.warned.has(message)) return
    this.warned.add(message)
    this.connection.console.warn(message)
  }
}

/** Editors hand out an empty text where a setting was never made. */
const isUnset = (value: unknown): boolean => value === null || value === ''
