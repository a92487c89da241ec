import {isIn, verbOf} from './words.ts'
import {WORDS} from './words.generated.ts'

/** What a cell or a bracket says about the status; undefined where it is no status. */
export function readStatus(text: string): boolean | undefined {
  const bare = text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~()[\]]/g, '')
    .trim()
  if (DONE_MARK.test(bare)) return true
  if (OPEN_MARK.test(bare)) return false
  const words = bare
    .replace(/[\p{Extended_Pictographic}\u{FE0F}]/gu, '')
    .trim()
    .replace(/[.!]+$/, '')
    .toLowerCase()
  if (!words) return undefined
  if (isIn(WORDS.statuses.done, words)) return true
  if (isIn(WORDS.statuses.open, words)) return false
  const [first] = words.split(/[\s,:;–—-]+/)
  // “Done in #12”, “completed 3 May”, “in progress since Monday”
  if (
    /^(?:done|completed|fixed|merged|closed|resolved|shipped|deployed|finished)\b/.test(words) &&
    !/\bnot\b/.test(words)
  )
    return words.length <= 60 ? true : undefined
  if (/^(?:not (?:done|started|yet)|in progress|to ?do|wip|open|pending|planned|ongoing|partially)\b/.test(words))
    return false
  return first && (first === 'yes' || first === 'y' || first === 'x') && words.length <= 3
    ? true
    : first === 'no' && words.length <= 3
      ? false
      : undefined
}

export const DONE_MARK = /^(?:✅|☑️?|✔️?|🟢|✓|🎉)/u
export const OPEN_MARK = /^(?:🟡|⏳|🔄|🚧|🔴|🟠|⌛|❌|☐|⬜|📋|🔲|⏸️?|✗)/u

/** The end of an item that tells its status: `… - DONE`, `… (done)`, `… **DONE**`, `… [FIXED](url)`, `… DONE in #12`. */
export const STATUS_AT_END =
  /(?:\s*[-–—:]\s*|\s+|\s*\(|\s*\[)(?:\*\*|_|`)?(DONE|FIXED|COMPLETED?|TODO|TO DO|ONGOING|WIP|IN PROGRESS|MERGED|CLOSED|RESOLVED|FAILED)(?:\*\*|_|`)?(?:\)|\](?:\([^)]*\))?)?(\s+(?:in|by|with|via|see)\b[^.]{0,120})?[.!]?\s*$|\s*(?:[-–—]\s*|[([])(?:\*\*|_)?((?:already )?(?:done|fixed|completed?|accomplished|implemented|merged|in progress|todo|to do|ongoing|resolved|shipped|deployed)(?:\s+(?:in|by|with|via|on|during|as|since)\b[^)\].]{0,60})?)[.!]?(?:\*\*|_)?[)\]]?(?:\([^)]*\))?[.!]?\s*$/

/** Something of every status at an end. */
export const MAY_TELL_STATUS =
  /done|fixed|complet|accomplished|implemented|merged|closed|resolved|failed|shipped|deployed|to ?do|ongoing|wip|in progress/i

/** Whether a sentence reports something as done: `Reverted the change`, `We've moved …`, `The pool was disabled`. */
export function reportsDone(task: string): boolean {
  const plain = task
    .replace(/[*_`]/g, '')
    .replace(/^(?:the team (?:then )?|we (?:also |then |now )?|i (?:also )?|additionally,? |also,? )+/i, '')
    .trim()
  const words = plain.split(/\s+/)
  const [first = '', second = ''] = words
  const verb = verbOf(first.replace(/[^\p{L}-]/gu, ''))
  const hasFuture = /\b(?:will|should|shall|must|to be|needs?|going to|plan(?:s|ned)? to|could|would|'ll)\b/i.test(
    plain,
  )
  if (
    verb?.form === 'past' &&
    verb.base !== 'set' &&
    verb.base !== 'put' &&
    verb.base !== 'cut' &&
    verb.base !== 'run' &&
    verb.base !== 'spread' &&
    verb.base !== 'broadcast' &&
    verb.base !== 'reset' &&
    verb.base !== 'split'
  ) {
    if (!isIn(WORDS.describing, first) || DETERMINER.test(second)) return !/^by\b/i.test(second)
  }
  // “Alerts configured”, “AWS support case raised”
  if (
    !hasFuture &&
    !verb &&
    /^[^.,;:]{4,60}$/.test(plain) &&
    words.length > 1 &&
    verbOf(words.at(-1)!)?.form === 'past'
  )
    return true
  if (
    /^(?:we've|we have|we had|i've|i have|have|has|had|was|were|there has been)\b/i.test(
      task.replace(/[*_`]/g, '').replace(/’/g, "'"),
    ) &&
    !hasFuture
  )
    return true
  const passive = hasFuture ? null : PASSIVE.exec(plain)
  return (
    passive !== null &&
    isPast(passive[1]!) &&
    !/\b(?:not|if|when|because|which|that|who|where|why)\b[^,.]*\b(?:was|were|got)\b/i.test(plain)
  )
}

const PASSIVE =
  /\b(?:was|were|has been|have been|has (?:now |already )?been|got)\s+(?:\w+ly\s+|now\s+|already\s+|also\s+)?([a-z-]+)/i
const DETERMINER =
  /^(?:the|a|an|our|all|one|both|their|its|this|these|those|that|some|every|each|any|per-[\w-]+|from|to|in|on|for|with|out|up|\d+)$/i

/** A past participle, also of verbs such as `set` that look the same in their base form. */
export const isPast = (word: string): boolean =>
  verbOf(word)?.form === 'past' ||
  /ed$|^(?:set|put|cut|run|split|shut|been|had|done|known|seen|become|gone|gotten|spread|reset|broadcast)$/i.test(word)
