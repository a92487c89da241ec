import type {Token} from '../token.ts'

const NUMBER_WORDS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|half|several|dozen|couple|few)$/
const INVARIANT_PAST = /^(?:put|set|cut|let|hit|shut|read|run)$/

/** What `<tag>` stands for in a pattern: a property of one token. */
export const TAGS: Readonly<Record<string, ((token: Token) => boolean) | undefined>> = {
  verb: ({tag}) => tag === 'VERB' || tag === 'AUX',
  'verb:base': ({tag, info}) => info?.verb?.form === 'base' && tag !== 'ADJ',
  'verb:ing': ({info, lower}) => info?.verb?.form === 'ing' || lower === 'being' || lower === 'having',
  'verb:ed': ({tag, form, info, lower}) =>
    info?.verb?.form === 'ed' ||
    info?.verb?.form === 'past' ||
    info?.verb?.form === 'participle' ||
    (tag === 'VERB' && form !== 'ing' && form !== 's' && INVARIANT_PAST.test(lower)),
  noun: ({tag}) => tag === 'NOUN' || tag === 'NAME' || tag === 'CODE',
  adj: ({tag, form}) => tag === 'ADJ' || (tag === 'VERB' && (form === 'ed' || form === 'ing')),
  adv: ({tag}) => tag === 'ADV',
  num: ({tag, lower}) => tag === 'NUM' || NUMBER_WORDS.test(lower),
  det: ({tag, lower}) => tag === 'DET' || (tag === 'POSS' && lower !== "'s"),
  pron: ({tag}) => tag === 'PRON',
  name: ({tag}) => tag === 'NAME',
  be: ({lemma}) => lemma === 'be',
  have: ({lemma}) => lemma === 'have',
  do: ({lemma}) => lemma === 'do',
  not: ({tag, lower}) => tag === 'NOT' || lower === 'hardly' || lower === 'no',
  modal: ({tag}) => tag === 'MODAL',
  code: ({tag}) => tag === 'CODE',
  punct: ({tag}) => tag === 'PUNCT',
}

/** What `<slot>` stands for in a pattern: a whole noun phrase. */
export type Slot = 'np' | 'human' | 'system' | 'poss'

export const isSlot = (name: string): name is Slot =>
  name === 'np' || name === 'human' || name === 'system' || name === 'poss'
