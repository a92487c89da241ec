import {isIn} from './lexicon.ts'
import type {Subject, SubjectKind} from './subject.ts'
import type {Token} from './token.ts'
import type {VerbGroup} from './verb-groups.ts'
import {wordInfo} from './word-info.ts'

/** Who and what is who in this document and this team, in lower case; beside the lexicon. */
export interface Vocabulary {
  readonly people: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
  readonly teams: ReadonlySet<string>
  readonly systems: ReadonlySet<string>
}

const PRONOUNS = new Map<string, SubjectKind>(
  Object.entries({
    i: 'first',
    me: 'first',
    myself: 'first',
    mine: 'first',
    my: 'first',
    we: 'we',
    us: 'we',
    ourselves: 'we',
    ours: 'we',
    our: 'we',
    he: 'person',
    she: 'person',
    him: 'person',
    her: 'person',
    his: 'person',
    himself: 'person',
    herself: 'person',
    hers: 'person',
    they: 'they',
    them: 'they',
    themselves: 'they',
    theirs: 'they',
    their: 'they',
    you: 'you',
    your: 'you',
    yourself: 'you',
    somebody: 'indefinite',
    someone: 'indefinite',
    nobody: 'indefinite',
    anybody: 'indefinite',
    anyone: 'indefinite',
    everybody: 'indefinite',
    everyone: 'indefinite',
    whoever: 'indefinite',
    who: 'indefinite',
    whose: 'indefinite',
    it: 'thing',
    this: 'thing',
    that: 'thing',
    which: 'thing',
    these: 'thing',
    those: 'thing',
    something: 'thing',
    nothing: 'thing',
    everything: 'thing',
    its: 'thing',
  }),
)

interface Phrase {
  readonly start: number
  readonly end: number
  readonly head: number
}

/** What the noun phrase stands for. `group` is the verb it is the subject of: only people forget, assume or apologise. */
export function subjectOf(
  tokens: readonly Token[],
  phrase: Phrase | undefined,
  vocabulary: Vocabulary,
  group?: VerbGroup,
): Subject | undefined {
  if (!phrase) return undefined
  const head = tokens[phrase.head]!
  const kind = kindOf(tokens, phrase, head, vocabulary, group)
  return {kind, span: {start: tokens[phrase.start]!.start, end: tokens[phrase.end - 1]!.end}, head}
}

function kindOf(
  tokens: readonly Token[],
  phrase: Phrase,
  head: Token,
  vocabulary: Vocabulary,
  group: VerbGroup | undefined,
): SubjectKind {
  const words = tokens.slice(phrase.start, phrase.end)
  if (head.tag === 'CODE') return 'system'
  if (head.tag === 'PRON' || head.tag === 'DET') {
    if (head.lower === 'one' && words[0]?.lower === 'no') return 'indefinite'
    // “the old one” stands for a thing named before.
    if (head.lower === 'one' && tokens[phrase.start - 1] && /^(?:DET|ADJ|POSS)$/.test(tokens[phrase.start - 1]!.tag))
      return 'thing'
    if (
      head.lower === 'one' ||
      head.lower === 'none' ||
      head.lower === 'each' ||
      head.lower === 'both' ||
      head.lower === 'all' ||
      head.lower === 'some'
    )
      return humanTail(tokens, phrase, vocabulary) ? 'indefinite' : head.lower === 'one' ? 'you' : 'thing'
    if (head.lower === 'they' || head.lower === 'them') return theyRefersTo(tokens, phrase, vocabulary)
    return PRONOUNS.get(head.lower) ?? 'thing'
  }
  // “Sam and the on-call”, “Mr Otieno”
  if (words.some((word) => word.tag === 'NAME' && vocabulary.people.has(word.lower))) return 'person'
  const title = words.find((word) => isIn(word.lower.replace(/\.$/, ''), 'title') && /^\p{Lu}/u.test(word.text))
  if (title && title !== head) return 'person'
  if (head.text.startsWith('@') || head.text.endsWith('@')) return 'person'
  const lemma = head.lemma
  if (vocabulary.roles.has(head.lower) || vocabulary.roles.has(lemma)) return 'role'
  if (vocabulary.teams.has(head.lower) || vocabulary.teams.has(lemma)) return 'team'
  if (vocabulary.systems.has(head.lower) || vocabulary.systems.has(lemma)) return 'system'
  if (head.tag !== 'NAME' || wordInfo(head.lower).noun) {
    const common = commonNoun(head, words, group)
    if (common) return common
  }
  if (head.tag === 'NAME') return nameKind(head, words, group, vocabulary)
  return group && isHumanVerb(group) && isIn(lemma, 'ambiguous-role', 'ambiguous-team') ? 'role' : 'thing'
}

