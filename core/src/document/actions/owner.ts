import {isIn, verbOf} from './words.ts'
import {WORDS} from './words.generated.ts'

/** `@handle`; no scope of a package, no mail address. */
export const HANDLE = '(?<![\\w@/.`])`?@[A-Za-z][\\w-]*`?(?![\\w@/.]*[\\w@/])'

/** `@org/team`, where nothing else can be meant. */
const TEAM_HANDLE = /^`?@[A-Za-z][\w-]*\/[\w-]+`?$/

const HANDLES = new RegExp(`^${HANDLE}(?:(?:\\s*(?:,|;|&|/|\\+|and)\\s*|\\s+)${HANDLE})*$`)

/** Cells and brackets that wait for an owner. */
const NOBODY =
  /^(?:[?\s.–—_-]*|tb[acd]|n\/?a|none|nobody|no ?one|unassigned|unknown|unclear|to be (?:assigned|determined|decided|confirmed)|open|@?(?:owner|name|username|user|person|team|assignee|team name|your name|engineer name)s?(?: here)?|\[.*\]|[{<].*[}>]|xxx?|\.\.\.|…)$/i

/** An owner where one is expected: a cell, a key's value. Undefined for a placeholder. */
export function readOwner(text: string): string | undefined {
  const value = text
    .replace(/^[\s*_~]+|[\s*_~.,;]+$/g, '')
    .replace(/^\[([^\]]+)\]\([^)]*\)$/, '$1')
    .replace(/^`(.*)`$/, '$1')
  return NOBODY.test(value) || value.length > 60 ? undefined : value
}

export const isHandles = (text: string): boolean => HANDLES.test(text.trim()) || TEAM_HANDLE.test(text.trim())

const NAME_WORD = /^\p{Lu}[\p{L}'’-]*\.?$/u

/** Whether a text reads like a person's name: `Rick`, `Alice B.`, `Ana-Maria O'Neil`, `JP`. */
export function looksLikeName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (words.length > 3 || !words.every((word) => NAME_WORD.test(word))) return false
  if (words.length === 1 && /^\p{Lu}{2,}$/u.test(words[0]!)) return isInitials(words[0]!)
  return (
    words.every(
      (word) =>
        !isIn(WORDS.no_names, word) &&
        !isIn(WORDS.groups, word) &&
        !isIn(WORDS.roles, word) &&
        !/^\p{Lu}{4,}$/u.test(word),
    ) && !verbOf(words[0]!)
  )
}

export const isInitials = (text: string): boolean => /^\p{Lu}{2,3}$/u.test(text) && !isIn(WORDS.abbreviations, text)

/** A team by its name: `platform team`, `SRE`, `tc, cloudops teams`, `Team Blue`. */
export const looksLikeTeam = (text: string): boolean =>
  /^(?:the\s+)?[\w&/,+.\s-]{1,40}?\s?(?:team|teams|squad|crew|guild)$/i.test(text.trim()) ||
  /^team\s+[\w-]+$/i.test(text.trim()) ||
  /^(?:team|sre|sres|devops|secops|infosec|ops|dbas?)$/i.test(text.trim())

/** Several names with commas, `and`, `&`, `/` or `+` between them. */
export const splitOwners = (text: string): string[] =>
  text.split(/\s*(?:,|;|&|\/(?![\w-]*\s*team)|\+|\band\b)\s*/).filter(Boolean)

/** A name, initials, handles or a team, or several of them. */
export function looksLikeOwner(text: string): boolean {
  const value = text.trim().replace(/\?$/, '')
  if (isHandles(value) || /^[a-z][\w-]+@$/.test(value) || looksLikeTeam(value)) return true
  const parts = splitOwners(value)
  return (
    parts.length > 0 &&
    parts.length <= 5 &&
    parts.every((part) => looksLikeName(part) || isHandles(part) || looksLikeTeam(part))
  )
}

/** What only a list of the same shape makes an owner: `(aki)`, `[jhford]`, `(cloudops, tc, releng)`. */
export const mayBeOwner = (text: string): boolean =>
  /^[\w.-]+(?:\s[\w.-]+)?(?:\s*[,/&+]\s*[\w.-]+(?:\s[\w.-]+)?){0,4}\??$/.test(text.trim()) &&
  !/^\d|^(?:and|or|if|as|to|the|a|an|in|on|at|for|see|maybe|optional|probably|new|old|wip|nice|stretch|follow)\b/i.test(
    text.trim(),
  ) &&
  !isIn(WORDS.no_names, text.trim()) &&
  !isIn(WORDS.groups, text.trim()) &&
  !isIn(WORDS.abbreviations, text.trim())

/** People say `to`, systems `will`: what a person or a team does after `Nóva to …`. */
const SUBJECT =
  /^(?:the\s+)?((?:[\p{L}\p{N}&/-]+\s+){1,4}?(?:team|squad|crew|guild))\s+(?:should|will|must|shall|to|needs? to|has to|is going to|is to)\s+([a-z-]+)/iu
const PERSON =
  /^(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*)?(?:(?:\s*(?:,|&|\/)\s*|\s+and\s+)\p{Lu}[\p{L}'’-]+){0,3}|\p{Lu}{2,3})\s+(to|will|should|is going to|is)\s+([a-z-]+)/u
const EVERYBODY =
  /^(?:our|each|every|all|any|this|that|a|an|your|their|both|whole|entire|other|another|no|which|relevant|respective|appropriate|affected|responsible|same|new|different|the)\s/i

/**
 * Who acts where the task is a sentence: `Nóva to send the list`, `The error tracking team should monitor …`.
 *
 * @param isCommonWord whether the text uses the word in lower case elsewhere, as names are never
 */
export function subjectOwner(task: string, isCommonWord: (word: string) => boolean): string | undefined {
  const team = /team|squad|crew|guild/i.test(task) ? SUBJECT.exec(task) : null
  if (team)
    return EVERYBODY.test(team[1]!) ||
      /\b(?:and|or|for|with|of)\b/i.test(team[1]!) ||
      verbOf(team[1]!.split(' ')[0]!)?.form === 'base' ||
      !isAct(team[2]!)
      ? undefined
      : team[1]
  const person = PERSON.exec(task)
  if (!person) return undefined
  const [, name, modal, verb] = person
  const words = name!.split(/[\s,&/]+/).filter((word) => word !== 'and')
  const isName = words.every((word) => looksLikeName(word) && !isCommonWord(word.toLowerCase()) && !PRONOUNS.test(word))
  if (!isName || !isAct(verb!)) return undefined
  // “Grafana will …” and “Vault should …” are systems; a name before `will` needs a surname or a company of names.
  return modal === 'to' || words.length > 1 ? name : undefined
}

const PRONOUNS =
  /^(?:I|We|You|They|He|She|It|This|That|These|Those|There|Someone|Somebody|Everyone|Everybody|Anyone|Nobody|Team|Teams|Users?|Customers?|Need|Needs|Plan|Plans|Want|Ability|Due|How|What|Why|Who|Where|When|Only|All|Both|Some|Any|Also|Not|In|On|At|Due)$/

function isAct(verb: string): boolean {
  const known = verbOf(verb)
  return known?.form === 'base'
}
