import fs from 'node:fs'
import path from 'node:path'
import {DEFAULT_CONFIG, lintProse, PostmortemDocument} from '#core'
import {readFeaturesAt} from '#core/language/lint-language.ts'
import {featureValue} from '#core/language/classifier/classify.ts'
import {LABELS} from '#core/language/classifier/model.ts'
import {root} from './generate/write.ts'
import {type LabelledSentence, placed, RULE_LABELS, readLabelled} from './score/sentences.ts'
import {modelFile, nameOfGap, nameOfPair, nameOfRun} from './train/model-file.ts'
import {type Example, fit} from './train/regression.ts'

/**
 * Trains the classifier that stands beside the rules, on the tuning part of our own labelled sentences, and reports by
 * cross-validation what it adds. Deterministic. The held-out part is never read here.
 */
const FOLDS = 5
const SCALE = 40
const LEAST_COUNT = 4
const MODEL_FILE = 'core/src/language/classifier/model.generated.ts'

interface Row {
  readonly sentence: LabelledSentence
  readonly features: readonly string[]
  /** Labels that the rules alone find. */
  readonly byRules: ReadonlySet<string>
}

const rows = readLabelled(path.join(root, 'test/labelled/tuning')).map(read)

function read(sentence: LabelledSentence): Row {
  const {text, start, end} = placed(sentence)
  const document = new PostmortemDocument(text)
  const features = new Set<string>()
  readFeaturesAt<readonly string[]>(document, DEFAULT_CONFIG, start, {
    start: [],
    extend(run, key) {
      const longer = [...run, key]
      features.add(nameOfRun(longer))
      return longer
    },
    afterGap: (run, key) => features.add(nameOfGap(run, key)),
    other: (name) => features.add(name),
    pair: (kind, first, second) => features.add(nameOfPair(kind, first, second)),
  })
  const config = {...DEFAULT_CONFIG, classifier: false}
  const found = lintProse(document, config).filter(
    (f) => f.span.start >= start && f.span.start < end && RULE_LABELS[f.rule],
  )
  return {sentence, features: [...features], byRules: new Set(found.flatMap((f) => RULE_LABELS[f.rule]!))}
}

type Model = ReadonlyMap<string, number[]>

function train(training: readonly Row[]): Model {
  const counts = new Map<string, number>()
  for (const row of training) for (const name of row.features) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts]
    .filter(([, count]) => count >= LEAST_COUNT)
    .map(([name]) => name)
    .sort()
  const ids = new Map(names.map((name, i) => [name, i]))
  const model = new Map<string, number[]>(names.map((name) => [name, []]))
  for (const label of LABELS) {
    const examples: Example[] = training.map((row) => ({
      features: row.features.flatMap((name) => ids.get(name) ?? []),
      positive: row.sentence.labels.includes(label),
      weight: 1,
    }))
    const weights = fit(examples, names.length)
    names.forEach((name, i) => model.get(name)!.push(Math.round(weights[i]! * SCALE)))
  }
  return new Map([...model].filter(([, own]) => own.some((weight) => Math.abs(weight) >= 2)))
}

const scoreOf = (model: Model, row: Row): number => {
  const sums = LABELS.map(() => 0)
  const known = row.features.filter((name) => model.has(name))
  const value = featureValue(known.length)
  for (const name of known) model.get(name)!.forEach((weight, i) => (sums[i]! += (weight / SCALE) * value))
  return Math.max(...sums)
}

const isPositive = (row: Row): boolean => !row.sentence.labels.includes('NONE')

const judged = rows.map((row, i) => ({row, fold: i % FOLDS}))
const scored: {row: Row; score: number}[] = []
for (let fold = 0; fold < FOLDS; fold++) {
  const model = train(judged.filter((one) => one.fold !== fold).map(({row}) => row))
  for (const {row} of judged.filter((one) => one.fold === fold)) scored.push({row, score: scoreOf(model, row)})
}
const positives = rows.filter(isPositive).length
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const figures = (flagged: readonly {row: Row}[]): string => {
  const tp = flagged.filter(({row}) => isPositive(row)).length
  return `precision ${percent(tp / flagged.length)}, recall ${percent(tp / positives)}`
}
console.log(`${rows.length} sentences, ${positives} positive; cross-validated`)
console.log(`rules alone: ${figures(scored.filter(({row}) => row.byRules.size))}`)
for (const t of [-1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3]) {
  const sure = scored.filter(({score}) => score >= t)
  const added = sure.filter(({row}) => !row.byRules.size)
  const right = added.filter(({row}) => isPositive(row)).length / Math.max(1, added.length)
  const both = scored.filter(({row, score}) => row.byRules.size || score >= t)
  console.log(
    `threshold ${t}: alone ${figures(sure)}; with the rules ${figures(both)}; of ${added.length} added, right ${percent(right)}`,
  )
}
const chosen = Number(process.argv[2] ?? 3)
const model = train(rows)
const source = modelFile([...model], SCALE, chosen)
fs.writeFileSync(path.join(root, MODEL_FILE), source)
console.log(`${model.size} features, ${Math.round(source.length / 1024)} KB, threshold ${chosen}`)
