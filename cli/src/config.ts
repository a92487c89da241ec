import fs from 'node:fs'
import path from 'node:path'
import {DEFAULT_CONFIG, LineIndex, type LintConfig} from '#core'
import {readConfigFile} from '#core/lint/read-config.ts'
import {OWN_TEMPLATES} from '#core/templates/own-folder.ts'
import {readTemplate} from '#core/templates/read-template.ts'
import type {Template} from '#core/templates/template.ts'
import {ConfigError} from './config-error.ts'
import {readText} from './read-text.ts'

export const CONFIG_FILE = '.postmortemrc.yml'

export interface ConfigFinder {
  /** @throws ConfigError */
  of(file: string): LintConfig
}

/**
 * The settings of each file: those of `explicit`, else of the nearest `.postmortemrc.yml` at or above it, up to the
 * root of the repository. Templates of a team's own are looked for in the same folders.
 */
export function createConfigFinder({explicit, all}: {readonly explicit?: string; readonly all: boolean}): ConfigFinder {
  const byFolder = new Map<string, LintConfig>()
  const standard: LintConfig = {...DEFAULT_CONFIG, all, exclude: [`**/${OWN_TEMPLATES}/**`]}
  const fixed = explicit === undefined ? undefined : readPart(explicit)
  const ofFolder = (folder: string): LintConfig => {
    let config = byFolder.get(folder)
    if (!config) byFolder.set(folder, (config = readFolder(folder)))
    return config
  }
  const readFolder = (folder: string): LintConfig => {
    const parent = path.dirname(folder)
    const isTop = parent === folder || fs.existsSync(path.join(folder, '.git'))
    const above = isTop ? standard : ofFolder(parent)
    const file = path.join(folder, CONFIG_FILE)
    const part = fixed ?? (fs.existsSync(file) ? readPart(file) : undefined)
    // The nearest file is the whole configuration; files above have no say.
    const own = part ? {...standard, ...part, exclude: [...standard.exclude, ...(part.exclude ?? [])]} : above
    const templates = readTemplates(path.join(folder, OWN_TEMPLATES), own)
    return templates ? {...own, templates} : {...own, templates: above.templates}
  }
  return {of: (file) => ofFolder(path.dirname(path.resolve(file)))}
}

function readTemplates(folder: string, {headings}: LintConfig): readonly Template[] | undefined {
  if (!fs.existsSync(folder)) return undefined
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const file = path.join(folder, name)
      const reading = readText(file)
      if ('error' in reading) throw new ConfigError(`${file} ${reading.error}.`)
      const {template, problems} = readTemplate(reading.text, file, headings)
      if (!template)
        throw new ConfigError(
          located(
            file,
            reading.text,
            problems.filter(({fatal}) => fatal),
          ),
        )
      return template
    })
}

function readPart(file: string): Partial<LintConfig> {
  const reading = readText(file)
  if ('error' in reading) throw new ConfigError(`${file} ${reading.error}.`)
  const {config, problems} = readConfigFile(reading.text)
  if (problems.length === 0) return config
  throw new ConfigError(located(file, reading.text, problems))
}

/** One line a problem, as compilers write them. */
function located(
  file: string,
  text: string,
  problems: readonly {readonly message: string; readonly span?: {readonly start: number}}[],
): string {
  const lines = new LineIndex(text)
  return problems
    .map(({message, span}) => {
      const {line, character} = lines.positionAt(span?.start ?? 0)
      return `${file}:${line + 1}:${character + 1}  ${message}`
    })
    .join('\n')
}
