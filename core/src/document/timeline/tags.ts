import type {EventTag} from '../timeline.ts'

/** Tags and the words that people write for them. */
const WORDS: ReadonlyMap<string, EventTag> = new Map(
  Object.entries({
    fact: 'fact',
    facts: 'fact',
    observation: 'fact',
    observed: 'fact',
    assumption: 'assumption',
    assumed: 'assumption',
    expectation: 'expectation',
    expected: 'expectation',
    hypothesis: 'hypothesis',
    theory: 'hypothesis',
    suspicion: 'hypothesis',
    decision: 'decision',
    decided: 'decision',
    unknown: 'unknown',
    '?': 'unknown',
    'found later': 'found-later',
    'learned later': 'found-later',
    'learnt later': 'found-later',
    'discovered later': 'found-later',
    retrospective: 'found-later',
    introduced: 'introduced',
    start: 'start',
    'incident start': 'start',
    'impact start': 'start',
    detected: 'detected',
    detection: 'detected',
    acknowledged: 'acknowledged',
    ack: 'acknowledged',
    declared: 'declared',
    engaged: 'engaged',
    diagnosed: 'diagnosed',
    identified: 'diagnosed',
    mitigated: 'mitigated',
    mitigation: 'mitigated',
    'impact end': 'mitigated',
    resolved: 'resolved',
    resolution: 'resolved',
    closed: 'closed',
    ruled: 'ruled-out',
    'ruled out': 'ruled-out',
    'ruled-out': 'ruled-out',
    disproved: 'ruled-out',
    confirmed: 'confirmed',
    open: 'open',
    comms: 'communication',
    communication: 'communication',
    'customer message': 'communication',
  }),
)

const BRACKETED =
  /(?<!\])\[([a-z? -]{1,18})\](?![([:])|\(((?:found|learned|learnt|discovered) later|fact|assumption|expectation|hypothesis|decision|unknown)\)/gi
const LABEL = /^[\s*_]*(fact|assumption|expectation|hypothesis|theory|decision|unknown|found later)[\s*_]*[:–—-][\s*_]/i

/** The kinds that an entry is marked with: `[assumption]`, `(found later)`, `**Decision:**`. */
export function readTags(line: string, column: string | undefined): EventTag[] {
  const tags = new Set<EventTag>()
  const add = (word: string | undefined): void => {
    const tag = word === undefined ? undefined : WORDS.get(word.trim().toLowerCase())
    if (tag) tags.add(tag)
  }
  add(column)
  if (/[[(:–—-]/.test(line)) {
    for (const [, square, round] of line.matchAll(BRACKETED)) add(square ?? round)
    add(LABEL.exec(line)?.[1])
  }
  return [...tags]
}

/** The line without its tags, for places that show them by themselves. */
export function withoutTags(line: string): string {
  if (!/[[(]/.test(line)) return line
  return line
    .replace(BRACKETED, (whole, square?: string, round?: string) =>
      WORDS.has((square ?? round ?? '').trim().toLowerCase()) ? '' : whole,
    )
    .trim()
}
