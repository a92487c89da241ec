import {isSlot, type Slot, TAGS} from './tags.ts'

/** One element of a pattern of the cue language. See CONTRIBUTING.md. */
export type Element =
  | {readonly type: 'word'; readonly word: string; readonly exact: boolean}
  | {readonly type: 'words'; readonly words: ReadonlySet<string>}
  | {readonly type: 'class'; readonly name: string}
  | {readonly type: 'tag'; readonly name: string}
  | {readonly type: 'slot'; readonly name: Slot}
  | {readonly type: 'gap'; readonly max: number}
  | {readonly type: 'start'}
  | {readonly type: 'end'}
  | Choice
  | {readonly type: 'optional'; readonly of: Pattern}

export type Pattern = readonly Element[]

/** Alternatives, laid out so that a token leads to the few that may match: single words, the tails of sequences by their first word, others. */
export interface Choice {
  readonly type: 'choice'
  readonly of: readonly Pattern[]
  readonly words: ReadonlySet<string>
  readonly byFirst: ReadonlyMap<string, readonly Pattern[]>
  readonly others: readonly Pattern[]
}

function choiceOf(branches: readonly Pattern[]): Element {
  const words = new Set<string>()
  const byFirst = new Map<string, Pattern[]>()
  const others: Pattern[] = []
  for (const branch of branches) {
    const [first] = branch
    if (first?.type !== 'word' || first.exact) others.push(branch)
    else if (branch.length === 1) words.add(first.word)
    else byFirst.set(first.word, [...(byFirst.get(first.word) ?? []), branch.slice(1)])
  }
  if (byFirst.size === 0 && others.length === 0) return {type: 'words', words}
  return {type: 'choice', of: branches, words, byFirst, others}
}

/** A pattern with something in it that the language does not know. */
export class PatternError extends Error {}

/**
 * Reads a pattern. @throws PatternError that says what cannot be read and where
 */
export function parsePattern(source: string): Pattern {
  const tokens: string[] = source.match(/\(|\)\??|\||[^\s()|]+/g) ?? []
  let at = 0
  const fail = (what: string): never => {
    throw new PatternError(`“${source}”: ${what}`)
  }
  const readChoice = (): Pattern => {
    const branches: Element[][] = [[]]
    for (; at < tokens.length && !tokens[at]!.startsWith(')'); at++) {
      const token = tokens[at]!
      if (token === '|') branches.push([])
      else branches.at(-1)!.push(...readElement(token))
    }
    if (branches.length === 1) return branches[0]!
    if (branches.some((branch) => branch.length === 0)) fail('an alternative is empty')
    return [choiceOf(branches)]
  }
  const readElement = (token: string): Element[] => {
    if (token !== '(') return [readWord(token)]
    at++
    const inner = readChoice()
    const close = tokens[at]
    if (close === undefined) fail('a bracket is not closed')
    return close === ')?' ? [{type: 'optional', of: inner}] : [...inner]
  }
  const readWord = (token: string): Element => {
    const optional = token.length > 1 && token.endsWith('?')
    const body = optional ? token.slice(0, -1) : token
    const element = readAtom(body)
    return optional ? {type: 'optional', of: [element]} : element
  }
  const readAtom = (body: string): Element => {
    if (body === '^') return {type: 'start'}
    if (body === '$') return {type: 'end'}
    if (/^~\d*$/.test(body)) return {type: 'gap', max: body.length > 1 ? Number(body.slice(1)) : 3}
    if (body.startsWith('@')) return {type: 'class', name: body.slice(1)}
    const tag = /^<([a-z:]+)>$/.exec(body)?.[1]
    if (tag && isSlot(tag)) return {type: 'slot', name: tag}
    if (tag) return tag in TAGS ? {type: 'tag', name: tag} : fail(`there is no class <${tag}>`)
    if (body.startsWith('=')) return {type: 'word', word: body.slice(1).toLowerCase(), exact: true}
    if (/[<>~^$]/.test(body) && body.length > 1) fail(`“${body}” cannot be read`)
    return {type: 'word', word: body.toLowerCase().replace(/[’‘]/g, "'"), exact: false}
  }
  // A top-level `a|b c` binds as `(a|b) c`: words joined by bars without brackets.
  const joined = joinBars(tokens)
  tokens.length = 0
  tokens.push(...joined)
  const pattern = readChoice()
  if (at < tokens.length) fail('a bracket is closed that was never opened')
  if (pattern.length === 0) fail('the pattern is empty')
  return pattern
}

/** `a|b c` → `( a | b ) c` outside brackets that hold spaces; inside brackets bars separate sequences. */
function joinBars(tokens: readonly string[]): string[] {
  const out: string[] = []
  let depth = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token === '(') depth++
    if (token.startsWith(')')) depth--
    if (depth === 0 && tokens[i + 1] === '|' && !token.startsWith(')')) {
      const words = [token]
      while (tokens[i + 1] === '|') {
        words.push(tokens[i + 2] ?? '')
        i += 2
      }
      const optional = words.at(-1)!.endsWith('?')
      if (optional) words[words.length - 1] = words.at(-1)!.slice(0, -1)
      out.push('(', ...words.flatMap((word, k) => (k ? ['|', word] : [word])), optional ? ')?' : ')')
    } else out.push(token)
  }
  return out
}
