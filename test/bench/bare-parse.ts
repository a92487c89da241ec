import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

const bare = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze()

/** What everything is held against: the tree of the text and nothing else. */
export const bareParse = (text: string): unknown => bare.parse(text)
