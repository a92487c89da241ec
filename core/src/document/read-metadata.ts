import {type Chunk, derive, type PlacedChunk} from '../markdown/chunks.ts'
import {spanOf} from '../markdown/parse.ts'
import {shift} from '../text/span.ts'
import type {Located} from './action-item.ts'
import type {SectionKind} from './kinds.ts'
import {
  type Field,
  type FrontMatter,
  type Metadata,
  METADATA_DATES,
  METADATA_ROLES,
  type MetadataDate,
  type MetadataProblem,
  type MetadataRole,
} from './metadata.ts'
import {bodyFieldsOf} from './metadata/body-fields.ts'
import {METADATA_KEYS, metadataKey} from './metadata/keys.ts'
import {readToml} from './metadata/toml-fields.ts'
import {
  isIncidentStatus,
  readAttribution,
  readAudience,
  readCalendarDate,
  readDetectionSource,
  readNames,
  readStatus,
} from './metadata/values.ts'
import {readYaml} from './metadata/yaml-fields.ts'
import type {PostmortemDocument} from './postmortem-document.ts'

export function readMetadata(document: PostmortemDocument): Metadata {
  const front = frontMatterIn(document.chunks[0])
  const all = [...(front?.fields ?? []), ...bodyFields(document)]
  const fields = new Map<string, Field[]>()
  for (const field of all) {
    const known = fields.get(field.key)
    if (known) known.push(field)
    else fields.set(field.key, [field])
  }
  return {...typed(fields), fields, frontMatter: front?.frontMatter, problems: front?.problems ?? []}
}

// ── where fields stand ──────────────────────────────────────────────────────

interface FrontMatterReading {
  readonly frontMatter: FrontMatter
  readonly fields: readonly Field[]
  readonly problems: readonly MetadataProblem[]
}

/** Front matter of the first chunk, with offsets counted from the start of the chunk. */
const readFrontMatter: (chunk: Chunk) => FrontMatterReading | undefined = derive(({root, text}) => {
  const [node] = root.children
  const format =
    node && ((node.type as string) === 'yaml' ? 'yaml' : (node.type as string) === 'toml' ? 'toml' : undefined)
  if (!node || !format) return undefined
  const span = spanOf(node)
  const start = text.indexOf('\n', span.start) + 1
  const end = Math.max(start, text.lastIndexOf('\n', span.end - 1) + 1)
  const {fields, problems} = (format === 'yaml' ? readYaml : readToml)(text.slice(start, end))
  return {
    frontMatter: {format, span, content: {start, end}},
    fields: fields.map((field) => moved(field, start)),
    problems: problems.map((problem) => ({...problem, span: shift(problem.span, start)})),
  }
})

function frontMatterIn(placed: PlacedChunk | undefined): FrontMatterReading | undefined {
  const reading = placed && readFrontMatter(placed.chunk)
  if (!reading || !placed.start) return reading
  const {frontMatter, fields, problems} = reading
  return {
    frontMatter: {
      ...frontMatter,
      span: shift(frontMatter.span, placed.start),
      content: shift(frontMatter.content, placed.start),
    },
    fields: fields.map((field) => moved(field, placed.start)),
    problems: problems.map((problem) => ({...problem, span: shift(problem.span, placed.start)})),
  }
}

const moved = <F extends Field>(field: F, by: number): F => ({
  ...field,
  span: shift(field.span, by),
  keySpan: shift(field.keySpan, by),
})

/** How many chunks before the first section of substance may hold fields. */
const HEAD_CHUNKS = 10

/** Sections that state fields further down. */
const MAY_STATE: readonly SectionKind[] = ['meta', 'people', 'impact', 'summary']

