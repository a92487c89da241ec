import {type Element, type Pattern, PatternError} from './pattern.ts'

/** Words too frequent to look patterns up by, if there is any other. */
const FREQUENT = new Set("a an the be is was were are been have has had do did does to of in on at by for from with and or not never no it that this we i he she they who as so up out all one any my his her their our your 's than then if when just even only still could would should will can may might must get go take make more most very nothing what how why there here about after before into over again".split(' '))

/**
 * The words of a pattern of which at least one stands in every text that it matches.
 * @throws PatternError if the pattern has no such words
 */
export function anchorsOf(pattern: Pattern, source: string): string[] {
  const sets = pattern.flatMap(mandatoryWords)
  if (sets.length === 0) throw new PatternError(`“${source}”: there is no word or @class that every match holds`)
  return sets.sort((a, b) => cost(a) - cost(b))[0]!
}

const cost = (words: readonly string[]): number => words.reduce((sum, word) => sum + (word.startsWith('@') ? 5 : FREQUENT.has(word) ? 50 : 1), 0)

function mandatoryWords(element: Element): string[][] {
  switch (element.type) {
    case 'word':
      return [[...element.words]]
    case 'class':
      return [[`@${element.name}`]]
    case 'tag':
      return element.name === 'be' || element.name === 'have' || element.name === 'do' ? [[element.name]] : element.name === 'not' ? [['not', 'never', 'no']] : element.name === 'modal' ? [['should', 'could', 'would', 'might', 'ought']] : []
    case 'choice': {
      const branches = element.of.map((branch) => branch.flatMap(mandatoryWords).sort((a, b) => cost(a) - cost(b))[0])
      return branches.every((branch) => branch !== undefined) ? [branches.flatMap((branch) => branch!)] : []
    }
    default:
      return []
  }
}
