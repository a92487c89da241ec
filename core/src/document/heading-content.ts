/** What the text below a heading looks like; it decides where the words of the heading mean several things. */
export interface HeadingContent {
  /** Three or more entries that start with a time. */
  readonly timed: boolean
  /** Open check boxes, or a table with a column for owners or dates. */
  readonly tasks: boolean
}

export const NO_CONTENT: HeadingContent = {timed: false, tasks: false}

/** How much of a section is looked at. */
const LIMIT = 4000

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const WEEKDAY = '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? )?'
const DATE = `(?:\\d{4}[-/]\\d\\d?[-/]\\d\\d?|\\d{1,2}[-./]\\d{1,2}[-./]\\d{2,4}|${MONTH} ${DAY}|${DAY} ${MONTH})(?:,? \\d{4})?`
const TIME = '(?:[01]?\\d|2[0-4])[:.h][0-5]\\d(?!\\d|\\.\\d)|\\d{1,2} ?[ap]\\.?m\\b'

const TIMED = new RegExp(
  `^[ \\t>]*(?:[-*+][ \\t]+|\\d{1,3}[.)][ \\t]+|\\|[ \\t]*)?(?:\\[[ xX]\\] )?[*_\`~([]{0,3}(?:${WEEKDAY}${DATE},?[*_\`]{0,2}(?:[ T]|\\s*\\|\\s*)(?:at )?)?[~*_\`]{0,3}(?:${TIME})`,
  'gm',
)
const TASKS = /^[ \t]*[-*+] \[ \]|\b(?:owner|assignee|due|ticket|tracking bug)\b[^\n]*\n[ \t]*\|?[ \t]*:?-{2,}/im
const TEMPORAL = new RegExp(
  `^(?:~|ca\\.? |circa |around |approx\\S* |at |on |day \\d+[,: ]*)?\\s*(?:day \\d+\\b|T[+-]\\d|${WEEKDAY}(?:${DATE}|${TIME}|today$|yesterday$)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b)`,
  'i',
)

export function contentOf(body: string): HeadingContent {
  const text = body.length > LIMIT ? body.slice(0, LIMIT) : body
  const timed = (text.match(TIMED)?.length ?? 0) >= 3
  const tasks = TASKS.test(text)
  return timed || tasks ? {timed, tasks} : NO_CONTENT
}

/** Whether a heading starts with a date or a time: an entry of a timeline, or a day of one. */
export const isTemporal = (title: string): boolean => TEMPORAL.test(title.trim())
