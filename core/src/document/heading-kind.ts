import {HEADING_SYNONYMS} from './heading-synonyms.generated.ts'
import {normalizeTitle} from './heading-text.ts'
import type {SectionKind} from './kinds.ts'

/** What a heading means. Several kinds for a double heading, none for one that the model does not know. */
export type HeadingReader = (title: string) => readonly SectionKind[]

const WHOLE = new Map<string, SectionKind>()
const HEADS = new Map<string, SectionKind>()
for (const [kind, {heads, whole}] of Object.entries(HEADING_SYNONYMS) as [SectionKind, {heads: string[]; whole: string[]}][]) {
  for (const head of heads) {
    HEADS.set(head, kind)
    WHOLE.set(head, kind)
  }
  for (const one of whole) WHOLE.set(one, kind)
}

/** Words that may stand before a known heading without changing what it means. */
const MODIFIER =
  /^(?:(?:incident|issue|outage|event|customer|user|client|business|technical|service|final|initial|full|detailed|brief|short|high-level|quick|complete|approximate|rough|preliminary|potential|possible|likely|primary|secondary|main|major|minor|other|additional|actual|overall|general|general incident|internal|external|updated|suggested|proposed|recommended|completed|remaining|outstanding|immediate|blameless|post-incident|postmortem|post-mortem|problem|failure|attack|exploit|security|key|critical|estimated|measured|system|production|team|platform|infrastructure|financial|long-term|short-term|medium-term|long term|short term|current|future|planned|root|some|my|his|her|their|our|this|initial|exact|events?|a|the)\s+)+/

/** A known heading goes on after these: “timeline of events”, “impact on users”. */
const TAIL = /\s+(?:of|on|for|to|in|from|at|during|with|by|after|regarding|about|that)\s+.*$/

/** @param custom headings of the team's own, by their text in any case; they win over all others */
export function headingReader(custom: Readonly<Record<string, SectionKind>> = {}): HeadingReader {
  const own = new Map(Object.entries(custom).map(([title, kind]) => [normalizeTitle(title), kind]))
  const known = new Map<string, readonly SectionKind[]>()
  return (title) => {
    let kinds = known.get(title)
    if (!kinds) {
      kinds = read(normalizeTitle(title), own)
      if (known.size > 2000) known.clear()
      known.set(title, kinds)
    }
    return kinds
  }
}

function read(title: string, own: ReadonlyMap<string, SectionKind>): readonly SectionKind[] {
  const kind = own.get(title) ?? WHOLE.get(title) ?? readVaried(title)
  if (kind) return [kind]
  if (title.length > 80) return []
  return readDouble(title, own)
}

function readVaried(title: string): SectionKind | undefined {
  if (title.split(' ').length > 9) return undefined
  const stem = title.replace(MODIFIER, '')
  const head = HEADS.get(stem) ?? (stem === title ? undefined : WHOLE.get(stem))
  if (head) return head
  const short = stem.replace(TAIL, '')
  if (short !== stem) return HEADS.get(short)
  return undefined
}

function readDouble(title: string, own: ReadonlyMap<string, SectionKind>): readonly SectionKind[] {
  const parts = title.split(/\s+(?:and|&|\+|vs\.?|or)\s+|\s*[/,:|–—]\s*|\s+-\s+/).filter(Boolean)
  if (parts.length < 2 || parts.length > 4) return []
  const kinds = parts.map((part) => own.get(part) ?? WHOLE.get(part) ?? readVaried(part))
  // “Timeline: 9 March” is a timeline, “Release notes and impact” is nothing in particular.
  const isDouble = kinds.every(Boolean)
  const leads = kinds[0] && /^[^:|–—/-]+\s*[:|–—/-]/.test(title)
  if (isDouble) return [...new Set(kinds as SectionKind[])]
  if (leads) return [kinds[0]!]
  const last = kinds.at(-1)
  return last && /[:|–—]\s*\S/.test(title) ? [last] : []
}
