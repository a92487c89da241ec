import type {Wording, Wordings} from '../../text/wordings.ts'
import type {ActionStrength, ActionType} from '../action-item.ts'
import {formsOf} from './verb-forms.ts'
import {WORDS} from './words.generated.ts'

export type ColumnRole = 'action' | 'owner' | 'due' | 'ticket' | 'type' | 'priority' | 'status' | 'number' | 'notes'

/** A way in which an item asks people instead of changing the system. */
export interface WeakFamilyWords {
  readonly id: string
  /** Goes on after “This item …”. */
  readonly says: string
  readonly start: readonly Wording[]
  readonly within: readonly Wording[]
  /** Source of a regular expression; empty for none. */
  readonly unless: string
  readonly exempt: string
}

/** What core/data/en/actions.yml holds after compiling its patterns. */
export interface ActionWords {
  readonly verbs: readonly string[]
  readonly irregular: Readonly<Record<string, readonly string[]>>
  readonly describing: readonly string[]
  readonly columns: Readonly<Record<ColumnRole, readonly string[]>>
  readonly statuses: Readonly<Record<'done' | 'open', readonly string[]>>
  readonly types: Readonly<Record<ActionType, readonly string[]>>
  readonly priorities: readonly string[]
  readonly markers: readonly string[]
  readonly list_markers: readonly string[]
  readonly no_items: readonly string[]
  readonly groups: readonly string[]
  readonly abbreviations: readonly string[]
  readonly no_names: readonly string[]
  readonly roles: readonly string[]
  readonly type_verbs: Readonly<Record<ActionType, readonly string[]>>
  readonly type_cues: Readonly<Record<ActionType, readonly Wording[]>>
  readonly strength: Readonly<
    Record<ActionStrength, {readonly verbs: readonly string[]; readonly cues: readonly Wording[]}>
  >
  readonly leads: string
  readonly weak: readonly WeakFamilyWords[]
}

/** Where the first cue of each meaning stands in a text. */
export function firstCues<Meaning>(cues: Wordings<Meaning>, text: string): ReadonlyMap<Meaning, number> {
  const first = new Map<Meaning, number>()
  for (const {meaning, pattern} of cues.candidatesIn(text)) {
    const at = pattern.exec(text)?.index
    if (at !== undefined && at < (first.get(meaning) ?? Infinity)) first.set(meaning, at)
  }
  return first
}

/** A wording of the data between borders of words; a hyphen is none. */
export const bordered = ([needs, source]: Wording): Wording => [needs, `(?<![\\w-])(?:${source})(?![\\w-])`]

export type VerbForm = 'base' | 'third' | 'gerund' | 'past'

const VERBS = new Map<string, {base: string; form: VerbForm}>()
for (const verb of WORDS.verbs) {
  const {third, gerund, past} = formsOf(verb, WORDS.irregular[verb])
  if (!VERBS.has(third)) VERBS.set(third, {base: verb, form: 'third'})
  VERBS.set(gerund, {base: verb, form: 'gerund'})
  for (const form of past) if (!VERBS.has(form)) VERBS.set(form, {base: verb, form: 'past'})
}
for (const verb of WORDS.verbs) VERBS.set(verb, {base: verb, form: 'base'})

/** The verb that a word is a form of, if it is one that starts actions. */
export const verbOf = (word: string): {base: string; form: VerbForm} | undefined => VERBS.get(word.toLowerCase())

const sets = new Map<readonly string[], ReadonlySet<string>>()

/** Whether a list of the data holds the text, whatever its case. */
export function isIn(list: readonly string[], text: string): boolean {
  let set = sets.get(list)
  if (!set) sets.set(list, (set = new Set(list.map((one) => one.toLowerCase()))))
  return set.has(text.toLowerCase())
}
