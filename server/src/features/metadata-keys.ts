import {ATTRIBUTIONS, AUDIENCES, DETECTION_SOURCES, DOCUMENT_STATUSES} from '#core/document/metadata.ts'

/** A key of the front matter that means something here. Any other key is left alone. */
export interface MetadataKey {
  readonly key: string
  readonly description: string
  /** What its value is, for completion. */
  readonly values: 'text' | 'date' | 'moment' | 'person' | 'people' | 'severity' | 'template' | 'zone' | 'list' | readonly string[]
}

const keys = (list: readonly MetadataKey[]): ReadonlyMap<string, MetadataKey> => new Map(list.map((one) => [one.key, one]))

/** In the order in which completion offers them. */
export const METADATA_KEYS = keys([
  {key: 'title', values: 'text', description: 'What users lost, and where. The name under which the document is found again.'},
  {key: 'id', values: 'text', description: 'Number or key of the incident.'},
  {key: 'severity', values: 'severity', description: 'Level on the scale of the setting `postmortem.severityScale`.'},
  {key: 'status', values: DOCUMENT_STATUSES, description: 'How far the document is. In a draft every finding is a hint; a final one has no open places.'},
  {key: 'incident_start', values: 'moment', description: 'When users were first affected, with offset. Held against the timeline.'},
  {key: 'detected', values: 'moment', description: 'When the first person or alert noticed.'},
  {key: 'mitigated', values: 'moment', description: 'When users were no longer affected.'},
  {key: 'resolved', values: 'moment', description: 'When the fault itself was gone.'},
  {key: 'timezone', values: 'zone', description: 'Zone of all times that name none: an IANA name.'},
  {key: 'template', values: 'template', description: 'Template that the document is held against.'},
  {key: 'owner', values: 'person', description: 'The one person who sees the document through.'},
  {key: 'authors', values: 'people', description: 'Who wrote it.'},
  {key: 'facilitator', values: 'person', description: 'Who runs the review; someone who was not involved in the incident.'},
  {key: 'presenter', values: 'person', description: 'Who tells the account in the review; somebody else than the facilitator.'},
  {key: 'scribe', values: 'person', description: 'Who takes notes in the review.'},
  {key: 'incident_commander', values: 'person', description: 'Who led the response.'},
  {key: 'responders', values: 'people', description: 'Who took part in the response.'},
  {key: 'participants', values: 'people', description: 'Who takes part in the review.'},
  {key: 'services', values: 'list', description: 'Services that were affected.'},
  {key: 'teams', values: 'list', description: 'Teams that were involved.'},
  {key: 'detection_source', values: DETECTION_SOURCES, description: 'Who or what noticed first. Held against the section on detection.'},
  {key: 'category', values: ['bug', 'change', 'scale', 'architecture', 'dependency', 'unknown'], description: 'What kind of condition made it possible.'},
  {key: 'created', values: 'date', description: 'Day on which the document was begun.'},
  {key: 'review_date', values: 'date', description: 'Day of the review.'},
  {key: 'published', values: 'date', description: 'Day on which the document was published.'},
  {key: 'audience', values: AUDIENCES, description: 'Who reads it. For the public, wording is held to a stricter measure.'},
  {key: 'attribution', values: ATTRIBUTIONS, description: 'How people appear in the text: by role, by name, or not at all.'},
  {key: 'related', values: 'list', description: 'Ids of incidents that have something in common with this one.'},
  {key: 'links', values: 'list', description: 'Ticket, chat, recording, dashboards.'},
  {key: 'tags', values: 'list', description: 'Words to find the document by.'},
])
