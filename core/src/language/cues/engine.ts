import type {CustomCue} from '../../lint/config.ts'
import type {Detection, LanguageContext} from '../detection.ts'
import {classesOf} from '../lexicon.ts'
import type {Sentence} from '../sentence.ts'
import {isHuman, isSelf, isThirdPerson, type Subject} from '../subject.ts'
import {subjectOf} from '../vocabulary.ts'
import type {VerbGroup} from '../verb-groups.ts'
import type {Token} from '../token.ts'
import type {WordInfo} from '../word-info.ts'
import {type Anchor, anchorOf} from './anchors.ts'
import type {Cue, SubjectGate} from './cue.ts'
import {CUES} from './cues.generated.ts'
import {matchAround, matchesAnywhere, type PatternMatch} from './match.ts'
import {parsePattern, type Pattern} from './pattern.ts'

interface Candidate {
  readonly cue: Cue
  readonly source: string
  readonly anchor: Anchor
  readonly also?: ReadonlySet<string>
  /** Parsed when the anchor first turns up. */
  pattern?: Pattern
}

/** Patterns by the words that they cannot match without, and by word form once that has been seen. */
interface Index {
  readonly byWord: ReadonlyMap<string, readonly Candidate[]>
  readonly byForm: WeakMap<WordInfo, readonly Candidate[]>
}

let standard: Index | undefined
const own = new Map<string, Index>()
const parsed = new Map<string, Pattern>()

/** The wordings of the cue files that stand in the sentence; the rules' gates come later. */
export function detectCues(sentence: Sentence, context: LanguageContext): Detection[] {
  standard ??= indexOf(CUES)
  const detections = find(sentence, standard, context)
  if (context.config.cues.length) detections.push(...find(sentence, customIndex(context.config.cues), context))
  return detections
}

function find(sentence: Sentence, index: Index, context: LanguageContext): Detection[] {
  const detections: Detection[] = []
  let seen: Set<Candidate> | undefined
  let forms: Set<string> | undefined
  const {words} = sentence
  for (let i = 0; i < words.length; i++) {
    const {info, quoted} = words[i]!
    if (info === undefined || quoted) continue
    for (const candidate of candidatesFor(info, index)) {
      if (seen?.has(candidate)) continue
      if (candidate.also && !meets(candidate.also, (forms ??= formsIn(words)))) continue
      const detection = detect(candidate, sentence, i, context)
      if (!detection) continue
      ;(seen ??= new Set()).add(candidate)
      detections.push(detection)
    }
  }
  return detections
}

function formsIn(words: readonly Token[]): Set<string> {
  const forms = new Set<string>()
  for (const {info, lower} of words) {
    if (!info) {
      forms.add(lower)
      continue
    }
    forms.add(info.lower)
    forms.add(info.lemma)
    if (info.verb) forms.add(info.verb.lemma)
  }
  return forms
}

function meets(needed: ReadonlySet<string>, forms: ReadonlySet<string>): boolean {
  const [small, large] = needed.size < forms.size ? [needed, forms] : [forms, needed]
  for (const word of small) if (large.has(word)) return true
  return false
}

function candidatesFor(info: WordInfo, index: Index): readonly Candidate[] {
  let candidates = index.byForm.get(info)
  if (!candidates) {
    const forms = new Set([info.lower, info.lemma, ...(info.verb ? [info.verb.lemma] : [])])
    const keys = new Set([...forms, ...[...forms].flatMap((form) => classesOf(form).map((name) => `@${name}`))])
    candidates = [...keys].flatMap((key) => index.byWord.get(key) ?? [])
    index.byForm.set(info, candidates)
  }
  return candidates
}

function indexOf(cues: readonly Cue[]): Index {
  const byWord = new Map<string, Candidate[]>()
  for (const cue of cues) {
    cue.match.forEach((source, k) => {
      const anchor = cue.anchors[k]!
      const candidate: Candidate = {cue, source, anchor, ...(anchor.also ? {also: new Set(anchor.also)} : {})}
      for (const word of anchor.words) {
        const list = byWord.get(word)
        if (list) list.push(candidate)
        else byWord.set(word, [candidate])
      }
    })
  }
  return {byWord, byForm: new WeakMap()}
}

function customIndex(cues: readonly CustomCue[]): Index {
  const key = JSON.stringify(cues)
  let index = own.get(key)
  if (!index) {
    if (own.size > 20) own.clear()
    const entries: Cue[] = cues.map((cue, i) => ({
      ...cue,
      id: `custom-${i}`,
      match: [cue.match],
      anchors: [anchorOf(parsePattern(cue.match), cue.match)],
      subject: cue.subject as SubjectGate | undefined,
    }))
    own.set(key, (index = indexOf(entries)))
  }
  return index
}

function patternOf(source: string): Pattern {
  let pattern = parsed.get(source)
  if (!pattern) parsed.set(source, (pattern = parsePattern(source)))
  return pattern
}

