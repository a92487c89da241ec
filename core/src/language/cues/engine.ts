import type {CustomCue} from '../../lint/config.ts'
import type {Detection, LanguageContext} from '../detection.ts'
import {classesOf} from '../lexicon.ts'
import type {Sentence} from '../sentence.ts'
import {isHuman, isSelf, isThirdPerson, type Subject} from '../subject.ts'
import {subjectOf} from '../vocabulary.ts'
import type {VerbGroup} from '../verb-groups.ts'
import type {Token} from '../token.ts'
import type {WordInfo} from '../word-info.ts'
import type {Cue, CueTable, PackedNeeds, SubjectGate} from './cue.ts'
import {json} from './cues.generated.ts'
import {compile, matchAround, type Matcher, matchesAnywhere, type PatternMatch, Reading} from './matcher.ts'
import {cueTable} from './pack.ts'
import {parsePattern} from './pattern.ts'

interface Candidate {
  readonly cue: Cue
  readonly source: string
  readonly needs: PackedNeeds
  /** Compiled when the pattern is first tried. */
  matcher?: Matcher
}

let standard: CueIndex | undefined
const own = new Map<string, CueIndex>()
const vetoes = new Map<string, Matcher>()

/** The wordings of the cue files that stand in the sentence; the rules' gates come later. */
export function detectCues(sentence: Sentence, context: LanguageContext): Detection[] {
  standard ??= new CueIndex(JSON.parse(json()) as CueTable)
  const detections = find(sentence, standard, context)
  if (context.config.cues.length) detections.push(...find(sentence, customIndex(context.config.cues), context))
  return detections
}

function find(sentence: Sentence, index: CueIndex, context: LanguageContext): Detection[] {
  const detections: Detection[] = []
  const {words} = sentence
  index.read(words)
  let reading: Reading | undefined
  let seen: Set<Candidate> | undefined
  for (let i = 0; i < words.length; i++) {
    const {info, quoted} = words[i]!
    if (info === undefined || quoted) continue
    for (const candidate of index.candidatesAt(info)) {
      if (!index.meets(candidate.needs, i) || seen?.has(candidate)) continue
      reading ??= new Reading(sentence.tokens, context.vocabulary)
      const detection = detect(candidate, sentence, reading, i, context)
      if (!detection) continue
      ;(seen ??= new Set()).add(candidate)
      detections.push(detection)
    }
  }
  return detections
}

/** Finds the few patterns that a sentence holds the words for, among thousands. */
class CueIndex {
  private readonly setsByWord = new Map<string, number[]>()
  private readonly candidatesBySet: Candidate[][]
  private readonly setsByInfo = new WeakMap<WordInfo, readonly number[]>()
  private readonly candidatesByInfo = new WeakMap<WordInfo, readonly Candidate[]>()
  // Where a word of each set stands in the sentence that was read last, first and last; valid where `turns` holds its turn.
  private readonly turns: Uint32Array
  private readonly firsts: Uint32Array
  private readonly lasts: Uint32Array
  private turn = 0

  constructor({wordSets, cues}: CueTable) {
    wordSets.forEach((words, set) => {
      for (const word of words.split(' ')) {
        const sets = this.setsByWord.get(word)
        if (sets) sets.push(set)
        else this.setsByWord.set(word, [set])
      }
    })
    this.candidatesBySet = wordSets.map(() => [])
    this.turns = new Uint32Array(wordSets.length)
    this.firsts = new Uint32Array(wordSets.length)
    this.lasts = new Uint32Array(wordSets.length)
    for (const cue of cues) {
      cue.match.forEach((source, k) => {
        const needs = cue.needs[k]!
        this.candidatesBySet[needs[0]!]!.push({cue, source, needs})
      })
    }
  }

  read(words: readonly Token[]): void {
    this.turn++
    for (let i = 0; i < words.length; i++) {
      const {info, lower} = words[i]!
      const sets = info ? this.setsOf(info) : this.setsByWord.get(lower)
      if (!sets) continue
      for (const set of sets) {
        if (this.turns[set] !== this.turn) {
          this.turns[set] = this.turn
          this.firsts[set] = i
        }
        this.lasts[set] = i
      }
    }
  }

  /** The patterns that are looked up by this word. */
  candidatesAt(info: WordInfo): readonly Candidate[] {
    let candidates = this.candidatesByInfo.get(info)
    if (!candidates) {
      candidates = this.setsOf(info).flatMap((set) => this.candidatesBySet[set]!)
      this.candidatesByInfo.set(info, candidates)
    }
    return candidates
  }

  /** Whether the sentence that was read last holds what the pattern needs in front of the word `at` and behind it. */
  meets(needs: PackedNeeds, at: number): boolean {
    const behind = FIRST_OTHER + needs[COUNT_BEFORE]!
    for (let k = FIRST_OTHER; k < needs.length; k++) {
      const set = needs[k]!
      if (this.turns[set] !== this.turn || (k < behind ? this.firsts[set]! >= at : this.lasts[set]! <= at)) return false
    }
    return true
  }

  private setsOf(info: WordInfo): readonly number[] {
    let sets = this.setsByInfo.get(info)
    if (!sets) {
      const forms = new Set([info.lower, info.lemma, ...(info.verb ? [info.verb.lemma] : [])])
      // Whether “'s” is a verb is settled only where a pattern is tried.
      if (info.lower === "'s") forms.add('be')
      const keys = new Set([...forms, ...[...forms].flatMap((form) => classesOf(form).map((name) => `@${name}`))])
      sets = [...new Set([...keys].flatMap((key) => this.setsByWord.get(key) ?? []))]
      this.setsByInfo.set(info, sets)
    }
    return sets
  }
}

// Places in `PackedNeeds`.
const LEAST = 1
const MOST = 2
const COUNT_BEFORE = 3
const FIRST_OTHER = 4

function customIndex(cues: readonly CustomCue[]): CueIndex {
  const key = JSON.stringify(cues)
  let index = own.get(key)
  if (!index) {
    if (own.size > 20) own.clear()
    const entries = cues.map((cue, i) => ({
      ...cue,
      id: `custom-${i}`,
      match: [cue.match],
      subject: cue.subject as SubjectGate | undefined,
    }))
    own.set(key, (index = new CueIndex(cueTable(entries))))
  }
  return index
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
