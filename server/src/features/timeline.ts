import {timelineCsv} from '#core/export/timeline-csv.ts'
import {timelineJson} from '#core/export/timeline-json.ts'
import {mermaidGantt, mermaidTimeline} from '#core/export/timeline-mermaid.ts'
import {timelineSvg} from '#core/export/timeline-svg.ts'
import {continueEntry, insertEntry} from '#core/timeline-edits/new-entry.ts'
import type {Analysis} from '../analysis.ts'
import type {Feature} from '../feature.ts'
import type {TextResult, TimelineFormat} from '../protocol.ts'
import {onRequest} from './requests.ts'
import {baseName} from './sheets.ts'
import {plainEdit} from './snippet-edit.ts'

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
    onRequest(context, 'postmortem/insertEvent', async ({textDocument, at, written}) => {
      const analysis = await documents.postmortem(textDocument.uri)
      if (!analysis) return null
      const entry = insertEntry(analysis.document, at, written)
      return entry ? [plainEdit(entry, analysis, entry.caret)] : []
    })
    onRequest(context, 'postmortem/continueTimeline', async ({textDocument, position, at}) => {
      const analysis = await documents.postmortem(textDocument.uri)
      const entry = analysis && continueEntry(analysis.document, analysis.places.offset(position), at)
      return entry ? plainEdit(entry, analysis, entry.caret) : null
    })
  },
}

function exported(format: TimelineFormat, analysis: Analysis): TextResult {
  const {document, timelineView, uri} = analysis
  const name = `${baseName(uri)}-timeline`
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
