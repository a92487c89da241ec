import {frontmatter} from 'micromark-extension-frontmatter'
import {gfmAutolinkLiteral} from 'micromark-extension-gfm-autolink-literal'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTable} from 'micromark-extension-gfm-table'
import {gfmTaskListItem} from 'micromark-extension-gfm-task-list-item'
import {combineExtensions} from 'micromark-util-combine-extensions'
import type {Construct, Extension} from 'micromark-util-types'

/** A piece of syntax beyond CommonMark. */
interface Addition {
  /**
   * Found in every text that this syntax changes, and in few others: container marks may stand within, so it asks for little.
   * Only for syntax that slows down the parser for all text; the rest is always there.
   */
  readonly sign?: RegExp
  readonly extension: Extension
}

/**
 * GFM and front matter, in the order in which they are added: what comes later is tried first.
 *
 * Mail addresses cost two thirds of a parse more, as the parser then stops at every word, and tables a third, at every line.
 */
const ADDITIONS: readonly Addition[] = [
  {extension: literal('protocolAutolink')},
  {extension: literal('wwwAutolink')},
  {sign: /[\w+.-]@[\w.-]*\./, extension: literal('emailAutolink')},
  {extension: gfmFootnote()},
  {extension: gfmStrikethrough()},
  // The line below the head has a bar, or a colon for the alignment of its only column.
  {sign: /:-|-:|\|[ \t]*-|-[ \t]*\|/, extension: gfmTable()},
  {extension: gfmTaskListItem()},
  // With a fence that is never closed, the parser would lose all lists and quotations behind it.
  {
    sign: /^\uFEFF?(---|\+\+\+)[ \t]*[\r\n](?:[^]*?[\r\n])??\1[ \t]*(?:[\r\n]|$)/,
    extension: frontmatter(['yaml', 'toml']),
  },
]

/** CommonMark and the additions that may make a difference to this text; the same object for the same additions. */
export function syntaxFor(text: string): Extension {
  const found = ADDITIONS.map(({sign}) => sign?.test(text) ?? true)
  const key = found.join()
  let syntax = combined.get(key)
  if (!syntax)
    combined.set(
      key,
      (syntax = combineExtensions(ADDITIONS.filter((_, i) => found[i]).map(({extension}) => extension))),
    )
  return syntax
}

/** Put together once: the parser would do it for each text. */
const combined = new Map<string, Extension>()

/** One of the three kinds of addresses that are links without any marks. */
function literal(name: string): Extension {
  const found: Record<string, Construct[]> = {}
  for (const [code, constructs] of Object.entries(gfmAutolinkLiteral().text ?? {})) {
    const kept = [constructs as Construct | Construct[]].flat().filter((construct) => construct.name === name)
    if (kept.length) found[code] = kept
  }
  return {text: found}
}
