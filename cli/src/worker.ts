import {parentPort, workerData} from 'node:worker_threads'
import {createChecker} from './checker.ts'
import type {CheckedFile} from './outcome.ts'
import type {RunOptions} from './run-options.ts'

/** What the main thread asks of a thread, and what it answers. */
export type Order = {readonly kind: 'configs' | 'files'; readonly files: readonly string[]}
export type Answer =
  | {readonly kind: 'configs'; readonly problem?: string}
  | {readonly kind: 'files'; readonly checked: readonly CheckedFile[]}

/** Carries out one order after the other, as they come from the main thread. */
export function serveAsWorker(): void {
  const checker = createChecker(workerData as RunOptions)
  const carryOut = ({kind, files}: Order): Answer =>
    kind === 'configs'
      ? {kind, problem: checker.configProblem(files)}
      : {kind, checked: files.map((file) => checker.check(file))}
  parentPort!.on('message', (order: Order) => parentPort!.postMessage(carryOut(order)))
}