/** Fields in the head of the document, in sections of metadata, and roles in sections of people. */
function* bodyFields({chunks, sections}: PostmortemDocument): Iterable<Field> {
  const headed = new Map(sections.filter(({depth}) => depth <= 6).map((section) => [section.heading.start, section]))
  let isHead = true
  for (const [i, {chunk, start}] of chunks.entries()) {
    const kind = headed.get(start)?.kind
    if (kind && kind !== 'title' && kind !== 'meta' && kind !== 'people') isHead = false
    if (i >= HEAD_CHUNKS) isHead = false
    if (!isHead && !(kind && MAY_STATE.includes(kind))) continue
    for (const field of bodyFieldsOf(chunk)) {
      if (accepts(field, kind)) yield moved(field, start)
    }
  }
}

/** Keys that plain lines of a summary can have, too: “Duration: 40 minutes”. */
const SURE = ['date', 'severity', 'status', 'incident.start', 'incident.resolved', 'impact.duration']

function accepts(field: Field & {readonly weak: boolean}, kind: SectionKind | undefined): boolean {
  const known = metadataKey(field.key)
  if (kind === 'people') return known?.role !== undefined
  if (kind === 'impact' || kind === 'summary')
    return known !== undefined && known.role === undefined && (!field.weak || SURE.includes(known.key))
  return !field.weak || known !== undefined || kind === 'meta'
}

// ── what fields mean ────────────────────────────────────────────────────────

const NAMES = new Map(METADATA_KEYS.map(({key, aliases = []}) => [key, [key, ...aliases]]))

/** Front matter with these is made for a site generator. */
const SITE_KEYS = [
  'layout',
  'slug',
  'weight',
  'excerpt',
  'description',
  'categories',
  'link_title',
  'permalink',
  'path',
  'aliases',
]

const isInFrontMatter = ({span}: Located, fields: ReadonlyMap<string, readonly Field[]>): boolean =>
  fields
    .get('date')
    ?.some((field) => field.span.start === span.start && (field.source === 'yaml' || field.source === 'toml')) ?? false

function typed(fields: ReadonlyMap<string, readonly Field[]>): Omit<Metadata, 'fields' | 'frontMatter' | 'problems'> {
  const all = (key: string): readonly Field[] => NAMES.get(key)!.flatMap((name) => fields.get(name) ?? [])
  const text = (key: string): Located | undefined => {
    const field = all(key)[0]
    return field && {value: field.value, span: field.span}
  }
  const read = <Value>(key: string, reader: (value: string) => Value | undefined): Located<Value> | undefined => {
    for (const {value, span} of all(key)) {
      const known = reader(value)
      if (known !== undefined) return {value: known, span}
    }
    return undefined
  }
  const isPage = SITE_KEYS.some((key) => fields.has(key))
  const dates: Partial<Record<MetadataDate, Located>> = {}
  const people: Partial<Record<MetadataRole, readonly Located[]>> = {}
  for (const {key, date, role} of METADATA_KEYS) {
    const found = date && METADATA_DATES.includes(date) ? read(key, readCalendarDate) : undefined
    // The `date` of a page is the day on which it was put on the site.
    if (date && found && !(date === 'incident' && isPage && isInFrontMatter(found, fields))) dates[date] = found
    const names = role && METADATA_ROLES.includes(role) ? all(key).flatMap(readNames) : []
    if (role && names.length) people[role] = names
  }
  return {
    id: text('id'),
    title: text('title'),
    severity: text('severity'),
    status: read('status', (value) => (isIncidentStatus(value) ? undefined : readStatus(value))) ?? draftFlag(fields),
    template: text('template'),
    audience: read('audience', readAudience),
    attribution: read('attribution', readAttribution),
    detectionSource: read('detection_source', readDetectionSource),
    timezone: text('timezone'),
    category: text('category'),
    dates,
    people,
  }
}

/** `draft: true`, as site generators have it. */
function draftFlag(fields: ReadonlyMap<string, readonly Field[]>): Located<'draft'> | undefined {
  const flag = fields.get('draft')?.[0]
  return flag && /^(?:true|yes)$/i.test(flag.value) ? {value: 'draft', span: flag.span} : undefined
}
