import type {CustomCue} from '../../lint/config.ts'
import {classesOf} from '../lexicon.ts'
import {LateLookup, type Lookup} from '../late-lookup.ts'
import type {Token} from '../token.ts'
import type {WordInfo} from '../word-info.ts'
import type {Cue, CueTable, PackedNeeds, SubjectGate} from './cue.ts'
import {json} from './cues.generated.ts'
import {isTransparent, type Matcher} from './matcher.ts'
import {EVERYWHERE} from './needs.ts'
import {cueTable} from './pack.ts'

/** One pattern of a cue. */
export interface Candidate {
  readonly cue: Cue
  readonly source: string
  readonly needs: PackedNeeds
  /** Compiled when the pattern is first tried. */
  matcher?: Matcher
}

/** What an index looks up by a word. */
export interface CueEntry {
  readonly index: CueIndex
  /** Sets that hold the word and that some pattern needs beside its anchor: the telling ones, and the others. */
  readonly sets: readonly number[]
  readonly frequentSets: ReadonlySet<number>
  readonly candidates: readonly Candidate[]
  /**
   * What the candidates need, in one row, so that the many that fail are not visited: for each its end in the row, then set
   * (complemented if it is a frequent one), least and most distance.
   */
  readonly checks: Int32Array
}

// Places in `PackedNeeds`.
const ANCHOR = 0
/** Least and most distance of the anchor from the start of a match. */
export const LEAST = 1
export const MOST = 2
const FIRST_OTHER = 3
/** Numbers for each of the others. */
const OTHER = 3

/** Finds the few patterns that a sentence holds the words for at the right distances, among thousands. */
export class CueIndex {
  private readonly lookups: Lookup<readonly number[]>[] = []
  private readonly candidatesBySet: Candidate[][] = []
  private readonly isNeeded: boolean[] = []
  /** Words of every other sentence are in so many sets that those are looked for only where all else is met. */
  private readonly isFrequent: boolean[] = []

  // What was read last.
  private words: readonly Token[] = []
  /** Quotation marks and the like, which a match reaches over. */
  private slack = 0
  /**
   * Where the words of each telling set stand: one bit for each place, modulo 32.
   * In a longer sentence more seems to be met than is, never less.
   */
  private readonly places: Int32Array
  /** The sets whose places are not empty, `count` of them. */
  private readonly filled: Int32Array
  private count = 0

  constructor(tables: readonly CueTable[]) {
    for (const table of tables) this.add(table)
    this.places = new Int32Array(this.candidatesBySet.length)
    this.filled = new Int32Array(this.candidatesBySet.length)
  }

  private add({sets, setsByWord, cues}: CueTable): void {
    const from = this.candidatesBySet.length
    const lookup = new LateLookup(setsByWord, (numbers) => numbers.split(' ').map((number) => Number(number) + from))
    this.lookups.push(lookup)
    for (let i = 0; i < sets; i++) {
      this.candidatesBySet.push([])
      this.isNeeded.push(false)
      this.isFrequent.push(false)
    }
    for (const word of EVERYWHERE) for (const set of lookup.get(word) ?? NO_SETS) this.isFrequent[set] = true
    for (const cue of cues) {
      cue.match.forEach((source, k) => {
        const needs = cue.needs[k]!.map((number, at) => (at % OTHER === 0 ? number + from : number))
        for (let at = FIRST_OTHER; at < needs.length; at += OTHER) this.isNeeded[needs[at]!] = true
        this.candidatesBySet[needs[ANCHOR]!]!.push({cue, source, needs})
      })
    }
  }

