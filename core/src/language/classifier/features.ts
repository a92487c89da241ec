import type {SectionKind} from '../../document/kinds.ts'
import type {Detection} from '../detection.ts'
import {classesOf} from '../lexicon.ts'
import type {Sentence} from '../sentence.ts'
import {isHuman, isThirdPerson, type Subject} from '../subject.ts'
import type {Token} from '../token.ts'
import type {VerbGroup} from '../verb-groups.ts'
import {subjectOf, type Vocabulary} from '../vocabulary.ts'
import {wordInfo} from '../word-info.ts'

/** A property of a sentence with the words that show it, so that a finding can say what moved it. */
export interface Feature {
  readonly name: string
  readonly tokens?: readonly [start: number, end: number]
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

/** What the classifier knows of a sentence: its words, who does what in it, and where it stands. */
export function featuresOf(
  sentence: Sentence,
  section: SectionKind | undefined,
  vocabulary: Vocabulary,
  detections: readonly Detection[],
): Feature[] {
  const features: Feature[] = [{name: '*'}, {name: `§${section ?? '-'}`}]
  const words = sentence.tokens.flatMap((token, i) =>
    token.tag === 'PUNCT' && !/^[!?]$/.test(token.text) ? [] : [{token, i, key: keyOf(token)}],
  )
  words.forEach(({token, i, key}, k) => {
    features.push({name: `w ${key}`, tokens: [i, i + 1]})
    if (token.quoted) features.push({name: 'quoted'})
    const next = words[k + 1]
    const third = words[k + 2]
    if (next) features.push({name: `b ${key} ${next.key}`, tokens: [i, next.i + 1]})
    if (next && third)
      features.push(
        {name: `s ${key} _ ${third.key}`, tokens: [i, third.i + 1]},
        {name: `t ${key} ${next.key} ${third.key}`, tokens: [i, third.i + 1]},
      )
    for (const name of classesOf(token.lemma))
      if (TELLING.has(name)) features.push({name: `c ${name}`, tokens: [i, i + 1]})
  })
  for (const group of sentence.groups) features.push(...groupFeatures(sentence, group, vocabulary))
  if (sentence.isQuestion) features.push({name: 'question'})
  features.push({name: `length ${Math.min(6, Math.floor(words.length / 6))}`})
  for (const detection of detections)
    features.push({name: `d ${detection.rule}`}, {name: `d ${detection.rule} ${kindName(detection.subject)}`})
  return features
}

function keyOf(token: Token): string {
  if (token.tag === 'NUM') return '#'
  if (token.tag === 'CODE') return '`'
  if (token.tag === 'NAME' && !wordInfo(token.lower).noun) return 'Name'
  return token.lemma
}

const kindName = (subject: Subject | undefined): string =>
  subject === undefined ? 'none' : isThirdPerson(subject) ? 'third' : subject.kind

function groupFeatures(sentence: Sentence, group: VerbGroup, vocabulary: Vocabulary): Feature[] {
  const subject = subjectOf(sentence.tokens, group.subjectTokens, vocabulary, group)
  const who = kindName(subject)
  const mood = `${group.modal ?? (group.past ? 'past' : 'present')}${group.negated ? ' not' : ''}${group.passive ? ' passive' : ''}${group.perfect ? ' perfect' : ''}`
  const tokens: [number, number] = [group.start, group.end]
  const features: Feature[] = [
    {name: `g ${who} ${mood}`, tokens},
    {name: `v ${who} ${group.lemma}`, tokens},
    {name: `m ${mood}`, tokens},
    {name: `h ${isHuman(subject) ? 'human' : 'thing'} ${group.lemma}${group.negated ? ' not' : ''}`, tokens},
  ]
  for (const name of classesOf(group.lemma))
    if (TELLING.has(name))
      features.push(
        {name: `a ${who} ${name}${group.negated ? ' not' : ''}`, tokens},
        {name: `p ${name} ${mood}`, tokens},
      )
  return features
}
