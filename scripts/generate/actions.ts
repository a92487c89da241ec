import fs from 'node:fs'
import path from 'node:path'
import {parse} from 'yaml'
import {formsOf} from '../../core/src/document/actions/verb-forms.ts'
import type {Wording} from '../../core/src/text/wordings.ts'
import {needsOf} from './needs.ts'
import {root} from './write.ts'

const SOURCE = 'core/data/en/actions.yml'

interface WeakFamily {
  id: string
  says: string
  start?: string[]
  within?: string[]
  unless?: string[]
  exempt?: string
  flags: string[]
  allows: string[]
}

interface ActionData {
  verbs: string[]
  irregular: Record<string, string[]>
  type_cues: Record<string, string[]>
  strength: Record<string, {verbs: string[]; cues: string[]}>
  sets: Record<string, string[]>
  leads: string[]
  weak: WeakFamily[]
  [list: string]: unknown
}

/** Words go over as they are, patterns as sources of regular expressions. */
export function generateActions(): Record<string, string> {
  const data = parse(fs.readFileSync(path.join(root, SOURCE), 'utf8')) as ActionData
  const seen = new Set<string>()
  for (const verb of data.verbs) {
    if (seen.has(verb)) throw new Error(`${SOURCE}: verb “${verb}” stands there twice`)
    seen.add(verb)
  }
  // One border around all alternatives: looking behind for each of them is slow.
  const compile = (patterns: readonly string[] = []): string =>
    patterns.length ? `(?<![\\w-])(?:${patterns.map((one) => compilePattern(one, data)).join('|')})(?![\\w-])` : ''
  const wordings = (patterns: readonly string[] = []): Wording[] =>
    patterns.map((one) => {
      const source = compilePattern(one, data)
      return [needsOf(source, true).join(' '), source]
    })
  const {verbs, irregular, type_cues, strength, sets: _, leads, weak, ...lists} = data
  const words = {
    verbs,
    irregular,
    ...lists,
    type_cues: Object.fromEntries(Object.entries(type_cues).map(([type, list]) => [type, wordings(list)])),
    strength: Object.fromEntries(
      Object.entries(strength).map(([level, one]) => [level, {verbs: one.verbs, cues: wordings(one.cues)}]),
    ),
    leads: compile(leads),
    weak: weak.map(({id, says, start, within, unless, exempt}) => ({
      id,
      says,
      start: wordings(start),
      within: wordings(within),
      unless: compile(unless),
      exempt: exempt ?? '',
    })),
  }
  return {
    'core/src/document/actions/words.generated.ts':
      `// Generated from ${SOURCE} by “npm run generate”. Do not edit.\n` +
      `import type {ActionWords} from './words.ts'\n\n` +
      `export const WORDS: ActionWords = ${JSON.stringify(words)}\n`,
  }
}

/**
 * A pattern as the source of a regular expression over lower-case words with single spaces between them:
 * `(a|b c)` alternatives, `(…)?` and `word?` optional, `{set}`, `<verb>` in all forms, `word~` any ending,
 * `_` one word, `...` up to four words, `$` the end of the clause.
 */
export function compilePattern(pattern: string, data: Pick<ActionData, 'sets' | 'irregular'>): string {
  let at = 0
  const source = sequence()
  if (at < pattern.length) throw new Error(`${SOURCE}: “${pattern}” has a “)” too many`)
  return source

  function sequence(): string {
    let result = ''
    let gap = ''
    while (at < pattern.length && pattern[at] !== ')' && pattern[at] !== '|') {
      if (pattern[at] === ' ') {
        at++
        continue
      }
      const piece = term()
      const optional = pattern[at] === '?' && Boolean(++at)
      if (piece === '$') result += '[.!]?$'
      else if (piece === '...') {
        // A gap stands between two words; the space after it belongs to it.
        result += `${gap}(?:\\S+ ){0,4}`
        gap = ''
      } else if (optional && result === '') result += `(?:${piece} )?`
      else if (optional) {
        result += gap ? `(?:${gap}${piece})?` : `(?:${piece} )?`
      } else {
        result += gap + piece
        gap = ' '
      }
    }
    return result
  }

  function term(): string {
    const rest = pattern.slice(at)
    if (rest.startsWith('...')) return ((at += 3), '...')
    if (rest[0] === '$') return (at++, '$')
    if (rest[0] === '_') return (at++, '\\S+')
    if (rest[0] === '(') {
      at++
      const options = [sequence()]
      while (pattern[at] === '|') {
        at++
        options.push(sequence())
      }
      if (pattern[at++] !== ')') throw new Error(`${SOURCE}: “${pattern}” lacks a “)”`)
      return `(?:${options.join('|')})`
    }
    const braced = /^[{<]([^}>]+)[}>]/.exec(rest)
    if (braced) {
      at += braced[0].length
      return `(?:${(rest[0] === '{' ? members(braced[1]!) : forms(braced[1]!)).map(escape).join('|')})`
    }
    const word = /^[^\s()|?{}<>$]+/.exec(rest)?.[0]
    if (!word) throw new Error(`${SOURCE}: “${pattern}” cannot be read at ${at}`)
    at += word.length
    return word.endsWith('~') ? `${escape(word.slice(0, -1))}\\w*` : escape(word)
  }

  function members(set: string): string[] {
    const list = data.sets[set]
    if (!list) throw new Error(`${SOURCE}: there is no set {${set}}`)
    return [...list].sort((a, b) => b.length - a.length)
  }

  function forms(verbs: string): string[] {
    return [
      ...new Set(verbs.split('|').flatMap((verb) => Object.values(formsOf(verb, data.irregular[verb])).flat())),
    ].sort((a, b) => b.length - a.length)
  }
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
