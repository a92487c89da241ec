import {readTime} from '../document/timeline/written-time.ts'
import {fromEpoch, joinLines, leadingTime, type PastedEvent, type PasteReader, resolved} from './pasted-event.ts'

/** Shell history with times: bash (`#1710000000`, `HISTTIMEFORMAT`), zsh (`: 1710000000:0;`, `fc -li`), fish. */
export const readShell: PasteReader = (text, context) => {
  const lines = text.split(/\r\n|\r|\n/)
  const events: PastedEvent[] = []
  let known = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const zsh = /^: (\d{9,10}):\d+;(.+)$/.exec(line)
    const stamp = /^#(\d{9,10})$/.exec(line)
    const fish = /^- cmd: (.+)$/.exec(line)
    const when = fish && /^\s+when: (\d{9,10})$/.exec(lines[i + 1] ?? '')
    const numbered = /^\s*\d{1,6}\*?\s{1,2}(?=\d{1,4}[-/:.])(.+)$/.exec(line)
    if (zsh) events.push({...fromEpoch(Number(zsh[1]) * 1000), text: zsh[2]!, code: true})
    else if (stamp && lines[i + 1]?.trim()) {
      events.push({...fromEpoch(Number(stamp[1]) * 1000), text: lines[++i]!.trim(), code: true})
      known++
    } else if (fish && when) events.push({...fromEpoch(Number(when[1]) * 1000), text: fish[1]!, code: true})
    else if (numbered) {
      const lead = leadingTime(numbered[1]!, context)
      if (lead?.rest) events.push({...lead.time, text: lead.rest.trim(), code: true})
    } else if (line.trim() && !/^\s+(?:when|paths):|^\s+- /.test(line)) continue
    known++
  }
  return events.length >= 2 && known >= lines.length * 0.7 ? events : undefined
}

/** `git log`, in its default form and with a date on one line. */
export const readGitLog: PasteReader = (text, context) => {
  const commits = text.split(/^(?=commit [0-9a-f]{7,40}\b)/m).filter((part) => /^commit [0-9a-f]{7,40}\b/.test(part))
  const events = commits.flatMap((part): PastedEvent[] => {
    const author = /^Author:\s*(.+?)\s*(?:<[^>]*>)?$/m.exec(part)?.[1]
    const date = /^(?:Author)?Date:\s*(.+)$/m.exec(part)?.[1]
    const subject = /^ {4}(\S.*)$/m.exec(part)?.[1]
    const time = date === undefined ? undefined : gitTime(date, context)
    return time && subject ? [{...time, ...(author ? {actor: author} : {}), text: subject.trim()}] : []
  })
  if (events.length) return events
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim())
  const short = lines.flatMap((line): PastedEvent[] => {
    const match = /^\*?\s*([0-9a-f]{7,40})\s+(?:\([^)]*\)\s+)?(.+)$/.exec(line)
    const lead = match && leadingTime(match[2]!, context)
    return lead?.rest ? [{...lead.time, text: lead.rest.replace(/^[+-]\d{4}\s+/, '')}] : []
  })
  return short.length >= 2 && short.length === lines.length ? short : undefined
}

/** `Sat Mar 9 10:02:07 2024 +0100`: the year stands behind the time. */
function gitTime(
  date: string,
  context: Parameters<PasteReader>[1],
): Pick<PastedEvent, 'date' | 'minutes' | 'offset'> | undefined {
  const match =
    /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) +(\d{1,2}) (\d{2}:\d{2}:\d{2}) (\d{4})(?: ([+-]\d{2}):?(\d{2}))?/.exec(date)
  const source = match ? `${match[1]} ${match[2]}, ${match[4]} ${match[3]}` : date.replace(/ ([+-]\d{2}):?(\d{2})$/, '')
  const zone = match?.[5] ?? / ([+-]\d{2}):?\d{2}$/.exec(date)?.[1]
  const rest = match?.[6] ?? / [+-]\d{2}:?(\d{2})$/.exec(date)?.[1]
  const written = readTime(source, 0)
  const time = written && resolved(written, context)
  if (!time || zone === undefined) return time
  const sign = zone.startsWith('-') ? -1 : 1
  return {...time, offset: sign * (Math.abs(Number(zone)) * 60 + Number(rest ?? 0))}
}

const SYSLOG = /^[\w.-]+ [\w./-]+(?:\[\d+\])?:\s+(.+)$/

/** Log lines that start with a time, of any program. */
export const readLog: PasteReader = (text, context) => {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim())
  if (lines.some((line) => /^\s*(?:[-*+]|\d+[.)]|#{1,6}|\|)\s/.test(line))) return undefined
  const events: PastedEvent[] = []
  for (const line of lines) {
    const lead = leadingTime(line.replace(/^([A-Z][a-z]{2}) {2}(\d)/, '$1 $2'), context)
    if (lead?.rest) events.push({...lead.time, text: joinLines([SYSLOG.exec(lead.rest)?.[1] ?? lead.rest])})
    // A line without a time goes on with the one before, as stack traces do.
    else if (!events.length || !/^\s/.test(line)) return undefined
  }
  return events.length >= 2 ? events : undefined
}
