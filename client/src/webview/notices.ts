import type {TimelineView} from '#core/export/timeline-view.ts'
import type {Absence, PageCommand} from '../timeline/messages.ts'
import {button, element} from './element.ts'

type Run = (command: PageCommand) => void

/** In place of a picture: what is missing and what to do. */
export function absenceNotice(because: Absence, run: Run): HTMLElement {
  switch (because) {
    case 'no-document':
      return notice('No document', [
        'The document of this timeline is closed, moved or deleted. An open post-mortem shows its timeline here.',
      ])
    case 'no-postmortem':
      return notice('Not a post-mortem', [
        'This file was not recognised as a post-mortem. A title that says so, a section “Timeline”, or the setting “postmortem.include” makes it one.',
      ])
    case 'failed':
      return notice(
        'The timeline could not be read',
        ['The language server gave no answer. Its log says why.'],
        [button('Try again', () => run('retry')), button('Show log', () => run('show-log'), {class: 'secondary'})],
      )
  }
}

export function emptyNotice(run: Run): HTMLElement {
  return notice(
    'No events yet',
    [
      'Under a heading “Timeline”, each entry of a list that begins with a time is an event:',
      example('- 10:02 UTC The first page fires\n- 10:05 The on-call engineer opens the dashboard'),
    ],
    [button('Insert event now', () => run('insert-event'))],
  )
}

export function untimedNotice({events}: TimelineView): HTMLElement {
  const count = events.length === 1 ? 'The one entry has' : `None of the ${events.length} entries has`
  return notice('Nothing to place on an axis', [
    `${count}${events.length === 1 ? ' no' : ' a'} time that can be read. A time at the start of an entry places it:`,
    example(`- 10:02 UTC ${events[0]?.text || 'The first page fires'}`),
  ])
}

/** What keeps the picture from being complete. */
export function problems(view: TimelineView, reveal: (start: number, end: number) => void): HTMLElement | undefined {
  const {length} = view.problems
  if (!length) return undefined
  return element(
    'details',
    {class: 'problems'},
    element(
      'summary',
      {},
      length === 1 ? view.problems[0]!.message : `${length} things keep the picture from being complete`,
    ),
    element(
      'ul',
      {},
      ...view.problems.slice(0, 50).map(({message, span}) =>
        element(
          'li',
          {},
          button(message, () => reveal(span.start, span.end), {class: 'link'}),
        ),
      ),
    ),
  )
}

function notice(title: string, lines: readonly (string | Node)[], actions: readonly Node[] = []): HTMLElement {
  return element(
    'section',
    {class: 'notice'},
    element('h2', {}, title),
    ...lines.map((line) => (typeof line === 'string' ? element('p', {}, line) : line)),
    actions.length ? element('p', {class: 'actions'}, ...actions) : undefined,
  )
}

const example = (text: string): HTMLElement => element('pre', {}, text)
