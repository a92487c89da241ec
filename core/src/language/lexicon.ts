import {LEXICON} from './lexicon.generated.ts'

/** Names of the word classes of `core/data/en/lexicon`. */
export type LexiconClass = string

let words: Map<string, string[]> | undefined
let irregular: Map<string, {lemma: string; form: 'past' | 'participle' | 'ed'}> | undefined

const NONE: readonly string[] = []

/** Decoded on first need: an editor that opens no post-mortem never pays for it. */
function decode(): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const [name, list] of Object.entries(LEXICON.classes)) {
    for (const word of list.split(' ')) {
      const classes = map.get(word)
      if (classes) classes.push(name)
      else map.set(word, [name])
    }
  }
  return map
}

/** The classes of a dictionary form; empty for an unknown word. */
export function classesOf(lemma: string): readonly string[] {
  words ??= decode()
  return words.get(lemma) ?? NONE
}

export function isIn(lemma: string, ...classes: readonly LexiconClass[]): boolean {
  const own = classesOf(lemma)
  if (own.length === 0) return false
  for (const name of classes) if (own.includes(name)) return true
  return false
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
