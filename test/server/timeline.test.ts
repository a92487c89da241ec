import assert from 'node:assert/strict'
import type {SemanticTokens, TextEdit} from 'vscode-languageserver-protocol/node'
import {TestClient} from './support/client.ts'
import {replaced} from './support/actions.ts'
import {POSTMORTEM} from './support/documents.ts'

const AT = {instant: '2024-03-09T12:30:00+01:00', zone: 'Europe/Berlin'}

describe('the timeline', () => {
  let client: TestClient
  beforeEach(async () => {
    client = await TestClient.start()
  })
  afterEach(() => client.stop())

  it('comes as plain data with its version', async () => {
    const uri = await client.open(POSTMORTEM)
    const {version, view} = (await client.ask('postmortem/timelineView', {textDocument: {uri}}))!
    assert.equal(version, 1)
    assert.deepEqual(
      view.events.map(({clock}) => clock),
      ['10:00', '10:12', '11:30', '11:42'],
    )
    assert.equal(view.state, 'ready')
    await client.replace(uri, 0, 0, '\n')
    assert.equal((await client.ask('postmortem/timelineView', {textDocument: {uri}}))!.version, 2)
  })

  it('goes out in formats for other programs, with a name for the file', async () => {
    const uri = await client.open(POSTMORTEM)
    const exported = async (
      format: 'mermaid-timeline' | 'mermaid-gantt' | 'csv' | 'json' | 'svg',
    ): Promise<{text: string; fileName: string}> =>
      (await client.ask('postmortem/exportTimeline', {textDocument: {uri}, format}))!
    assert.match((await exported('csv')).text, /^start,/)
    assert.equal((await exported('csv')).fileName, 'incident-timeline.csv')
    assert.match((await exported('mermaid-timeline')).text, /^timeline/)
    assert.match((await exported('mermaid-gantt')).text, /^gantt/)
    assert.match((await exported('svg')).text, /^<svg/)
    assert.ok(JSON.parse((await exported('json')).text))
  })

  it('takes a new event at its place, now in its own zone or at a time as written', async () => {
    const uri = await client.open(POSTMORTEM)
    const now = replaced(client, uri, (await client.ask('postmortem/insertEvent', {textDocument: {uri}, at: AT}))!)
    assert.match(
      now,
      /10:12 UTC Checkout returns errors\.\n- 2024-03-09 11:30 UTC An alert[^\n]*\n- (2024-03-09 )?11:30 UTC \$0\n/,
    )
    const written = replaced(
      client,
      uri,
      (await client.ask('postmortem/insertEvent', {textDocument: {uri}, at: AT, written: '10:05'}))!,
    )
    assert.match(written, /The migration starts\.\n- (2024-03-09 )?10:05 UTC \$0\n/)
    assert.deepEqual(await client.ask('postmortem/insertEvent', {textDocument: {uri}, at: AT, written: 'soon'}), [])
  })

  it('goes on with Enter at the end of an entry, and nowhere else', async () => {
    const uri = await client.open(POSTMORTEM)
    const end = POSTMORTEM.indexOf('service is restored.') + 'service is restored.'.length
    const position = client.places(uri).position(end)
    const edit = await client.ask('postmortem/continueTimeline', {textDocument: {uri}, position, at: AT})
    assert.match(replaced(client, uri, [edit!]), /restored\.\n- (2024-03-09 )?11:30 UTC \$0\n/)
    const elsewhere = client.places(uri).position(POSTMORTEM.indexOf('should have'))
    assert.equal(
      await client.ask('postmortem/continueTimeline', {textDocument: {uri}, position: elsewhere, at: AT}),
      null,
    )
  })

  it('goes on in editors that format on type', async () => {
    const end = POSTMORTEM.indexOf('service is restored.') + 'service is restored.'.length
    const uri = await client.open(`${POSTMORTEM.slice(0, end)}\n${POSTMORTEM.slice(end)}`)
    const edits = await client.request<TextEdit[] | null>('textDocument/onTypeFormatting', {
      textDocument: {uri},
      position: client.places(uri).position(end + 1),
      ch: '\n',
      options: {},
    })
    assert.match(
      replaced(
        client,
        uri,
        edits!.map(({range, newText}) => ({range, snippet: newText})),
      ),
      /restored\.\n- (\d{4}-\d\d-\d\d )?\d\d:\d\d UTC \n/,
    )
    await client.stop()
    client = await TestClient.start({options: {commands: true, semanticTokens: false}})
    assert.equal(client.result.capabilities.documentOnTypeFormattingProvider, undefined)
    assert.equal(client.result.capabilities.semanticTokensProvider, undefined)
  })

  it('has tokens for editors without a grammar', async () => {
    const uri = await client.open(POSTMORTEM)
    const {data} = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {textDocument: {uri}})
    const words: string[] = []
    let line = 0
    let character = 0
    for (let i = 0; i < data.length; i += 5) {
      character = data[i] ? data[i + 1]! : character + data[i + 1]!
      line += data[i]!
      words.push(POSTMORTEM.split('\n')[line]!.slice(character, character + data[i + 2]!))
    }
    assert.deepEqual(words.slice(0, 2), ['2024-03-09 10:00 UTC', '2024-03-09 10:12 UTC'])
    assert.ok(words.includes('@dana') && words.includes('2024-04-01'))
  })
})

describe('questions', () => {
  let client: TestClient
  beforeEach(async () => {
    client = await TestClient.start()
  })
  afterEach(() => client.stop())

  it('are offered by phase, those for the section first, and go below the block at the cursor', async () => {
    const uri = await client.open(POSTMORTEM)
    const position = client.places(uri).position(POSTMORTEM.indexOf('should have'))
    const groups = await client.ask('postmortem/questions', {textDocument: {uri}, position})
    assert.ok(groups.length > 8 && groups.every(({label, questions}) => label && questions.length))
    const question = groups[0]!.questions[0]!
    const edit = (await client.ask('postmortem/insertQuestion', {textDocument: {uri}, position, question}))!
    assert.ok(replaced(client, uri, [edit]).includes(`before deploying it.\n\n> **Ask:** ${question}\n`))
  })

  it('include the bones of a fishbone', async () => {
    const uri = await client.open(POSTMORTEM)
    const {text} = (await client.ask('postmortem/fishbone', {textDocument: {uri}}))!
    assert.match(text, /mindmap[^]*checkout errors/)
    assert.ok(!/human error/i.test(text))
  })
})

describe('documents made from a post-mortem', () => {
  let client: TestClient
  beforeEach(async () => {
    client = await TestClient.start()
  })
  afterEach(() => client.stop())

  it('are a sheet for the facilitator and a version for customers', async () => {
    const uri = await client.open(POSTMORTEM)
    const sheet = (await client.ask('postmortem/facilitatorSheet', {textDocument: {uri}}))!
    assert.equal(sheet.fileName, 'incident-facilitator.md')
    assert.match(sheet.text, /^# /)
    const customer = (await client.ask('postmortem/customerVersion', {textDocument: {uri}}))!
    assert.equal(customer.fileName, 'incident-external.md')
    assert.match(customer.text, /audience: public/)
    assert.ok(!customer.text.includes('@dana'))
  })
})
