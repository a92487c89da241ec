import {type Element, type Pattern, PatternError} from './pattern.ts'

/** Words of which one stands in every text that a pattern matches, and how far behind its start, in tokens. */
export interface Anchor {
  readonly words: readonly string[]
  readonly least: number
  readonly most: number
  /** Words of which one must stand anywhere in the sentence besides. */
  readonly also?: readonly string[]
}

/** Words too frequent to look patterns up by, if there is any other. */
const FREQUENT = new Set(
  "a an the be is was were are been have has had do did does to of in on at by for from with and or not never no it that this we i he she they who as so up out all one any my his her their our your 's than then if when just even only still could would should will can may might must get go take make more most very nothing what how why there here about after before into over again time".split(
    ' ',
  ),
)

/**
 * The best anchor of a pattern: the one that is looked up least often.
 * @throws PatternError if no word or class stands in every match
 */
export function anchorOf(pattern: Pattern, source: string): Anchor {
  const anchors = anchorsIn(pattern, {least: 0, most: 0})
  if (anchors.length === 0) throw new PatternError(`“${source}”: there is no word or @class that every match holds`)
  const [best, second] = anchors.sort((a, b) => cost(a) - cost(b))
  const also =
    second && !second.words.some((word) => word.startsWith('@') || FREQUENT.has(word)) ? second.words : undefined
  return {...best!, ...(also ? {also} : {})}
}

const cost = ({words, least, most}: Anchor): number =>
  words.reduce((sum, word) => sum + (word.startsWith('@') ? 8 : FREQUENT.has(word) ? 60 : 1), 0) *
  (1 + (most - least) / 4)

interface Width {
  readonly least: number
  readonly most: number
}

function anchorsIn(pattern: Pattern, from: Width): Anchor[] {
  const found: Anchor[] = []
  let {least, most} = from
  for (const element of pattern) {
    found.push(...anchorsOfElement(element, {least, most}))
    const width = widthOf(element)
    least += width.least
    most += width.most
  }
  return found
}

const hasLetter = (word: string): boolean => /\p{L}/u.test(word)

function anchorsOfElement(element: Element, at: Width): Anchor[] {
  switch (element.type) {
    // Numbers and marks are not looked up by.
    case 'word':
      return hasLetter(element.word) ? [{words: [element.word], ...at}] : []
    case 'words':
      return [...element.words].every(hasLetter) ? [{words: [...element.words], ...at}] : []
    case 'class':
      return [{words: [`@${element.name}`], ...at}]
    case 'tag': {
      const words = TAG_WORDS[element.name]
      return words ? [{words, ...at}] : []
    }
    case 'choice': {
      const branches = element.of.map((branch) => anchorsIn(branch, at).sort((a, b) => cost(a) - cost(b))[0])
      if (!branches.every((branch) => branch !== undefined)) return []
      const all = branches as Anchor[]
      return [
        {
          words: [...new Set(all.flatMap((branch) => branch.words))],
          least: Math.min(...all.map((b) => b.least)),
          most: Math.max(...all.map((b) => b.most)),
        },
      ]
    }
    default:
      return []
  }
}

const TAG_WORDS: Readonly<Record<string, readonly string[] | undefined>> = {
  be: ['be'],
  have: ['have'],
  do: ['do'],
  not: ['not', 'never', 'no', 'hardly'],
  modal: ['should', 'could', 'would', 'might', 'ought', 'can', 'may', 'must', 'will'],
}

/** Longest noun phrase that a slot is tried with, in tokens. */
const PHRASE = 9

function widthOf(element: Element): Width {
  switch (element.type) {
    case 'start':
    case 'end':
      return {least: 0, most: 0}
    case 'gap':
      return {least: 0, most: element.max}
    case 'optional':
      return {least: 0, most: sum(element.of).most}
    case 'choice': {
      const widths = element.of.map(sum)
      return {least: Math.min(...widths.map((w) => w.least)), most: Math.max(...widths.map((w) => w.most))}
    }
    case 'tag':
      return {least: 1, most: /^(?:np|human|system|poss)$/.test(element.name) ? PHRASE : 1}
    default:
      return {least: 1, most: 1}
  }
}

function sum(pattern: Pattern): Width {
  return pattern.map(widthOf).reduce((a, b) => ({least: a.least + b.least, most: a.most + b.most}), {least: 0, most: 0})
}
