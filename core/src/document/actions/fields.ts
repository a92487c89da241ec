import {ACTION_TYPES, type ActionType} from '../action-item.ts'
import {isIn} from './words.ts'
import {WORDS} from './words.generated.ts'

export type FieldName = 'owner' | 'due' | 'ticket' | 'type' | 'priority' | 'status'

/** Keys that people put in front of a value: `Owner: …`, `(due: …; type: …)`. */
const KEYS: readonly (readonly [FieldName, string])[] = [
  [
    'owner',
    'action owner|owners?|owner\\(s\\)|assignees?|assigned(?: to)?|responsible(?: party| person| team)?|dri|owned by|lead|who',
  ],
  [
    'due',
    'due(?: date| by| on)?|deadline|eta|target(?: date| completion)?|by when|expected(?: date| completion)?|timeline|when',
  ],
  [
    'ticket',
    'tickets?|tracking(?: issue| bug| ticket)?|tracked (?:in|by|at)|issues?|jira|linear|bugs?|prs?|pull request|github(?: issue)?',
  ],
  ['type', 'type|category'],
  ['priority', 'priority|prio|severity'],
  ['status', 'status|state'],
]

const ANY_KEY = KEYS.map(([, source]) => source).join('|')

const FIELD = new RegExp(`^\\s*(?:[*_]{1,2})?(${ANY_KEY})(?:[*_]{1,2})?\\s*[:=](?:[*_]{1,2})?\\s*`, 'i')

/** A line that is nothing but a key and its value. `at` is where the value starts. */
export function readField(text: string): {name: FieldName; value: string; at: number} | undefined {
  const match = FIELD.exec(text)
  if (!match) return undefined
  return {name: fieldOf(match[1]!), value: text.slice(match[0].length).trim(), at: match[0].length}
}

const fieldOf = (key: string): FieldName => KEYS.find(([, source]) => new RegExp(`^(?:${source})$`, 'i').test(key))![0]

export interface PlacedField {
  readonly name: FieldName
  readonly value: string
  /** Offset of the value. */
  readonly at: number
}

/** Keys that start a run of fields inside running text; the other keys count only behind one of these or in brackets. */
const RUN =
  /(?:^|[\s(;,.–—|-])(?:[*_]{1,2})?(?:action owner|owners?|assignees?|assigned to|responsible|dri|owned by|due(?: date| by)?|deadline|eta|target date|tracking (?:issue|bug)|tracked in|priority)(?:[*_]{1,2})?\s*[:=]/i
/** In brackets every key counts. */
const BRACKETED = new RegExp(`\\((?:${ANY_KEY})\\s*[:=]`, 'i')
const KEY_IN_RUN = new RegExp(
  `(?:^\\W*|[\\s;,.|–—(]+)(?:[*_]{1,2})?(${ANY_KEY})(?:[*_]{1,2})?\\s*[:=](?:[*_]{1,2})?[ \\t]*`,
  'gi',
)

/**
 * The fields at the end of an item and where they begin: `Add an alert. Owner: @dana, due: 2026-03-02`.
 *
 * @param masked the same text with code and link targets blanked out
 */
export function fieldsAtEnd(
  source: string,
  masked: string,
): {start: number; fields: readonly PlacedField[]} | undefined {
  const start = Math.min(RUN.exec(masked)?.index ?? Infinity, BRACKETED.exec(masked)?.index ?? Infinity)
  if (start === Infinity) return undefined
  const part = masked.slice(start)
  const keys = [...part.matchAll(KEY_IN_RUN)]
  const fields = keys.map((key, i) => {
    const at = start + key.index + key[0].length
    return {
      name: fieldOf(key[1]!),
      value: withoutEnd(source.slice(at, start + (keys[i + 1]?.index ?? part.length))),
      at,
    }
  })
  return fields.length ? {start, fields} : undefined
}

/** A value without the separator behind it and without a bracket that it does not open. */
function withoutEnd(value: string): string {
  const bare = value.replace(/[\s;,.|*_–—-]+$/, '')
  const isUnopened = (close: string, open: string): boolean =>
    bare.endsWith(close) && bare.split(close).length > bare.split(open).length
  return isUnopened(')', '(') || isUnopened(']', '[') ? withoutEnd(bare.slice(0, -1)) : bare
}

const TYPE_OF = new Map<string, ActionType>(
  ACTION_TYPES.flatMap((type) => WORDS.types[type].map((alias) => [alias, type] as const)),
)

/** One of the five types by its name or an alias. */
export const readType = (text: string): ActionType | undefined =>
  TYPE_OF.get(
    text
      .replace(/[*_`[\]():.]/g, '')
      .trim()
      .toLowerCase(),
  )

/** Names of the types themselves; an alias such as “test” or “process” means a type only in a column of types. */
export const readPlainType = (text: string): ActionType | undefined =>
  /^(?:investigat|repair|detect|mitigat|prevent|remediat)/i.test(text.trim()) ? readType(text) : undefined

export function readPriority(text: string): string | undefined {
  const value = text
    .replace(/[*_`[\]()]/g, '')
    .replace(/[\p{Extended_Pictographic}\u{FE0F}]/gu, '')
    .trim()
  const bare = value.replace(/\s*priority$|^priority[\s:]*/i, '').trim()
  return isIn(WORDS.priorities, bare) || /^p\d$/i.test(bare) || /^[1-5]$/.test(bare) ? bare : undefined
}
