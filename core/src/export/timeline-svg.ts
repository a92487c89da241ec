import {layoutPicture} from './picture/layout.ts'
import type {Paint} from './picture/shape.ts'
import {shapesOf} from './picture/shapes.ts'
import {escapeXml, svgText} from './picture/svg.ts'
import {estimateWidth, fitText} from './picture/text-width.ts'
import {rowsOf} from './picture/rows.ts'
import type {TimelineView, ViewEvent} from './timeline-view.ts'

/** Colours of a drawing that stands by itself. */
export type SvgColors = Readonly<Record<Exclude<Paint, 'none'>, string>>

/** They read on white, on screen and on paper. */
const COLORS: SvgColors = {
  background: '#ffffff',
  text: '#1f2328',
  muted: '#59636e',
  line: '#b1bac4',
  grid: '#e7ebef',
  current: '#0969da',
  gap: '#fdf5e6',
  fold: '#f6f8fa',
  introduced: '#6e7781',
  impact: '#cf222e',
  detection: '#bf8700',
  response: '#0969da',
  recovery: '#1a7f37',
  'introduced-tint': '#eef0f2',
  'impact-tint': '#ffebe9',
  'detection-tint': '#fff3d1',
  'response-tint': '#ddf0ff',
  'recovery-tint': '#dcf5e3',
}

const WIDTH = 960
const MARGIN = 24
const ROW = 21
/** Where the entries' text begins. */
const TEXT = MARGIN + 112

/** A still picture of the timeline: the preview's drawing, with the entries as a list below it. */
export function timelineSvg(view: TimelineView, colors: SvgColors = COLORS): string {
  const parts: string[] = []
  let y = MARGIN + 14
  parts.push(line(MARGIN, y, view.title || 'Timeline', colors.text, {'font-size': 16, 'font-weight': 600}))
  if (view.zone !== undefined)
    parts.push(line(WIDTH - MARGIN, y, `Times in ${view.zone}`, colors.muted, {'text-anchor': 'end'}))
  y += 22
  for (const row of figureRows(view)) {
    parts.push(line(MARGIN, y, row, colors.muted))
    y += 18
  }
  if (view.state === 'ready') {
    const layout = layoutPicture(view, {width: WIDTH - 2 * MARGIN + 24})
    const palette = (paint: Paint): string => (paint === 'none' ? 'none' : colors[paint])
    // The drawing has a margin of its own, half as wide as this one.
    parts.push(`<g transform="translate(${MARGIN - 12} ${y})">${svgText(shapesOf(layout), palette)}</g>`)
    y += layout.height + 28
  } else {
    const message = view.events.length ? 'No entry of the timeline has a time yet.' : 'The timeline has no entries yet.'
    parts.push(line(MARGIN, y + 8, message, colors.muted))
    y += 36
  }
  for (const row of rowsOf(view)) {
    if (row.kind === 'day') parts.push(line(MARGIN, y + 4, row.label, colors.text, {'font-weight': 600}))
    else if (row.kind === 'event') parts.push(entry(row.event, y, colors))
    else {
      parts.push(line(TEXT - 24, y, row.gap.label, colors.text, {'font-weight': 600, 'text-anchor': 'end'}))
      parts.push(line(TEXT, y, row.gap.question, colors.muted, {'font-style': 'italic'}))
    }
    y += row.kind === 'day' ? ROW + 6 : ROW
  }
  const height = Math.ceil(y + MARGIN - 14)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="system-ui, sans-serif" font-size="12">` +
    `<title>${escapeXml(view.title || 'Timeline')}</title><rect width="100%" height="100%" fill="${colors.background}"/>${parts.join('')}</svg>\n`
  )
}

/** As many figures in a row as fit. */
function figureRows({metrics}: TimelineView): string[] {
  const rows: string[] = []
  for (const {label, text} of metrics) {
    const figure = `${label} ${text}`
    const last = rows.at(-1)
    if (last !== undefined && estimateWidth(`${last} · ${figure}`, 12) <= WIDTH - 2 * MARGIN) {
      rows[rows.length - 1] = `${last} · ${figure}`
    } else rows.push(figure)
  }
  return rows
}

function entry({clock, text, milestones, foundLater, phase}: ViewEvent, y: number, colors: SvgColors): string {
  const color = phase ? colors[phase] : colors.muted
  const suffix = [...milestones, ...(foundLater ? ['found later'] : [])].join(', ')
  const said = `${text}${suffix ? ` (${suffix})` : ''}`
  return (
    line(TEXT - 24, y, fitText(clock, TEXT - MARGIN - 24, 12, estimateWidth), colors.text, {'text-anchor': 'end'}) +
    `<circle cx="${TEXT - 12}" cy="${y - 4}" r="3.5" fill="${foundLater ? colors.background : color}" stroke="${color}"/>` +
    line(TEXT, y, fitText(said, WIDTH - MARGIN - TEXT, 12, estimateWidth), colors.text)
  )
}

function line(
  x: number,
  y: number,
  text: string,
  color: string,
  attributes: Readonly<Record<string, string | number>> = {},
): string {
  const more = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<text x="${x}" y="${y}" fill="${color}"${more.join('')}>${escapeXml(text)}</text>`
}
