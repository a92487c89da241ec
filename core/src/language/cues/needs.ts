import {type Element, type Pattern, PatternError} from './pattern.ts'

/** Dictionary forms of which one stands in every text that a pattern matches; `@name` stands for a class of the lexicon. */
export type OneOf = readonly string[]

/** What a sentence must hold for a pattern to match it. */
export interface Needs {
  /** The need that is met least often: what the pattern is looked up by, and how far behind its start it stands, in tokens. */
  readonly anchor: {readonly words: OneOf; readonly least: number; readonly most: number}
  /** What stands in front of the anchor, and what behind it, but for words that stand in every other sentence. */
  readonly before: readonly OneOf[]
  readonly after: readonly OneOf[]
}

/** Words too frequent to look patterns up by, if there is any other. */
const FREQUENT = new Set(
  "a an the be is was were are been have has had do did does to of in on at by for from with and or not never no it that this we i he she they who as so up out all one any my his her their our your 's than then if when just even only still could would should will can may might must get go take make more most very nothing what how why there here about after before into over again time".split(
    ' ',
  ),
)

/** Words of every other sentence. */
const EVERYWHERE = new Set('a an the be is was were to of in on at for with and by that it this we have'.split(' '))

/** How often a word is met, roughly. */
const frequencyOf = (word: string): number =>
  EVERYWHERE.has(word) ? 200 : FREQUENT.has(word) ? 30 : word.startsWith('@') ? 8 : 1

/** @throws PatternError if no word or class stands in every match */
export function needsOf(pattern: Pattern, source: string): Needs {
  const needs = needsIn(pattern, {least: 0, most: 0})
  const anchor = cheapest(needs)
  if (!anchor) throw new PatternError(`“${source}”: there is no word or @class that every match holds`)
  const at = needs.indexOf(anchor)
  const telling = (others: readonly Need[]): OneOf[] =>
    others.map(({words}) => words).filter((words) => !words.some((word) => EVERYWHERE.has(word)))
  return {anchor, before: telling(needs.slice(0, at)), after: telling(needs.slice(at + 1))}
}

type Need = Needs['anchor']

const cheapest = (needs: readonly Need[]): Need | undefined => [...needs].sort((a, b) => cost(a) - cost(b))[0]

const cost = ({words, least, most}: Need): number =>
  words.reduce((sum, word) => sum + frequencyOf(word), 0) * (1 + (most - least) / 4)

interface Width {
  readonly least: number
  readonly most: number
}

/** One need for each element that has one, in the order of the pattern. */
function needsIn(pattern: Pattern, from: Width): Need[] {
  const found: Need[] = []
  let {least, most} = from
  for (const element of pattern) {
    found.push(...needsOfElement(element, {least, most}))
    const width = widthOf(element)
    least += width.least
    most += width.most
  }
  return found
}

const hasLetter = (word: string): boolean => /\p{L}/u.test(word)

function needsOfElement(element: Element, at: Width): Need[] {
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
      const branches = element.of.map((branch) => cheapest(needsIn(branch, at)))
      if (!branches.every((branch) => branch !== undefined)) return []
      return [
        {
          words: [...new Set(branches.flatMap((branch) => branch.words))],
          least: Math.min(...branches.map((branch) => branch.least)),
          most: Math.max(...branches.map((branch) => branch.most)),
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
  not: ['not', 'never', 'nor', 'no', 'hardly'],
  modal: ['should', 'could', 'would', 'might', 'ought', 'can', 'may', 'must', 'shall', 'will', "'ll"],
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
    case 'slot':
      return {least: 1, most: PHRASE}
    default:
      return {least: 1, most: 1}
  }
}

function sum(pattern: Pattern): Width {
  return pattern.map(widthOf).reduce((a, b) => ({least: a.least + b.least, most: a.most + b.most}), {least: 0, most: 0})
}
