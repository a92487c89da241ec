/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * A post-mortem of about so many words: front matter, prose with some wordings that rules speak of, lists, a timeline,
 * tables, code, links. About 330 words a section, so that 100,000 words have 300 sections.
 */
export function generatedPostmortem(words: number, seed: number): string {
  const source = new Source(seed)
  const sections = Math.max(6, Math.round(words / 333))
  const each = words / sections
  const parts = [source.head()]
  for (let i = 0; i < sections; i++) parts.push(section(source, i, each))
  return parts.join('\n')
}

/** White space separates words, as `wc -w` counts. */
export const wordsIn = (text: string): number => text.match(/\S+/g)?.length ?? 0

type Kind = 'prose' | 'bullets' | 'timeline' | 'actions' | 'table' | 'code'

const OPENING: readonly (readonly [string, Kind])[] = [
  ['## Summary', 'prose'],
  ['## Impact', 'table'],
  ['## Detection', 'prose'],
  ['## Timeline', 'timeline'],
  ['## Contributing factors', 'bullets'],
  ['## Action items', 'actions'],
  ['## Background', 'prose'],
  ['## What went well', 'bullets'],
  ['## Lessons learned', 'prose'],
  ['## Response', 'prose'],
]
const CYCLE: readonly Kind[] = [
  'prose',
  'prose',
  'bullets',
  'prose',
  'timeline',
  'prose',
  'code',
  'table',
  'prose',
  'actions',
]
const TITLES: Readonly<Record<Kind, string>> = {
  prose: 'How %s came to matter',
  bullets: 'What we noticed around %s',
  timeline: 'Timeline of %s',
  actions: 'Action items for %s',
  table: 'Figures for %s',
  code: 'Configuration of %s',
}

function section(source: Source, index: number, words: number): string {
  const kind = index < OPENING.length ? OPENING[index]![1] : CYCLE[index % CYCLE.length]!
  const heading =
    index < OPENING.length ? OPENING[index]![0] : `### ${TITLES[kind].replace('%s', `the ${source.one(SYSTEMS)}`)}`
  return `${heading}\n\n${body(source, kind, words)}\n`
}

function body(source: Source, kind: Kind, words: number): string {
  switch (kind) {
    case 'prose':
      return paragraphs(source, words)
    case 'bullets':
      return `${paragraphs(source, words * 0.3)}\n\n${lines(words * 0.7, () => `- ${source.sentence()}`)}`
    case 'timeline':
      return lines(words, () => `- **${source.nextTime()}** ${source.sentence()}`)
    case 'actions':
      return `| Action | Owner | Due | Ticket |\n| --- | --- | --- | --- |\n${lines(words, () => source.action())}`
    case 'table': {
      const rows = lines(words * 0.4, () => `| ${source.one(SYSTEMS)} | ${source.number(90)}% | ${source.sentence()} |`)
      return `${paragraphs(source, words * 0.6)}\n\n| Part | Errors | Note |\n| :-- | --: | --- |\n${rows}`
    }
    case 'code': {
      const code = lines(
        words * 0.3,
        () => `${source.one(SYSTEMS).replace(/ /g, '_')}_limit: ${source.number(900)} # set by hand`,
      )
      return `${paragraphs(source, words * 0.7)}\n\n\`\`\`yaml\n# as deployed\n${code}\n\`\`\``
    }
  }
}

function paragraphs(source: Source, words: number): string {
  const found: string[] = []
  for (let sum = 0; sum < words;) {
    const paragraph = Array.from({length: 3 + source.number(3)}, () => source.sentence()).join(' ')
    sum += wordsIn(paragraph)
    found.push(paragraph)
  }
  return found.join('\n\n')
}

function lines(words: number, line: () => string): string {
  const found: string[] = []
  for (let sum = 0; sum < words;) {
    const text = line()
    sum += wordsIn(text)
    found.push(text)
  }
  return found.join('\n')
}

/** Draws texts; the same seed draws the same. */
class Source {
  private readonly random: () => number
  private minute = 9 * 60

  constructor(seed: number) {
    this.random = random(seed)
  }

  number(below: number): number {
    return Math.floor(this.random() * below)
  }

  one<Value>(values: readonly Value[]): Value {
    return values[this.number(values.length)]!
  }

  head(): string {
    const day = `2025-0${1 + this.number(9)}-${10 + this.number(18)}`
    const title = `Post-mortem: ${this.one(EFFECTS)} in the ${this.one(SYSTEMS)}`
    return `---\ndate: ${day}\nseverity: SEV${1 + this.number(3)}\nstatus: review\ntimezone: UTC\n---\n\n# ${title}\n`
  }

  /** Goes on by some minutes; a day's timeline starts over at midnight. */
  nextTime(): string {
    this.minute = (this.minute + 1 + this.number(12)) % 1440
    const two = (value: number): string => String(value).padStart(2, '0')
    return `${two(Math.floor(this.minute / 60))}:${two(this.minute % 60)}`
  }

