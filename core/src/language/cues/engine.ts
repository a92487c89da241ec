import type {Detection, LanguageContext} from '../detection.ts'
import type {Sentence} from '../sentence.ts'
import {isHuman, isSelf, isThirdPerson, type Subject} from '../subject.ts'
import {subjectOf} from '../vocabulary.ts'
import type {VerbGroup} from '../verb-groups.ts'
import type {Token} from '../token.ts'
import type {Cue, SubjectGate} from './cue.ts'
import {type Candidate, LEAST, MOST} from './cue-index.ts'
import {compile, matchAround, type Matcher, matchesAnywhere, type PatternMatch, Reading} from './matcher.ts'
import {parsePattern} from './pattern.ts'

const vetoes = new Map<string, Matcher>()

/** The wordings of the cue files, and of the settings, that stand in the sentence; the rules' gates come later. */
export function detectCues(sentence: Sentence, context: LanguageContext): Detection[] {
  const {cues: index} = context
  const detections: Detection[] = []
  const {words} = sentence
  index.read(words)
  let reading: Reading | undefined
  let seen: Set<Candidate> | undefined
  for (let i = 0; i < words.length; i++) {
    const {info, quoted} = words[i]!
    if (info === undefined || quoted) continue
    for (const candidate of index.candidatesAt(info, i)) {
      if (seen?.has(candidate)) continue
      reading ??= new Reading(sentence.tokens, context.vocabulary)
      const detection = detect(candidate, sentence, reading, i, context)
      if (!detection) continue
      ;(seen ??= new Set()).add(candidate)
      detections.push(detection)
    }
  }
  return detections
}

/** Whether one of the patterns stands anywhere in the sentence. */
function holdsAny(sources: readonly string[], reading: Reading): boolean {
  return sources.some((source) => {
    let matcher = vetoes.get(source)
    if (!matcher) vetoes.set(source, (matcher = compile(parsePattern(source))))
    return matchesAnywhere(matcher, reading)
  })
}

function detect(
  candidate: Candidate,
  sentence: Sentence,
  reading: Reading,
  at: number,
  context: LanguageContext,
): Detection | undefined {
  const {cue, source, needs} = candidate
  if (cue.onlyIn && !(context.section && cue.onlyIn.includes(context.section))) return undefined
  if (cue.notIn && context.section && cue.notIn.includes(context.section)) return undefined
  if (
    cue.question !== undefined
      ? cue.question !== sentence.isQuestion
      : sentence.isQuestion && cue.rule !== 'why-question'
  )
    return undefined
  candidate.matcher ??= compile(parsePattern(source))
  const match = matchAround(candidate.matcher, reading, at, needs[LEAST]!, needs[MOST]!)
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
  if (cue.unless && holdsAny(cue.unless, reading)) return undefined
  if (cue.with && !holdsAny(cue.with, reading)) return undefined
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
