import type {SectionKind} from '../../document/kinds.ts'
import {contentWords, sharesWord} from '../../document/content-words.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {itemsIn} from '../../document/section-items.ts'
import type {Problem} from '../../lint/finding.ts'

/** A decision to leave something as it is, or a statement that it has been dealt with. */
const DECIDED =
  /\b(?:accept\w*|wont ?fix|won['’]t (?:fix|do|change)|no action|decid\w+|live with|on purpose|out of scope|already (?:fixed|done|changed|resolved)|has (?:since )?been (?:fixed|changed|resolved|addressed)|none|n\/a|nothing)\b|https?:|#\d+|\b[A-Z]{2,6}-\d+\b/i

/** Words that speak of everything. */
const EVERYWHERE = contentWords(
  'system systems service services team teams incident incidents issue issues problem problems time times process user users customer customers day days add create change work',
)

/**
 * The bullets of a section that share no word with any action, open question or decision: one finding a section, at the first of them.
 * Silent where the actions are few, in prose, or most of the section finds no match: then the two are written in different words.
 */
export function* untraced(
  document: PostmortemDocument,
  kind: SectionKind,
  message: (untraced: number, all: number) => string,
  questions: readonly string[],
): Iterable<Problem> {
  const {actionItems} = document
  if (actionItems.length < 2) return
  const items = itemsIn(document, kind).filter(({isBullet}) => isBullet)
  if (!items.length || items.length > 20) return
  const answers = new Set<string>()
  for (const {text} of actionItems) for (const word of contentWords(text)) if (!EVERYWHERE.has(word)) answers.add(word)
  for (const {text} of [...itemsIn(document, 'questions'), ...itemsIn(document, 'recurrence')])
    for (const word of contentWords(text)) answers.add(word)
  const open = items.filter(({text}) => !DECIDED.test(text) && !sharesWord(contentWords(text), answers))
  const [first, ...rest] = open
  if (!first || open.length > Math.max(1, items.length / 2)) return
  yield {
    span: first.span,
    message: message(open.length, items.length),
    questions,
    related: rest.map(({span}) => ({span, message: 'No action speaks of this either.'})),
  }
}
