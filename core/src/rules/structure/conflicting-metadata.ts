import type {Field} from '../../document/metadata.ts'
import {METADATA_KEYS} from '../../document/metadata/keys.ts'
import {readCalendarDate, readStatus} from '../../document/metadata/values.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const conflictingMetadata = defineRule({
  id: 'conflicting-metadata',
  group: 'structure',
  severity: 'information',
  docs: {
    summary: 'Find facts about the document that are stated twice and differently.',
    why: 'A reader believes the one that is met first; a tool takes the front matter. They act on different facts.',
    ask: ['Which of the two holds?'],
    sources: ['SRE workbook: an incident whose header and text differ'],
  },
  *check({metadata: {fields, dates}}) {
    for (const {key, aliases = [], date} of METADATA_KEYS) {
      if (key !== 'severity' && key !== 'status' && !date) continue
      if (date === 'incident' && !dates.incident) continue
      const all = [key, ...aliases]
        .flatMap((name) => fields.get(name) ?? [])
        .sort((a, b) => a.span.start - b.span.start)
      if (all.length < 2) continue
      const [first, ...rest] = all.filter((field) => valueOf(key, field) !== undefined)
      const isPage = date === 'incident' && first && dates.incident && first.span.start !== dates.incident.span.start
      const other =
        first &&
        !isPage &&
        rest.find((field) => field.source !== first.source && valueOf(key, field) !== valueOf(key, first))
      if (!first || !other) continue
      yield {
        span: other.span,
        message: `Here the document says “${other.value}”, further up “${first.value}”. Which of the two holds?`,
        related: [{span: first.span, message: `“${first.value}”`}],
        questions: conflictingMetadata.docs.ask,
      }
    }
  },
})

/** What is compared; undefined where the value says nothing comparable. */
function valueOf(key: string, {value}: Field): string | undefined {
  if (key === 'severity')
    return (
      /^\W*(?:sev(?:erity)?|p|s|level)?[\s_-]*(\d)\b/i.exec(value)?.[1] ?? /^\p{L}+/u.exec(value.toLowerCase())?.[0]
    )
  if (key === 'status') return readStatus(value)
  return readCalendarDate(value)
}

export const examples: RuleExamples = {
  bad: [
    {text: '---\nseverity: SEV2\n---\n\n# Checkout down\n\n**Severity**: ⟦SEV1⟧\n'},
    {
      text: '---\ndate: 2024-03-01\nseverity: SEV2\n---\n\n# Checkout down\n\n| Date | ⟦2 March 2024⟧ |\n| --- | --- |\n| Status | Final |\n',
    },
  ],
  good: [
    {text: '---\nseverity: SEV2\n---\n\n# Checkout down\n\n**Severity**: Sev-2\n'},
    {
      text: '---\nstatus: final\n---\n\n# Checkout down\n\n**Status**: Resolved\n',
      note: 'One is the document’s, one the incident’s.',
    },
    {
      text: '---\nlayout: post\ndescription: A\ndate: 2024-03-09\n---\n\n# Checkout down\n\n**Date**: 2024-03-01\n',
      note: 'The day of the page and the day of the incident.',
    },
  ],
}
