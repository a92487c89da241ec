import {weekdayOf, weekdayOfDate, addDays} from '../document/timeline/calendar.ts'
import {readWhole} from '../document/timeline/written-time.ts'
import {
  joinLines,
  leadingTime,
  type PasteContext,
  type PastedEvent,
  pastedTime,
  type PasteReader,
  resolved,
} from './pasted-event.ts'

const NAME = String.raw`[\p{L}][\p{L}\p{M}\d .,'’_()@-]{0,48}?`
const CLOCK = String.raw`\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?`
const DAY = String.raw`(?:[Tt]oday|[Yy]esterday|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}-\d{2}-\d{2}|[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)`

interface Speaker {
  readonly actor?: string
  readonly time: Pick<PastedEvent, 'date' | 'minutes' | 'offset'>
  /** Text on the same line. */
  readonly text: string
}

type Head = (
  line: string,
  next: string | undefined,
  day: string | undefined,
  context: PasteContext,
  /** Whether lines of a message stand directly above. */
  open: boolean,
) => (Speaker & {readonly lines: number}) | undefined

/** Messages under heads such as “Jane Doe  5:17 PM”, with days between them. */
function messages(text: string, context: PasteContext, head: Head): PastedEvent[] | undefined {
  const lines = text.split(/\r\n|\r|\n/)
  const events: PastedEvent[] = []
  let day: string | undefined
  let open: {readonly speaker: Speaker; readonly lines: string[]} | undefined
  let actor: string | undefined
  let unread = 0
  const close = (): void => {
    const said = open && joinLines([open.speaker.text, ...open.lines])
    if (open && said)
      events.push({...open.speaker.time, ...(open.speaker.actor ? {actor: open.speaker.actor} : {}), text: said})
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!.trim()
    const separator = dayOf(line, context)
    if (separator !== undefined) {
      day = separator
      continue
    }
    const speaker = head(line, lines[i + 1]?.trim(), day, context, open !== undefined && lines[i - 1]?.trim() !== '')
    if (speaker) {
      close()
      actor = speaker.actor ?? actor
      open = {speaker: {...speaker, ...(actor ? {actor} : {})}, lines: []}
      i += speaker.lines - 1
    } else if (open) open.lines.push(line)
    else if (line) unread++
  }
  close()
  return events.length >= 2 && unread <= 2 ? events : undefined
}

/** A line that is only a day: “Monday, March 9th”, “Yesterday”. */
function dayOf(line: string, context: PasteContext): string | undefined {
  const plain = line.replace(/^[-—–\s]+|[-—–\s]+$/g, '')
  if (!plain || plain.length > 40) return undefined
  if (/^(?:today|yesterday)$/i.test(plain))
    return context.today === undefined ? undefined : addDays(context.today, /^t/i.test(plain) ? 0 : -1)
  const written = readWhole(plain)
  if (!written?.date || written.clock) return undefined
  if (written.date.month === undefined && !written.date.numeric) {
    const weekday = weekdayOf(plain)
    return weekday === undefined || context.today === undefined
      ? undefined
      : addDays(context.today, -((weekdayOfDate(context.today) - weekday + 7) % 7))
  }
  return resolved({...written, clock: {minutes: 0, style: 'colon', hourDigits: 2, hasSeconds: false}}, context)?.date
}

const isTime = (text: string): boolean => new RegExp(`^(?:${DAY}(?: at|,)? )?${CLOCK}$`).test(text.trim())

const SLACK_LINE = new RegExp(
  `^(${NAME})(?:\\s*:[a-z0-9_+-]+:)*(?:\\s+APP)?(?:\\s{2,}|\\s+\\[|\\s)((?:${DAY}(?: at|,)? )?${CLOCK})\\]?$`,
  'u',
)

