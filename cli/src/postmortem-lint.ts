import {main} from './main.ts'

// A reader that has seen enough, such as “head”, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))
const {stdin, stdout, stderr} = process
void main(process.argv.slice(2), {stdin, stdout, stderr}).then((status) => {
  process.exitCode = status
})
