import assert from 'node:assert/strict'
import {CancellationTokenSource, CodeActionTriggerKind} from 'vscode-languageserver-protocol/node'
import {RULES} from '#core/rules/index.ts'
import type {DocumentRule} from '#core/rules/rule.ts'
import {FOLDER, PUSHED, TestClient} from './support/client.ts'
import {HINDSIGHT, POSTMORTEM} from './support/documents.ts'

const LONG =
  POSTMORTEM +
  Array.from(
    {length: 400},
    (_, i) => `\n## Part ${i}\n\nThe service ${i} stopped answering for a while. ${HINDSIGHT}\n`,
  ).join('')

/** Longer than any test: somebody types all the time. */
const ALWAYS_TYPING = {delays: {language: 0, document: 1e6}}

/** Tells how often the rules on the document run, by one of them that always does. */
function countRuns(): {readonly runs: () => number; readonly stop: () => void} {
  const rule = RULES.find(({id}) => id === 'missing-section') as {check: DocumentRule['check']}
  const {check} = rule
  let runs = 0
  rule.check = (...args) => {
    runs++
    return check(...args)
  }
  return {runs: () => runs, stop: () => (rule.check = check)}
}

/** Asks everything that an editor asks about a document when its text or its cursor has moved. */
async function askEverything(client: TestClient, uri: string): Promise<void> {
  const textDocument = {uri}
  const at = client.places(uri).range({start: client.text(uri).indexOf(HINDSIGHT) + 8, end: client.text(uri).indexOf(HINDSIGHT) + 8}) // prettier-ignore
  const context = {diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic}
  await client.pull(uri)
  assert.ok(await client.request('textDocument/hover', {textDocument, position: at.start}))
  assert.ok(await client.request('textDocument/codeAction', {textDocument, range: at, context}))
  await client.request('textDocument/completion', {textDocument, position: at.start})
  await client.request('textDocument/inlayHint', {textDocument, range: client.places(uri).range({start: 0, end: client.text(uri).length})}) // prettier-ignore
  assert.ok(await client.request('textDocument/codeLens', {textDocument}))
  assert.ok(await client.request('textDocument/documentSymbol', {textDocument}))
  assert.ok(await client.ask('postmortem/timelineView', {textDocument}))
}

describe('the work of the server', () => {
  let client: TestClient
  let count: ReturnType<typeof countRuns>
  beforeEach(() => (count = countRuns()))
  afterEach(async () => {
    count.stop()
    await client.stop()
  })

  it('is done once a version, whatever the editor asks about it', async () => {
    client = await TestClient.start()
    const uri = await client.open(POSTMORTEM)
    await askEverything(client, uri)
    await askEverything(client, uri)
    assert.equal(count.runs(), 1)
  })

  it('leaves rules on the document alone while someone types, whatever the editor asks', async () => {
    client = await TestClient.start({options: ALWAYS_TYPING})
    const uri = await client.open(POSTMORTEM)
    await client.pull(uri)
    assert.equal(count.runs(), 1)
    for (let i = 0; i < 3; i++) {
      await client.replace(uri, 0, 0, '\n')
      await askEverything(client, uri)
    }
    assert.equal(count.runs(), 1)
    const range = client.places(uri).range({start: 0, end: 0})
    // Who opens the menu wants to see all fixes.
    await client.request('textDocument/codeAction', {
      textDocument: {uri},
      range,
      context: {diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked},
    })
    assert.equal(count.runs(), 2)
  })

  it('lets questions about other documents through', async () => {
    client = await TestClient.start()
    const other = await client.open(POSTMORTEM, `${FOLDER}/incidents/short.md`)
    await client.pull(other)
    const order: string[] = []
    const long = await client.open(LONG)
    const answer = client.pull(long).then(() => order.push('long'))
    await client.next('breathe')
    await client.next('breathe')
    await client.request('textDocument/codeLens', {textDocument: {uri: other}}).then(() => order.push('short'))
    await answer
    assert.deepEqual(order, ['short', 'long'])
  })

  it('on an older version is not told to an editor that waits for it', async () => {
    client = await TestClient.start({capabilities: PUSHED, options: ALWAYS_TYPING})
    const versions: unknown[] = []
    client.events.on('textDocument/publishDiagnostics', ({version}: {version?: number}) => versions.push(version))
    const uri = await client.open(LONG)
    await client.next('breathe')
    await client.replace(uri, 0, 0, '\n')
    await client.pushed(uri, ({version}) => version === 2)
    assert.deepEqual(versions, [2])
  })

  it('is done again once when settings change, however many keys an editor tells of', async () => {
    client = await TestClient.start({capabilities: PUSHED})
    const uri = `${FOLDER}/incidents/a.md`
    const first = client.pushed(uri)
    await client.open(POSTMORTEM, uri)
    await first
    assert.equal(count.runs(), 1)
    const again = client.pushed(uri)
    const settings = {rules: {counterfactual: 'off'}}
    await Promise.all([client.changeSettings(settings), client.changeSettings(settings), client.changeSettings(settings)]) // prettier-ignore
    assert.ok(!(await again).some(({code}) => code === 'counterfactual'))
    // What else was scheduled would have run before the next answer.
    await client.request('textDocument/codeLens', {textDocument: {uri}})
    assert.equal(count.runs(), 2)
  })
})

describe('a check of the workspace', () => {
  let client: TestClient
  afterEach(() => client.stop())

  /** Files that tell when they are listed and read. */
  class WatchedFiles extends Map<string, string> {
    reads = 0
    onList: () => void = () => undefined
    onRead: () => void = () => undefined

    override keys(): ReturnType<Map<string, string>['keys']> {
      this.onList()
      return super.keys()
    }

    override get(uri: string): string | undefined {
      if (uri.endsWith('.md')) {
        this.reads++
        this.onRead()
      }
      return super.get(uri)
    }
  }
  const files = (count: number): WatchedFiles =>
    new WatchedFiles(Array.from({length: count}, (_, i) => [`${FOLDER}/incidents/${10 + i}.md`, POSTMORTEM]))
  const ask = (): Promise<{items: {uri: string}[]}> => client.request('workspace/diagnostic', {previousResultIds: []})

  it('waits while someone types, and goes on when nobody does', async () => {
    const disk = files(5)
    const listed = new Promise<void>((resolve) => (disk.onList = resolve))
    client = await TestClient.start({settings: {lintWorkspace: true}, files: disk, options: ALWAYS_TYPING})
    const uri = await client.open(POSTMORTEM)
    await client.replace(uri, 0, 0, '\n')
    const answer = ask()
    await listed
    for (let i = 0; i < 8; i++) {
      await client.replace(uri, 0, 0, '\n')
      await client.pull(uri)
    }
    assert.equal(disk.reads, 0)
    await client.close(uri)
    assert.equal((await answer).items.length, 5)
  })

  it('can be withdrawn, and what it did not reach comes with the next', async () => {
    const disk = files(12)
    client = await TestClient.start({settings: {lintWorkspace: true}, files: disk})
    const source = new CancellationTokenSource()
    const reading = new Promise<void>((resolve) => (disk.onRead = resolve))
    const answer = client.connection.sendRequest('workspace/diagnostic', {previousResultIds: []}, source.token)
    await reading
    source.cancel()
    await assert.rejects(answer, {code: -32800})
    const before = disk.reads
    assert.ok(before < 12, `${before} of 12 files`)
    await ask()
    assert.equal(disk.reads, 12)
  })
})
