import type {ActionItem, ActionStrength} from '../action-item.ts'
import {byText} from '../../text/by-text.ts'
import {Wordings} from '../../text/wordings.ts'
import {plainText} from './inline.ts'
import {headVerb} from './type.ts'
import {weaknessOf} from './weakness.ts'
import {bordered, firstCues, isIn} from './words.ts'
import {WORDS} from './words.generated.ts'

const LEVELS = ['stronger', 'intermediate', 'weaker'] as const satisfies readonly ActionStrength[]

const CUES = new Wordings<ActionStrength>(() =>
  LEVELS.flatMap((level) => WORDS.strength[level].cues.map((cue) => [bordered(cue), level] as const)),
)

/** How much an item changes the system: `strengthOfText` of its task. */
export const strengthOf = (item: ActionItem): ActionStrength | undefined => strengthOfText(item.task.value)

/**
 * The level of a task in the hierarchy of actions, mapped to software (domain.md (d)); undefined where no word tells.
 * “Remove the manual path” is stronger, “Add an alert” intermediate, “Document the steps” weaker.
 */
export const strengthOfText: (task: string) => ActionStrength | undefined = byText((task) => {
  if (weaknessOf(task)) return 'weaker'
  const cues = firstCues(CUES, plainText(task).text)
  const verb = headVerb(task)
  if (verb && isIn(WORDS.strength.weaker.verbs, verb))
    return cues.has('stronger') && !/^(?:document|discuss|consider)/.test(verb) ? 'stronger' : 'weaker'
  if (verb && isIn(WORDS.strength.stronger.verbs, verb)) return 'stronger'
  let first: {level: ActionStrength; at: number} | undefined
  for (const level of LEVELS) {
    const at = cues.get(level)
    if (at !== undefined && (!first || at < first.at)) first = {level, at}
  }
  return first?.level ?? (verb && isIn(WORDS.strength.intermediate.verbs, verb) ? 'intermediate' : undefined)
})
