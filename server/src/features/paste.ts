import {DEFAULT_CONFIG} from '#core'
import type {Metadata, MetadataRole} from '#core/document/metadata.ts'
import type {PostmortemDocument} from '#core/document/postmortem-document.ts'
import {type PasteOptions, readPastedEvents} from '#core/timeline-paste/read-pasted-events.ts'
import type {Analysis} from '../analysis.ts'
import type {Feature} from '../feature.ts'
import {onRequest} from './requests.ts'

/** Copied chat, pages, logs and the like as timeline entries. */
export const paste: Feature = {
  register(context) {
    const {documents} = context
    onRequest(context, 'postmortem/convertPaste', async ({textDocument, position, text, at, onlyInTimeline}) => {
      const analysis = textDocument && (await documents.get(textDocument.uri))
      const offset = analysis && position ? analysis.places.offset(position) : 0
      if (onlyInTimeline && !(analysis?.isPostmortem && analysis.document.kindAt(offset) === 'timeline')) return null
      const today = at.instant.slice(0, 10)
      const pasted = readPastedEvents(
        text,
        analysis ? optionsAt(offset, today, analysis) : {attribution: DEFAULT_CONFIG.attribution, today},
      )
      return pasted ? {text: pasted.markdown, format: pasted.format, events: pasted.events.length} : null
    })
  },
}

function optionsAt(offset: number, today: string, {document, settings: {lint}}: Analysis): PasteOptions {
  const {timeline, metadata} = document
  const zone = timeline.timezone ?? metadata.timezone?.value ?? lint.timezone
  return {
    attribution: metadata.attribution?.value ?? lint.attribution,
    roles: rolesOf(metadata),
    today,
    date: dateAt(document, offset),
    ...(zone === undefined ? {} : {zone}),
  }
}

/** The day of the entry above, where entries do without theirs. */
function dateAt({timeline}: PostmortemDocument, offset: number): string | undefined {
  const above = timeline.events.findLast(({span}) => span.start < offset)?.when
  return above?.dateFrom === 'entry' ? undefined : above?.date
}

const ROLE_NAMES: Readonly<Record<MetadataRole, string>> = {
  incidentCommander: 'incident commander',
  scribe: 'scribe',
  facilitator: 'facilitator',
  presenter: 'presenter',
  responders: 'responder',
  owner: 'owner',
  authors: 'author',
  participants: 'participant',
}

/** Those that say most about a person come first. */
function rolesOf({people}: Metadata): Record<string, string> {
  const roles: Record<string, string> = {}
  for (const [role, name] of Object.entries(ROLE_NAMES) as [MetadataRole, string][]) {
    for (const {value} of people[role] ?? []) roles[value.toLowerCase()] ??= name
  }
  return roles
}
