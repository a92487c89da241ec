import fs from 'node:fs'
import path from 'node:path'
import {DEFAULT_CONFIG, LineIndex, type LintConfig} from '#core'
import {readConfigFile} from '#core/lint/read-config.ts'
import {readText} from './read-text.ts'

export const CONFIG_FILE = '.postmortemrc.yml'

/** A configuration that says something the linter does not understand; a check with half of it would mislead. */
export class ConfigError extends Error {}

export interface ConfigFinder {
  /** @throws ConfigError */
  of(file: string): LintConfig
}

/**
 * The settings of each file: those of `explicit`, else of the nearest `.postmortemrc.yml` at or above it, up to the
 * root of the repository.
 */
export function createConfigFinder({explicit, all}: {readonly explicit?: string; readonly all: boolean}): ConfigFinder {
  const byFolder = new Map<string, LintConfig>()
  const standard: LintConfig = {...DEFAULT_CONFIG, all}
  const read = (file: string): LintConfig => ({...standard, ...readPart(file)})
  const ofFolder = (folder: string): LintConfig => {
    let config = byFolder.get(folder)
    if (!config) {
      const file = path.join(folder, CONFIG_FILE)
      const parent = path.dirname(folder)
      const isTop = parent === folder || fs.existsSync(path.join(folder, '.git'))
      config = fs.existsSync(file) ? read(file) : isTop ? standard : ofFolder(parent)
      byFolder.set(folder, config)
    }
    return config
  }
  const fixed = explicit === undefined ? undefined : read(explicit)
  return {of: (file) => fixed ?? ofFolder(path.dirname(path.resolve(file)))}
}

function readPart(file: string): Partial<LintConfig> {
  const reading = readText(file)
  if ('error' in reading) throw new ConfigError(`${file} ${reading.error}.`)
  const {config, problems} = readConfigFile(reading.text)
  if (problems.length === 0) return config
  const lines = new LineIndex(reading.text)
  throw new ConfigError(problems.map(({message, span}) => {
    const {line, character} = lines.positionAt(span?.start ?? 0)
    return `${file}:${line + 1}:${character + 1}  ${message}`
  }).join('\n'))
}
