import fs from 'node:fs'
import path from 'node:path'
import {parse} from 'yaml'
import {SECTION_KINDS, type SectionKind} from '../../core/src/document/kinds.ts'
import {normalizeTitle} from '../../core/src/document/heading-text.ts'
import {root} from './write.ts'

const SOURCE = 'core/data/en/headings.yml'

export function generateHeadings(): Record<string, string> {
  const data = parse(fs.readFileSync(path.join(root, SOURCE), 'utf8')) as Record<SectionKind, Record<'heads' | 'whole', string[]>>
  const seen = new Map<string, string>()
  const result: Record<string, {heads: string[]; whole: string[]}> = {}
  for (const [kind, {heads = [], whole = []}] of Object.entries(data)) {
    if (!SECTION_KINDS.includes(kind as SectionKind)) throw new Error(`${SOURCE}: “${kind}” is no section kind`)
    const normalize = (title: string): string => {
      const key = normalizeTitle(title)
      if ((seen.get(key) ?? kind) !== kind) throw new Error(`${SOURCE}: “${title}” stands under ${seen.get(key)} and ${kind}`)
      seen.set(key, kind)
      return key
    }
    result[kind] = {heads: [...new Set(heads.map(normalize))], whole: [...new Set(whole.map(normalize))]}
  }
  return {
    'core/src/document/heading-synonyms.generated.ts':
      `// Generated from ${SOURCE} by “npm run generate”. Do not edit.\n` +
      `export const HEADING_SYNONYMS: Readonly<Record<string, {heads: string[]; whole: string[]}>> = ${JSON.stringify(result)}\n`,
  }
}
