import fs from 'node:fs'
import {findingsIn} from './sentences.ts'

interface CatalogueEntry {
  readonly id: string
  readonly code: string
  readonly triggers: readonly string[]
  readonly negatives: readonly {readonly text: string}[]
}

export interface CatalogueFigures {
  readonly triggers: number
  readonly found: number
  readonly negatives: number
  readonly flagged: number
  readonly misses: readonly string[]
  readonly falses: readonly string[]
}

const HEADINGS: readonly (readonly [pattern: RegExp, heading: string])[] = [
  [/action items/i, 'Action items'],
  [/lucky/i, 'Where we got lucky'],
  [/timeline/i, 'Timeline'],
  [/what went well/i, 'What went well'],
  [/impact/i, 'Impact'],
]

/** The domain's own catalogue: every trigger must be found by some language rule, no hard negative by the rule that it belongs to. */
export function scoreCatalogue(file: string): CatalogueFigures {
  const entries = JSON.parse(fs.readFileSync(file, 'utf8')) as CatalogueEntry[]
  const misses: string[] = [],
    falses: string[] = []
  let triggers = 0,
    negatives = 0
  for (const entry of entries) {
    for (const text of entry.triggers) {
      triggers++
      if (!hasFinding(entry, text, true)) misses.push(`${entry.code}: ${text}`)
    }
    for (const {text} of entry.negatives) {
      negatives++
      if (hasFinding(entry, text, false)) falses.push(`${entry.code}: ${text}`)
    }
  }
  return {triggers, found: triggers - misses.length, negatives, flagged: falses.length, misses, falses}
}

function hasFinding(entry: CatalogueEntry, raw: string, any: boolean): boolean {
  const marked = /^\[([^\]]+)\]\s*(.*)$/.exec(raw)
  const text = (marked?.[2] ?? raw).replace(/\s*\(Wilcox's test sentence\)$/, '')
  const vague = entry.code === 'vague-impact' ? 'Impact' : 'Causes'
  const section =
    HEADINGS.find(([pattern]) =>
      pattern.test(marked?.[1] ?? (/^where we got lucky/i.test(text) ? 'lucky' : '')),
    )?.[1] ?? vague
  const found = findingsIn({id: 'c', text, prev: '', section, labels: []}, true)
  return any
    ? found.length > 0
    : found.some(
        (finding) =>
          finding.rule === entry.code || finding.related?.some(({message}) => message.endsWith(`(${entry.code})`)),
      )
}
