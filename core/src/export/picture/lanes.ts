import type {TimelineView, ViewEvent} from '../timeline-view.ts'

/** A band of the picture with the events of one actor, of the actors who have no band, or of nobody. */
export interface LaneContent {
  /** Index into the view's lanes; undefined for events without an actor. */
  readonly key: number | 'others' | 'nobody'
  readonly name: string
  readonly events: readonly ViewEvent[]
}

/** Name of the lane of events without an actor. */
export const NOBODY = 'What happened'

/** Events with a time, in lanes: those of nobody first, then actors in the order in which they appear. */
export function lanesOf(view: TimelineView, events: readonly ViewEvent[], most: number): LaneContent[] {
  const all = [...view.lanes].sort((a, b) => b.events - a.events || a.id - b.id)
  // One actor too many costs the same band as “others” would.
  const own = new Set(all.slice(0, all.length > most ? most - 1 : most).map(({id}) => id))
  const contents = new Map<LaneContent['key'], ViewEvent[]>()
  for (const event of events) {
    const key = event.lane === undefined ? 'nobody' : own.has(event.lane) ? event.lane : 'others'
    const content = contents.get(key)
    if (content) content.push(event)
    else contents.set(key, [event])
  }
  const others = view.lanes.length - own.size
  const keys: LaneContent['key'][] = ['nobody', ...view.lanes.map(({id}) => id), 'others']
  return keys.flatMap((key): LaneContent[] => {
    const content = contents.get(key)
    if (!content) return []
    const name = key === 'others' ? `${others} others` : key === 'nobody' ? NOBODY : view.lanes[key]!.name
    return [{key, name: key === 'nobody' && !view.lanes.length ? '' : name, events: content}]
  })
}
