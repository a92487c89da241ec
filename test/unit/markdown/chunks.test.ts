import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import type {Nodes} from 'mdast'
import {ChunkMemo, cut} from '#core/markdown/chunks.ts'
import {parseMarkdown} from '#core/markdown/parse.ts'
import {typedEdit, versions} from '../../support/edit-arbitrary.ts'
import {markdown} from '../../support/markdown-arbitrary.ts'

/** A tree as text: types, values and offsets; lines count from the start of the chunk and are left out. */
function shape(nodes: readonly Nodes[], by: number): unknown[] {
  return nodes.map((node) => {
    const {position, ...rest} = node
    return {
      ...rest,
      at: [position!.start.offset! + by, position!.end.offset! + by],
      ...('children' in node && {children: shape(node.children, by)}),
    }
  })
}

const inPieces = (text: string, memo: ChunkMemo): unknown[] =>
  cut(text, memo).flatMap(({chunk, start}) => shape(chunk.root.children, start))

function inOnePiece(text: string): unknown[] {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  return shape(parseMarkdown(text.slice(mark)).children, mark)
}

const folder = fileURLToPath(new URL('../../../examples', import.meta.url))
const examples = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))

describe('chunks', () => {
  it('together are the tree of the whole', () => {
    fc.assert(
      fc.property(markdown, (text) => assert.deepEqual(inPieces(text, new ChunkMemo()), inOnePiece(text))),
      {numRuns: 500},
    )
  })
  it('stay so while the text changes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...examples), markdown),
        fc.array(typedEdit, {minLength: 1, maxLength: 8}),
        (text, edits) => {
          const memo = new ChunkMemo()
          for (const version of versions(text, edits)) assert.deepEqual(inPieces(version, memo), inOnePiece(version))
        },
      ),
      {numRuns: 60},
    )
  })
})
