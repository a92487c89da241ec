import type {CueEntry} from './cues/cue-index.ts'
import {irregularForm, isIn} from './lexicon.ts'
import type {Tag, VerbForm} from './token.ts'

/** What a word form may be, out of context. */
export interface WordInfo {
  readonly lower: string
  readonly lemma: string
  /** The most likely part of speech. */
  readonly tag: Tag
  readonly form?: VerbForm
  /** The verb reading, where there is one. */
  readonly verb?: {readonly lemma: string; readonly form: VerbForm}
  readonly noun: boolean
  readonly adjective: boolean
  readonly adverb: boolean
  /** Whether the lexicon knows the word, or the word that it is a form of. */
  readonly known: boolean
  /** What the cues look up by the word; theirs to fill. */
  cues?: CueEntry
}

const closed = (tag: Tag, words: string): [string, Tag][] => words.split(' ').map((word) => [word, tag])

const CLOSED = new Map<string, Tag>([
  ...closed(
    'DET',
    'a an the this that these those each every any some no another either neither such both all half which whichever what whatever',
  ),
  ...closed('POSS', "my your his her its our their whose 's '"),
  ...closed(
    'PRON',
    "i me we us you he him she they them it one who whom whoever myself ourselves yourself himself herself itself themselves somebody someone anybody anyone nobody everybody everyone none nothing something anything everything mine ours yours theirs hers whomever y'all",
  ),
  ...closed('MODAL', "can could may might must shall should will would ought 'll"),
  ...closed('AUX', "be am is are was were been being have has had having do does did 're 've 'm"),
  ...closed('NOT', 'not never nor'),
  ...closed('NUM', 'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred'),
  ...closed('ADV', 'only once twice'),
  ...closed('TO', 'to'),
  ...closed('CONJ', 'and or but yet plus'),
  ...closed(
    'SUB',
    'because although though while whereas if unless until since when whenever where wherever as once whether before after so that than lest',
  ),
  ...closed(
    'PREP',
    'of in on at by for from with without within into onto to about against among around behind below beneath beside between beyond despite down during except inside like near off out outside over past per through throughout toward towards under underneath up upon via versus amid across along above concerning regarding following given',
  ),
])
// Words in two closed classes keep the one that is more frequent here.
for (const [word, tag] of [
  ['that', 'SUB'],
  ['her', 'POSS'],
  ['which', 'PRON'],
  ['what', 'PRON'],
  ['before', 'SUB'],
  ['after', 'SUB'],
  ['since', 'SUB'],
  ['until', 'SUB'],
  ['so', 'ADV'],
  ['to', 'TO'],
  ['following', 'PREP'],
  ['given', 'PREP'],
  ['yet', 'ADV'],
  ['neither', 'DET'],
  ['as', 'SUB'],
] as [string, Tag][])
  CLOSED.set(word, tag)

const AUX_LEMMA = new Map(
  Object.entries({
    am: 'be',
    is: 'be',
    are: 'be',
    was: 'be',
    were: 'be',
    been: 'be',
    being: 'be',
    "'re": 'be',
    "'m": 'be',
    has: 'have',
    had: 'have',
    having: 'have',
    "'ve": 'have',
    does: 'do',
    did: 'do',
    done: 'do',
    "'ll": 'will',
    me: 'i',
    us: 'we',
    him: 'he',
    them: 'they',
    an: 'a',
    these: 'this',
    those: 'that',
    whom: 'who',
  }),
)

const known = new Map<string, WordInfo>()

/** Remembered by word form; the same few thousand words come again and again. */
export function wordInfo(lower: string): WordInfo {
  let info = known.get(lower)
  if (!info) {
    if (known.size > 20_000) known.clear()
    known.set(lower, (info = {lower, ...analyse(lower)}))
  }
  return info
}

const NOUN_CLASSES = [
  'noun',
  'noun-or-verb',
  'role',
  'ambiguous-role',
  'team',
  'department',
  'ambiguous-team',
  'organisation',
  'system',
  'system-acronym',
  'artefact',
  'work',
  'time',
  'harm',
  'slip',
  'folk',
  'title',
]
const ADJECTIVE_CLASSES = ['adjective', 'judgement', 'judgement-person', 'judgement-work', 'trait']

