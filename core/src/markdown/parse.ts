import type {Nodes, Root} from 'mdast'
import {type Extension as TreeExtension, fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import type {Span} from '../text/span.ts'
import {bounded} from './bounded.ts'
import {syntaxFor} from './syntax.ts'

/**
 * All in one, as the parser puts them together anew for each text. Without the search for addresses after parsing: it cuts texts
 * into nodes that have no positions, and the parser itself finds most.
 */
const TREE = [...gfmFromMarkdown(), frontmatterFromMarkdown(['yaml', 'toml'])].reduce<TreeExtension>(
  (all, {canContainEols, enter, exit}) => ({
    canContainEols: [...(all.canContainEols ?? []), ...(canContainEols ?? [])],
    enter: {...all.enter, ...enter},
    exit: {...all.exit, ...exit},
  }),
  {},
)

/**
 * The Markdown tree (CommonMark, GFM, front matter). Never throws: every text is Markdown.
 * A byte order mark must be cut off before, as the parser does not count it.
 */
export function parseMarkdown(text: string, syntax = syntaxFor(text)): Root {
  try {
    return fromMarkdown(bounded(text), {extensions: [syntax], mdastExtensions: [TREE]})
  } catch {
    // The parser's stack is finite. What it cannot hold is one paragraph.
    return unparsed(text)
  }
}

function unparsed(text: string): Root {
  const lines = text.split('\n')
  const position = {
    start: {line: 1, column: 1, offset: 0},
    end: {line: lines.length, column: lines.at(-1)!.length + 1, offset: text.length},
  }
  return {
    type: 'root',
    position,
    children: [{type: 'paragraph', position, children: [{type: 'text', value: text, position}]}],
  }
}

/** The offsets of a node. Every node that the parser makes has them. */
export function spanOf(node: Nodes): Span {
  const {start, end} = node.position!
  return {start: start.offset!, end: end.offset!}
}
