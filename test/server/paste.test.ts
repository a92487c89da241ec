import assert from 'node:assert/strict'
import {TestClient} from './support/client.ts'
import {POSTMORTEM} from './support/documents.ts'

const AT = {instant: '2024-03-10T09:00:00+01:00', zone: 'Europe/Berlin'}
const LOG =
  'commit 1f3a9c27\nAuthor: Dana <dana@example.org>\nDate:   Sat Mar 9 11:50:00 2024 +0100\n\n    Raise the lock timeout\n\ncommit 2b9c44d1\nAuthor: Lena <lena@example.org>\nDate:   Sat Mar 9 11:20:00 2024 +0100\n\n    Add the column\n'

describe('pasting', () => {
  let client: TestClient
  beforeEach(async () => {
    client = await TestClient.start()
  })
  afterEach(() => client.stop())

  it('turns what another program wrote into entries of this timeline', async () => {
    const uri = await client.open(POSTMORTEM)
    const position = client.places(uri).position(POSTMORTEM.indexOf('\n## Action items'))
    const pasted = (await client.ask('postmortem/convertPaste', {
      textDocument: {uri},
      position,
      text: LOG,
      at: AT,
      onlyInTimeline: true,
    }))!
    assert.equal(pasted.format, 'git log')
    assert.equal(pasted.events, 2)
    assert.match(
      pasted.text,
      /^- 2024-03-09 10:20[^\n]*Add the column\n- (2024-03-09 )?10:50[^\n]*Raise the lock timeout$/,
    )
  })

  it('keeps away from other sections unless a person asks for it, and from other texts', async () => {
    const uri = await client.open(POSTMORTEM)
    const position = client.places(uri).position(POSTMORTEM.indexOf('should have'))
    assert.equal(
      await client.ask('postmortem/convertPaste', {
        textDocument: {uri},
        position,
        text: LOG,
        at: AT,
        onlyInTimeline: true,
      }),
      null,
    )
    assert.ok(await client.ask('postmortem/convertPaste', {textDocument: {uri}, position, text: LOG, at: AT}))
    assert.equal(await client.ask('postmortem/convertPaste', {text: 'Milk and bread.\nAnd 12 eggs.\n', at: AT}), null)
  })
})