/** “certificate checker”, “lease controller”: what a machine noun modifies is a machine. */
const isNamedMachine = (words: readonly Token[]): boolean =>
  words.length > 1 &&
  words
    .slice(0, -1)
    .some(
      (word) =>
        word.tag === 'CODE' ||
        (word.tag === 'NOUN' && isIn(word.lemma, 'system', 'artefact', 'system-acronym', 'product')),
    )

const TEAM_TAIL =
  /^(?:team|teams|crew|squad|group|folks|people|department|desk|staff|unit|colleagues|guys|shift|office)$/

function commonNoun(head: Token, words: readonly Token[], group: VerbGroup | undefined): SubjectKind | undefined {
  const {lemma, lower} = head
  if (isIn(lemma, 'outsider')) return 'outsider'
  if (TEAM_TAIL.test(lower)) return 'team'
  if (isIn(lemma, 'role') && !(isIn(lemma, 'system') && isNamedMachine(words))) return 'role'
  if (isIn(lemma, 'organisation') && !isIn(lemma, 'system')) return 'organisation'
  if (isIn(lemma, 'role', 'ambiguous-role'))
    return isNamedMachine(words)
      ? 'system'
      : group && isIn(group.lemma, 'human-only')
        ? 'role'
        : isIn(lemma, 'system')
          ? 'system'
          : undefined
  if (isIn(lemma, 'team')) return 'team'
  if (isIn(lemma, 'organisation')) return 'organisation'
  if (isIn(lower, 'department'))
    return isIn(lower, 'ambiguous-team') &&
      words.length === 1 &&
      words[0]!.lower === lower &&
      !/^\p{Lu}/u.test(head.text) &&
      !(group && isHumanVerb(group))
      ? undefined
      : words.length === 1 || words.length === 2
        ? 'team'
        : undefined
  if (
    isIn(lemma, 'system', 'system-acronym', 'product', 'artefact') ||
    isIn(lower, 'system', 'system-acronym', 'product')
  )
    return 'system'
  return undefined
}

/** Anybody's name, wherever it comes from: what looks like no product and does what people do. */
function nameKind(
  head: Token,
  words: readonly Token[],
  group: VerbGroup | undefined,
  vocabulary: Vocabulary,
): SubjectKind {
  const {lower, text} = head
  if (isIn(lower, 'given-name')) return 'person'
  if (vocabulary.people.has(lower)) return 'person'
  if (isIn(lower, 'product', 'system-acronym', 'system')) return 'system'
  if (isIn(lower, 'department')) return 'team'
  if (/^(?:\p{Lu}\.)+(?:\p{Lu}\.?)?$/u.test(text)) return 'person'
  if (/\d|[_./]|\p{Ll}\p{Lu}/u.test(text) && !/^(?:Mc|Mac|De|Di|La|Le|O')\p{Lu}/u.test(text)) return 'system'
  if (words.some((word) => word.tag === 'NAME' && isIn(word.lower, 'given-name'))) return 'person'
  const acts = group !== undefined && isHumanVerb(group)
  if (/^\p{Lu}{2,}s$/u.test(text)) return 'system'
  if (/^\p{Lu}{2,3}$/u.test(text)) return acts ? 'person' : 'system'
  if (/^\p{Lu}{4,}$/u.test(text)) return 'system'
  const hasArticle = words[0]?.tag === 'DET'
  if (hasArticle) return acts ? 'team' : 'system'
  if (
    words.some(
      (word) => word !== head && word.tag !== 'NAME' && word.tag !== 'ADJ' && word.tag !== 'POSS' && word.tag !== 'NUM',
    )
  )
    return acts ? 'person' : 'system'
  return 'person'
}

/** Whether the verb, or what it governs, is something that only people do. */
export function isHumanVerb(group: VerbGroup): boolean {
  return isIn(group.lemma, 'human-only', 'communication', 'perception', 'oversight')
}

function humanTail(tokens: readonly Token[], phrase: Phrase, vocabulary: Vocabulary): boolean {
  if (tokens[phrase.end]?.lower !== 'of') return false
  const next = tokens[phrase.end + 1]
  if (!next) return false
  if (next.tag === 'PRON') return next.lower === 'us' || next.lower === 'you'
  const noun = tokens.slice(phrase.end + 1, phrase.end + 5).find((token) => token.tag === 'NOUN')
  return noun !== undefined && (isIn(noun.lemma, 'role', 'team') || vocabulary.roles.has(noun.lemma))
}

/** “they” are people if the sentence has named people before, things if it has named only things. */
function theyRefersTo(tokens: readonly Token[], phrase: Phrase, vocabulary: Vocabulary): SubjectKind {
  for (let k = phrase.start - 1; k >= 0; k--) {
    const token = tokens[k]!
    if (token.tag === 'NAME' || isIn(token.lemma, 'role', 'team', 'organisation') || vocabulary.roles.has(token.lemma))
      return 'they'
    if (token.tag === 'NOUN' && /s$/.test(token.lower) && isIn(token.lemma, 'system', 'artefact', 'system-acronym'))
      return 'system'
  }
  return 'they'
}
