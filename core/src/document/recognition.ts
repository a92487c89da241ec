import picomatch from 'picomatch/posix'
import type {Metadata} from './metadata.ts'
import type {SectionKind} from './kinds.ts'
import type {Section} from './section.ts'

/** Why a file counts as a post-mortem, or why not; shown in the status item. */
export type Recognition =
  | {readonly postmortem: true; readonly because: 'setting' | 'path' | 'front-matter' | 'title' | 'sections'; readonly detail: string}
  | {readonly postmortem: false; readonly because: 'excluded' | 'nothing-found'; readonly detail: string}

/** Globs on the path. `include` wins over what the text looks like, `exclude` wins over everything. */
export interface RecognitionConfig {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

const FOLDER = /(?:^|\/)(?:(?:incident|outage)[-_ ]?(?:reviews?|reports?|retros?|postmortems?|retrospectives?)|incidents?|incident_retros|post[-_ ]?mortems?|outages|pir|coe)\/(?:.*\/)?[^/]+$/i
const FILE = /(?:^|\/)[^/]*(?:post[-_ ]?mortem|incident[-_ ](?:report|review|retro)|outage[-_ ]report|(?:^|[-_./])(?:inc|sev|pm)[-_ ]?\d)[^/]*$/i
const NO_REVIEW = /(?:^|\/)(?:readme|index|contributing|changelog|code_of_conduct|security|license|template|_index)(?:\.[a-z]+)*$/i
const TITLE = /\bpost-?\s?mortem\b|\bincident\s+(?:report|review|retro(?:spective)?|summary|analysis|on|of|at|#?\d)|\boutage\b|\b(?:root cause analysis|after[- ]action (?:review|report)|service disruption|correction of errors)\b|\bINC-?\d+\b|\bSEV-?\d\b/i

/** Sections that hardly any other kind of document has. */
const TELLING: readonly SectionKind[] = ['timeline', 'impact', 'causes', 'detection', 'trigger', 'poor', 'lucky', 'resolution', 'lessons', 'well', 'actions', 'recurrence']

export function recognize(
  path: string | undefined, sections: readonly Section[], metadata: Metadata, config: RecognitionConfig,
): Recognition {
  const file = path?.replace(/\\/g, '/') ?? ''
  const excluded = matching(file, config.exclude)
  if (excluded) return {postmortem: false, because: 'excluded', detail: excluded}
  const included = matching(file, config.include)
  if (included) return {postmortem: true, because: 'setting', detail: included}

  const kinds = new Set(sections.flatMap((section) => [section.kind, ...section.also]))
  const telling = TELLING.filter((kind) => kinds.has(kind))
  if (metadata.template ?? hasPostmortemFields(metadata)) {
    return {postmortem: true, because: 'front-matter', detail: metadata.template ? `template: ${metadata.template.value}` : 'incident fields'}
  }
  const isReview = !NO_REVIEW.test(file)
  if (isReview && FOLDER.test(file)) return {postmortem: true, because: 'path', detail: FOLDER.exec(file)![0]}
  if (isReview && FILE.test(file)) return {postmortem: true, because: 'path', detail: file.split('/').at(-1)!}
  const title = metadata.title?.value ?? sections.find((section) => section.kind === 'title')?.title ?? ''
  if (TITLE.test(title) && (isReview || telling.length > 1)) return {postmortem: true, because: 'title', detail: title}
  // A changelog has actions, a design document causes; the three together stand in reviews only.
  if (telling.length >= 3) return {postmortem: true, because: 'sections', detail: telling.join(', ')}
  return {postmortem: false, because: 'nothing-found', detail: ''}
}

const FIELDS = ['severity', 'incident', 'incident_start', 'incident_id', 'postmortem', 'detected', 'mitigated', 'resolved', 'detection_source', 'time_to_detect', 'incident_commander']

function hasPostmortemFields(metadata: Metadata): boolean {
  return FIELDS.filter((field) => metadata.fields.has(field)).length >= 2
}

const matchers = new Map<string, (path: string) => boolean>()

function matching(path: string, globs: readonly string[]): string | undefined {
  if (!path) return undefined
  return globs.find((glob) => {
    let matches = matchers.get(glob)
    // Relative globs hold anywhere below the root, whose place the core does not know.
    if (!matches) matchers.set(glob, (matches = picomatch(glob.startsWith('/') || glob.startsWith('**') ? glob : `**/${glob}`, {nocase: true, dot: true})))
    return matches(path) || matches(path.replace(/^\//, ''))
  })
}
