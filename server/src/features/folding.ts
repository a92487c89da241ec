import type {Nodes, RootContent} from 'mdast'
import {FoldingRangeKind, type FoldingRange} from 'vscode-languageserver'
import {type Chunk, derive} from '#core/markdown/chunks.ts'
import {spanOf} from '#core/markdown/parse.ts'
import type {Span} from '#core/text/span.ts'
import type {Analysis} from '../analysis.ts'
import type {Feature} from '../feature.ts'

/** Prompts of a template fold away: whole paragraphs in italics, comments, and open questions. */
export const folding: Feature = {
  capabilities: () => ({foldingRangeProvider: true}),
  register({connection, documents, guard}) {
    connection.onFoldingRanges(
      guard.request(
        'textDocument/foldingRange',
        () => null,
        async ({textDocument}) => {
          const analysis = await documents.postmortem(textDocument.uri)
          return analysis ? rangesOf(analysis) : null
        },
      ),
    )
  },
}

function rangesOf({document, places}: Analysis): FoldingRange[] {
  return document.chunks.flatMap(({chunk, start}) =>
    promptsOf(chunk).flatMap((prompt) => {
      const startLine = places.position(prompt.start + start).line
      const endLine = places.position(prompt.end + start).line
      return endLine > startLine ? [{startLine, endLine, kind: FoldingRangeKind.Comment}] : []
    }),
  )
}

/** Neighbouring prompts are one. */
const promptsOf: (chunk: Chunk) => readonly Span[] = derive((chunk) => {
  const found: {start: number; end: number}[] = []
  let open = false
  for (const node of chunk.root.children) {
    const {start, end} = spanOf(node)
    if (!isPrompt(node)) open = false
    else if (open) found.at(-1)!.end = end
    else {
      found.push({start, end})
      open = true
    }
  }
  return found
})

function isPrompt(node: RootContent): boolean {
  if (node.type === 'html') return node.value.startsWith('<!--')
  if (node.type === 'blockquote') return /^\s*Ask:/.test(firstWords(node))
  return (
    node.type === 'paragraph' &&
    node.children.every(
      (child) =>
        child.type === 'emphasis' || child.type === 'break' || (child.type === 'text' && child.value.trim() === ''),
    )
  )
}

function firstWords(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node && node.children[0] ? firstWords(node.children[0]) : ''
}
