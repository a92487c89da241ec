/** An expression that matches only texts in which one of these words stands, parted by spaces; any text where there are none. */
export type Wording = readonly [needs: string, source: string, flags?: string]

/** One of many wordings, with what it says. */
export interface WordingOf<Meaning> {
  readonly meaning: Meaning
  readonly pattern: RegExp
}

/** Many wordings, few tries: the words of a text tell which of them can match, and only those are ever compiled. */
export class Wordings<Meaning> {
  private readonly read: () => Iterable<readonly [Wording, Meaning]>
  private index: WordIndex<Meaning> | undefined

  /** @param read called when the first text is looked at: most documents of a workspace are opened without being linted */
  constructor(read: () => Iterable<readonly [Wording, Meaning]>) {
    this.read = read
  }

  /** The wordings that can match, in their order. */
  candidatesIn(text: string): readonly WordingOf<Meaning>[] {
    const {always, byNeed} = (this.index ??= indexOf(this.read()))
    const found = new Set(always)
    for (let at = 0; at < text.length; at++) {
      const start = at
      while (isWordCode(text.charCodeAt(at))) at++
      if (at === start) continue
      const wordings = byNeed.get(text.slice(start, at).toLowerCase())
      if (wordings) for (const wording of wordings) found.add(wording)
    }
    return [...found].sort((a, b) => a.index - b.index)
  }
}

interface WordIndex<Meaning> {
  readonly byNeed: ReadonlyMap<string, readonly LateWording<Meaning>[]>
  readonly always: readonly LateWording<Meaning>[]
}

function indexOf<Meaning>(wordings: Iterable<readonly [Wording, Meaning]>): WordIndex<Meaning> {
  const byNeed = new Map<string, LateWording<Meaning>[]>()
  const always: LateWording<Meaning>[] = []
  let index = 0
  for (const [wording, meaning] of wordings) {
    const late = new LateWording(index++, wording, meaning)
    if (!wording[0]) always.push(late)
    else
      for (const need of wording[0].split(' ')) {
        const known = byNeed.get(need)
        if (known) known.push(late)
        else byNeed.set(need, [late])
      }
  }
  return {byNeed, always}
}

class LateWording<Meaning> implements WordingOf<Meaning> {
  readonly index: number
  readonly meaning: Meaning
  private readonly wording: Wording
  private compiled: RegExp | undefined

  constructor(index: number, wording: Wording, meaning: Meaning) {
    this.index = index
    this.wording = wording
    this.meaning = meaning
  }

  get pattern(): RegExp {
    return (this.compiled ??= new RegExp(this.wording[1], this.wording[2]))
  }
}

/** The letters, digits and underscores between which `\b` sees borders; behind the end of a text there is none. */
const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
