import type {SectionKind} from '../document/kinds.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {ProseBlock} from '../document/prose.ts'
import {spanOf} from '../markdown/parse.ts'
import type {LintConfig} from '../lint/config.ts'
import type {Finding, Fix, Severity} from '../lint/finding.ts'
import {type Chunk, derive} from '../markdown/chunks.ts'
import {LANGUAGE_RULES} from '../rules/language/index.ts'
import type {LanguageRule} from '../rules/language-rule.ts'
import {insertAt} from '../text/edit.ts'
import {secondVoice} from './classifier/second-voice.ts'
import {type FeatureSink, readFeatures, wordsOf} from './classifier/features.ts'
import {cueIndex} from './cues/cue-index.ts'
import {detectCues} from './cues/engine.ts'
import type {Detection, LanguageContext} from './detection.ts'
import {vocabularyOf} from './document-vocabulary.ts'
import {isRejection} from './rejection.ts'
import type {Sentence} from './sentence.ts'
import {type BlockSentences, sentencesOf} from './sentences.ts'

/** Which finding of a sentence is reported when several rules speak; the others come along as related information. */
const ORDER = [
  'retributive',
  'person-blame',
  'attribution',
  'human-error-cause',
  'role-blame',
  'counterfactual',
  'folk-model',
  'judgemental',
  'agentless-passive',
  'hindsight-certainty',
  'outcome-bias',
  'why-question',
  'single-cause',
  'speculation-as-fact',
  'vague-impact',
  'confirmation-bias',
  'availability-recency',
  'sunk-cost',
  'euphemism',
  'absolutes',
  'animated',
]

const RULES = new Map(LANGUAGE_RULES.map((rule) => [rule.id, rule]))
const DETECTORS = LANGUAGE_RULES.flatMap(({detect}) => detect ?? [])

/** Sections in which words are quoted, listed or given as evidence. */
const SILENT: ReadonlySet<SectionKind> = new Set<SectionKind>(['support', 'people', 'meta', 'title'])

/**
 * The findings of all language rules, chunk by chunk. A chunk is looked at again only if its text or what surrounds it has
 * changed. Between two chunks the caller may do something else, or stop.
 */
export function* lintLanguage(document: PostmortemDocument, config: LintConfig): Generator<void, Finding[]> {
  const vocabulary = vocabularyOf(document, config)
  const settings = `${vocabulary.key}\u0000${configKey(config)}`
  const cues = cueIndex(config.cues)
  const findings: Finding[] = []
  for (const {chunk, start} of document.chunks) {
    const kinds = sentencesOf(chunk).map(({block}) => document.kindAt(block.span.start + start))
    const reading = remembered(chunk, kinds, settings, (block, section) =>
      lintBlock(block, {config, cues, section, vocabulary, text: chunk.text}),
    )
    findings.push(...placedAt(start, reading))
    yield
  }
  return collapsed(findings, document)
}

const keys = new WeakMap<LintConfig, string>()

function configKey(config: LintConfig): string {
  let key = keys.get(config)
  if (key === undefined)
    keys.set(
      config,
      (key = JSON.stringify([config.rules, config.attribution, config.audience, config.cues, config.classifier])),
    )
  return key
}

/** The findings of a chunk among sections of these kinds. */
interface Reading {
  readonly settings: string
  readonly kinds: readonly (SectionKind | undefined)[]
  /** Block by block, as `sentencesOf` gives them. */
  readonly blocks: readonly (readonly Finding[])[]
  readonly findings: readonly Finding[]
  /** The same where the chunk stood last; what stands above a change stays there. */
  placed?: {readonly start: number; readonly findings: readonly Finding[]}
}

const readingsOf: (chunk: Chunk) => Reading[] = derive(() => [])

