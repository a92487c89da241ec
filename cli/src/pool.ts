import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import type {Outcome} from './outcome.ts'
import {type Batch, createChecker, type RunOptions} from './worker.ts'

/** A thread costs its start, which fewer files do not pay back. */
const FILES_WORTH_A_THREAD = 40
const BATCH = 10
const MOST_THREADS = 4

/** Without a limit, garbage is left lying until there is a lot of it. What does not fit is checked on the main thread. */
const MEMORY = {maxOldGenerationSizeMb: 112, maxYoungGenerationSizeMb: 16}

/**
 * Checks all files, on several threads where there are many.
 *
 * @param onDone told how many files are done
 * @returns the outcomes in the order of the files
 */
export async function checkAll(
  files: readonly string[],
  options: RunOptions,
  onDone: (done: number) => void,
): Promise<Outcome[]> {
  const threads = Math.min(MOST_THREADS, availableParallelism(), Math.floor(files.length / FILES_WORTH_A_THREAD))
  if (threads < 2) return checkHere(files, options, onDone)
  const outcomes = new Map<string, Outcome>()
  await checkOnThreads(files, options, threads, (done) => {
    for (const outcome of done) outcomes.set(outcome.path, outcome)
    onDone(outcomes.size)
  })
  const left = files.filter((file) => !outcomes.has(file))
  for (const outcome of checkHere(left, options, () => undefined)) outcomes.set(outcome.path, outcome)
  return files.map((file) => outcomes.get(file)!)
}

function checkHere(files: readonly string[], options: RunOptions, onDone: (done: number) => void): Outcome[] {
  const check = createChecker()
  return files.map((file, i) => {
    const outcome = check(file, options)
    onDone(i + 1)
    return outcome
  })
}

async function checkOnThreads(
  files: readonly string[],
  options: RunOptions,
  threads: number,
  onDone: (done: readonly Outcome[]) => void,
): Promise<void> {
  let next = 0
  const take = (): Batch | undefined => {
    const batch = files.slice(next, (next += BATCH))
    return batch.length ? {files: batch, options} : undefined
  }
  await Promise.all(Array.from({length: threads}, () => work(take, onDone)))
}

/** One thread, from its first batch to its last; a thread that runs out of memory leaves its batch and its place to another. */
function work(take: () => Batch | undefined, onDone: (done: readonly Outcome[]) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const first = take()
    if (!first) return resolve()
    const worker = new Worker(fileURLToPath(import.meta.url), {resourceLimits: MEMORY})
    worker.on('message', (done: readonly Outcome[]) => {
      onDone(done)
      const batch = take()
      if (batch) worker.postMessage(batch)
      else void worker.terminate().then(() => resolve(), reject)
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') work(take, onDone).then(resolve, reject)
      else reject(error)
    })
    worker.postMessage(first)
  })
}
