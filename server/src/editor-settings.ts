import type {Schema} from '#core/lint/config-schema.ts'

/** Settings that have no effect on findings: what the editor shows and where things go. */
export interface EditorSettings {
  readonly inlayHints: 'off' | 'relative' | 'both'
  readonly codeLens: boolean
  /** Whether files that are not open are checked too. */
  readonly lintWorkspace: boolean
}

/** Keys of `postmortem.*` that the server reads besides those of the linter. */
export const EDITOR_SCHEMA: Readonly<Record<keyof EditorSettings, Schema>> = {
  inlayHints: {
    type: 'string',
    enum: ['off', 'relative', 'both'],
    default: 'both',
    enumDescriptions: [
      'No hints.',
      'The time since the event before.',
      'The time since the event before, and since the start of the incident.',
    ],
    description: 'Elapsed time beside the events of a timeline.',
  },
  codeLens: {
    type: 'boolean',
    default: true,
    description: 'A line above the timeline and the action items that counts what stands in them.',
  },
  lintWorkspace: {
    type: 'boolean',
    default: false,
    description: 'Check all post-mortems of the workspace in the background. Off: only open files are checked.',
  },
}

const DEFAULTS: EditorSettings = {inlayHints: 'both', codeLens: true, lintWorkspace: false}

/** Values that are none of those allowed count as not set. */
export function readEditorSettings(value: Readonly<Record<string, unknown>>): EditorSettings {
  const pick = <Key extends keyof EditorSettings>(key: Key): EditorSettings[Key] => {
    const {type, enum: allowed} = EDITOR_SCHEMA[key]
    const given = value[key]
    const isValid = typeof given === type && (!allowed || allowed.includes(given as string))
    return isValid ? (given as EditorSettings[Key]) : DEFAULTS[key]
  }
  return {inlayHints: pick('inlayHints'), codeLens: pick('codeLens'), lintWorkspace: pick('lintWorkspace')}
}
