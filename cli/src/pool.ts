import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import type {FileReport} from './report.ts'
import {type Batch, createChecker, type RunOptions} from './worker.ts'

/** A thread costs its start, which fewer files do not pay back. */
const FILES_WORTH_A_THREAD = 40
const BATCH = 10
const MOST_THREADS = 4

/**
 * Checks all files, on several threads where there are many.
 *
 * @param onDone told how many files are done
 * @returns the reports in the order of the files
 */
export async function checkAll(files: readonly string[], options: RunOptions, onDone: (done: number) => void): Promise<FileReport[]> {
  const threads = Math.min(MOST_THREADS, availableParallelism(), Math.floor(files.length / FILES_WORTH_A_THREAD))
  return threads < 2 ? checkHere(files, options, onDone) : checkOnThreads(files, options, threads, onDone)
}

function checkHere(files: readonly string[], options: RunOptions, onDone: (done: number) => void): FileReport[] {
  const check = createChecker()
  return files.map((file, i) => {
    const report = check(file, options)
    onDone(i + 1)
    return report
  })
}

async function checkOnThreads(files: readonly string[], options: RunOptions, threads: number, onDone: (done: number) => void): Promise<FileReport[]> {
  const reports = new Map<string, FileReport>()
  let next = 0
  const take = (): Batch | undefined => {
    const batch = files.slice(next, (next += BATCH))
    return batch.length ? {files: batch, options} : undefined
  }
  await Promise.all(Array.from({length: threads}, () => work(take, (done) => {
    for (const report of done) reports.set(report.path, report)
    onDone(reports.size)
  })))
  return files.map((file) => reports.get(file)!)
}

/** One thread, from its first batch to its last. */
function work(take: () => Batch | undefined, onReports: (reports: readonly FileReport[]) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const first = take()
    if (!first) return resolve()
    const worker = new Worker(fileURLToPath(import.meta.url))
    worker.on('message', (reports: readonly FileReport[]) => {
      onReports(reports)
      const batch = take()
      if (batch) worker.postMessage(batch)
      else void worker.terminate().then(() => resolve(), reject)
    })
    worker.on('error', reject)
    worker.postMessage(first)
  })
}
