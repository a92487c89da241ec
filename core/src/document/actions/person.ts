import type {Span} from '../../text/span.ts'
import {byText} from '../../text/by-text.ts'
import {looksLikeName} from './owner.ts'

/** Names keep their case, so that the verbs allow both instead of the pattern ignoring it. */
const anyCase = (words: string): string =>
  words.replace(/(^|\|)([a-z])/g, (_, bar: string, letter: string) => `${bar}[${letter.toUpperCase()}${letter}]`)

const TEACHING =
  're-train|retrain|train|coach|educate|teach|warn|lecture|reprimand|remind|instruct|counsel|discipline|mentor'
const ROLE =
  '(?:engineer|operator|developer|admin|administrator|contractor|intern|junior|technician|employee|on-?call(?: engineer)?|person|dba|deployer|author|reviewer)'

/** `the engineer who ran it`, `the new operator`: one person, named by role. */
const ONE = `(?:(?:[Tt]he|[Tt]his|[Tt]hat|[Oo]ur|[Ee]ach)\\s+(?:[\\w-]+\\s+){0,2}?${ROLE}\\b(?!['’]s|s)|(?:him|her|them)\\b|@[\\w-]+\\b)`
const NAME = "\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+)?"

const TEACH_ONE = new RegExp(
  `^(?:[Ww]e (?:will|should|need to) )?(?:${anyCase(TEACHING)})(?:s|ing)?\\s+(?:${ONE}|(${NAME})(?!\\s*(?:model|classifier|network|team)))`,
  'u',
)
const TALK_TO_ONE = new RegExp(
  `^(?:${anyCase('have')} a (?:talk|word|chat) with|${anyCase('talk')} to|${anyCase('speak')} (?:to|with))\\s+(?:${ONE}|(${NAME}))(?=.*\\b(?:about|so that|that)\\b.*\\b(?:care|carefu\\w*|mistakes?|behaviou?r|conduct|process|procedure|attention|responsib\\w*|attitude|rules?|checklist)\\b)`,
  'u',
)
/** What only people can do. A capitalised word in front may be a system: “Scheduler should read its limits”. */
const HUMAN =
  '(?:learn (?:how|to|that|from)|be (?:more |less |better )?(?:careful|diligent|attentive|proactive|thorough|mindful|responsible|cautious|vigilant)|be (?:re-?trained|coached|warned|reminded|told)|pay (?:more |closer )?attention|take more care|apologi[sz]e|attend|undergo|get (?:more )?training)'
const DUTY = '(?:follow|understand|improve|read|stop|remember|be more|be better)'
const NEEDS = new RegExp(
  `^(?:${ONE}\\s+(?:needs? to|has to|must|should|ought to|will)\\s+(?:${HUMAN}|${DUTY})|(${NAME})\\s+(?:needs? to|has to|must|should|ought to|will)\\s+${HUMAN})\\b`,
  'u',
)
/** Each with something of all that it matches: the expressions are long, and most tasks are about no person. */
const AIMS: readonly {readonly hint: RegExp; readonly pattern: RegExp}[] = [
  {hint: new RegExp(TEACHING, 'i'), pattern: TEACH_ONE},
  {hint: /^(?:have a|talk|speak)/i, pattern: TALK_TO_ONE},
  {hint: /\s(?:needs?|has|must|should|ought|will)\s/, pattern: NEEDS},
]
const SANCTION =
  /\b(?:performance (?:review|plan|improvement plan)|disciplinary|written warning|formal warning|put on notice|dismiss(?:al|ed)? (?:of )?(?:the|him|her)|fire (?:him|her)|retrained before)\b/i

/**
 * Where a task sets out to change one person: `Retrain the operator who …`, `Bob needs to learn …`.
 * Teams and “everyone” are not meant here; they are weak items.
 */
export const personFixingSpan: (task: string) => Span | undefined = byText((task) => {
  const text = task.replace(/[*_`]/g, ' ')
  for (const {hint, pattern} of AIMS) {
    const match = hint.test(text) ? pattern.exec(text) : null
    if (!match) continue
    if (match[1] !== undefined && !looksLikeName(match[1])) continue
    return {start: match.index, end: match.index + match[0].trimEnd().length}
  }
  const sanction = SANCTION.exec(text)
  return sanction ? {start: sanction.index, end: sanction.index + sanction[0].length} : undefined
})
