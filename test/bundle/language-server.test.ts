import assert from 'node:assert/strict'
import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import {
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  type Message,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import {readExamples} from '#core/rules/examples.ts'
import {RULE_INFO} from '#core/rules/info.ts'

const root = path.join(import.meta.dirname, '../..')
const TEXT =
  '# Post-mortem: checkout errors\n\n## Root causes\n\nThey should have tested the migration before deploying it.\n'
const URI = 'file:///notes/incidents/a.md'

const initialize = {processId: null, rootUri: null, capabilities: {textDocument: {publishDiagnostics: {}}}}
const open = {textDocument: {uri: URI, languageId: 'markdown', version: 1, text: TEXT}}

/** The first diagnostics of a document, as an editor sees them that knows nothing but the basics. */
async function firstDiagnostics(connection: MessageConnection): Promise<Diagnostic[]> {
  const told = new Promise<Diagnostic[]>((resolve) => {
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({uri, diagnostics}: {uri: string; diagnostics: Diagnostic[]}) => {
        if (uri === URI) resolve(diagnostics)
      },
    )
  })
  const {serverInfo} = await connection.sendRequest<InitializeResult>('initialize', initialize)
  assert.equal(serverInfo?.name, 'postmortem-language-server')
  await connection.sendNotification('initialized', {})
  await connection.sendNotification('textDocument/didOpen', open)
  return told
}

describe('the built language server', () => {
  let child: ChildProcess | undefined
  afterEach(() => child?.kill())

  it('comes without the examples of the rules', async () => {
    const code = fs.readFileSync(path.join(root, 'dist/server/node.cjs'), 'utf8')
    const examples = [...(await readExamples([...RULE_INFO.values()])).values()]
    const notes = examples.flatMap(({good}) => good.flatMap(({note}) => note ?? []))
    assert.ok(notes.length > 50)
    assert.deepEqual(
      notes.filter((note) => code.includes(note)),
      [],
    )
  })

  for (const bundle of ['dist/cli/postmortem-language-server.cjs', 'dist/server/node.cjs']) {
    it(`speaks over standard input and output: ${bundle}`, async () => {
      child = spawn(process.execPath, [path.join(root, bundle), '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']})
      const ended = once(child, 'exit')
      const connection = createMessageConnection(
        new StreamMessageReader(child.stdout!),
        new StreamMessageWriter(child.stdin!),
      )
      connection.listen()
      const diagnostics = await firstDiagnostics(connection)
      assert.ok(diagnostics.some(({code}) => code === 'counterfactual'))
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      assert.deepEqual(await ended, [0, null])
    })
  }

  it('runs where there is neither Node.js nor a disk', async () => {
    const code = fs.readFileSync(path.join(root, 'dist/server/browser.js'), 'utf8')
    const waiting: ((message: Message) => void)[] = []
    const seen: Message[] = []
    const port = {
      addEventListener: () => undefined,
      postMessage: (message: Message) => {
        seen.push(message)
        for (const listener of [...waiting]) listener(message)
      },
    }
    const web = {
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      performance,
      TextDecoder,
      TextEncoder,
      URL,
      queueMicrotask,
      crypto,
      console,
      Intl,
    }
    const scope: Record<string, unknown> & {onmessage?: (event: {data: object}) => void} = {...web, ...port}
    scope.self = scope
    vm.runInNewContext(code, scope)
    const send = (message: object): void => scope.onmessage!({data: {jsonrpc: '2.0', ...message}})
    const until = (isIt: (message: Message) => boolean): Promise<Message> =>
      new Promise((resolve) => {
        const earlier = seen.find(isIt)
        if (earlier) return resolve(earlier)
        waiting.push((message) => void (isIt(message) && resolve(message)))
      })
    send({id: 1, method: 'initialize', params: initialize})
    await until((message) => 'id' in message && message.id === 1)
    send({method: 'initialized', params: {}})
    send({method: 'textDocument/didOpen', params: open})
    const message = await until((one) => 'method' in one && one.method === 'textDocument/publishDiagnostics')
    const {diagnostics} = (message as unknown as {params: {diagnostics: Diagnostic[]}}).params
    assert.ok(diagnostics.some(({code}) => code === 'counterfactual'))
  })
})
