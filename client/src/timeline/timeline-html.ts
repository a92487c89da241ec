import {layoutPicture} from '#core/export/picture/layout.ts'
import {shapesOf} from '#core/export/picture/shapes.ts'
import {escapeXml, svgText} from '#core/export/picture/svg.ts'
import type {TimelineView} from '#core/export/timeline-view.ts'
import {variableOf} from './palette.ts'

/** Between a preview beside the editor and one alone: the picture is scaled to either as a whole. */
const WIDTH = 680

/**
 * The picture as HTML without script: what is not in the list below it (figures, gaps and their questions) also stands
 * there as text. The entries themselves are the document's own list.
 */
export function timelineHtml(view: TimelineView): string {
  const layout = layoutPicture(view, {width: WIDTH})
  const placed = view.events.filter(({at}) => at !== undefined).length
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${placed} events of the timeline on an axis" viewBox="0 0 ${WIDTH} ${Math.ceil(layout.height)}" font-family="system-ui, sans-serif">` +
    `${svgText(shapesOf(layout), variableOf)}</svg>`
  const figures = view.metrics.map(
    ({label, text, from, to}) =>
      `<li>${escapeXml(label)} <strong>${escapeXml(text)}</strong> <span>${escapeXml(`${from.clock} → ${to.clock}`)}</span></li>`,
  )
  const gaps = view.gaps.map(
    ({label, question}) => `<li><strong>${escapeXml(label)}</strong> ${escapeXml(question)}</li>`,
  )
  return (
    `<div class="postmortem-timeline">${picture}` +
    (figures.length ? `<ul class="postmortem-figures" aria-label="Figures">${figures.join('')}</ul>` : '') +
    (gaps.length ? `<ul class="postmortem-gaps" aria-label="Gaps">${gaps.join('')}</ul>` : '') +
    `</div>\n`
  )
}
