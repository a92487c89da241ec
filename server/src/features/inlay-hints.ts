import {type InlayHint} from 'vscode-languageserver'
import {milestonesOf, secondsBetween} from '#core/document/milestones.ts'
import {durationText} from '#core/document/moment.ts'
import type {TimelineEvent} from '#core/document/timeline.ts'
import type {Span} from '#core/text/span.ts'
import type {Analysis} from '../analysis.ts'
import type {Feature} from '../feature.ts'

/** Elapsed time beside the events of a timeline: where it stood still shows without counting. */
export const inlayHints: Feature = {
  capabilities: () => ({inlayHintProvider: true}),
  register({client, connection, documents, guard, settings}) {
    connection.languages.inlayHint.on(
      guard.request(
        'textDocument/inlayHint',
        () => null,
        async ({textDocument, range}) => {
          const analysis = await documents.postmortem(textDocument.uri)
          return analysis ? hintsOf(analysis, analysis.places.span(range)) : null
        },
      ),
    )
    settings.onDidChange(
      guard.task('workspace/inlayHint/refresh', () =>
        client.refresh.inlayHints ? connection.languages.inlayHint.refresh() : undefined,
      ),
    )
  },
}

function hintsOf({document, places, settings}: Analysis, within: Span): InlayHint[] {
  const mode = settings.editor.inlayHints
  const {events, newestFirst} = document.timeline
  if (mode === 'off' || events.length < 2) return []
  const inTime = newestFirst ? [...events].reverse() : events
  const start = milestonesOf(document).start ?? inTime[0]!
  return inTime.flatMap((event, i) => {
    if (event.whenSpan.end < within.start || event.whenSpan.start > within.end) return []
    const before = inTime[i - 1]
    const sincePrevious = before && before.run === event.run ? elapsed(before, event) : undefined
    const sinceStart = mode === 'both' && start !== event && start !== before ? elapsed(start, event) : undefined
    const label = [sincePrevious && `+${sincePrevious}`, sinceStart && `${sinceStart} in`].filter(Boolean).join(' · ')
    if (!label) return []
    const tooltip = [
      sincePrevious && `${sincePrevious} after the event before`,
      sinceStart && `${sinceStart} after the start (${start.raw})`,
    ]
      .filter(Boolean)
      .join(', ')
    return [{position: places.position(event.whenSpan.end), label, tooltip, paddingLeft: true}]
  })
}

/** Undefined where there is nothing to tell: an unknown time, the same time, or a step back. */
function elapsed(from: TimelineEvent, to: TimelineEvent): string | undefined {
  const between = secondsBetween(from, to)
  return between && between.seconds > 0
    ? `${between.approximate ? '~' : ''}${durationText(between.seconds)}`
    : undefined
}