  action(): string {
    const what = `${this.one(TASKS)} the ${this.one(SYSTEMS)} ${this.one(TASK_ENDS)}`
    return `| ${what} | ${this.one(TEAMS)} | 2025-11-${10 + this.number(18)} | OPS-${100 + this.number(9000)} |`
  }

  sentence(): string {
    // One in twelve is a wording that rules look at; reviews of real documents find about as many.
    const pattern = this.one(this.number(12) === 0 ? JUDGING : TELLING)
    return pattern.replace(/\$([a-z]+)/g, (_, slot: string) => this.fill(slot))
  }

  private fill(slot: string): string {
    if (slot === 'n') return String(2 + this.number(90))
    if (slot === 'clock') return `${10 + this.number(13)}:${10 + this.number(49)} UTC`
    return this.one(SLOTS[slot] ?? [slot])
  }
}

const SYSTEMS = [
  'checkout queue', 'session store', 'edge proxy', 'ledger database', 'search index', 'payment gateway', 'image cache',
  'mail relay', 'metrics pipeline', 'feature flag service', 'load balancer', 'certificate issuer', 'backup job',
  'deploy controller', 'name server', 'token service', 'message broker', 'rate limiter', 'billing worker', 'audit log',
] // prettier-ignore
const EFFECTS = [
  'Timeouts',
  'Lost writes',
  'Slow pages',
  'Rejected logins',
  'Stale prices',
  'Duplicate invoices',
  'Failed uploads',
]
const TEAMS = ['Storage team', 'Platform team', 'Payments team', 'Edge team', 'Release engineering', 'Data team']
const TASKS = [
  'Add an alert on',
  'Limit retries of',
  'Document the restart of',
  'Remove the old path through',
  'Test the failover of',
  'Validate input of',
]
const TASK_ENDS = [
  'before each release',
  'with a canary',
  'when latency passes one second',
  'in the staging region',
  'by default',
]
const SLOTS: Readonly<Record<string, readonly string[]>> = {
  system: SYSTEMS,
  other: SYSTEMS,
  effect: EFFECTS.map((effect) => effect.toLowerCase()),
  team: TEAMS.map((team) => `the ${team.toLowerCase()}`),
  person: [
    'the on-call engineer',
    'the incident commander',
    'a release engineer',
    'the database administrator',
    'an operator',
    'Dana',
  ],
  adverb: ['quickly', 'gradually', 'again', 'within minutes', 'over the afternoon', 'without notice'],
  place: [
    'in eu-west',
    'in two of three zones',
    'on the standby',
    'for new tenants',
    'behind the proxy',
    'in `prod-3`',
  ],
}
const TELLING = [
  'At $clock the $system reported $effect $place, and the $other followed $adverb.',
  'The $system had been sized for $n requests a second, which matched the load of last spring.',
  'Memory of the $system grew to $n GB $place before the kernel ended the process.',
  'When the $other restarted, its $n connections were opened at once and the $system queued them.',
  '$team saw the graph of the $system flatten and compared it with the one of the $other.',
  'A change to the $system ([#$n](https://git.example.org/changes/$n)) moved its configuration into the `$other` repository.',
  'Between the first alert and the rollback, $n% of calls to the $system returned an error.',
  'The dashboard of the $system shows averages over five minutes, so that short peaks stay invisible.',
  'Customers $place met $effect; support counted $n tickets until $clock.',
  'The runbook describes a restart of the $system but not what happens to the $other meanwhile.',
  'Because the health check only opens a socket, the $system looked healthy while its writes waited.',
  '$person asked in the channel whether the $other was draining, and $team answered at $clock.',
  'Two alerts pointed at the $system, $n pointed at other parts, and none named the **$other**.',
  'The limit of $n was chosen in 2021, when the $system served a single region.',
  'After the failover the $system ran $adverb on the old primary, which still held leases.',
  'We measured $n ms at the median and rather more $place.',
  'The deploy of the $other waited for the lock that the $system held.',
  'Traffic moved $adverb to the spare pool once $team had widened it to $n nodes.',
  'For the $system, a retry costs as much as the first call, and every client retries three times.',
  'It took $n minutes until the metrics of the $other were complete enough to compare.',
] // prettier-ignore
const JUDGING = [
  '$person should have noticed the $effect of the $system before $clock.',
  'The outage was caused by human error during the change of the $system.',
  '$person forgot to drain the $other before the restart.',
  'Obviously the $system could have been tested under load.',
  'If $team had checked the $other, the $effect would not have happened.',
  'The wrong flag was pushed to the $system by mistake.',
  '$person failed to follow the runbook of the $other.',
  'The configuration of the $system was careless and simply never reviewed.',
] // prettier-ignore
