import type {SectionKind} from '../../document/kinds.ts'
import {classesOf} from '../lexicon.ts'
import type {Sentence} from '../sentence.ts'
import {isHuman, isThirdPerson, type Subject} from '../subject.ts'
import type {Token} from '../token.ts'
import type {VerbGroup} from '../verb-groups.ts'
import {subjectOf, type Vocabulary} from '../vocabulary.ts'
import {wordInfo} from '../word-info.ts'
import type {PairKind} from './model.ts'

/**
 * Takes the properties of a sentence one by one, each with the words that show it, so that a finding can say what moved it.
 * Most are runs of words that no model knows; they come word by word, so that nobody has to join them to find that out.
 * Places are indices of tokens, the end one past the last.
 */
export interface FeatureSink<Run> {
  /** The empty run. */
  readonly start: Run
  /** The run with one more word: a feature of its own, and the start of longer ones. */
  extend(run: Run, key: string, start: number, end: number): Run
  /** The run, any one word, and this word. */
  afterGap(run: Run, key: string, start: number, end: number): void
  /** Without a place if it is the whole sentence that shows it. */
  other(name: string, start?: number, end?: number): void
  /** What is said of one thing and another, such as who does what; the names stay apart for the same reason. */
  pair(kind: PairKind, first: string, second: string, start: number, end: number): void
}

/** Word classes that say something about how a sentence judges; the large general ones do not. */
const TELLING = new Set([
  'judgement',
  'judgement-person',
  'judgement-work',
  'trait',
  'contempt',
  'sanction',
  'slip',
  'folk',
  'human-only',
  'perception',
  'communication',
  'human-act',
  'harmful-act',
  'oversight',
  'response-act',
  'system-act',
  'role',
  'team',
  'department',
  'organisation',
  'outsider',
  'system',
  'product',
  'system-acronym',
  'artefact',
  'work',
  'harm',
  'time',
  'given-name',
  'title',
  'indefinite',
])

const tellingClassesOf = (lemma: string): readonly string[] => classesOf(lemma).filter((name) => TELLING.has(name))

/** A name is looked up many times; one that is put together anew costs more than the look-up. */
function named(prefix: string): (rest: string) => string {
  const names = new Map<string, string>()
  return (rest) => {
    let name = names.get(rest)
    if (name === undefined) names.set(rest, (name = `${prefix} ${rest}`))
    return name
  }
}
const nameOfClass = named('c')
const nameOfMood = named('m')

/** The words of a sentence as the model knows them, and where they stand. */
export interface Words {
  readonly keys: readonly string[]
  /** Indices of tokens. */
  readonly places: readonly number[]
}

export function wordsOf({tokens}: Sentence): Words {
  const places: number[] = []
  const keys: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.tag === 'PUNCT' && token.text !== '!' && token.text !== '?') continue
    places.push(i)
    keys.push(keyOf(token))
  }
  return {keys, places}
}

/** What every sentence of a section has. */
export const nameOfSection = (section: SectionKind | undefined): string => `§${section ?? '-'}`
export const ALWAYS = '*'

/** What the classifier knows of a sentence: its words, who does what in it, and where it stands. */
export function readFeatures<Run>(
  sentence: Sentence,
  {keys, places}: Words,
  section: SectionKind | undefined,
  vocabulary: Vocabulary,
  sink: FeatureSink<Run>,
): void {
  sink.other(ALWAYS)
  sink.other(nameOfSection(section))
  const {tokens} = sentence
  for (let k = 0; k < keys.length; k++) {
    const i = places[k]!
    const one = sink.extend(sink.start, keys[k]!, i, i + 1)
    const two = k + 1 < keys.length ? sink.extend(one, keys[k + 1]!, i, places[k + 1]! + 1) : one
    if (k + 2 < keys.length) {
      sink.extend(two, keys[k + 2]!, i, places[k + 2]! + 1)
      sink.afterGap(one, keys[k + 2]!, i, places[k + 2]! + 1)
    }
    if (tokens[i]!.quoted) sink.other('quoted')
    for (const name of tellingClassesOf(tokens[i]!.lemma)) sink.other(nameOfClass(name), i, i + 1)
  }
  for (const group of sentence.groups) readGroup(sentence, group, vocabulary, sink)
  if (sentence.isQuestion) sink.other('question')
  sink.other(`length ${Math.min(6, Math.floor(keys.length / 6))}`)
}

function keyOf(token: Token): string {
  if (token.tag === 'NUM') return '#'
  if (token.tag === 'CODE') return '`'
  if (token.tag === 'NAME' && !wordInfo(token.lower).noun) return 'Name'
  return token.lemma
}

const kindName = (subject: Subject | undefined): string =>
  subject === undefined ? 'none' : isThirdPerson(subject) ? 'third' : subject.kind

function readGroup<Run>(sentence: Sentence, group: VerbGroup, vocabulary: Vocabulary, sink: FeatureSink<Run>): void {
  const subject = subjectOf(sentence.tokens, group.subjectTokens, vocabulary, group)
  const who = kindName(subject)
  const mood = moodOf(group)
  const {start, end, lemma, negated} = group
  sink.pair('g', who, mood, start, end)
  sink.pair('v', who, lemma, start, end)
  sink.other(nameOfMood(mood), start, end)
  sink.pair('h', isHuman(subject) ? 'human' : 'thing', negated ? `${lemma} not` : lemma, start, end)
  for (const name of tellingClassesOf(lemma)) {
    sink.pair('a', who, negated ? `${name} not` : name, start, end)
    sink.pair('p', name, mood, start, end)
  }
}

const moods = new Map<string, string[]>()

function moodOf({modal, past, negated, passive, perfect}: VerbGroup): string {
  const main = modal ?? (past ? 'past' : 'present')
  let own = moods.get(main)
  if (!own) moods.set(main, (own = []))
  return (own[(negated ? 4 : 0) + (passive ? 2 : 0) + (perfect ? 1 : 0)] ??=
    `${main}${negated ? ' not' : ''}${passive ? ' passive' : ''}${perfect ? ' perfect' : ''}`)
}
