import type {Span} from '#core/text/span.ts'

export interface HoverPart {
  readonly markdown: string
  /** What the hover speaks of. */
  readonly span: Span
}

/** Text of the document inside Markdown of ours. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/\s+/g, ' ')
