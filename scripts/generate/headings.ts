import fs from 'node:fs'
import path from 'node:path'
import {parse} from 'yaml'
import {normalizeTitle} from '../../core/src/document/heading-text.ts'
import {SECTION_KINDS, type SectionKind} from '../../core/src/document/kinds.ts'
import {needsOf} from './needs.ts'
import {root} from './write.ts'

const SOURCE = 'core/data/en/headings.yml'

type Form = 'heads' | 'whole' | 'top' | 'ends'
type KindEntry = Partial<Record<Form | 'patterns', string[]>>

interface HeadingsFile {
  readonly kinds: Readonly<Record<string, KindEntry>>
  readonly double: readonly {readonly kinds: SectionKind[]; readonly whole: string[]}[]
  readonly modifiers: readonly string[]
}

export function generateHeadings(): Record<string, string> {
  const {double, modifiers, ...kinds} = parse(fs.readFileSync(path.join(root, SOURCE), 'utf8')) as HeadingsFile &
    HeadingsFile['kinds']
  const table: Record<Form, Record<string, SectionKind[]>> = {heads: {}, whole: {}, top: {}, ends: {}}
  const patterns: [needs: string, source: string, kind: SectionKind][] = []
  const owner = new Map<string, string>()

  const add = (form: Form, kinds: SectionKind[], title: string): void => {
    const key = normalizeTitle(title)
    const known = kinds.join('+')
    if (form !== 'ends') {
      if ((owner.get(key) ?? known) !== known)
        throw new Error(`${SOURCE}: “${title}” stands under ${owner.get(key)} and ${known}`)
      owner.set(key, known)
    }
    table[form][key] = kinds
  }
  for (const [kind, entry] of Object.entries(kinds) as [SectionKind, KindEntry][]) {
    if (!SECTION_KINDS.includes(kind)) throw new Error(`${SOURCE}: “${kind}” is no section kind`)
    for (const form of ['heads', 'whole', 'top', 'ends'] as const)
      for (const title of entry[form] ?? []) add(form, [kind], title)
    for (const pattern of entry.patterns ?? [])
      patterns.push([needsOf(pattern, true).join(' '), `^(?:${pattern})$`, kind])
  }
  for (const {kinds: both, whole} of double) for (const title of whole) add('whole', both, title)

  return {
    'core/src/document/heading-synonyms.generated.ts':
      `// Generated from ${SOURCE} by “npm run generate”. Do not edit.\n` +
      `import type {SectionKind} from './kinds.ts'\n\n` +
      `type Table = Readonly<Record<string, readonly SectionKind[]>>\n\n` +
      Object.entries(table)
        .map(([form, titles]) => `export const ${form.toUpperCase()}: Table = ${JSON.stringify(titles)}\n`)
        .join('') +
      `export const PATTERNS: readonly (readonly [needs: string, source: string, kind: SectionKind])[] = ${JSON.stringify(patterns)}\n` +
      `export const MODIFIERS: readonly string[] = ${JSON.stringify([...new Set(modifiers)])}\n`,
  }
}
