import {BrowserMessageReader, BrowserMessageWriter, createConnection} from 'vscode-languageserver/browser'
import {startServer} from '../server.ts'

declare const self: DedicatedWorkerGlobalScope

/** Timers run after waiting messages do. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {breathe})
