import {SECTION_KINDS} from '../document/kinds.ts'
import {type CustomCue, DEFAULT_CONFIG, type LintConfig} from './config.ts'
import {SEVERITIES} from './finding.ts'

/** The part of JSON Schema that our settings need: for checking values, for package.json, and for editors of YAML. */
export interface Schema {
  readonly type: 'string' | 'integer' | 'boolean' | 'array' | 'object'
  /** Markdown. */
  readonly description?: string
  readonly default?: unknown
  readonly enum?: readonly string[]
  readonly enumDescriptions?: readonly string[]
  readonly minimum?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  /** The values of keys that `properties` does not name; `false` where there are none. */
  readonly additionalProperties?: Schema | false
}

/** A setting of the linter; `all` is for the command line alone, and `templates` come from files. */
export type ConfigKey = Exclude<keyof LintConfig, 'all' | 'templates'>

const words = (description: string, example: string): Schema => ({
  type: 'array',
  items: {type: 'string'},
  default: [],
  description: `${description} For example ${example}.`,
})

const cue: Schema & {readonly properties: Record<keyof CustomCue, Schema>} = {
  type: 'object',
  required: ['rule', 'match'],
  additionalProperties: false,
  properties: {
    rule: {type: 'string', description: 'Id of the rule that reports the wording, `person-blame` for example.'},
    match: {type: 'string', description: 'The wording, in the language of the cues that come with the extension.'},
    message: {type: 'string', description: 'What the wording does to a reader, in one sentence.'},
    ask: {type: 'string', description: 'The question that leads to a better text.'},
    subject: {
      type: 'string',
      description: 'Who the sentence must speak of: `person`, `role`, `team`, `we`, `system` …',
    },
  },
}

/** What `postmortem.*` and `.postmortemrc.yml` may say, by key. */
export const CONFIG_SCHEMA: Readonly<Record<ConfigKey, Schema> & Record<string, Schema>> = {
  rules: {
    type: 'object',
    default: {},
    description: 'Severity by rule. `off` silences a rule; rules not named keep their own severity.',
    additionalProperties: {type: 'string', enum: [...SEVERITIES, 'off']},
  },
  template: {
    type: 'string',
    description:
      'Template that documents are held against, by its id. Without it: the `template` of the front matter, else the best match on the headings, else `blameless`.',
  },
  attribution: {
    type: 'string',
    enum: ['role', 'name', 'none'],
    default: DEFAULT_CONFIG.attribution,
    enumDescriptions: [
      'People appear by what they did in the incident: “the on-call engineer”.',
      'People appear by name.',
      'Nobody appears; for texts that leave the company.',
    ],
    description: 'How people appear in the text. The front matter key `attribution` says it for one document.',
  },
  audience: {
    type: 'string',
    enum: ['team', 'company', 'public'],
    default: DEFAULT_CONFIG.audience,
    description: 'Who reads the document. The front matter key `audience` says it for one document.',
  },
  headings: {
    type: 'object',
    default: {},
    additionalProperties: {type: 'string', enum: SECTION_KINDS},
    description: 'Headings of your own and what they mean, such as `"Ripple effects": "impact"`.',
  },
  people: words('Names that stand for people.', '`Priya`, `kvasey`'),
  roles: words('Nouns that stand for a role.', '`release captain`'),
  teams: words('Names of teams.', '`Team Lighthouse`'),
  systems: words('Names of systems, which may fail without anyone being at fault.', '`Athena`, `Jenkins`'),
  cues: {type: 'array', items: cue, default: [], description: 'Wordings of your own that the language rules look for.'},
  classifier: {
    type: 'boolean',
    default: true,
    description:
      'Let the trained classifier mark sentences that no rule finds. Its findings are hints. Off: only rules speak.',
  },
  severityScale: {
    type: 'array',
    items: {type: 'string'},
    default: DEFAULT_CONFIG.severityScale,
    description: 'Your severity levels, from the worst to the mildest.',
  },
  timezone: {
    type: 'string',
    description: 'Time zone of times without one, where the document names none: an IANA name such as `Europe/Berlin`.',
  },
  publishWithinDays: {
    type: 'integer',
    minimum: 0,
    default: DEFAULT_CONFIG.publishWithinDays,
    description:
      'Days from the end of an incident to the publication of its review after which `late-publication` asks.',
  },
  include: {
    type: 'array',
    items: {type: 'string'},
    default: [],
    description: 'Globs of files that are post-mortems whatever they look like, such as `docs/reviews/**`.',
  },
  exclude: {
    type: 'array',
    items: {type: 'string'},
    default: [],
    description: 'Globs of files that are none, whatever they look like. Wins over `include`.',
  },
}
