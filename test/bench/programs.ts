import {spawn, spawnSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {serverWithoutLanguageData} from '../../scripts/server-size.ts'
import {generatedPostmortem, wordsIn} from './generated-postmortem.ts'
import {median} from './timing.ts'

export interface ProgramFigures {
  readonly commandLine: {
    readonly files: number
    readonly words: number
    readonly seconds: number
    readonly wordsPerSecond: number
    readonly maxMemoryMb: number
  }
  /** From the start of the process to the first diagnostics over stdio. */
  readonly serverStart: {readonly cpuMs: number; readonly wallMs: number}
  /** Bytes of `dist/server/node.cjs`; what is generated from `core/data/en` does not count. */
  readonly serverWithoutLanguageData: number
  /** Bytes by file; only what has been built. */
  readonly sizes: Readonly<Record<string, number>>
}

const COMMAND = 'dist/cli/postmortem-lint.cjs'
const SERVER = 'dist/cli/postmortem-language-server.cjs'

export async function measurePrograms(): Promise<ProgramFigures> {
  const starts: {cpuMs: number; wallMs: number}[] = []
  for (let i = 0; i < 9; i++) starts.push(await startOnce())
  return {
    commandLine: measureCommandLine(2000, 1000),
    serverStart: {cpuMs: median(starts.map(({cpuMs}) => cpuMs)), wallMs: median(starts.map(({wallMs}) => wallMs))},
    serverWithoutLanguageData: serverWithoutLanguageData() ?? 0,
    sizes: sizes(),
  }
}

function measureCommandLine(files: number, words: number): ProgramFigures['commandLine'] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-bench-'))
  try {
    let all = 0
    for (let i = 0; i < files; i++) {
      const text = generatedPostmortem(words, i)
      all += wordsIn(text)
      fs.writeFileSync(path.join(folder, `post-mortem-${i}.md`), text)
    }
    const started = performance.now()
    const {stderr, status} = spawnSync(
      process.execPath,
      [COMMAND, '--all', '--format', 'json', '--fail-on', 'never', folder],
      {
        env: {...process.env, NODE_OPTIONS: `--require=${hook(folder, MEMORY_AT_EXIT)}`},
        maxBuffer: 1e9,
        encoding: 'utf8',
      },
    )
    const seconds = (performance.now() - started) / 1000
    if (status !== 0) throw new Error(`${COMMAND} ended with ${status}: ${stderr.slice(0, 500)}`)
    const kilobytes = Math.max(...[...stderr.matchAll(/bench maxrss (\d+)/g)].map(([, value]) => Number(value)))
    return {files, words: all, seconds, wordsPerSecond: all / seconds, maxMemoryMb: kilobytes / 1000}
  } finally {
    fs.rmSync(folder, {recursive: true})
  }
}

const MEMORY_AT_EXIT = `process.on('exit', () => require('fs').writeSync(2, 'bench maxrss ' + process.resourceUsage().maxRSS + '\\n'))`

/** The server tells its processor time when it is asked to end. */
const CPU_AT_SIGNAL = `process.on('SIGUSR2', () => { const {user, system} = process.cpuUsage(); require('fs').writeSync(2, 'bench cpu ' + (user + system) + '\\n') })`

function hook(folder: string, source: string): string {
  const file = path.join(folder, 'hook.cjs')
  fs.writeFileSync(file, source)
  return file
}

function startOnce(): Promise<{cpuMs: number; wallMs: number}> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-bench-'))
  const started = performance.now()
  const server = spawn(process.execPath, ['--require', hook(folder, CPU_AT_SIGNAL), SERVER, '--stdio'])
  const send = (message: object): void => {
    const body = JSON.stringify({jsonrpc: '2.0', ...message})
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  return new Promise((resolve, reject) => {
    const stop = setTimeout(() => end(new Error('no diagnostics within 30 s')), 30_000)
    let wallMs = 0
    const end = (result: Error | {cpuMs: number; wallMs: number}): void => {
      clearTimeout(stop)
      server.kill('SIGKILL')
      fs.rmSync(folder, {recursive: true, force: true})
      if (result instanceof Error) reject(result)
      else resolve(result)
    }
    let received = ''
    let isOpen = false
    server.on('error', end)
    server.stdout.on('data', (data: Buffer) => {
      received += data.toString()
      if (!isOpen && received.includes('"capabilities"')) {
        isOpen = true
        send({method: 'initialized', params: {}})
        const textDocument = {
          uri: 'file:///review/post-mortem.md',
          languageId: 'markdown',
          version: 1,
          text: generatedPostmortem(300, 7),
        }
        send({method: 'textDocument/didOpen', params: {textDocument}})
      }
      if (!wallMs && received.includes('"textDocument/publishDiagnostics"')) {
        wallMs = performance.now() - started
        server.kill('SIGUSR2')
      }
    })
    let told = ''
    server.stderr.on('data', (data: Buffer) => {
      told += data.toString()
      const cpu = /bench cpu (\d+)/.exec(told)?.[1]
      if (cpu) end({cpuMs: Number(cpu) / 1000, wallMs})
    })
    send({id: 1, method: 'initialize', params: {processId: process.pid, rootUri: null, capabilities: {}}})
  })
}

function sizes(): Record<string, number> {
  const files = [
    COMMAND,
    'dist/cli/engine.cjs',
    'dist/server/node.cjs',
    'dist/server/browser.js',
    'dist/language/cues.json',
    'dist/language/lexicon.json',
    'dist/language/model.json',
    'dist/client/node.cjs',
    'dist/client/browser.cjs',
    'dist/webview/timeline.js',
  ]
  const packages = fs.existsSync('dist') ? fs.readdirSync('dist').filter((name) => name.endsWith('.vsix')) : []
  const all = [...files, ...packages.map((name) => `dist/${name}`)].filter((file) => fs.existsSync(file))
  return Object.fromEntries(all.map((file) => [file, fs.statSync(file).size]))
}
