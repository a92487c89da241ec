import type {Field} from '../../document/metadata.ts'
import {metadataKey} from '../../document/metadata/keys.ts'
import {
  isIncidentStatus,
  readAttribution,
  readAudience,
  readCalendarDate,
  readDetectionSource,
  readStatus,
} from '../../document/metadata/values.ts'
import {DEFAULT_CONFIG, type LintConfig} from '../../lint/config.ts'
import type {Fix} from '../../lint/finding.ts'
import {templatesOf} from '../../templates/index.ts'
import {replace} from '../../text/edit.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const unknownMetadataValue = defineRule({
  id: 'unknown-metadata-value',
  group: 'structure',
  severity: 'information',
  docs: {
    summary:
      'Find values of metadata that stand for nothing: a severity off the scale, a status, template or date that cannot be read.',
    why: 'Checks, filters and lists go by these values. One that they do not know counts as none.',
    ask: ['Which value of the scale is meant?'],
    sources: ['PagerDuty, incident.io, Blameless: states of a document', 'Common severity scales'],
  },
  *check(document, {config}) {
    const {fields} = document.metadata
    // Without a key that only post-mortems have, the values are those of another tool.
    const isOurs = [
      'template',
      'severity',
      'incident.start',
      'incident_start',
      'detected',
      'attribution',
      'audience',
      'incident_commander',
      'postmortem',
    ].some((key) => fields.has(key))
    for (const field of [...fields.values()].flat()) {
      const known = metadataKey(field.key)
      if (!known || (field.source !== 'yaml' && field.source !== 'toml' && known.key !== 'severity')) continue
      const expected = isOurs ? expectationOf(known.key, field, config) : undefined
      if (!expected) continue
      yield {
        span: field.span,
        message: `“${shortened(field.value)}” is ${expected.what}, so checks and lists count it as none.`,
        questions: expected.values?.length
          ? [`Which of these is meant: ${expected.values.join(', ')}?`]
          : unknownMetadataValue.docs.ask,
        fixes: fixesFor(field, expected.values ?? []),
      }
    }
  },
})

const shortened = (value: string): string => (value.length > 40 ? `${value.slice(0, 38)}…` : value)

interface Expectation {
  readonly what: string
  readonly values?: readonly string[]
}

function expectationOf(key: string, {value}: Field, config: LintConfig): Expectation | undefined {
  const known = metadataKey(key)!
  const values = known.values ?? []
  switch (key) {
    case 'template': {
      const ids = templatesOf(config.templates).map(({id}) => id)
      return ids.includes(value.trim().toLowerCase())
        ? undefined
        : {what: 'no template that is known here', values: ids}
    }
    case 'severity':
      return isSeverity(value, config.severityScale)
        ? undefined
        : {what: 'not on the severity scale', values: config.severityScale}
    case 'status':
      return readStatus(value) || isIncidentStatus(value) ? undefined : {what: 'no state of a document', values}
    case 'audience':
      return readAudience(value) ? undefined : {what: 'no audience that is known here', values}
    case 'attribution':
      return readAttribution(value) ? undefined : {what: 'no way of naming people', values}
    case 'detection_source':
      return readDetectionSource(value) ? undefined : {what: 'no source of detection', values}
    default:
      return known.date &&
        known.date !== 'incident' &&
        key.includes('.') &&
        !readCalendarDate(value) &&
        !/\d{1,2}[:.]\d{2}|^\?+$/.test(value)
        ? {what: 'no date that can be read'}
        : undefined
  }
}

const COMMON =
  /^(?:\W*)(?:sev(?:erity)?[- ]?\d|p(?:riority)?[- ]?\d|s[- ]?\d|level[- ]?\d|[0-5]\b|critical|major|minor|high|medium|moderate|low|none|unknown|n\/a|\?|tbd|urgent|severe|blocker|normal|info)/i

/** On a scale of a team's own only its words count; the scale that comes with the tool allows the common words. */
function isSeverity(value: string, scale: readonly string[]): boolean {
  const fold = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '')
  const text = fold(value)
  if (
    scale.some(
      (word) =>
        text === fold(word) || (text.startsWith(fold(word)) && !/^[\p{L}\p{N}]/u.test(text.slice(fold(word).length))),
    )
  )
    return true
  return scale === DEFAULT_CONFIG.severityScale || scale.join() === DEFAULT_CONFIG.severityScale.join()
    ? COMMON.test(value)
    : false
}

/** The nearest value first; a slip of the pen is put right, anything else is offered. */
function fixesFor({value, span}: Field, values: readonly string[]): Fix[] {
  const near = values
    .map((word) => ({word, distance: editDistance(value.trim().toLowerCase(), word.toLowerCase())}))
    .sort((a, b) => a.distance - b.distance)[0]
  return near && near.distance <= 2 && near.word.length > 3
    ? [{title: `Write “${near.word}”`, kind: 'rewrite', edits: [replace(span, near.word)]}]
    : []
}

function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3 || a.length > 40) return 99
  let row = Array.from({length: b.length + 1}, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '---\ntemplate: ⟦blamless⟧\nseverity: SEV2\n---\n\n# Checkout down\n',
      fixed: '---\ntemplate: blameless\nseverity: SEV2\n---\n\n# Checkout down\n',
    },
    {text: '---\ntemplate: blameless\nstatus: ⟦nearly⟧\naudience: ⟦friends⟧\n---\n\n# Checkout down\n'},
    {text: '---\nseverity: ⟦orange⟧\n---\n\n# Checkout down\n', config: {severityScale: ['red', 'yellow', 'green']}},
    {text: '---\nseverity: SEV2\nincident:\n  start: ⟦last Tuesday⟧\n---\n\n# Checkout down\n'},
  ],
  good: [
    {
      text: '---\ntemplate: blameless\nseverity: SEV2\nstatus: in review\naudience: public\nincident:\n  start: 2024-03-01T10:02+01:00\n---\n\n# Checkout down\n',
    },
    {
      text: '# Checkout down\n\n**Severity**: Critical\n\n**Status**: Resolved\n',
      note: 'Words of other scales, and the state of the incident.',
    },
    {
      text: '---\nlayout: post\nstatus: featured\ncategory: news\n---\n\n# Checkout down\n',
      note: 'Keys of a site generator.',
    },
    {text: '---\nseverity: Red\n---\n\n# Checkout down\n', config: {severityScale: ['red', 'yellow', 'green']}},
  ],
}
