import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {EventTag, TimelineEvent} from '../document/timeline.ts'
import {insertAt, type TextEdit} from '../text/edit.ts'
import {lineEnd, lineStart, unitsAround} from './units.ts'

/** Marks an entry as what it is: `[assumption] …`. */
export const tagEntry = (event: TimelineEvent, tag: EventTag): TextEdit => insertAt(event.textSpan.start, `[${tag}] `)

/** Says at the end of an entry's text that the fact was not known at the time. */
export const markFoundLater = (document: PostmortemDocument, event: TimelineEvent): TextEdit => {
  const text = document.textOf(event.textSpan)
  const stop = /[.!]$/.test(text) ? 1 : 0
  return insertAt(event.textSpan.end - stop, ' (found later)')
}

/** Puts the date in front of a time that has none. */
export const dateEntry = (event: TimelineEvent, date: string): TextEdit => insertAt(event.whenSpan.start, `${date} `)

/**
 * Asks a question between two entries: below the first of them where the container allows it, else behind the container.
 */
export function askBehind(document: PostmortemDocument, event: TimelineEvent, question: string): TextEdit {
  const {text} = document
  const ask = `> **Ask:** ${question}`
  if (event.source === 'table')
    return insertAt(lineEnd(text, Math.max(event.container.end - 1, event.span.end)), `\n\n${ask}`)
  if (event.source === 'list') {
    const start = lineStart(text, event.span.start)
    const marker = /^\s*(?:[-*+]|\d+[.)])[ \t]+/.exec(text.slice(start, lineEnd(text, event.span.start)))
    const end = text.slice(0, event.span.end).trimEnd().length
    return insertAt(end, `\n${' '.repeat(marker?.[0].length ?? 2)}${ask}`)
  }
  const unit = unitsAround(document, event)?.find((one) => one.event === event)
  const end = unit?.span.end ?? lineEnd(text, event.span.end)
  const rest = text.slice(end)
  return insertAt(end, `\n\n${ask}${/^\n[ \t]*(?:\n|$)|^$/.test(rest) ? '' : '\n'}`)
}
