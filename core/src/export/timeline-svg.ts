import type {PhaseName, TimelineView, ViewEvent} from './timeline-view.ts'

/** Colours of a drawing; the defaults read on white. */
export interface SvgColors {
  readonly background: string
  readonly text: string
  readonly muted: string
  readonly line: string
  readonly phases: Readonly<Record<PhaseName, string>>
}

const COLORS: SvgColors = {
  background: '#ffffff',
  text: '#1f2328',
  muted: '#59636e',
  line: '#d1d9e0',
  phases: {introduced: '#818b98', impact: '#cf222e', detection: '#bf8700', response: '#0969da', recovery: '#1a7f37'},
}

const WIDTH = 960
const MARGIN = 24
const ROW = 22
const BAR = 14

/** A still picture of the timeline: phases over a proportional axis, the entries as a list below it. */
export function timelineSvg(view: TimelineView, colors: SvgColors = COLORS): string {
  const placed = view.events.filter(({at}) => at !== undefined).sort((a, b) => a.at! - b.at!)
  const [from, to] = [view.from ?? 0, Math.max(view.to ?? 0, (view.from ?? 0) + 1)]
  const x = (at: number): number => MARGIN + ((at - from) / (to - from)) * (WIDTH - 2 * MARGIN)
  const parts: string[] = []
  let y = MARGIN + 14
  parts.push(text(MARGIN, y, view.title || 'Timeline', colors.text, 16, 'bold'))
  if (view.zone !== undefined)
    parts.push(text(WIDTH - MARGIN, y, `All times in ${view.zone}`, colors.muted, 12, 'normal', 'end'))
  y += 20
  if (view.metrics.length) {
    parts.push(
      text(MARGIN, y, view.metrics.map(({label, text: value}) => `${label}: ${value}`).join(' · '), colors.muted, 12),
    )
    y += 20
  }
  for (const {name, label, from: start, to: end} of view.phases) {
    const width = Math.max(2, x(end) - x(start))
    parts.push(
      `<rect x="${round(x(start))}" y="${y}" width="${round(width)}" height="${BAR}" rx="3" fill="${colors.phases[name]}"/>`,
    )
    const isRoomRight = x(start) + width + 90 < WIDTH
    parts.push(
      text(
        isRoomRight ? x(start) + width + 6 : x(start) - 6,
        y + BAR - 3,
        label,
        colors.muted,
        11,
        'normal',
        isRoomRight ? 'start' : 'end',
      ),
    )
    y += BAR + 6
  }
  y += 10
  parts.push(
    `<line x1="${MARGIN}" y1="${y}" x2="${WIDTH - MARGIN}" y2="${y}" stroke="${colors.line}" stroke-width="2"/>`,
  )
  for (const {at, label} of view.dayBreaks) {
    parts.push(
      `<line x1="${round(x(at))}" y1="${y - 10}" x2="${round(x(at))}" y2="${y + 10}" stroke="${colors.line}" stroke-dasharray="2 2"/>`,
    )
    parts.push(text(x(at) + 3, y - 4, label, colors.muted, 10))
  }
  for (const {from: start, to: end, label} of view.gaps) {
    parts.push(
      `<line x1="${round(x(start))}" y1="${y}" x2="${round(x(end))}" y2="${y}" stroke="${colors.muted}" stroke-width="2" stroke-dasharray="3 4"/>`,
    )
    parts.push(text((x(start) + x(end)) / 2, y + 16, label, colors.muted, 10, 'normal', 'middle'))
  }
  for (const event of placed) parts.push(mark(event, x, y, colors))
  y += 36
  for (const event of placed.length ? view.events : []) {
    const color = event.phase ? colors.phases[event.phase] : colors.muted
    parts.push(`<circle cx="${MARGIN + 5}" cy="${y - 4}" r="4" fill="${color}"/>`)
    parts.push(text(MARGIN + 16, y, event.clock, colors.text, 12, 'bold'))
    parts.push(
      text(
        MARGIN + 96,
        y,
        shorten(`${event.text}${event.milestones.length ? ` (${event.milestones.join(', ')})` : ''}`, 120),
        colors.text,
        12,
      ),
    )
    y += ROW
  }
  if (!placed.length) {
    parts.push(text(MARGIN, y, 'No entry of the timeline has a time yet.', colors.muted, 12))
    y += ROW
  }
  const height = y + MARGIN - 10
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="system-ui, sans-serif">` +
    `<title>${escape(view.title || 'Timeline')}</title><rect width="100%" height="100%" fill="${colors.background}"/>${parts.join('')}</svg>\n`
  )
}

function mark(event: ViewEvent, x: (at: number) => number, y: number, colors: SvgColors): string {
  const color = event.phase ? colors.phases[event.phase] : colors.muted
  const title = `<title>${escape(`${event.clock} ${event.text}`)}</title>`
  if (event.until !== undefined && event.until > event.at!) {
    return `<rect x="${round(x(event.at!))}" y="${y - 4}" width="${round(Math.max(3, x(event.until) - x(event.at!)))}" height="8" rx="4" fill="${color}">${title}</rect>`
  }
  return `<circle cx="${round(x(event.at!))}" cy="${y}" r="5" fill="${color}">${title}</circle>`
}

const round = (n: number): number => Math.round(n * 10) / 10

const shorten = (line: string, length: number): string =>
  line.length > length ? `${line.slice(0, length - 1)}…` : line

// Control characters are no XML, whatever they are written as.
const escape = (line: string): string =>
  // eslint-disable-next-line no-control-regex
  line
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (char) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[char]!)

function text(
  x: number,
  y: number,
  line: string,
  color: string,
  size: number,
  weight = 'normal',
  anchor = 'start',
): string {
  return `<text x="${round(x)}" y="${round(y)}" fill="${color}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}">${escape(line)}</text>`
}