/** Slack: a name and a time on one line or on two, the message below; later messages have a time alone. */
export const readSlack: PasteReader = (text, context) =>
  messages(text, context, (line, next, day, now, open) => {
    const one = SLACK_LINE.exec(line)
    if (one && isName(one[1]!)) {
      const time = pastedTime(one[2]!, now, day)
      return time && {actor: nameOf(one[1]!), time, text: '', lines: 1}
    }
    if (next !== undefined && isTime(next) && isName(line) && isCapitalized(line, open)) {
      const time = pastedTime(next, now, day)
      return time && {actor: nameOf(line), time, text: '', lines: 2}
    }
    const alone = new RegExp(`^\\[?(${CLOCK})\\]?$`).exec(line) ?? new RegExp(`^\\[(${CLOCK})\\]\\s+(?=\\S)`).exec(line)
    const time = alone && pastedTime(alone[1]!, now, day)
    return time ? {time, text: line.slice(alone[0].length), lines: 1} : undefined
  })

const TEAMS_LINE = new RegExp(`^\\[((?:${DAY}(?: at|,)? )?${CLOCK})\\]\\s+(${NAME})(?::\\s+(.*))?$`, 'u')
const TEAMS_NEW = new RegExp(`^(${NAME})\\s+(${DAY},? ${CLOCK})$`, 'u')

/** Microsoft Teams: `[10:02] Doe, Jane`, or the name with a date behind it. */
export const readTeams: PasteReader = (text, context) =>
  messages(text, context, (line, _next, day, now) => {
    const old = TEAMS_LINE.exec(line)
    const time = old ? pastedTime(old[1]!, now, day) : undefined
    if (old && time && isName(old[2]!)) return {actor: nameOf(old[2]!), time, text: old[3] ?? '', lines: 1}
    const recent = TEAMS_NEW.exec(line)
    const when = recent && isName(recent[1]!) ? pastedTime(recent[2]!, now, day) : undefined
    return recent && when ? {actor: nameOf(recent[1]!), time: when, text: '', lines: 1} : undefined
  })

const DISCORD_LINE = new RegExp(`^([^\\n—]{2,40}?)\\s*—\\s*((?:${DAY}(?: at|,)? )?${CLOCK})$`, 'u')

/** Discord: `nova — Today at 10:02`, the message below. */
export const readDiscord: PasteReader = (text, context) =>
  messages(text, context, (line, next, day, now) => {
    const one = DISCORD_LINE.exec(line)
    const time = one && pastedTime(one[2]!, now, day)
    if (one && time) return {actor: one[1]!.trim(), time, text: '', lines: 1}
    const below = next === undefined ? null : new RegExp(`^—\\s*((?:${DAY}(?: at|,)? )?${CLOCK})$`).exec(next)
    const later = below && line && line.length <= 40 ? pastedTime(below[1]!, now, day) : undefined
    return later ? {actor: line, time: later, text: '', lines: 2} : undefined
  })

/** IRC and its kin: `[10:02] <nova> text`, one line a message. */
export const readIrc: PasteReader = (text, context) => {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim())
  const events = lines.flatMap((line): PastedEvent[] => {
    const lead = leadingTime(line, context)
    const said = lead && /^(?:<[@+%&~]?([^>\s]{1,32})>|([\w.-]{2,24}):)\s+(.+)$/.exec(lead.rest)
    return lead && said ? [{...lead.time, actor: (said[1] ?? said[2])!, text: joinLines([said[3]!])}] : []
  })
  return events.length >= 2 && events.length >= lines.length * 0.8 ? events : undefined
}

/** Below a message only capitals tell a name from its last line. */
const isCapitalized = (text: string, open: boolean): boolean =>
  text.split(/\s+/).every((word) => /^[^\p{Ll}]/u.test(word)) || (!open && !/\s/.test(text))

/** A name is short, starts with a letter and holds no sentence. */
const isName = (text: string): boolean =>
  text.trim().split(/\s+/).length <= 5 && !/[!?;:]|\.\s/.test(text) && /^\p{L}/u.test(text.trim()) && !isTime(text)

/** `Doe, Jane (Ops)` is Jane Doe. */
const nameOf = (text: string): string => {
  const plain = text
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/\s+APP$/, '')
    .trim()
  const swapped = /^([\p{L}'’-]+),\s+([\p{L}'’ -]+)$/u.exec(plain)
  return swapped ? `${swapped[2]!} ${swapped[1]!}` : plain
}