function detect(candidate: Candidate, sentence: Sentence, at: number, context: LanguageContext): Detection | undefined {
  const {cue, source, anchor} = candidate
  if (cue.onlyIn && !(context.section && cue.onlyIn.includes(context.section))) return undefined
  if (cue.notIn && context.section && cue.notIn.includes(context.section)) return undefined
  if (
    cue.question !== undefined
      ? cue.question !== sentence.isQuestion
      : sentence.isQuestion && cue.rule !== 'why-question'
  )
    return undefined
  const match = matchAround((candidate.pattern ??= parsePattern(source)), anchor, sentence, at, context.vocabulary)
  if (!match) return undefined
  const {tokens} = sentence
  for (let k = match.start; k < match.end; k++) if (tokens[k]!.quoted) return undefined
  const group = groupOf(sentence, match)
  if (!polarityFits(cue, source, group, match, tokens)) return undefined
  if (
    isPatient(cue, source, group, match) ||
    (cue.rule === 'attribution' && group?.modal && /^(?:must|should|will|shall)$/.test(group.modal))
  )
    return undefined
  const subject = subjectFor(sentence, group, match, context)
  if (!subjectFits(cue.subject ?? 'any', subject, group)) return undefined
  if (cue.unless?.some((veto) => matchesAnywhere(patternOf(veto), sentence, context.vocabulary))) return undefined
  if (cue.with && !cue.with.some((need) => matchesAnywhere(patternOf(need), sentence, context.vocabulary)))
    return undefined
  const rule = cue.rule === 'blame' ? blameRule(subject) : cue.rule
  return {
    rule,
    span: {start: tokens[match.start]!.start, end: tokens[match.end - 1]!.end},
    subject,
    cue: {id: cue.id, why: cue.why, ask: cue.ask, source: cue.source},
    severity: cue.severity,
  }
}

/** The verb group that the first verb of the match belongs to; else the nearest before it. */
function groupOf(sentence: Sentence, match: PatternMatch): VerbGroup | undefined {
  const {groups} = sentence
  return (
    groups.find((group) => group.end > match.start && group.start < match.end && group.head >= match.start) ??
    groups.find((group) => group.end > match.start && group.start < match.end) ??
    groups.filter((group) => group.end <= match.start).at(-1)
  )
}

const NEGATIVE =
  /(?:^|[\s(|=])(?:not|never|no|nobody|nothing|without|none|neither|nor|hardly|cannot|<not>)(?:[\s)|?]|$)/

/** “they were blocked”: who suffers the verb is not at fault, unless the wording itself is passive. */
function isPatient(cue: Cue, source: string, group: VerbGroup | undefined, match: PatternMatch): boolean {
  return (
    cue.rule === 'blame' &&
    cue.subject !== undefined &&
    cue.subject !== 'any' &&
    group !== undefined &&
    group.passive &&
    group.head >= match.start &&
    group.head < match.end &&
    !/(?:^|[\s(|])(?:be|by|was|were|been|<be>|get|got)(?:[\s)|?]|$)/.test(source)
  )
}

/** “did not drop the ball” says the opposite, unless the wording itself is a negation. */
function polarityFits(
  cue: Cue,
  source: string,
  group: VerbGroup | undefined,
  match: PatternMatch,
  tokens: readonly Token[],
): boolean {
  const touches = group !== undefined && group.head >= match.start && group.start < match.end
  if (cue.negated !== undefined) return cue.negated === (group?.negated ?? false)
  const before = tokens[match.start - 1]
  if (before?.lower === 'not' && !NEGATIVE.test(source)) return false
  return !(touches && group.negated && !NEGATIVE.test(source))
}

function subjectFor(
  sentence: Sentence,
  group: VerbGroup | undefined,
  match: PatternMatch,
  context: LanguageContext,
): Subject | undefined {
  const inMatch = group !== undefined && group.end > match.start && group.start < match.end
  const grammatical = group ? subjectOf(sentence.tokens, group.subjectTokens, context.vocabulary, group) : undefined
  if (match.human && (!inMatch || !isHuman(grammatical))) return match.human
  return grammatical ?? match.human
}

function subjectFits(gate: SubjectGate, subject: Subject | undefined, group: VerbGroup | undefined): boolean {
  const active = group?.passive !== true
  switch (gate) {
    case 'any':
      return true
    case 'human':
      return isHuman(subject) && (active || subject !== undefined)
    case 'third':
      return isThirdPerson(subject)
    case 'first':
      return isSelf(subject)
    case 'human?':
      return subject === undefined || isHuman(subject)
    case 'system':
      return subject?.kind === 'system'
  }
}

/** A single person, or a role, a team, a vendor, “we”. */
function blameRule(subject: Subject | undefined): string {
  return subject && (subject.kind === 'person' || subject.kind === 'first') ? 'person-blame' : 'role-blame'
}
