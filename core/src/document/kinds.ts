/** What a section is for. The ids are public: they stand in settings, templates and the CLI's JSON. */
export const SECTION_KINDS = [
  'title', 'meta', 'summary', 'background', 'impact', 'trigger', 'causes', 'detection', 'response', 'resolution',
  'timeline', 'well', 'poor', 'lucky', 'lessons', 'actions', 'questions', 'recurrence', 'people', 'harm', 'external',
  'support',
] as const

export type SectionKind = (typeof SECTION_KINDS)[number]

/** How a section is called in messages and menus. */
export const SECTION_NAMES: Readonly<Record<SectionKind, string>> = {
  title: 'Title', meta: 'Metadata', summary: 'Summary', background: 'Background', impact: 'Impact',
  trigger: 'Trigger', causes: 'Contributing factors', detection: 'Detection', response: 'Response',
  resolution: 'Resolution', timeline: 'Timeline', well: 'What went well', poor: 'What went poorly',
  lucky: 'Where we got lucky', lessons: 'Lessons learned', actions: 'Action items', questions: 'Open questions',
  recurrence: 'Recurrence', people: 'People', harm: 'Who was hurt', external: 'External message',
  support: 'Supporting information',
}
