import type {Nodes, Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Span} from '../text/span.ts'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/**
 * The Markdown tree (CommonMark, GFM, front matter). Never throws: every text is Markdown.
 * A byte order mark must be cut off before, as the parser does not count it.
 */
export const parseMarkdown = (text: string): Root => processor.parse(text)

/** The offsets of a node. Every node that the parser makes has them. */
export function spanOf(node: Nodes): Span {
  const {start, end} = node.position!
  return {start: start.offset!, end: end.offset!}
}
