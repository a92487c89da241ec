import picomatch from 'picomatch/posix'
import {headingReader} from './heading-kind.ts'
import type {Metadata} from './metadata.ts'
import type {SectionKind} from './kinds.ts'
import type {Section} from './section.ts'
import {BUILT_IN_IDS} from '../templates/ids.ts'

/** Why a file counts as a post-mortem, or why not; shown in the status item. */
export type Recognition =
  | {
      readonly postmortem: true
      readonly because: 'setting' | 'path' | 'front-matter' | 'title' | 'sections'
      readonly detail: string
    }
  | {readonly postmortem: false; readonly because: 'excluded' | 'nothing-found'; readonly detail: string}

/** Globs on the path. `include` wins over what the text looks like, `exclude` wins over everything. */
export interface RecognitionConfig {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

const FOLDER =
  /(?:^|\/)(?:(?:incident|outage)[-_ ]?(?:reviews?|reports?|retros?|postmortems?|retrospectives?)|incidents?|incident_retros|post[-_ ]?mortems?|outages|pir|coe)\/(?:.*\/)?[^/]+$/i
const FILE =
  /(?:^|\/)[^/]*(?:post[-_ ]?mortem|incident[-_ ](?:report|review|retro)|outage[-_ ]report|(?:^|[-_./])(?:inc|sev|pm)[-_ ]?\d)[^/]*$/i
const NO_REVIEW =
  /(?:^|\/)(?:readme|index|contributing|changelog|code_of_conduct|security|license|template|_index)(?:\.[a-z]+)*$/i
/** Site generators keep a page and its pictures in a folder of their own. */
const BUNDLE =
  /(?:^|\/)(?:incidents?|post[-_ ]?mortems?|outages)\/(?:.*\/)?(?!docs?\/|templates?\/)[^/]*\d[^/]*\/index\.[a-z.]+$/i
const TITLE =
  /\bpost-?\s?mortem\b|\b(?:security )?incident\s*(?:report|review|retro(?:spective)?|summary|analysis|disclosure|on|of|at|#?\d|[-–—:])|\bsecurity incident\b|\boutage\b|\b(?:root cause analysis|after[- ]action (?:review|report)|service disruption|correction of errors)\b|\bINC-?\d+\b|\bSEV-?\d\b/i
/** Words that a title shares with other documents, but not with many. */
const TITLE_HINT =
  /\b(?:incident|outage|breach|compromise[ds]?|downtime|disruption|degrad\w+|unavailab\w+|vulnerabilit(?:y|ies)|CVE-\d+|attack|exploit(?:ed)?|abuse|phish\w*|disclos(?:ure|ed)|overload\w*|stall(?:ed)?|crash(?:ed|es)?|failures?|failing|failed|unauthorized|malicious|retrospective|exhaust\w+|regression|data loss|leak(?:ed)?|expired)\b/i
const DATE =
  /\b(?:19|20)\d\d[-_./]\d\d?[-_./]\d\d?\b|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b/i

/** Sections that speak of something that went wrong. One of them, or a title that does, must be there. */
const SPECIFIC: readonly SectionKind[] = [
  'impact',
  'causes',
  'detection',
  'trigger',
  'poor',
  'lucky',
  'resolution',
  'recurrence',
]
/** Sections that plans, proposals and minutes have too. */
const COMMON: readonly SectionKind[] = ['timeline', 'well', 'lessons', 'actions', 'response', 'summary']
const HEAVY: readonly SectionKind[] = ['timeline']
const LIGHT: readonly SectionKind[] = ['summary', 'response', 'well', 'lessons']
/** Known headings that any document can have. */
const EVERYDAY =
  /^(?:next steps?|recommendations?|improvements?|follow-ups?|recovery|cause|why|monitoring|references?)$/i

const ENOUGH = 3

/** How much the headings look like those of a post-mortem, and which kinds they are. */
function weigh(sections: readonly Section[]): {
  readonly weight: number
  readonly kinds: readonly SectionKind[]
  readonly isSpecific: boolean
} {
  const weights = new Map<SectionKind, number>()
  for (const section of sections) {
    if (!section.kind) continue
    const isPlain = meaningOf(section.title).strength === 'exact' && !EVERYDAY.test(section.title)
    for (const kind of [section.kind, ...section.also]) {
      if (!SPECIFIC.includes(kind) && !COMMON.includes(kind)) continue
      const full = HEAVY.includes(kind) ? 1.5 : LIGHT.includes(kind) ? 0.5 : 1
      weights.set(kind, Math.max(weights.get(kind) ?? 0, isPlain || HEAVY.includes(kind) ? full : 0.5))
    }
  }
  const kinds = [...weights.keys()]
  return {
    weight: [...weights.values()].reduce((sum, one) => sum + one, 0),
    kinds,
    isSpecific: kinds.some((kind) => SPECIFIC.includes(kind)),
  }
}

const meaningOf = headingReader()

/** @param path used for folder and file names only; undefined for an untitled document */
export function recognize(
  path: string | undefined,
  sections: readonly Section[],
  metadata: Metadata,
  config: RecognitionConfig,
): Recognition {
  const file = path?.replace(/\\/g, '/') ?? ''
  const excluded = matching(file, config.exclude)
  if (excluded) return {postmortem: false, because: 'excluded', detail: excluded}
  const included = matching(file, config.include)
  if (included) return {postmortem: true, because: 'setting', detail: included}

  if (metadata.template && TEMPLATE_IDS.has(metadata.template.value))
    return {postmortem: true, because: 'front-matter', detail: `template: ${metadata.template.value}`}
  if (hasPostmortemFields(metadata)) return {postmortem: true, because: 'front-matter', detail: 'incident fields'}
  const isReview = !NO_REVIEW.test(file) || BUNDLE.test(file)
  if (isReview && FOLDER.test(file)) return {postmortem: true, because: 'path', detail: FOLDER.exec(file)![0]}
  if (isReview && FILE.test(file)) return {postmortem: true, because: 'path', detail: file.split('/').at(-1)!}
  const {weight, kinds, isSpecific} = weigh(sections)
  const title = metadata.title?.value ?? sections.find((section) => section.kind === 'title')?.title ?? ''
  if (TITLE.test(title) && (isReview || kinds.length > 1)) return {postmortem: true, because: 'title', detail: title}
  const hint = (TITLE_HINT.test(title) ? 1 : 0) + (DATE.test(title) || DATE.test(file.split('/').at(-1)!) ? 0.5 : 0)
  const isAboutIncident = isSpecific || TITLE_HINT.test(title)
  // A changelog has fixes, a plan a timeline, minutes action items; together they stand in reviews only.
  if (kinds.length >= 2 && isAboutIncident && weight + hint >= (isReview ? ENOUGH : ENOUGH + 1))
    return {postmortem: true, because: 'sections', detail: kinds.join(', ')}
  return {postmortem: false, because: 'nothing-found', detail: ''}
}

/** Ids of the built-in templates: `template:` is a key of other tools too. */
const TEMPLATE_IDS: ReadonlySet<string> = new Set<string>(BUILT_IN_IDS)

const FIELDS = [
  'severity',
  'incident',
  'incident_start',
  'incident_id',
  'postmortem',
  'detected',
  'mitigated',
  'resolved',
  'detection_source',
  'time_to_detect',
  'incident_commander',
]

function hasPostmortemFields(metadata: Metadata): boolean {
  return FIELDS.filter((field) => metadata.fields.has(field)).length >= 2
}

const matchers = new Map<string, (path: string) => boolean>()

function matching(path: string, globs: readonly string[]): string | undefined {
  if (!path) return undefined
  return globs.find((glob) => {
    let matches = matchers.get(glob)
    // Relative globs hold anywhere below the root, whose place the core does not know.
    if (!matches)
      matchers.set(
        glob,
        (matches = picomatch(glob.startsWith('/') || glob.startsWith('**') ? glob : `**/${glob}`, {
          nocase: true,
          dot: true,
        })),
      )
    return matches(path) || matches(path.replace(/^\//, ''))
  })
}
