import {isMainThread} from 'node:worker_threads'
import {main} from './main.ts'
import {serveAsWorker} from './worker.ts'

if (isMainThread) {
  // A reader that has seen enough, such as “head”, closes the pipe.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))
  void main(process.argv.slice(2), {stdin: process.stdin, stdout: process.stdout, stderr: process.stderr}).then(
    (status) => {
      process.exitCode = status
    },
  )
} else serveAsWorker()
