import type {Schema} from '#core/lint/config-schema.ts'

/** Keys of `postmortem.*` that only this side reads. */
export const CLIENT_SCHEMA = {
  'newDocument.folder': {
    type: 'string',
    default: 'post-mortems',
    description: 'Folder for new post-mortems, from the workspace folder on.',
  },
  'newDocument.fileName': {
    type: 'string',
    default: '${date}-${title}.md',
    description:
      'File name of new post-mortems. `${date}` is the day of the incident, `${title}` its title in small letters, `${severity}` and `${template}` what was chosen.',
  },
  pasteAsTimeline: {
    type: 'boolean',
    default: true,
    description:
      'Turn chat messages, pages, log lines and shell history into events when they are pasted into a timeline. The plain text stays one choice away.',
  },
  continueTimeline: {
    type: 'boolean',
    default: true,
    description: 'Enter at the end of a timeline entry starts the next one with a time.',
  },
} as const satisfies Record<string, Schema>

export type ClientKey = keyof typeof CLIENT_SCHEMA
