import type {ViewEvent} from '#core/export/timeline-view.ts'

/** What the reader wants to see; empty fields ask for nothing. */
export interface Filter {
  readonly text: string
  readonly actor: string
  readonly tag: string
}

export const NO_FILTER: Filter = {text: '', actor: '', tag: ''}

export const isFiltering = ({text, actor, tag}: Filter): boolean => text.trim() !== '' || actor !== '' || tag !== ''

/** A test for events: all words of the text somewhere in the entry, and the lane and the tag if they are chosen. */
export function matcherOf({text, actor, tag}: Filter): (event: ViewEvent) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return (event) => {
    if (actor !== '' && String(event.lane ?? '') !== actor) return false
    if (tag !== '' && !event.tags.includes(tag)) return false
    const entry = `${event.raw} ${event.clock} ${event.text} ${event.actor ?? ''} ${event.tags.join(' ')}`.toLowerCase()
    return words.every((word) => entry.includes(word))
  }
}
