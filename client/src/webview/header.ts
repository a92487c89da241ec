import type {TimelineView, ViewMetric, ViewMetricEnd} from '#core/export/timeline-view.ts'
import {button, element} from './element.ts'

type Reveal = (start: number, end: number) => void

/** Title, what the axis counts, and the figures, each with the two entries that it comes from. */
export function header(view: TimelineView, reveal: Reveal): HTMLElement {
  return element(
    'header',
    {},
    element('h1', {}, view.title || 'Timeline'),
    element('p', {class: 'about'}, aboutOf(view)),
    ...(view.metrics.length ? [figures(view.metrics, reveal), caveats(view)] : []),
  )
}

export function aboutOf({events, gaps, zone, scale}: TimelineView): string {
  const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
  const clock = scale === 'relative' ? 'no date known' : zone === undefined ? 'no time zone stated' : `times in ${zone}`
  return [count(events.length, 'event'), ...(gaps.length ? [count(gaps.length, 'gap')] : []), clock].join(' · ')
}

function figures(metrics: readonly ViewMetric[], reveal: Reveal): HTMLElement {
  const end = ({clock, text, span}: ViewMetricEnd): HTMLElement =>
    button(clock, () => reveal(span.start, span.end), {class: 'end', title: text, 'aria-label': `${clock}, ${text}`})
  return element(
    'ul',
    {class: 'figures', 'aria-label': 'Figures of this incident'},
    ...metrics.map(({label, text, from, to, caveat}) =>
      element(
        'li',
        {title: caveat},
        element('span', {class: 'label'}, label),
        element('strong', {}, text),
        element('span', {class: 'ends'}, end(from), element('span', {'aria-hidden': 'true'}, '→'), end(to)),
      ),
    ),
  )
}

function caveats({metrics, caveats}: TimelineView): HTMLElement {
  return element(
    'details',
    {class: 'caveats'},
    element('summary', {}, 'How to read these figures'),
    element(
      'ul',
      {},
      ...caveats.map((caveat) => element('li', {}, caveat)),
      ...metrics.map(({label, caveat}) => element('li', {}, element('b', {}, `${label}. `), caveat)),
    ),
  )
}
