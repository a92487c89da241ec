import {json} from './lexicon.generated.ts'

/** Names of the word classes of `core/data/en/lexicon`. */
export type LexiconClass = string

/** The lexicon as it is stored. */
export interface LexiconData {
  /** Words with spaces between, by the names of all classes that they are in: few strings decode faster than many. */
  readonly words: Readonly<Record<string, string>>
  /** Verbs with semicolons between: the base form, past forms, participles. */
  readonly irregular: string
}

interface IrregularForm {
  readonly lemma: string
  readonly form: 'past' | 'participle' | 'ed'
}

interface Lexicon {
  readonly words: ReadonlyMap<string, readonly string[]>
  readonly irregular: ReadonlyMap<string, IrregularForm>
}

let decoded: Lexicon | undefined

const NONE: readonly string[] = []

/** Decoded on first need: an editor that opens no post-mortem never pays for it. */
const lexicon = (): Lexicon => (decoded ??= decode(JSON.parse(json()) as LexiconData))

function decode(data: LexiconData): Lexicon {
  const words = new Map<string, readonly string[]>()
  for (const [names, list] of Object.entries(data.words)) {
    const classes = names.split(' ')
    for (const word of list.split(' ')) words.set(word, classes)
  }
  const irregular = new Map<string, IrregularForm>()
  for (const entry of data.irregular.split(';')) {
    const [lemma, pasts = '', participles = ''] = entry.split(' ')
    // “run, ran, run”: the base form stays what it is.
    for (const past of pasts.split('/').filter((form) => form !== lemma))
      irregular.set(past, {lemma: lemma!, form: participles.split('/').includes(past) ? 'ed' : 'past'})
    for (const participle of participles.split('/').filter((form) => form !== lemma))
      if (!irregular.has(participle)) irregular.set(participle, {lemma: lemma!, form: 'participle'})
  }
  return {words, irregular}
}

/** The classes of a dictionary form; empty for an unknown word. */
export const classesOf = (lemma: string): readonly string[] => lexicon().words.get(lemma) ?? NONE

export function isIn(lemma: string, ...classes: readonly LexiconClass[]): boolean {
  const own = classesOf(lemma)
  if (own.length === 0) return false
  for (const name of classes) if (own.includes(name)) return true
  return false
}

/** “forgot” is the past of “forget”. */
export const irregularForm = (word: string): IrregularForm | undefined => lexicon().irregular.get(word)