function remembered(
  chunk: Chunk,
  kinds: readonly (SectionKind | undefined)[],
  settings: string,
  lintBlock: (block: BlockSentences, section: SectionKind | undefined) => readonly Finding[],
): Reading {
  const readings = readingsOf(chunk)
  let reading = readings.find((one) => one.settings === settings && one.kinds.every((kind, i) => kind === kinds[i]))
  if (!reading) {
    // The same text may stand in two sections; more variants than that are leftovers of editing.
    if (readings.length >= 4) readings.length = 0
    const known = chunk.replaced && blocksOfReplaced(chunk.replaced, settings)
    const blocks = sentencesOf(chunk).map(
      (block, i) => known?.(blockKey(chunk, block, kinds[i]), block) ?? lintBlock(block, kinds[i]),
    )
    chunk.replaced = undefined
    readings.push((reading = {settings, kinds, blocks, findings: blocks.flat()}))
  }
  return reading
}

/** The findings of blocks that read the same in the chunk that was replaced: a letter changes one of many. */
function blocksOfReplaced(
  old: Chunk,
  settings: string,
): ((key: string, block: BlockSentences) => readonly Finding[] | undefined) | undefined {
  const reading = readingsOf(old).find((one) => one.settings === settings)
  if (!reading) return undefined
  const known = new Map(
    sentencesOf(old).map((block, i) => [
      blockKey(old, block, reading.kinds[i]),
      {start: block.block.span.start, findings: reading.blocks[i]!},
    ]),
  )
  return (key, {block}) => {
    const same = known.get(key)
    return same && movedBy(same.findings, block.span.start - same.start)
  }
}

/** All that the findings of a block depend on, beside the settings and what links refer to. */
function blockKey({text}: Chunk, {block}: BlockSentences, section: SectionKind | undefined): string {
  const {kind, isHeader, span} = block
  const column = span.start - (text.lastIndexOf('\n', span.start - 1) + 1)
  return `${kind} ${isHeader} ${section} ${column}\n${text.slice(span.start, span.end)}`
}

function placedAt(start: number, reading: Reading): readonly Finding[] {
  if (reading.placed?.start !== start) reading.placed = {start, findings: movedBy(reading.findings, start)}
  return reading.placed.findings
}

const movedBy = (findings: readonly Finding[], by: number): readonly Finding[] =>
  by === 0 ? findings : findings.map((one) => moved(one, by))

function lintBlock(
  {block, sentences}: BlockSentences,
  {config, cues, section, vocabulary, text}: Omit<LanguageContext, 'previous' | 'next'>,
): readonly Finding[] {
  if (block.kind === 'quote' || block.isHeader || (section && SILENT.has(section)) || isPrompt(block)) return []
  const findings: Finding[] = []
  sentences.forEach((sentence, k) => {
    const previous = sentences[k - 1]
    const context = {config, cues, section, vocabulary, text, previous, next: sentences[k + 1]}
    const finding = lintSentence(sentence, context, block)
    if (finding) findings.push(finding)
  })
  return findings
}

/** Template guidance in italics. */
function isPrompt(block: ProseBlock): boolean {
  const {children} = block.node
  return (
    children.length === 1 &&
    children[0]!.type === 'emphasis' &&
    block.kind !== 'table-cell' &&
    spanOf(children[0]!).end - spanOf(children[0]!).start > 25
  )
}

interface Gated {
  readonly rule: LanguageRule
  readonly detection: Detection
  readonly severity: Severity
}

function lintSentence(sentence: Sentence, context: LanguageContext, block: ProseBlock): Finding | undefined {
  const detections = detectionsOf(sentence, context)
  if (detections.length === 0 && context.config.classifier) detections.push(...secondVoice(sentence, context))
  if (detections.length === 0 || isRejection(sentence)) return undefined
  const gated = detections.flatMap((detection): Gated[] => {
    const rule = RULES.get(detection.rule)
    const severity = rule && severityFor(rule, detection, sentence, context)
    return rule && severity && severity !== 'off' ? [{rule, detection, severity}] : []
  })
  if (gated.length === 0) return undefined
  gated.sort(
    (a, b) => ORDER.indexOf(a.rule.id) - ORDER.indexOf(b.rule.id) || a.detection.span.start - b.detection.span.start,
  )
  return toFinding(gated, sentence, context, block)
}

function detectionsOf(sentence: Sentence, context: LanguageContext): Detection[] {
  const detections = detectCues(sentence, context)
  for (const detect of DETECTORS) for (const detection of detect(sentence, context)) detections.push(detection)
  return detections
}

