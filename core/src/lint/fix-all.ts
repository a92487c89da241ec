import {applyEdits, isApplicable, type TextEdit, withoutOverlaps} from '../text/edit.ts'
import type {Finding} from './finding.ts'

/** Enough for any text: each round settles what the round before brought to light. */
const ROUNDS = 10

/** An empty section is safe to insert and still nothing that a person wants on every save. */
const ASKED_FOR: ReadonlySet<string> = new Set(['missing-section'])

/**
 * The edits of all fixes that may run unasked: those that change no meaning and leave nothing to fill in.
 * Of two that touch the same place, the first is taken; the other may follow in a second round.
 */
export function safeEdits(text: string, findings: readonly Finding[]): TextEdit[] {
  const fixes = findings
    .filter(({rule}) => !ASKED_FOR.has(rule))
    .flatMap(({fixes}) =>
      fixes
        .filter(({kind, hasHoles, edits}) => kind === 'safe' && !hasHoles && isApplicable(text.length, edits))
        .slice(0, 1),
    )
  return withoutOverlaps(fixes).flatMap(({edits}) => edits)
}

/** The text after safe fixes, run until nothing changes any more. */
export function fixAll(text: string, findingsOf: (text: string) => readonly Finding[]): string {
  const seen = new Set([text])
  let current = text
  for (let round = 0; round < ROUNDS; round++) {
    const edits = safeEdits(current, findingsOf(current))
    if (edits.length === 0) break
    current = applyEdits(current, edits)
    // Two fixes that undo each other would go on for ever.
    if (seen.has(current)) break
    seen.add(current)
  }
  return current
}
