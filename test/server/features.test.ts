import assert from 'node:assert/strict'
import type {
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  MarkupContent,
} from 'vscode-languageserver-protocol/node'
import {ABLE, FOLDER, TestClient} from './support/client.ts'
import {NOTES, POSTMORTEM} from './support/documents.ts'

describe('hover', () => {
  let client: TestClient
  beforeEach(async () => {
    client = await TestClient.start()
  })
  afterEach(() => client.stop())

  async function hoverAt(text: string, words: string): Promise<string | undefined> {
    const uri = await client.open(text)
    const position = client.places(uri).position(text.indexOf(words) + 1)
    const hover = await client.request<Hover | null>('textDocument/hover', {textDocument: {uri}, position})
    return (hover?.contents as MarkupContent | undefined)?.value
  }

  it('on a finding tells why it is one, asks, and links the page', async () => {
    const text = await hoverAt(POSTMORTEM, 'should have')
    assert.match(text!, /\*\*Ask\*\*\n\n- /)
    assert.match(text!, /\[counterfactual\]\(https:\/\/example\.org\/rules\/counterfactual\.md\)$/)
  })

  it('on a time tells what it was read as', async () => {
    const text = (await hoverAt(
      POSTMORTEM.replaceAll('2024-03-09 1', '2024-03-09 0').replaceAll(' UTC ', ' '),
      '00:12',
    ))!
    assert.match(text, /2024-03-09 00:12 UTC/)
    assert.match(text, /zone from the statement/)
  })

  it('on a time of another zone gives UTC too', async () => {
    const text = await hoverAt(
      '# Post-mortem: x\n\n## Timeline\n\n- 2024-03-09 10:00 CET The migration starts.\n- 2024-03-09 10:40 CET Alert.\n',
      '10:40',
    )
    assert.match(text!, /2024-03-09 10:40 CET[^]*2024-03-09 09:40 UTC/)
  })

  it('on a key of the front matter tells what it is for', async () => {
    const text = await hoverAt(`---\nstatus: draft\n---\n${POSTMORTEM}`, 'status')
    assert.match(text!, /^\*\*status\*\*[^]*`in-review`/)
  })

  it('says nothing elsewhere, and nothing in other Markdown', async () => {
    assert.equal(await hoverAt(POSTMORTEM, 'Root causes'), undefined)
    const uri = await client.open(NOTES, `${FOLDER}/notes.md`)
    assert.equal(
      await client.request('textDocument/hover', {textDocument: {uri}, position: {line: 2, character: 20}}),
      null,
    )
  })
})

describe('completion', () => {
  let client: TestClient
  beforeEach(async () => {
    client = await TestClient.start()
  })
  afterEach(() => client.stop())

  /** Suggestions at the mark `|` of a text. */
  async function complete(marked: string): Promise<CompletionItem[]> {
    const offset = marked.indexOf('¦')
    const text = marked.replace('¦', '')
    const uri = await client.open(text)
    const items = await client.request<CompletionItem[] | null>('textDocument/completion', {
      textDocument: {uri},
      position: client.places(uri).position(offset),
    })
    return items ?? []
  }
  const labels = (items: readonly CompletionItem[]): string[] => items.map(({label}) => label)
  const inserted = (items: readonly CompletionItem[], label: string): string =>
    items.find((item) => item.label === label)!.textEdit!.newText

  it('offers the missing sections after a “#”, with skeletons, those that belong here first', async () => {
    const items = await complete('# Post-mortem: x\n\n## Timeline\n\n- 10:00 UTC x\n\n#¦\n\n## Action items\n')
    assert.ok(!labels(items).includes('Timeline'))
    assert.equal(labels(items).includes('Action items'), false)
    assert.match(inserted(items, 'Impact'), /^## Impact\n\n\$\{1:_/)
    assert.ok(labels(items).indexOf('Where we got lucky') < labels(items).indexOf('Summary'))
  })

  it('offers nothing in the middle of a sentence', async () => {
    assert.deepEqual(await complete('# Post-mortem: x\n\n## Impact\n\nUsers saw¦\n'), [])
  })

  it('offers keys of the front matter that are not there yet, and their values', async () => {
    const keys = await complete('---\nseverity: SEV1\ns¦\n---\n# Post-mortem: x\n')
    assert.ok(labels(keys).includes('status') && !labels(keys).includes('severity'))
    assert.equal(inserted(keys, 'status'), 'status: ')
    assert.ok(labels(await complete('---\nstatus: ¦\n---\n# Post-mortem: x\n')).includes('in-review'))
    assert.deepEqual(labels(await complete('---\nseverity:¦\n---\n# Post-mortem: x\n')).slice(0, 2), ['SEV0', 'SEV1'])
    assert.ok(labels(await complete('---\ntimezone: Eu¦\n---\n# Post-mortem: x\n')).includes('Europe/Berlin'))
    assert.ok(labels(await complete('---\ntemplate: ¦\n---\n# Post-mortem: x\n')).includes('blameless'))
  })

  it('offers front matter in a document that does not look like a post-mortem yet', async () => {
    const uri = await client.open('---\ntemplate: \n---\n', `${FOLDER}/new.md`)
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: {uri},
      position: {line: 1, character: 10},
    })
    assert.ok(labels(items).includes('blameless'))
  })

  it('offers owners whom the document knows, and days on which work can be due', async () => {
    const body =
      '# Post-mortem: x\n\n## Timeline\n\n- 10:00 UTC @lena rolls back\n\n## Action items\n\n| Action | Owner | Due | Type |\n| --- | --- | --- | --- |\n| Add a lock timeout | @dana | 2024-04-01 | prevent |\n'
    assert.ok(labels(await complete(`${body}| Add an alert | @¦ | | |\n`)).includes('@dana'))
    const due = await complete(`${body}| Add an alert | @dana | ¦ | |\n`)
    assert.ok(due.length > 2 && due.every(({label}) => /^\d{4}-\d\d-\d\d$/.test(label)))
    assert.deepEqual(labels(await complete(`${body}| Add an alert | @dana |  | ¦ |\n`)).sort(), [
      'detect',
      'investigate',
      'mitigate',
      'prevent',
      'repair',
    ])
  })

  it('offers kinds of events in brackets', async () => {
    const items = await complete('# Post-mortem: x\n\n## Timeline\n\n- 10:00 UTC [¦ roll back\n- 10:05 UTC x\n')
    assert.ok(labels(items).includes('decision') && labels(items).includes('detected'))
    assert.equal(inserted(items, 'decision'), 'decision]')
  })

  it('offers directives, and rules inside them, those with findings first', async () => {
    const items = await complete(`${POSTMORTEM}\n<!-¦`)
    assert.equal(
      inserted(items, 'postmortem-disable-next-line'),
      '<!-- postmortem-disable-next-line ${1:rule}: ${2:reason} -->',
    )
    const rules = await complete(`${POSTMORTEM}\n<!-- postmortem-disable ¦ -->\n`)
    assert.ok(labels(rules).indexOf('counterfactual') < labels(rules).indexOf('agentless-passive'))
  })
})

