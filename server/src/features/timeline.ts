import {timelineCsv} from '#core/export/timeline-csv.ts'
import {timelineJson} from '#core/export/timeline-json.ts'
import {mermaidGantt, mermaidTimeline} from '#core/export/timeline-mermaid.ts'
import {timelineSvg} from '#core/export/timeline-svg.ts'
import type {Analysis} from '../analysis.ts'
import type {Feature} from '../feature.ts'
import type {TextResult, TimelineFormat} from '../protocol.ts'
import {pathOf} from '../uri.ts'
import {onRequest} from './requests.ts'

/** The timeline for those who draw it and for other programs. */
export const timeline: Feature = {
  register(context) {
    const {documents} = context
    onRequest(context, 'postmortem/timelineView', async ({textDocument}) => {
      const analysis = await documents.postmortem(textDocument.uri)
      return analysis ? {version: analysis.version, view: analysis.timelineView} : null
    })
    onRequest(context, 'postmortem/exportTimeline', async ({textDocument, format}) => {
      const analysis = await documents.postmortem(textDocument.uri)
      return analysis ? exported(format, analysis) : null
    })
  },
}

function exported(format: TimelineFormat, analysis: Analysis): TextResult {
  const {document, timelineView, uri} = analysis
  const path = pathOf(uri)
  const name = `${path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.html)?\.(?:md|markdown)(?:\.erb)?$/i, '') || 'timeline'}-timeline`
  switch (format) {
    case 'mermaid-timeline':
      return {text: mermaidTimeline(document), fileName: `${name}.mmd`, languageId: 'mermaid'}
    case 'mermaid-gantt':
      return {text: mermaidGantt(document), fileName: `${name}.mmd`, languageId: 'mermaid'}
    case 'csv':
      return {text: timelineCsv(document), fileName: `${name}.csv`, languageId: 'csv'}
    case 'json':
      return {text: timelineJson(document), fileName: `${name}.json`, languageId: 'json'}
    case 'svg':
      return {text: timelineSvg(timelineView), fileName: `${name}.svg`, languageId: 'xml'}
  }
}
