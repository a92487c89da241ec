import {EventEmitter, once} from 'node:events'
import {setImmediate as breathe} from 'node:timers/promises'
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-languageserver-protocol/node'
import {createConnection} from 'vscode-languageserver/node'
import type {InitializationOptions} from '../../server/src/protocol.ts'
import {startServer} from '../../server/src/server.ts'
import {LineIndex} from '#core'
import {bareParse} from './bare-parse.ts'
import {seriesFor} from './engine.ts'
import {generatedPostmortem} from './generated-postmortem.ts'
import {type Percentiles, percentiles, type Sample, time} from './timing.ts'
import {keystrokes} from './typing.ts'

/**
 * From `textDocument/didChange` to `textDocument/publishDiagnostics`, turned into JSON: the whole server without the
 * pipe before it, and without debounce.
 */
export interface ServerFigures {
  /** While someone types: language rules, and the other findings at their new places. */
  readonly typing: Percentiles
  /** After a pause: all rules. */
  readonly settled: Percentiles
}

const URI = 'file:///review/post-mortem.md'
const KEYSTROKES = 30
/** The first letters meet a document that has just been opened. Nobody collects garbage first: that drops compiled code as well. */
const LEFT_OUT = 5
/** Nobody pauses that long. */
const NEVER = 2 ** 30

export async function measureServer(words: number): Promise<ServerFigures> {
  const typing: Sample[] = []
  const settled: Sample[] = []
  for (let seed = 1; seed <= seriesFor(words); seed++) {
    const text = generatedPostmortem(words, seed)
    typing.push(...(await type(text, {language: 0, document: NEVER})))
    settled.push(...(await type(text, {language: 0, document: 0})))
  }
  return {typing: percentiles(typing), settled: percentiles(settled)}
}

async function type(text: string, delays: InitializationOptions['delays']): Promise<Sample[]> {
  const parseMs = time(() => bareParse(text))
  const editor = await Editor.start({delays})
  let version = 1
  const opened = editor.diagnostics(version)
  await editor.send('textDocument/didOpen', {
    textDocument: {uri: URI, languageId: 'markdown', version, text},
  })
  await opened
  const samples: Sample[] = []
  const typed = keystrokes(text, text.length)
  let before = text
  for (let i = 0; i < LEFT_OUT + KEYSTROKES; i++) {
    const {at, letter, text: after} = typed.next().value
    const place = new LineIndex(before).positionAt(at)
    before = after
    const sent = performance.now()
    const told = editor.diagnostics(++version)
    void editor.send('textDocument/didChange', {
      textDocument: {uri: URI, version},
      contentChanges: [{range: {start: place, end: place}, text: letter}],
    })
    const ms = (await told) - sent
    if (i >= LEFT_OUT) samples.push({ms, parseMs})
  }
  await editor.send('textDocument/didClose', {textDocument: {uri: URI}})
  return samples
}

/** An editor that is told, in the process of the server. Times are taken when a message is text, ready for the pipe. */
class Editor {
  private readonly events = new EventEmitter()
  private readonly reader = new Reader()

  private constructor() {
    startServer(createConnection(this.reader, new Writer(this.events)), {breathe: () => breathe()})
  }

  static async start(initializationOptions: InitializationOptions): Promise<Editor> {
    const editor = new Editor()
    const answered = once(editor.events, 'answer')
    editor.reader.give({id: 1, method: 'initialize', params: {processId: null, rootUri: null, capabilities: {}, initializationOptions}}) // prettier-ignore
    await answered
    await editor.send('initialized', {})
    return editor
  }

  async send(method: string, params: object): Promise<void> {
    this.reader.give({method, params})
    await breathe()
  }

  /** @returns when the diagnostics of this version were ready */
  async diagnostics(version: number): Promise<number> {
    const [at] = (await once(this.events, `diagnostics ${version}`)) as [number]
    return at
  }
}

class Reader extends AbstractMessageReader {
  private callback: DataCallback | undefined

  listen(callback: DataCallback): Disposable {
    this.callback = callback
    return {dispose: () => (this.callback = undefined)}
  }

  give(message: object): void {
    this.callback?.({jsonrpc: '2.0', ...message} as Message)
  }
}

class Writer extends AbstractMessageWriter {
  private readonly events: EventEmitter

  constructor(events: EventEmitter) {
    super()
    this.events = events
  }

  write(message: Message): Promise<void> {
    Buffer.from(JSON.stringify(message))
    const at = performance.now()
    const {method, params, id} = message as {method?: string; params?: {version?: number}; id?: number}
    if (method === 'textDocument/publishDiagnostics') this.events.emit(`diagnostics ${params?.version}`, at)
    else if (id === 1 && !method) this.events.emit('answer')
    return Promise.resolve()
  }

  end(): void {
    this.events.removeAllListeners()
  }
}
