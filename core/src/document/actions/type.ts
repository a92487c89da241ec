import {ACTION_TYPES, type ActionItem, type ActionType} from '../action-item.ts'
import {byText} from '../../text/by-text.ts'
import {Wordings} from '../../text/wordings.ts'
import {plainText} from './inline.ts'
import {withoutLabel} from './entry.ts'
import {bordered, firstCues, isIn, verbOf} from './words.ts'
import {WORDS} from './words.generated.ts'

/** Cues count in this order: an alert is there to detect, whatever else the item says. */
const ORDER = ['detect', 'prevent', 'mitigate', 'repair', 'investigate'] as const satisfies readonly ActionType[]

const CUES = new Wordings<ActionType>(() =>
  ACTION_TYPES.flatMap((type) => WORDS.type_cues[type].map((cue) => [bordered(cue), type] as const)),
)

/** The type as written, else as the words suggest; undefined where they suggest none. */
export const typeOf = (item: ActionItem): ActionType | undefined => item.type?.value ?? inferType(item.task.value)

/** Which of the five types the words of a task suggest. */
export const inferType: (task: string) => ActionType | undefined = byText((task) => {
  const verb = headVerb(task)
  const byVerb = verb && ACTION_TYPES.find((type) => isIn(WORDS.type_verbs[type], verb))
  if (byVerb) return byVerb
  // The cue that stands first names the object; behind it stand reasons: “Add an alert so that rollbacks start sooner”.
  const cues = firstCues(CUES, plainText(task).text)
  let first: {type: ActionType; at: number} | undefined
  for (const type of ORDER) {
    const at = cues.get(type)
    if (at !== undefined && (!first || at < first.at)) first = {type, at}
  }
  return first?.type ?? (verb === 'fix' ? 'repair' : undefined)
})

/** The verb that the task begins with, in its base form: `Adding alerts`, `We will add alerts`, `Please add alerts`. */
export const headVerb: (task: string) => string | undefined = byText((task) => {
  const words = plainText(withoutLabel(task))
    .text.replace(
      /^(?:(?:we|i|the team|team) )?(?:(?:should|will|must|need to|needs to|have to|want to|plan to|are going to|'ll|we'll|please|also|then|to|maybe|perhaps|temporarily|permanently|automatically|properly) )*/,
      '',
    )
    .split(/[\s,:;]+/)
  for (const word of words.slice(0, 2)) {
    const verb = verbOf(word.replace(/[^\p{L}-]/gu, ''))
    if (verb && verb.form !== 'third') return verb.base
  }
  return undefined
})
