import {byText} from '../../text/by-text.ts'
import {
  ATTRIBUTIONS,
  AUDIENCES,
  DETECTION_SOURCES,
  DOCUMENT_STATUSES,
  type MetadataDate,
  type MetadataRole,
} from '../metadata.ts'

/** A key of front matter or of a label, with what editors say about it. */
export interface MetadataKey {
  /** As it stands in front matter. */
  readonly key: string
  readonly description: string
  /** How people also write it; compared like keys of fields. */
  readonly aliases?: readonly string[]
  readonly values?: readonly string[]
  readonly date?: MetadataDate
  readonly role?: MetadataRole
  /** One value, or several in a list. */
  readonly list?: boolean
}

export const CATEGORIES = ['bug', 'change', 'scale', 'architecture', 'dependency', 'unknown'] as const

/** The metadata that the model knows, in the order in which front matter lists it. */
export const METADATA_KEYS: readonly MetadataKey[] = [
  {
    key: 'id',
    description: 'Identifies the incident among others.',
    aliases: ['incident_id', 'incident_number', 'postmortem_id', 'inc'],
  },
  {key: 'title', description: 'What users lost, and where.'},
  {
    key: 'severity',
    description: 'How severe the incident was, on the team’s scale.',
    aliases: ['sev', 'severity_level', 'incident_severity', 'incident_level', 'severity_rating'],
  },
  {
    key: 'status',
    description: 'How far the document is. Findings in a draft are hints.',
    values: DOCUMENT_STATUSES,
    aliases: ['state', 'document_status', 'postmortem_status', 'doc_status'],
  },
  {key: 'template', description: 'The template that the document is held against.'},
  {
    key: 'date',
    description: 'The day of the incident.',
    date: 'incident',
    aliases: [
      'incident_date',
      'date_of_incident',
      'incident.date',
      'outage_date',
      'date_of_outage',
      'date_time',
      'incident_dates',
      'date_and_time',
    ],
  },
  {
    key: 'incident.start',
    description: 'When users were first affected.',
    date: 'start',
    aliases: [
      'incident_start',
      'start',
      'started',
      'start_time',
      'started_at',
      'impact_start',
      'start_date',
      'begin',
      'fault_occurs',
      'incident_start_time',
      'incident_from',
      'detection_start',
    ],
  },
  {
    key: 'incident.detected',
    description: 'When somebody or something first noticed.',
    date: 'detected',
    aliases: ['detected', 'first_detected', 'detected_at', 'detection_time', 'time_detected'],
  },
  {
    key: 'incident.mitigated',
    description: 'When users were no longer affected.',
    date: 'mitigated',
    aliases: ['mitigated', 'mitigated_at', 'repaired', 'impact_end'],
  },
  {
    key: 'incident.resolved',
    description: 'When the fault was gone.',
    date: 'resolved',
    aliases: [
      'resolved',
      'resolved_at',
      'incident_end',
      'end',
      'ended',
      'end_time',
      'end_date',
      'resolution_time',
      'incident_resolved',
      'incident_till',
      'incident_until',
      'incident_to',
    ],
  },
  {
    key: 'timezone',
    description: 'The zone of times that name none, such as `UTC` or `Europe/Berlin`.',
    aliases: ['time_zone', 'tz'],
  },
  {
    key: 'created',
    description: 'The day on which the document was begun.',
    date: 'created',
    aliases: ['created_at', 'date_created', 'document_created', 'written', 'date_written'],
  },
  {
    key: 'published',
    description: 'The day on which the document was shared.',
    date: 'published',
    aliases: ['published_at', 'date_published', 'publication_date', 'publish_date'],
  },
  {
    key: 'review_date',
    description: 'The day of the review meeting.',
    date: 'review',
    aliases: [
      'review',
      'meeting',
      'meeting_date',
      'review_meeting',
      'postmortem_date',
      'date_of_review',
      'meeting_scheduled_for',
      'retro_held',
      'review_held',
      'retrospective_held',
      'postmortem_held',
    ],
  },
  {
    key: 'owner',
    description: 'The one person who brings the document to its end.',
    role: 'owner',
    aliases: ['owners', 'document_owner', 'postmortem_owner', 'post_mortem_owner', 'report_owner', 'dri'],
  },
  {
    key: 'authors',
    description: 'Who wrote the document.',
    role: 'authors',
    list: true,
    aliases: ['author', 'written_by', 'prepared_by', 'report_author', 'reporter', 'report_by'],
  },
  {
    key: 'facilitator',
    description: 'Who leads the review meeting; somebody who was not involved.',
    role: 'facilitator',
    aliases: ['facilitators', 'moderator', 'chair', 'chairperson', 'co_facilitator'],
  },
  {
    key: 'presenter',
    description: 'Who tells the account in the meeting.',
    role: 'presenter',
    aliases: ['presenters', 'presented_by'],
  },
  {
    key: 'scribe',
    description: 'Who takes notes in the meeting.',
    role: 'scribe',
    aliases: ['note_taker', 'notetaker', 'scribes', 'minutes'],
  },
  {
    key: 'incident_commander',
    description: 'Who coordinated the response.',
    role: 'incidentCommander',
    aliases: ['commander', 'ic', 'incident_manager', 'incident_lead', 'incident_coordinator'],
  },
  {
    key: 'responders',
    description: 'Who took part in the response.',
    role: 'responders',
    list: true,
    aliases: [
      'responder',
      'incident_responders',
      'incident_team',
      'response_team',
      'responding_teams',
      'on_call',
      'oncall',
    ],
  },
  {
    key: 'participants',
    description: 'Who takes part in the review meeting.',
    role: 'participants',
    list: true,
    aliases: ['attendees', 'involved', 'present', 'people_involved', 'meeting_attendees', 'parties'],
  },
  {
    key: 'services',
    description: 'The services that users could not use.',
    list: true,
    aliases: [
      'service',
      'affected_services',
      'affected_systems',
      'components',
      'systems',
      'services_affected',
      'impacted_services',
    ],
  },
  {key: 'teams', description: 'The teams that took part.', list: true, aliases: ['team', 'teams_involved']},
  {key: 'tags', description: 'Words for finding the document again.', list: true, aliases: ['labels', 'keywords']},
  {
    key: 'category',
    description: 'What kind of condition made the incident possible.',
    values: CATEGORIES,
    aliases: ['incident_type', 'incident_category', 'root_cause_category'],
  },
  {
    key: 'detection_source',
    description: 'What or who noticed the incident.',
    values: DETECTION_SOURCES,
    aliases: [
      'detected_by',
      'detection',
      'reported_by',
      'detection_method',
      'how_detected',
      'identified_by',
      'discovered_by',
    ],
  },
  {
    key: 'impact.users',
    description: 'How many users were affected.',
    aliases: ['users_affected', 'users_impacted', 'customers_impacted', 'customers_affected', 'affected_users'],
  },
  {
    key: 'impact.duration',
    description: 'How long users were affected.',
    aliases: [
      'duration',
      'incident_duration',
      'impact_duration',
      'outage_duration',
      'total_duration',
      'downtime',
      'total_downtime',
    ],
  },
  {key: 'impact.data_loss', description: 'Whether data was lost.', aliases: ['data_loss', 'data_lost']},
  {
    key: 'impact.revenue',
    description: 'What the incident cost.',
    aliases: ['revenue_impact', 'cost', 'financial_impact', 'revenue_loss', 'funds_lost', 'loss'],
  },
  {
    key: 'impact.support_cases',
    description: 'How many people asked for help.',
    aliases: ['support_cases', 'support_tickets', 'number_of_tickets'],
  },
  {
    key: 'links',
    description: 'Ticket, chat, recordings, dashboards.',
    list: true,
    aliases: [
      'link',
      'ticket',
      'tickets',
      'slack',
      'chat',
      'bug',
      'bugzilla_bug',
      'jira',
      'incident_ticket',
      'tracking_issue',
      'issue',
    ],
  },
  {
    key: 'audience',
    description: 'Who will read the document.',
    values: AUDIENCES,
    aliases: ['visibility', 'confidentiality', 'distribution'],
  },
  {key: 'attribution', description: 'How people are named: by role, by name, or not at all.', values: ATTRIBUTIONS},
  {key: 'related', description: 'Earlier incidents that are alike.', list: true, aliases: ['related_incidents']},
]

const byAlias = new Map<string, MetadataKey>()
for (const entry of METADATA_KEYS) for (const name of [entry.key, ...(entry.aliases ?? [])]) byAlias.set(name, entry)

/** @param key as fields have it */
export const metadataKey = (key: string): MetadataKey | undefined => byAlias.get(key)

/** `Incident Start:` and `incidentStart` become `incident_start`. */
export const normalizeKey: (key: string) => string = byText((key) =>
  key
    .replace(/[*_`]{2,}|^[*_`]|[*_`]$/g, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/\([^)]*\)\s*$/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s:：]+$/, '')
    .replace(/[\s_/-]+/g, '_'),
)
