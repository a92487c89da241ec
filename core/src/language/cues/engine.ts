import type {CustomCue} from '../../lint/config.ts'
import type {Detection, LanguageContext} from '../detection.ts'
import {classesOf} from '../lexicon.ts'
import type {Sentence} from '../sentence.ts'
import {isHuman, isSelf, isThirdPerson, type Subject} from '../subject.ts'
import {subjectOf} from '../vocabulary.ts'
import type {VerbGroup} from '../verb-groups.ts'
import {wordInfo} from '../word-info.ts'
import {type Anchor, anchorOf} from './anchors.ts'
import type {Cue, SubjectGate} from './cue.ts'
import {CUES} from './cues.generated.ts'
import {matchAround, matchesAnywhere, type PatternMatch} from './match.ts'
import {parsePattern, type Pattern} from './pattern.ts'

interface Candidate {
  readonly cue: Cue
  readonly source: string
  readonly anchor: Anchor
}

/** Patterns by the words that they cannot match without. */
type Index = ReadonlyMap<string, readonly Candidate[]>

let standard: Index | undefined
const own = new Map<string, Index>()
const parsed = new Map<string, Pattern>()

/** The wordings of the cue files that stand in the sentence; the rules' gates come later. */
export function detectCues(sentence: Sentence, context: LanguageContext): Detection[] {
  const detections: Detection[] = []
  const seen = new Set<Candidate>()
  const indexes = [(standard ??= indexOf(CUES)), ...(context.config.cues.length ? [customIndex(context.config.cues)] : [])]
  for (let i = 0; i < sentence.tokens.length; i++) {
    const token = sentence.tokens[i]!
    if (token.tag === 'PUNCT' || token.quoted) continue
    for (const key of keysOf(token.lower, token.lemma)) {
      for (const index of indexes) {
        for (const candidate of index.get(key) ?? []) {
          if (seen.has(candidate)) continue
          const detection = detect(candidate, sentence, i, context)
          if (!detection) continue
          seen.add(candidate)
          detections.push(detection)
        }
      }
    }
  }
  return detections
}

const keys = new Map<string, readonly string[]>()

function keysOf(lower: string, lemma: string): readonly string[] {
  const id = lower === lemma ? lower : `${lower} ${lemma}`
  let found = keys.get(id)
  if (!found) {
    if (keys.size > 20_000) keys.clear()
    const info = wordInfo(lower)
    const forms = new Set([lower, lemma, info.lemma, ...(info.verb ? [info.verb.lemma] : [])])
    keys.set(id, (found = [...forms, ...new Set([...forms].flatMap((form) => classesOf(form).map((name) => `@${name}`)))]))
  }
  return found
}

function indexOf(cues: readonly Cue[]): Index {
  const index = new Map<string, Candidate[]>()
  for (const cue of cues) {
    cue.match.forEach((source, k) => {
      const candidate = {cue, source, anchor: cue.anchors[k]!}
      for (const word of candidate.anchor.words) {
        const list = index.get(word)
        if (list) list.push(candidate)
        else index.set(word, [candidate])
      }
    })
  }
  return index
}

function customIndex(cues: readonly CustomCue[]): Index {
  const key = JSON.stringify(cues)
  let index = own.get(key)
  if (!index) {
    if (own.size > 20) own.clear()
    const entries: Cue[] = cues.map((cue, i) => ({...cue, id: `custom-${i}`, match: [cue.match], anchors: [anchorOf(parsePattern(cue.match), cue.match)], subject: cue.subject as SubjectGate | undefined}))
    own.set(key, (index = indexOf(entries)))
  }
  return index
}

function patternOf(source: string): Pattern {
  let pattern = parsed.get(source)
  if (!pattern) parsed.set(source, (pattern = parsePattern(source)))
  return pattern
}

function detect({cue, source, anchor}: Candidate, sentence: Sentence, at: number, context: LanguageContext): Detection | undefined {
  if (cue.onlyIn && !(context.section && cue.onlyIn.includes(context.section))) return undefined
  if (cue.notIn && context.section && cue.notIn.includes(context.section)) return undefined
  if (cue.question !== undefined ? cue.question !== sentence.isQuestion : sentence.isQuestion && cue.rule !== 'why-question') return undefined
  const match = matchAround(patternOf(source), anchor, sentence, at, context.vocabulary)
  if (!match) return undefined
  const {tokens} = sentence
  for (let k = match.start; k < match.end; k++) if (tokens[k]!.quoted) return undefined
  const group = groupOf(sentence, match)
  if (!polarityFits(cue, source, group, match)) return undefined
  const subject = subjectFor(sentence, group, match, context)
  if (!subjectFits(cue.subject ?? 'any', subject, group)) return undefined
  if (cue.unless?.some((veto) => matchesAnywhere(patternOf(veto), sentence, context.vocabulary))) return undefined
  if (cue.with && !cue.with.some((need) => matchesAnywhere(patternOf(need), sentence, context.vocabulary))) return undefined
  const rule = cue.rule === 'blame' ? blameRule(subject) : cue.rule
  return {rule, span: {start: tokens[match.start]!.start, end: tokens[match.end - 1]!.end}, subject, cue: {id: cue.id, why: cue.why, ask: cue.ask, source: cue.source}, severity: cue.severity}
}

/** The verb group that the first verb of the match belongs to; else the nearest before it. */
function groupOf(sentence: Sentence, match: PatternMatch): VerbGroup | undefined {
  const {groups} = sentence
  return groups.find((group) => group.end > match.start && group.start < match.end && group.head >= match.start) ?? groups.find((group) => group.end > match.start && group.start < match.end) ?? groups.filter((group) => group.end <= match.start).at(-1)
}

const NEGATIVE = /(?:^|[\s(|=])(?:not|never|no|nobody|nothing|without|none|neither|nor|hardly|cannot|<not>)(?:[\s)|?]|$)/

/** “did not drop the ball” says the opposite, unless the wording itself is a negation. */
function polarityFits(cue: Cue, source: string, group: VerbGroup | undefined, match: PatternMatch): boolean {
  const touches = group !== undefined && group.head >= match.start && group.start < match.end
  if (cue.negated !== undefined) return cue.negated === (group?.negated ?? false)
  return !(touches && group.negated && !NEGATIVE.test(source))
}

function subjectFor(sentence: Sentence, group: VerbGroup | undefined, match: PatternMatch, context: LanguageContext): Subject | undefined {
  const inMatch = group !== undefined && group.end > match.start && group.start < match.end
  const grammatical = group ? subjectOf(sentence.tokens, group.subjectTokens, context.vocabulary, group) : undefined
  if (match.human && (!inMatch || !isHuman(grammatical))) return match.human
  return grammatical ?? match.human
}

function subjectFits(gate: SubjectGate, subject: Subject | undefined, group: VerbGroup | undefined): boolean {
  const active = group?.passive !== true
  switch (gate) {
    case 'any': return true
    case 'human': return isHuman(subject) && (active || subject !== undefined)
    case 'third': return isThirdPerson(subject)
    case 'first': return isSelf(subject)
    case 'human?': return subject === undefined || isHuman(subject)
    case 'system': return subject?.kind === 'system'
  }
}

/** A single person, or a role, a team, a vendor, “we”. */
function blameRule(subject: Subject | undefined): string {
  return subject && (subject.kind === 'person' || subject.kind === 'first') ? 'person-blame' : 'role-blame'
}
