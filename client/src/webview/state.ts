import type {TimelineView} from '#core/export/timeline-view.ts'
import type {Absence, PageState} from '../timeline/messages.ts'
import {type Filter, NO_FILTER} from './filter.ts'

/** All that the page shows is a function of this. */
export interface State {
  readonly uri?: string
  readonly view?: TimelineView
  readonly absence?: Absence
  /** Where the cursor of the editor, or the keyboard of the page, stands. */
  readonly current?: number
  readonly filter: Filter
  readonly zoom: number
  readonly pan: number
  readonly unfolded: ReadonlySet<number>
}

export function restored(kept: PageState | undefined): State {
  return {
    ...(kept?.uri ? {uri: kept.uri} : {}),
    filter: kept?.filter ?? NO_FILTER,
    zoom: kept?.zoom ?? 1,
    pan: kept?.pan ?? 0,
    unfolded: new Set(kept?.unfolded),
  }
}

export const kept = ({uri, filter, zoom, pan, unfolded}: State): PageState => ({
  ...(uri ? {uri} : {}),
  filter,
  zoom,
  pan,
  unfolded: [...unfolded],
})

/** Another document starts with everything in sight. */
export function showing(state: State, uri: string, view: TimelineView): State {
  const {absence: _, current, ...rest} = state
  const isSame = state.uri === undefined || state.uri === uri
  const isThere = isSame && current !== undefined && current < view.events.length
  return {...(isSame ? rest : restored(undefined)), uri, view, ...(isThere ? {current} : {})}
}
