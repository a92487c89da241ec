import fs from 'node:fs'
import path from 'node:path'
import {DEFAULT_CONFIG, type Finding, lintProse, PostmortemDocument} from '#core'

export const LABELS = ['BLAME', 'HINDSIGHT', 'HUMANERROR', 'OTHERBIAS', 'AGENTLESS'] as const

/** Which labels of the labelling guide a finding of each rule stands for. Rules not named here are not scored. */
export const RULE_LABELS: Readonly<Record<string, readonly string[]>> = {
  'person-blame': ['BLAME'],
  'role-blame': ['BLAME'],
  'human-error-cause': ['HUMANERROR'],
  judgemental: ['BLAME'],
  retributive: ['BLAME'],
  counterfactual: ['HINDSIGHT'],
  'hindsight-certainty': ['HINDSIGHT'],
  'outcome-bias': ['HINDSIGHT'],
  'confirmation-bias': ['OTHERBIAS'],
  'availability-recency': ['OTHERBIAS'],
  'sunk-cost': ['OTHERBIAS'],
  attribution: ['OTHERBIAS', 'BLAME'],
  'agentless-passive': ['AGENTLESS'],
  'why-question': ['HINDSIGHT', 'BLAME'],
  'folk-model': ['HUMANERROR'],
}

export interface LabelledSentence {
  readonly id: string
  readonly text: string
  readonly prev: string
  readonly section: string
  readonly labels: readonly string[]
}

export interface SentenceFigures {
  readonly sentences: number
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly precision: number
  readonly recall: number
  readonly labelAgreement: number
  readonly recallByLabel: Readonly<Record<string, number>>
  readonly misses: readonly LabelledSentence[]
  readonly falses: readonly (LabelledSentence & {readonly rules: readonly string[]})[]
}

export function readLabelled(folder: string): LabelledSentence[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      fs
        .readFileSync(path.join(folder, name), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as LabelledSentence),
    )
}

/** A small document in which the sentence stands under its heading, behind the sentence before it. */
export function placed(row: LabelledSentence): {readonly text: string; readonly start: number; readonly end: number} {
  const bullet = row.section === 'Timeline' || row.section === 'Action items'
  const before = row.prev ? (bullet ? `- ${row.prev}\n` : `${row.prev} `) : ''
  const head = `# Post-mortem: incident ${row.id}\n\n## ${row.section}\n\n${before}${bullet ? '- ' : ''}`
  return {text: `${head}${row.text}\n`, start: head.length, end: head.length + row.text.length}
}

export function findingsIn(row: LabelledSentence, all = false): Finding[] {
  const {text, start, end} = placed(row)
  const findings = lintProse(new PostmortemDocument(text), DEFAULT_CONFIG)
  return findings.filter((f) => (all || RULE_LABELS[f.rule]) && f.span.start >= start && f.span.start < end)
}

export function score(rows: readonly LabelledSentence[]): SentenceFigures {
  let tp = 0,
    agreed = 0
  const misses: LabelledSentence[] = []
  const falses: (LabelledSentence & {rules: string[]})[] = []
  const byLabel = new Map(LABELS.map((label) => [label as string, {gold: 0, found: 0}]))
  for (const row of rows) {
    const hits = findingsIn(row)
    const positive = row.labels.some((label) => label !== 'NONE')
    if (positive && hits.length) {
      tp++
      if (hits.some((hit) => RULE_LABELS[hit.rule]!.some((label) => row.labels.includes(label)))) agreed++
    } else if (positive) misses.push(row)
    else if (hits.length) falses.push({...row, rules: hits.map((hit) => hit.rule)})
    for (const label of row.labels) {
      const count = byLabel.get(label)
      if (count) {
        count.gold++
        if (hits.length) count.found++
      }
    }
  }
  const fn = misses.length,
    fp = falses.length
  return {
    sentences: rows.length,
    tp,
    fp,
    fn,
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
    labelAgreement: agreed / tp,
    recallByLabel: Object.fromEntries([...byLabel].map(([label, {gold, found}]) => [label, found / gold])),
    misses,
    falses,
  }
}

const percent = (share: number): string => (Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–')

export const describe = (name: string, f: SentenceFigures): string =>
  `${name}: precision ${percent(f.precision)}, recall ${percent(f.recall)} [tp ${f.tp} fp ${f.fp} fn ${f.fn} of ${f.sentences}], label agreement ${percent(f.labelAgreement)}, recall ${Object.entries(
    f.recallByLabel,
  )
    .map(([label, share]) => `${label} ${percent(share)}`)
    .join(', ')}`
