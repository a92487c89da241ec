import type {Heading, Nodes, Paragraph, TableCell} from 'mdast'
import {type Chunk, derive} from '../markdown/chunks.ts'
import {spanOf} from '../markdown/parse.ts'
import type {Span} from '../text/span.ts'
import {plainText} from './outline.ts'

export type ProseKind = 'paragraph' | 'list-item' | 'table-cell' | 'heading' | 'quote'

/** A leaf of the document that holds running text. Offsets count from the start of its chunk. */
export class ProseBlock {
  readonly kind: ProseKind
  readonly node: Paragraph | Heading | TableCell
  readonly span: Span
  /** The first row of a table. */
  readonly isHeader: boolean
  /** 0 outside lists. */
  readonly listDepth: number
  private readonly chunk: Chunk
  private written: string | undefined
  private plain: string | undefined
  private oneLine: string | undefined

  constructor(chunk: Chunk, kind: ProseKind, node: ProseBlock['node'], listDepth: number, isHeader = false) {
    this.chunk = chunk
    this.kind = kind
    this.node = node
    this.span = spanOf(node)
    this.isHeader = isHeader
    this.listDepth = listDepth
  }

  // What is kept is the same string each time it is asked for, which those who remember by text find quickest.

  get source(): string {
    return (this.written ??= this.chunk.text.slice(this.span.start, this.span.end))
  }

  /** Its visible text. */
  get words(): string {
    return (this.plain ??= plainText(this.node.children))
  }

  /** Its visible text as one line. */
  get line(): string {
    return (this.oneLine ??= this.words.replace(/\s+/g, ' ').trim())
  }
}

export const proseOf: (chunk: Chunk) => readonly ProseBlock[] = derive((chunk) => {
  const blocks: ProseBlock[] = []
  for (const node of chunk.root.children) collect(node, {chunk, quoted: false, listDepth: 0}, blocks)
  return blocks
})

interface Place {
  readonly chunk: Chunk
  readonly quoted: boolean
  readonly listDepth: number
}

function collect(node: Nodes, place: Place, blocks: ProseBlock[]): void {
  switch (node.type) {
    case 'heading':
      blocks.push(new ProseBlock(place.chunk, 'heading', node, 0))
      break
    case 'paragraph': {
      const kind = place.quoted ? 'quote' : place.listDepth ? 'list-item' : 'paragraph'
      blocks.push(new ProseBlock(place.chunk, kind, node, place.listDepth))
      break
    }
    case 'table':
      node.children.forEach((row, i) => {
        for (const cell of row.children) {
          if (cell.children.length)
            blocks.push(new ProseBlock(place.chunk, 'table-cell', cell, place.listDepth, i === 0))
        }
      })
      break
    case 'blockquote':
      for (const child of node.children) collect(child, {...place, quoted: true}, blocks)
      break
    case 'list':
      for (const item of node.children)
        for (const child of item.children) collect(child, {...place, listDepth: place.listDepth + 1}, blocks)
      break
    case 'footnoteDefinition':
      for (const child of node.children) collect(child, place, blocks)
      break
    default:
      break
  }
}
