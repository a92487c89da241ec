import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import {ConfigError} from './config-error.ts'
import type {CheckedFile} from './outcome.ts'
import type {RunOptions} from './run-options.ts'
import type {Answer, Order} from './worker.ts'

/** A thread costs its start, which fewer files do not pay back. */
const FILES_WORTH_A_THREAD = 40
const BATCH = 10
const MOST_THREADS = 4

/** Beside this program, as the build puts it. */
const ENGINE = fileURLToPath(new URL('engine.cjs', import.meta.url))

/** Without a limit, garbage is left lying until there is a lot of it. What does not fit is checked on the main thread. */
const MEMORY = {maxOldGenerationSizeMb: 90, maxYoungGenerationSizeMb: 48}

/**
 * Checks all files, on several threads where there are many. The main thread then stays small: it loads no rules.
 *
 * @param onDone told of the files as they are done, in whatever order
 * @throws ConfigError before any file is checked or written
 */
export async function checkAll(
  files: readonly string[],
  options: RunOptions,
  onDone: (done: readonly CheckedFile[]) => void,
): Promise<void> {
  const threads = Math.min(MOST_THREADS, availableParallelism(), Math.floor(files.length / FILES_WORTH_A_THREAD))
  const left = threads > 1 ? await checkOnThreads(files, options, threads, onDone) : files
  if (left.length) await checkHere(left, options, onDone)
}

async function checkHere(
  files: readonly string[],
  options: RunOptions,
  onDone: (done: readonly CheckedFile[]) => void,
): Promise<void> {
  const {createChecker} = await import('./engine.ts')
  const checker = createChecker(options)
  const problem = checker.configProblem(files)
  if (problem !== undefined) throw new ConfigError(problem)
  for (const file of files) onDone([checker.check(file)])
}

/** @returns the files that a thread ran out of memory over */
async function checkOnThreads(
  files: readonly string[],
  options: RunOptions,
  threads: number,
  onDone: (done: readonly CheckedFile[]) => void,
): Promise<readonly string[]> {
  const left: string[] = []
  let next = 0
  const take = (): Order | undefined => {
    const batch = files.slice(next, (next += BATCH))
    return batch.length ? {kind: 'files', files: batch} : undefined
  }
  const start = (): Worker => new Worker(ENGINE, {resourceLimits: MEMORY, workerData: options})
  const workers = Array.from({length: threads}, start)
  const work = async (place: number): Promise<void> => {
    for (let order = take(); order; order = take()) {
      const answer = await ask(workers[place]!, order)
      if (answer?.kind === 'files') onDone(answer.checked)
      else {
        left.push(...order.files)
        workers[place] = start()
      }
    }
  }
  try {
    const answer = await ask(workers[0]!, {kind: 'configs', files})
    if (answer?.kind === 'configs' && answer.problem !== undefined) throw new ConfigError(answer.problem)
    await Promise.all(workers.map((_, place) => work(place)))
    return left
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

/** Undefined where the thread ran out of memory over the order. */
function ask(worker: Worker, order: Order): Promise<Answer | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      worker.off('message', onMessage)
      worker.off('error', onError)
      end()
    }
    const onMessage = (answer: Answer): void => settle(() => resolve(answer))
    const onError = (error: NodeJS.ErrnoException): void =>
      settle(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(undefined) : reject(error)))
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.postMessage(order)
  })
}
