import {LEXICON} from './lexicon.generated.ts'

/** Names of the word classes of `core/data/en/lexicon`. */
export type LexiconClass = string

let words: Map<string, readonly string[]> | undefined
let irregular: Map<string, {lemma: string; form: 'past' | 'participle' | 'ed'}> | undefined

/** Decoded on first need: an editor that opens no post-mortem never pays for it. */
function decode(): Map<string, readonly string[]> {
  const map = new Map<string, readonly string[]>()
  for (const [names, list] of Object.entries(LEXICON.words)) {
    const classes = names.split(' ')
    for (const word of list.split(' ')) map.set(word, classes)
  }
  return map
}

/** The classes of a dictionary form; empty for an unknown word. */
export function classesOf(lemma: string): readonly string[] {
  words ??= decode()
  return words.get(lemma) ?? []
}

export const isIn = (lemma: string, ...classes: readonly LexiconClass[]): boolean => {
  const own = classesOf(lemma)
  return classes.some((name) => own.includes(name))
}

/** “forgot” is the past of “forget”. */
export function irregularForm(word: string): {lemma: string; form: 'past' | 'participle' | 'ed'} | undefined {
  if (!irregular) {
    irregular = new Map()
    for (const entry of LEXICON.irregular.split(';')) {
      const [lemma, pasts = '', participles = ''] = entry.split(' ')
      // “run, ran, run”: the base form stays what it is.
      for (const past of pasts.split('/').filter((form) => form !== lemma))
        irregular.set(past, {lemma: lemma!, form: participles.split('/').includes(past) ? 'ed' : 'past'})
      for (const participle of participles.split('/').filter((form) => form !== lemma))
        if (!irregular.has(participle)) irregular.set(participle, {lemma: lemma!, form: 'participle'})
    }
  }
  return irregular.get(word)
}
