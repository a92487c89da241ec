import type {SectionKind} from '../document/kinds.ts'
import type {Attribution, Audience} from '../document/metadata.ts'
import type {Template} from '../templates/template.ts'
import type {Severity} from './finding.ts'

/** Everything besides the text that findings depend on. Plain data; equal configs give equal findings. */
export interface LintConfig {
  /** Severity by rule id; `off` silences a rule. Rules not named keep their own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  /** How people are named: by role, by name, or not at all (external texts). */
  readonly attribution: Attribution
  readonly audience: Audience
  /** Template id; undefined: from the front matter, else the best match on the headings, else `blameless`. */
  readonly template?: string
  /** The team's own templates, read from its files (see `readTemplate`); they win over built-in ones of the same id. */
  readonly templates: readonly Template[]
  /** The team's own headings and what they mean. */
  readonly headings: Readonly<Record<string, SectionKind>>
  /** The team's own nouns, for telling people, teams and systems apart. */
  readonly people: readonly string[]
  readonly roles: readonly string[]
  readonly teams: readonly string[]
  readonly systems: readonly string[]
  /** The team's own cues, in the language of `core/data/en`. */
  readonly cues: readonly CustomCue[]
  /** Whether the trained classifier may speak, at hint level, where no rule does. */
  readonly classifier: boolean
  /** Severity words from the worst to the mildest. */
  readonly severityScale: readonly string[]
  /** IANA zone of bare times where the document names none. */
  readonly timezone?: string
  /** Days from the end of the incident to publication after which `late-publication` asks. */
  readonly publishWithinDays: number
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** Treat every file as a post-mortem. */
  readonly all: boolean
}

/** A team's own cue: a pattern of the cue language with what to say about it. */
export interface CustomCue {
  readonly rule: string
  readonly match: string
  readonly message?: string
  readonly ask?: string
  readonly subject?: string
}

export const DEFAULT_CONFIG: LintConfig = {
  rules: {},
  attribution: 'role',
  audience: 'company',
  templates: [],
  headings: {},
  people: [],
  roles: [],
  teams: [],
  systems: [],
  cues: [],
  classifier: true,
  severityScale: ['SEV0', 'SEV1', 'SEV2', 'SEV3', 'SEV4'],
  publishWithinDays: 7,
  include: [],
  exclude: [],
  all: false,
}