/** Reads the features of the sentence that starts at the offset, as the classifier does. */
export function readFeaturesAt<Run>(
  document: PostmortemDocument,
  config: LintConfig,
  offset: number,
  sink: FeatureSink<Run>,
): void {
  const vocabulary = vocabularyOf(document, config)
  for (const {chunk, start} of document.chunks) {
    for (const {block, sentences} of sentencesOf(chunk)) {
      const sentence = sentences.find(({end}) => end + start > offset)
      if (!sentence || block.span.end + start <= offset) continue
      readFeatures(sentence, wordsOf(sentence), document.kindAt(offset), vocabulary, sink)
      return
    }
  }
}

function severityFor(
  rule: LanguageRule,
  detection: Detection,
  sentence: Sentence,
  context: LanguageContext,
): Severity | 'off' {
  const set = context.config.rules[rule.id]
  if (set === 'off') return 'off'
  const gate = (context.section && rule.sections[context.section]) ?? rule.sections.default
  if (gate === 'off') return 'off'
  const own = rule.severityOf?.(detection, sentence, context)
  if (own === 'off') return 'off'
  return set ?? detection.severity ?? own ?? gate
}

function toFinding(
  [main, ...others]: readonly Gated[],
  sentence: Sentence,
  context: LanguageContext,
  block: ProseBlock,
): Finding {
  const {rule, detection, severity} = main!
  const questions = detection.cue?.ask ? [detection.cue.ask] : rule.docs.ask
  const related = others.filter(
    (other, i) => other.rule !== rule && others.findIndex((o) => o.rule === other.rule) === i,
  )
  return {
    rule: rule.id,
    severity,
    span: detection.span,
    message: rule.message(detection, sentence, context),
    section: context.section,
    questions,
    ...(related.length
      ? {
          related: related.map((other) => ({
            span: other.detection.span,
            message: `${other.rule.message(other.detection, sentence, context)} (${other.rule.id})`,
          })),
        }
      : {}),
    fixes: [...(rule.fixes?.(detection, sentence, context) ?? []), ...questionFix(questions[0], block, context.text)],
  }
}

/** Puts the question below the paragraph or list item; a table row has no room for it. */
function questionFix(question: string | undefined, block: ProseBlock, text: string): Fix[] {
  if (!question || block.kind === 'table-cell') return []
  const lineStart = text.lastIndexOf('\n', block.span.start - 1) + 1
  const indent = block.kind === 'list-item' ? ' '.repeat(block.span.start - lineStart) : ''
  const gap = block.kind === 'list-item' ? '\n' : '\n\n'
  return [
    {
      title: 'Insert the question for the people who know',
      kind: 'question',
      edits: [insertAt(block.span.end, `${gap}${indent}> **Ask:** ${question}`)],
    },
  ]
}

function moved(finding: Finding, by: number): Finding {
  const span = {start: finding.span.start + by, end: finding.span.end + by}
  const related = finding.related?.map(({span: at, message}) => ({
    span: {start: at.start + by, end: at.end + by},
    message,
  }))
  const fixes = finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({...edit, start: edit.start + by, end: edit.end + by})),
  }))
  return {...finding, span, fixes, ...(related ? {related} : {})}
}

/** Where a section is full of one kind of wording, one finding that names them all is easier to act on than a wall of squiggles. */
function collapsed(findings: readonly Finding[], document: PostmortemDocument): Finding[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    if (RULES.get(finding.rule)?.collapseAbove === undefined) continue
    const key = `${finding.rule} ${document.sectionAt(finding.span.start)?.span.start ?? -1}`
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  const others = new Map<Finding, readonly Finding[]>()
  const folded = new Set<Finding>()
  for (const group of groups.values()) {
    if (group.length <= RULES.get(group[0]!.rule)!.collapseAbove!) continue
    others.set(group[0]!, group.slice(1))
    for (const finding of group.slice(1)) folded.add(finding)
  }
  return findings
    .filter((finding) => !folded.has(finding))
    .map((finding) => {
      const more = others
        .get(finding)
        ?.map((other) => ({span: other.span, message: `The same here: “${document.textOf(other.span)}”.`}))
      return more ? {...finding, related: [...(finding.related ?? []), ...more]} : finding
    })
}
