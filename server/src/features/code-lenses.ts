import {type CodeLens} from 'vscode-languageserver'
import {summaryOf} from '#core/assist/actions.ts'
import {gapsOf, type Metric, metricsOf} from '#core/document/milestones.ts'
import {durationText} from '#core/document/moment.ts'
import type {Section} from '#core/document/section.ts'
import type {Analysis} from '../analysis.ts'
import type {Feature} from '../feature.ts'

/** One line above the sections that carry figures. */
export const codeLenses: Feature = {
  capabilities: () => ({codeLensProvider: {}}),
  register({client, connection, documents, guard, settings}) {
    connection.onCodeLens(
      guard.request(
        'textDocument/codeLens',
        () => null,
        async ({textDocument}) => {
          const analysis = await documents.postmortem(textDocument.uri)
          return analysis?.settings.editor.codeLens ? lensesOf(analysis) : null
        },
      ),
    )
    settings.onDidChange(
      guard.task('workspace/codeLens/refresh', () =>
        client.refresh.codeLenses ? connection.sendRequest('workspace/codeLens/refresh') : undefined,
      ),
    )
  },
}

function lensesOf(analysis: Analysis): CodeLens[] {
  const {document, places} = analysis
  const lens = (section: Section | undefined, title: string): CodeLens[] =>
    // A lens without a command is a line of text.
    section && title ? [{range: places.range(section.heading), command: {title, command: ''}}] : []
  const events = document.timeline.events
  const actions = document.actionItems
  return [
    ...lens(events[0] && topSection(document.sectionAt(events[0].span.start), 'timeline'), timelineTitle(analysis)),
    ...lens(actions[0] && topSection(document.sectionAt(actions[0].span.start), 'actions'), summaryOf(actions) ?? ''),
  ]
}

/** The outermost section of this kind around an entry; the entry's own where it stands under another heading. */
function topSection(section: Section | undefined, kind: Section['kind']): Section | undefined {
  let top = section
  for (let at = section; at; at = at.parent) if (at.kind === kind) top = at
  return top
}

const SHOWN: Readonly<Partial<Record<Metric['name'], string>>> = {
  timeToDetect: 'detected after',
  timeToMitigate: 'mitigated after',
  timeToResolve: 'resolved after',
}

function timelineTitle({document}: Analysis): string {
  const metrics = metricsOf(document).flatMap(({name, seconds, approximate}) => {
    const verb = SHOWN[name]
    return verb ? [`${verb} ${approximate ? '~' : ''}${durationText(seconds)}`] : []
  })
  const gaps = gapsOf(document).length
  const {length} = document.timeline.events
  return [
    `${length} ${length === 1 ? 'event' : 'events'}`,
    ...metrics,
    ...(gaps ? [`${gaps} ${gaps === 1 ? 'gap' : 'gaps'}`] : []),
  ].join(' · ')
}
