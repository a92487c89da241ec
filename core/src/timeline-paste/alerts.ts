import {readTime} from '../document/timeline/written-time.ts'
import {joinLines, leadingTime, type PastedEvent, type PasteReader, resolved} from './pasted-event.ts'

const ZABBIX =
  /(Problem started|Problem has been resolved|Resolved|Problem updated|Acknowledged)(?: in [\dhmsd ]+)? at (\d{2}:\d{2}:\d{2}) on (\d{4})\.(\d{2})\.(\d{2})/i

/** Zabbix: “Problem started at 10:02:07 on 2024.03.09” with fields below it. */
export const readZabbix: PasteReader = (text, context) => {
  const parts = text.split(/(?=^.*\b(?:Problem started|Problem has been resolved|Resolved in|Problem updated)\b)/im)
  const events = parts.flatMap((part): PastedEvent[] => {
    const match = ZABBIX.exec(part)
    if (!match) return []
    const written = readTime(`${match[3]}-${match[4]}-${match[5]} ${match[2]}`, 0)
    const time = written && resolved(written, context)
    const name = /(?:Problem name|Problem|Name):\s*(.+)/i.exec(part)?.[1]
    const host = /Host:\s*(.+)/i.exec(part)?.[1]
    const said = `${/resolved/i.test(match[1]!) ? 'Resolved' : /ack/i.test(match[1]!) ? 'Acknowledged' : 'Alert'}: ${joinLines([name ?? match[1]!])}${host ? ` (${host.trim()})` : ''}`
    return time ? [{...time, actor: 'Zabbix', text: said}] : []
  })
  return events.length ? events : undefined
}

const PAGE =
  /\b(?:triggered|acknowledged|resolved|reassigned|escalated|assigned|snoozed|merged|notified|added a note|changed the (?:priority|urgency)|alert (?:is |was )?(?:created|closed|acknowledged)|suppressed|responder)\b/i

/** PagerDuty and Opsgenie: a line with a time and what the page did, in either order. */
export const readPages: PasteReader = (text, context) => {
  const name = /opsgenie|\balert (?:is |was )?(?:created|closed|acknowledged)\b|\[System\]/i.test(text)
    ? 'Opsgenie'
    : 'PagerDuty'
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const events: PastedEvent[] = []
  let pending: ReturnType<typeof leadingTime>
  for (const line of lines) {
    const lead = leadingTime(line.replace(/^On\s+/, ''), context)
    if (lead && lead.rest === '') pending = lead
    else if (lead && PAGE.test(lead.rest)) events.push(pageOf(lead.time, lead.rest))
    else if (pending && PAGE.test(line)) {
      events.push(pageOf(pending.time, line))
      pending = undefined
    } else {
      const behind = / (?:at|on) (?=[\dA-Z])/.exec(line)
      const written =
        behind && PAGE.test(line.slice(0, behind.index)) ? readTime(line, behind.index + behind[0].length) : undefined
      const time = written && resolved(written, context)
      if (time && behind) events.push(pageOf(time, line.slice(0, behind.index)))
    }
  }
  const isNamed = /pagerduty|opsgenie/i.test(text)
  return events.length >= (isNamed ? 1 : 2) && events.length >= lines.length / 3
    ? events.map((event) => ({...event, actor: event.actor ?? name}))
    : undefined
}

/** “Acknowledged by Jane Doe” is something that Jane Doe did. */
function pageOf(time: Pick<PastedEvent, 'date' | 'minutes' | 'offset'>, line: string): PastedEvent {
  const said = joinLines([line]).replace(/^\[(?:System|#?\d+)\]\s*/, '')
  const by =
    /^(Acknowledged|Resolved|Reassigned|Escalated|Snoozed|Alert (?:is |was )?acknowledged|Alert (?:is |was )?closed) by ([\p{L}][\p{L} .'’@-]{1,40}?)(?:\s+(?:via|through|from|using)\b.*|\.)?$/u.exec(
      said,
    )
  return by
    ? {...time, actor: by[2]!.replace(/@.*$/, '').trim(), text: by[1]!}
    : {...time, text: said.replace(/\.$/, '')}
}