describe('what an editor shows around the text', () => {
  let client: TestClient
  afterEach(() => client.stop())

  it('elapsed time beside the events, as the setting says', async () => {
    client = await TestClient.start()
    const uri = await client.open(POSTMORTEM)
    const range = client.places(uri).range({start: 0, end: POSTMORTEM.length})
    const hints = async (): Promise<unknown[]> =>
      ((await client.request<InlayHint[] | null>('textDocument/inlayHint', {textDocument: {uri}, range})) ?? []).map(
        ({label}) => label,
      )
    const both = await hints()
    assert.equal(both[0], '+12 min')
    assert.match(String(both[1]), /^\+1 h 18 min( · 1 h \d+ min in)?$/)
    const refreshed = client.next('workspace/inlayHint/refresh')
    await client.changeSettings({inlayHints: 'relative'})
    await refreshed
    assert.deepEqual(await hints(), ['+12 min', '+1 h 18 min', '+12 min'])
    await client.changeSettings({inlayHints: 'off'})
    await client.next('workspace/inlayHint/refresh')
    assert.deepEqual(await hints(), [])
  })

  it('figures above the timeline and the actions', async () => {
    client = await TestClient.start()
    const uri = await client.open(POSTMORTEM)
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', {textDocument: {uri}})
    const titles = lenses.map(({range, command}) => [POSTMORTEM.split('\n')[range.start.line], command!.title])
    assert.deepEqual(
      titles.map(([line]) => line),
      ['## Timeline', '## Action items'],
    )
    assert.match(titles[0]![1]!, /^4 events · detected after/)
    assert.match(titles[1]![1]!, /^2 actions/)
  })

  it('an outline by meaning with the events, unless the editor has its own', async () => {
    client = await TestClient.start()
    const uri = await client.open(POSTMORTEM)
    const [root] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {textDocument: {uri}})
    const timeline = root!.children!.find(({name}) => name === 'Timeline')!
    assert.equal(timeline.detail, 'Timeline')
    assert.equal(timeline.children!.length, 4)
    await client.stop()
    client = await TestClient.start({options: {documentSymbols: false}})
    assert.equal(client.result.capabilities.documentSymbolProvider, false)
  })

  it('folding of prompts', async () => {
    client = await TestClient.start()
    const uri = await client.open(
      '# Post-mortem: x\n\n## Impact\n\n_Who lost what?\nHow much?_\n\n<!-- For how\nlong? -->\n\nUsers saw errors.\n\n_One line._\n',
    )
    const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', {textDocument: {uri}})
    assert.deepEqual(ranges, [{startLine: 4, endLine: 8, kind: 'comment'}])
  })

  it('what the file was recognised as', async () => {
    client = await TestClient.start({options: {commands: true}})
    const changed = client.next('postmortem/statusChanged')
    const uri = await client.open(POSTMORTEM)
    const status = await client.ask('postmortem/status', {textDocument: {uri}})
    assert.equal(status!.recognition.postmortem, true)
    assert.equal(status!.template!.id, 'blameless')
    assert.ok(status!.findings.warning > 0)
    assert.deepEqual(await changed, status)
    const notes = await client.open(NOTES, `${FOLDER}/shopping.md`)
    assert.equal((await client.ask('postmortem/status', {textDocument: {uri: notes}}))!.recognition.postmortem, false)
  })

  it('is told by name when something breaks, never with the text', async () => {
    client = await TestClient.start({capabilities: ABLE})
    // A position that no editor would send.
    await client.open(POSTMORTEM)
    const answer = await client.request('textDocument/hover', {
      textDocument: {uri: `${FOLDER}/post-mortems/incident.md`},
      position: null,
    })
    assert.equal(answer, null)
    const line = client.log.find((message) => message.startsWith('textDocument/hover: TypeError'))
    assert.ok(line)
    assert.ok(!line.includes('migration'))
  })
})
