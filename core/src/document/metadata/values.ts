import type {Located} from '../action-item.ts'
import type {Attribution, Audience, DetectionSource, DocumentStatus, Field} from '../metadata.ts'
import {isoDate} from '../timeline/calendar.ts'
import {findDate} from '../timeline/base-date.ts'

const STATUSES: readonly (readonly [RegExp, DocumentStatus])[] = [
  [
    /^(?:draft|wip|work in progress|first draft|preliminary|in progress|incomplete|open|new|started|not started|writing|drafting|outline)\b/,
    'draft',
  ],
  [
    /^(?:in[- ]?review|under review|for review|review|pending(?: review| approval)?|proposed|awaiting review|ready for review|in discussion)\b/,
    'in-review',
  ],
  [/^(?:reviewed|approved|accepted|signed[- ]off)\b/, 'reviewed'],
  [/^(?:final|finali[sz]ed|closed|complete|completed|published|done|finished|finali[sz]ed|archived)\b/, 'final'],
]

/** How far the document is; undefined for a word that speaks of the incident (“resolved”) or that nobody knows. */
export const readStatus = (value: string): DocumentStatus | undefined => matching(STATUSES, value)

/** Words for how far the incident is, which stand under `status` just as often. */
export const isIncidentStatus = (value: string): boolean =>
  /^(?:resolved|mitigated|monitoring|investigating|identified|ongoing|active|fixed|recovered|solved|contained|remediated|stable|triaged)\b/i.test(
    value.trim(),
  )

const AUDIENCES: readonly (readonly [RegExp, Audience])[] = [
  [/^(?:team|private|restricted|confidential|team[- ]only)\b/, 'team'],
  [/^(?:company|internal|organi[sz]ation|all[- ]hands|employees|staff|engineering)\b/, 'company'],
  [/^(?:public|external|customers?|everyone|world|open|tlp:?(?:clear|white))\b/, 'public'],
]

export const readAudience = (value: string): Audience | undefined => matching(AUDIENCES, value)

const ATTRIBUTIONS: readonly (readonly [RegExp, Attribution])[] = [
  [/^(?:roles?|by role)\b/, 'role'],
  [/^(?:names?|by name|named|full)\b/, 'name'],
  [/^(?:none|no|anonymous|never)\b/, 'none'],
]

export const readAttribution = (value: string): Attribution | undefined => matching(ATTRIBUTIONS, value)

const SOURCES: readonly (readonly [RegExp, DetectionSource])[] = [
  [/\b(?:third[- ]part(?:y|ies)|vendors?|providers?|partners?|researchers?|upstream)\b/, 'third-party'],
  [/\b(?:customers?|users?|clients?|community|support (?:ticket|case|request)s?|merchants?|members?)\b/, 'customer'],
  [
    /\b(?:alert\w*|alarms?|monitor\w*|pag(?:er|ed|ing)\w*|pingdom|synthetics?|slo|health ?checks?|dashboards?|automat\w+|prometheus|sentry|datadog)\b/,
    'alert',
  ],
  [
    /\b(?:persons?|people|engineers?|developers?|employees?|manual(?:ly)?|staff|on-?call|colleagues?|internal|team|qa|operators?)\b/,
    'person',
  ],
]

export const readDetectionSource = (value: string): DetectionSource | undefined => matching(SOURCES, value)

function matching<Value>(table: readonly (readonly [RegExp, Value])[], value: string): Value | undefined {
  const text = value.trim().toLowerCase()
  return table.find(([pattern]) => pattern.test(text))?.[1]
}

/** A calendar date as ISO date. Undefined where day and month could change places, or a part is missing. */
export function readCalendarDate(value: string): string | undefined {
  const date = findDate(value)?.date
  if (!date?.year) return undefined
  if (!date.numeric) return date.month && date.day ? isoDate(date.year, date.month, date.day) : undefined
  const {first, second} = date.numeric
  if (first > 12) return isoDate(date.year, second, first)
  if (second > 12 || first === second) return isoDate(date.year, first, second)
  return undefined
}

/** `Ada, Ravi and @wei (SRE)` as three names with their places. */
export function readNames({value, span}: Field): Located[] {
  // A quoted value with escapes is shorter than its source; then the whole stands for each part.
  const isExact = span.end - span.start === value.length
  // Commas inside links and parentheses divide nothing.
  const plain = value.replace(/\]\([^)\n]*\)|\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)/g, (inside) =>
    '\u0000'.repeat(inside.length),
  )
  const separator = /^(?:\p{Lu}{2,3}\s+)+\p{Lu}{2,3}$/u.test(plain.trim())
    ? /\s+/g
    : /[,;&\n]|\/(?=\s)|(?<=[\p{L})\u0000])\/(?=[@\p{L}])|\s(?:and|\+)\s/gu
  const names: Located[] = []
  let start = 0
  for (const end of [
    ...[...plain.matchAll(separator)].map((match) => ({from: match.index, to: match.index + match[0].length})),
    {from: plain.length, to: plain.length},
  ]) {
    const part = plain.slice(start, end.from)
    const name = part
      .replace(/[\u0000*_`[\]]/g, '')
      .replace(/^\s*(?:[-*]\s|and\s)/, '')
      .trim()
    if (/\p{L}/u.test(name)) {
      const at = span.start + start + (part.length - part.trimStart().length)
      names.push({
        value: name,
        span: isExact ? {start: at, end: at + part.trim().replace(/\u0000+$/, '').length} : span,
      })
    }
    start = end.to
  }
  return names.slice(0, 60)
}
