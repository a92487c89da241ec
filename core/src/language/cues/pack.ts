import type {Cue, CueTable, PackedNeeds} from './cue.ts'
import {needsOf, type OneOf} from './needs.ts'
import {parsePattern} from './pattern.ts'

/**
 * Works out what the patterns of the cues need.
 * @throws PatternError if a pattern cannot be read, or holds nothing to look it up by
 */
export function cueTable(entries: readonly Omit<Cue, 'needs'>[]): CueTable {
  const numbers = new Map<string, number>()
  const numberOf = (words: OneOf): number => {
    const key = [...words].sort().join(' ')
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  }
  const pack = (source: string): PackedNeeds => {
    const {anchor, others} = needsOf(parsePattern(source), source)
    return [
      numberOf(anchor.words),
      anchor.least,
      anchor.most,
      ...others.flatMap(({words, from, to}) => [numberOf(words), from, to]),
    ]
  }
  const cues = entries.map((entry) => ({...entry, needs: entry.match.map(pack)}))
  const setsByWord = new Map<string, number[]>()
  for (const [words, number] of numbers)
    for (const word of words.split(' ')) setsByWord.set(word, [...(setsByWord.get(word) ?? []), number])
  const lines = [...setsByWord].map(([word, sets]) => `${word}\t${sets.join(' ')}`)
  return {sets: numbers.size, setsByWord: lines.join('\n'), cues}
}