function analyse(lower: string): Omit<WordInfo, 'lower'> {
  const tag = CLOSED.get(lower)
  if (tag)
    return {
      lemma: AUX_LEMMA.get(lower) ?? lower,
      tag,
      noun: false,
      adjective: false,
      adverb: tag === 'ADV',
      known: true,
    }
  const irregularVerb = irregularForm(lower)
  const verb = irregularVerb ?? regularVerb(lower)
  const singular = singularOf(lower)
  const noun = isIn(lower, ...NOUN_CLASSES) || (singular !== undefined && isIn(singular, ...NOUN_CLASSES))
  // The classes of judgement hold adverbs as well: “stubbornly”.
  const adjective =
    isIn(lower, 'adjective') ||
    (isIn(lower, ...ADJECTIVE_CLASSES) && !/..ly$/.test(lower)) ||
    /(?:able|ible|ous|ful|less|ical|ish|ious)$/.test(lower)
  const adverb =
    isIn(lower, 'adverb') ||
    (/..ly$/.test(lower) &&
      !/^(?:reply|apply|rely|supply|only|early|family|assembly|anomaly|multiply|comply|imply|ally|bully|fly|july|italy|daily|weekly|hourly|monthly|nightly|likely|unlikely|friendly|costly|ugly|silly|timely|orderly|lovely)$/.test(
        lower,
      ))
  const known =
    noun ||
    irregularVerb !== undefined ||
    isIn(lower, 'adverb', ...ADJECTIVE_CLASSES) ||
    (verb !== undefined && isVerb(verb.lemma)) ||
    (adverb && isIn(lower.slice(0, -2), ...ADJECTIVE_CLASSES))
  const base = {verb, noun, adjective, adverb, known}
  if (adverb && !noun) return {...base, lemma: lower, tag: 'ADV'}
  if (verb && !noun && !adjective) return {...base, lemma: verb.lemma, tag: 'VERB', form: verb.form}
  if (
    verb &&
    (verb.form === 'ed' || verb.form === 'past' || verb.form === 'participle' || verb.form === 'ing') &&
    !isIn(lower, 'noun', 'adjective')
  ) {
    return {...base, lemma: verb.lemma, tag: 'VERB', form: verb.form}
  }
  if (adjective && !noun) return {...base, lemma: lower, tag: 'ADJ'}
  if (noun) return {...base, lemma: singular ?? lower, tag: 'NOUN'}
  return {...base, lemma: singular !== undefined && lower.length > 3 ? singular : lower, tag: guess(lower)}
}

function guess(lower: string): Tag {
  if (/(?:ive|al|ic|ary|ory|ant|ent)$/.test(lower) && lower.length > 5) return 'ADJ'
  return 'NOUN'
}

/** Known irregulars are in the lexicon; this is for the rest. Undefined for what is no plural. */
function singularOf(lower: string): string | undefined {
  if (!lower.endsWith('s') || lower.endsWith('ss') || lower.endsWith('us') || lower.endsWith('is') || lower.length < 4)
    return IRREGULAR_PLURALS.get(lower)
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`
  if (/(?:ches|shes|xes|sses|zes)$/.test(lower)) return lower.slice(0, -2)
  return lower.slice(0, -1)
}

const IRREGULAR_PLURALS = new Map(
  Object.entries({
    people: 'person',
    men: 'man',
    women: 'woman',
    children: 'child',
    indices: 'index',
    criteria: 'criterion',
    halves: 'half',
    crises: 'crisis',
    analyses: 'analysis',
    hypotheses: 'hypothesis',
  }),
)

const isVerb = (lemma: string): boolean => isIn(lemma, 'verb', 'noun-or-verb')

function regularVerb(lower: string): {lemma: string; form: VerbForm} | undefined {
  if (isVerb(lower)) return {lemma: lower, form: 'base'}
  if (lower.endsWith('s')) {
    for (const stem of [lower.slice(0, -1), lower.slice(0, -2), `${lower.slice(0, -3)}y`]) {
      if (
        isVerb(stem) &&
        (stem !== lower.slice(0, -2) || lower.endsWith('es')) &&
        (!stem.endsWith('y') || lower.endsWith('ies') || lower === `${stem}s`)
      )
        return {lemma: stem, form: 's'}
    }
  }
  if (lower.endsWith('ed')) return inflected(lower.slice(0, -2), 'ed', lower.slice(0, -1))
  if (lower.endsWith('ing') && (lower.length > 5 || isVerb(lower.slice(0, -3)) || isVerb(`${lower.slice(0, -3)}e`)))
    return inflected(lower.slice(0, -3), 'ing', `${lower.slice(0, -3)}e`)
  return undefined
}

function inflected(stem: string, form: 'ed' | 'ing', withE: string): {lemma: string; form: VerbForm} | undefined {
  const doubled = /([bdfgklmnprtvz])\1$/.test(stem) ? stem.slice(0, -1) : undefined
  for (const lemma of [
    withE,
    stem,
    doubled,
    stem.endsWith('i') ? `${stem.slice(0, -1)}y` : stem.endsWith('ck') ? stem.slice(0, -1) : undefined,
  ])
    if (lemma && isVerb(lemma)) return {lemma, form}
  const hyphen = stem.lastIndexOf('-')
  if (hyphen > 0) {
    // “re-enabled”, “double-checked”: the part behind the hyphen decides.
    const tail = inflected(stem.slice(hyphen + 1), form, withE.slice(hyphen + 1))
    if (tail) return {lemma: `${stem.slice(0, hyphen + 1)}${tail.lemma}`, form}
  }
  // Unknown, but hardly anything else ends like this.
  if (form === 'ed' && /^[^aeiou]*[aeiou][bcdgklmnprstvz]$/.test(stem)) return {lemma: withE, form}
  if (form === 'ed' && stem.length > 2 && /[aeiouy]/.test(stem))
    return {
      lemma:
        doubled ??
        (/(?:at|iz|is|iv|ut|as|ur|uc|ag|et|ir|or|in)$/.test(stem) && !/(?:eat|eet|ain|oin|ein|ort|int)$/.test(stem)
          ? withE
          : stem),
      form,
    }
  if (form === 'ing' && stem.length > 2 && /[aeiouy]/.test(stem))
    return {lemma: doubled ?? (/(?:at|iz|iv|ut|ur|uc|ag)$/.test(stem) ? withE : stem), form}
  return undefined
}
