import {type Element, type Pattern, PatternError} from './pattern.ts'

/** Dictionary forms of which one stands in every text that a pattern matches; `@name` stands for a class of the lexicon. */
export type OneOf = readonly string[]

/** What a sentence must hold for a pattern to match it. */
export interface Needs {
  /** The need that is met least often: what the pattern is looked up by, and how far behind its start it stands, in tokens. */
  readonly anchor: {readonly words: OneOf; readonly least: number; readonly most: number}
  /** What else stands in every match, the rarest first, and how many tokens behind the anchor; in front of it, negative. */
  readonly others: readonly {readonly words: OneOf; readonly from: number; readonly to: number}[]
}

/** Words too frequent to look patterns up by, if there is any other. */
const FREQUENT = new Set(
  "a an the be is was were are been have has had do did does to of in on at by for from with and or not never no it that this we i he she they who as so up out all one any my his her their our your 's than then if when just even only still could would should will can may might must get go take make more most very nothing what how why there here about after before into over again time".split(
    ' ',
  ),
)

/** Words of every other sentence. */
export const EVERYWHERE: ReadonlySet<string> = new Set(
  'a an the be is was were to of in on at for with and by that it this we have'.split(' '),
)

/** How often a word is met, roughly. */
const frequencyOf = (word: string): number =>
  EVERYWHERE.has(word) ? 200 : FREQUENT.has(word) ? 30 : word.startsWith('@') ? 8 : 1

/** @throws PatternError if no word or class stands in every match */
export function needsOf(pattern: Pattern, source: string): Needs {
  const needs = needsIn(pattern)
  const anchor = cheapest(needs)
  if (!anchor) throw new PatternError(`“${source}”: there is no word or @class that every match holds`)
  const {words, before} = anchor
  return {
    anchor: {words, least: before.least, most: before.most},
    others: needs
      .filter((need) => need !== anchor)
      .sort((a, b) => cost(a) - cost(b))
      .map((need) => ({words: need.words, ...distance(anchor, need, pattern)})),
  }
}

/** One word of several in a pattern. */
interface Need {
  readonly words: OneOf
  /** The element of the pattern that it belongs to, and what stands in front of the word and behind it inside that. */
  readonly index: number
  readonly inner: {readonly before: Width; readonly behind: Width}
  /** The same in the whole pattern. */
  readonly before: Width
  readonly behind: Width
}

/** A number of tokens. */
interface Width {
  readonly least: number
  /** With phrases of a reasonable length in the slots. */
  readonly most: number
  /** With phrases of any length. */
  readonly far: number
}

const NONE: Width = {least: 0, most: 0, far: 0}
const ONE: Width = {least: 1, most: 1, far: 1}

const plus = (a: Width, b: Width): Width => ({least: a.least + b.least, most: a.most + b.most, far: a.far + b.far})
const either = (a: Width, b: Width): Width => ({
  least: Math.min(a.least, b.least),
  most: Math.max(a.most, b.most),
  far: Math.max(a.far, b.far),
})
const sum = (widths: readonly Width[]): Width => widths.reduce(plus, NONE)

const cheapest = (needs: readonly Need[]): Need | undefined => [...needs].sort((a, b) => cost(a) - cost(b))[0]

const cost = ({words, before}: Need): number =>
  words.reduce((all, word) => all + frequencyOf(word), 0) * (1 + (before.most - before.least) / 4)

/** How far one need stands behind another: what is left of the one's element, the elements between, and the start of the other's. */
function distance(from: Need, to: Need, pattern: Pattern): {readonly from: number; readonly to: number} {
  if (to.index < from.index) {
    const back = distance(to, from, pattern)
    return {from: -back.to, to: -back.from}
  }
  const between = sum(pattern.slice(from.index + 1, to.index).map(widthOf))
  const width = sum([from.inner.behind, between, to.inner.before, ONE])
  return {from: width.least, to: width.far}
}

/** One need for each element that has one, in the order of the pattern. */
function needsIn(pattern: Pattern): Need[] {
  const widths = pattern.map(widthOf)
  return pattern.flatMap((element, index) => {
    const found = needOfElement(element)
    if (!found) return []
    const {words, ...inner} = found
    return [
      {
        words,
        index,
        inner,
        before: plus(sum(widths.slice(0, index)), inner.before),
        behind: plus(inner.behind, sum(widths.slice(index + 1))),
      },
    ]
  })
}

const hasLetter = (word: string): boolean => /\p{L}/u.test(word)

function needOfElement(element: Element): Pick<Need, 'words' | 'before' | 'behind'> | undefined {
  const single = (words: OneOf): ReturnType<typeof needOfElement> => ({words, before: NONE, behind: NONE})
  switch (element.type) {
    // Numbers and marks are not looked up by.
    case 'word':
      return hasLetter(element.word) ? single([element.word]) : undefined
    case 'words':
      return [...element.words].every(hasLetter) ? single([...element.words]) : undefined
    case 'class':
      return single([`@${element.name}`])
    case 'tag': {
      const words = TAG_WORDS[element.name]
      return words && single(words)
    }
    case 'choice': {
      const branches = element.of.map((branch) => cheapest(needsIn(branch)))
      if (!branches.every((branch) => branch !== undefined)) return undefined
      return {
        words: [...new Set(branches.flatMap((branch) => branch.words))],
        before: branches.map(({before}) => before).reduce(either),
        behind: branches.map(({behind}) => behind).reduce(either),
      }
    }
    default:
      return undefined
  }
}

const TAG_WORDS: Readonly<Record<string, readonly string[] | undefined>> = {
  be: ['be'],
  have: ['have'],
  do: ['do'],
  not: ['not', 'never', 'nor', 'no', 'hardly'],
  modal: ['should', 'could', 'would', 'might', 'ought', 'can', 'may', 'must', 'shall', 'will', "'ll"],
}

/** Longest noun phrase that a slot is tried with in front of the anchor, in tokens. */
const PHRASE = 9
/** Stands for any length. */
const FAR = 31

function widthOf(element: Element): Width {
  switch (element.type) {
    case 'start':
    case 'end':
      return NONE
    case 'gap':
      return {least: 0, most: element.max, far: element.max}
    case 'optional':
      return either(NONE, sum(element.of.map(widthOf)))
    case 'choice':
      return element.of.map((branch) => sum(branch.map(widthOf))).reduce(either)
    case 'slot':
      return {least: 1, most: PHRASE, far: FAR}
    default:
      return ONE
  }
}
