import assert from 'node:assert/strict'
import fc from 'fast-check'
import {DEFAULT_CONFIG, lint, PostmortemDocument} from '#core'
import {Places} from '../../server/src/convert.ts'
import {typedEdit} from '../support/edit-arbitrary.ts'
import {ABLE, TestClient} from './support/client.ts'
import {POSTMORTEM} from './support/documents.ts'

/** An editor that cannot be told to ask again gets whole answers at once. */
const ASKING_ONCE = {...ABLE, workspace: {...ABLE.workspace, diagnostics: undefined}}

describe('a document under many small changes', () => {
  let client: TestClient
  before(async () => {
    client = await TestClient.start({capabilities: ASKING_ONCE})
  })
  after(() => client.stop())

  it('has the findings of a text that is read for the first time', async function () {
    this.timeout(60_000)
    await fc.assert(
      fc.asyncProperty(fc.array(typedEdit, {minLength: 1, maxLength: 12}), async (edits) => {
        const uri = await client.open(POSTMORTEM)
        try {
          for (const {at, length, text} of edits) {
            const current = client.text(uri)
            const start = at % (current.length + 1)
            await client.replace(uri, start, Math.min(start + length, current.length), text)
            if (at % 3 === 0) await client.pull(uri)
          }
          const {items} = await client.pull(uri)
          assert.deepEqual(
            items.map(({code, range, message}) => ({code, range, message})),
            coldFindings(client.text(uri)),
          )
          assert.deepEqual(client.log, [])
        } finally {
          await client.close(uri)
        }
      }),
      {numRuns: 60},
    )
  })
})

function coldFindings(text: string): unknown[] {
  const places = new Places(text)
  const document = new PostmortemDocument(text, {path: 'notes/post-mortems/incident.md'})
  return lint(document, DEFAULT_CONFIG).map(({rule, span, message}) => ({
    code: rule,
    range: places.range(span),
    message,
  }))
}