  read(words: readonly Token[]): void {
    const {places, filled} = this
    while (this.count > 0) places[filled[--this.count]!] = 0
    this.slack = 0
    this.words = words
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!
      if (isTransparent(word)) this.slack++
      const sets = word.info ? this.entryOf(word.info).sets : this.setsOf(word.lower)
      const bit = 1 << (i % PLACES)
      for (const set of sets) {
        if (places[set] === 0) filled[this.count++] = set
        places[set]! |= bit
      }
    }
  }

  /** The patterns that are looked up by this word, of which the sentence that was read last holds what they need around the place `at`. */
  candidatesAt(info: WordInfo, at: number): readonly Candidate[] {
    const {candidates, checks} = this.entryOf(info)
    let met: Candidate[] | undefined
    for (let k = 0, row = 0; k < candidates.length; k++) {
      const end = checks[row++]!
      while (row < end && this.stands(checks[row]!, at, checks[row + 1]!, checks[row + 2]!)) row += OTHER
      if (row === end) (met ??= []).push(candidates[k]!)
      row = end
    }
    return met ?? NO_CANDIDATES
  }

  /** Whether a word of the set stands between two distances from a place. */
  private stands(set: number, at: number, from: number, to: number): boolean {
    const isFrequent = set < 0
    const where = isFrequent ? 0 : this.places[set]!
    if (!isFrequent && where === 0) return false
    const first = at + (from < 0 ? from - this.slack : from)
    const last = at + (to > 0 ? to + this.slack : to)
    if (!isFrequent) return (where & placesBetween(first, last)) !== 0
    for (let i = Math.max(0, first); i <= last && i < this.words.length; i++)
      if (this.holds(~set, this.words[i]!)) return true
    return false
  }

  private holds(set: number, {info, lower}: Token): boolean {
    return info ? this.entryOf(info).frequentSets.has(set) : this.setsOf(lower).includes(set)
  }

  private setsOf(word: string): readonly number[] {
    let sets = NO_SETS
    for (const lookup of this.lookups) {
      const more = lookup.get(word)
      if (more) sets = sets.length ? [...sets, ...more] : more
    }
    return sets
  }

  private entryOf(info: WordInfo): CueEntry {
    const known = info.cues
    return known?.index === this ? known : (info.cues = this.lookUp(info))
  }

  private lookUp(info: WordInfo): CueEntry {
    const forms = new Set([info.lower, info.lemma, ...(info.verb ? [info.verb.lemma] : [])])
    // Whether “'s” is a verb is settled only where a pattern is tried.
    if (info.lower === "'s") forms.add('be')
    const keys = new Set([...forms, ...[...forms].flatMap((form) => classesOf(form).map((name) => `@${name}`))])
    const sets = [...new Set([...keys].flatMap((key) => this.setsOf(key)))]
    const candidates = sets.flatMap((set) => this.candidatesBySet[set]!)
    const checks: number[] = []
    for (const {needs} of candidates) {
      checks.push(checks.length + needs.length - FIRST_OTHER + 1)
      for (let k = FIRST_OTHER; k < needs.length; k += OTHER) {
        const set = needs[k]!
        checks.push(this.isFrequent[set] ? ~set : set, needs[k + 1]!, needs[k + 2]!)
      }
    }
    const needed = sets.filter((set) => this.isNeeded[set])
    return {
      index: this,
      sets: needed.filter((set) => !this.isFrequent[set]),
      frequentSets: new Set(needed.filter((set) => this.isFrequent[set])),
      candidates,
      checks: Int32Array.from(checks),
    }
  }
}

const PLACES = 32

/** The bits of the places from the first to the last. */
function placesBetween(first: number, last: number): number {
  const count = last - first + 1
  if (count >= PLACES) return -1
  const bits = (1 << count) - 1
  const by = first & (PLACES - 1)
  return by === 0 ? bits : (bits << by) | (bits >>> (PLACES - by))
}

const NO_SETS: readonly number[] = []
const NO_CANDIDATES: readonly Candidate[] = []

let standardTable: CueTable | undefined
let standard: CueIndex | undefined
const extended = new Map<string, CueIndex>()

/** The cues of the files together with those of the settings. */
export function cueIndex(own: readonly CustomCue[]): CueIndex {
  standardTable ??= JSON.parse(json()) as CueTable
  if (own.length === 0) return (standard ??= new CueIndex([standardTable]))
  const key = JSON.stringify(own)
  let index = extended.get(key)
  if (!index) {
    if (extended.size > 4) extended.clear()
    const entries = own.map((cue, i) => ({
      ...cue,
      id: `custom-${i}`,
      match: [cue.match],
      subject: cue.subject as SubjectGate | undefined,
    }))
    extended.set(key, (index = new CueIndex([standardTable, cueTable(entries)])))
  }
  return index
}
